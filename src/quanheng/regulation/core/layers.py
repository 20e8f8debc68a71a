"""Local layers: a city's figures may stand in for national ones where they are stricter. Loosening is refused."""

from collections.abc import Iterable, Mapping
from datetime import date

from quanheng.regulation.core.instruments import Instrument
from quanheng.regulation.core.parameters import Figure, Parameter


class LoosensError(ValueError):
    """A local layer that would loosen a national rule. 地方规定放宽了上位规定"""


def tightened(national: Parameter, local: Parameter, *, ended: date | None = None) -> Parameter:
    """The national parameter with the local figures wherever they are in force.

    Raises LoosensError on the first day on which a local figure is looser than the national one, ValueError when
    the national parameter does not say which way is stricter.

    >>> days = [Figure(date(2019, 3, 3), 5, "42", True)], [Figure(date(2021, 1, 1), 7, "3", True)]
    >>> nation, city = (Parameter(name, "", "", "", tuple(each), "more") for name, each in zip("nc", days))
    >>> [figure.value for figure in tightened(nation, city).figures]
    [5, 7]
    """
    if not national.stricter:
        raise ValueError(f"{local.name}: {national.name} does not say which way is stricter")
    first = national.figures[0].from_on  # before it there is nothing to tighten
    starts = {max(figure.from_on, first) for each in (national, local) for figure in each.figures}
    figures = []
    for day in sorted(starts | ({ended} if ended else set())):
        own, above = local.figure_on(day) if not ended or day < ended else None, national.figure_on(day)
        figures.append(_stricter(national, local, own, above, day))
    return Parameter(
        national.name, national.zh, national.en, national.unit, tuple(figures), national.stricter
    )


def _stricter(
    national: Parameter, local: Parameter, own: Figure | None, above: Figure | None, day: date
) -> Figure:
    if own is not None and above is not None:
        loosens = own.value < above.value if national.stricter == "more" else own.value > above.value
        if loosens:
            raise LoosensError(f"{local.name} ({own.value}) loosens {national.name} ({above.value}) on {day}")
    if own is not None and above is not None:
        instrument = local.name.split(".", 1)[0]
        cites = own.cites if ":" in own.cites else f"{instrument}:{own.cites}"
        return Figure(day, own.value, cites, own.is_verified)
    return Figure(day, above.value, above.cites, above.is_verified) if above else Figure(day, None, "", True)


def overlaid(
    parameters: Mapping[str, Parameter], instruments: Mapping[str, Instrument], layers: Iterable[str]
) -> dict[str, Parameter]:
    """All parameters, those that the layers tighten with their stricter figures. Raises as `tightened`."""
    made = dict(parameters)
    for layer in layers:
        for local in (each for each in parameters.values() if each.name.split(".", 1)[0] == layer):
            if local.tightens:
                made[local.tightens] = tightened(made[local.tightens], local, ended=instruments[layer].ended)
    return made
