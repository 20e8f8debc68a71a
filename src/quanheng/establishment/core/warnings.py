"""Kinds of early warning, the law each rests on, and the days it makes of a recorded day. Pure: no records are read (X04)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quanheng.establishment.core.retiring import retirement, youngest_due
from quanheng.kernel.dates import add_months, corresponding_day
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import work_out
from quanheng.regulation.core.library import Library, library

EARLIEST = date(1900, 1, 1)
REASONED = {
    "probation": ("probation_notice_on", "probation_until"),
    "rotation": ("post_started_on", "exchange_due_on"),
    "audit": ("office_started_on", "next_audit_due_on"),
}
"""Kinds whose day a derivation of the law works out: the fact it begins with, the fact it comes to."""


@dataclass(frozen=True)
class Kind:
    """预警类别: `figure` the months the law gives, `fact` what the law works out; `untold` says what is not counted."""

    name: str
    label: str
    untold: str
    figure: str = ""
    clause: str = ""
    is_advisory: bool = False


KINDS: Mapping[str, Kind] = {
    each.name: each
    for each in (
        Kind("retirement", "到龄退休", "工勤和临时人员不在此列；县处级以上女干部按六十周岁推算，依据未核实，须人工确认。", clause="retirement:gradual"),
        Kind("probation", "任职试用期满", "没有登记试用期起始日的不计。", "post_probation.months", "post_probation:3"),
        Kind("rotation", "同一职位满十年", "只计县处级以上党委、政府领导职务；同一职位分段登记的，从现在这一段起算。", "leader_exchange.same_post_months", "leader_exchange:5"),
        Kind("key_post", "关键岗位轮岗", "按列入登记的轮岗期限；登记中没有期限的，按未核实的年限提示。", "leader_exchange.rotation_months", "leader_exchange:rotation", True),
        Kind("level", "同一层次满十五年", "从现任层次登记的批准之日起算；是否都是任期制职务，须人工核对。", "leader_terms.level_months", "leader_terms:7", True),
        Kind("term", "任期届满", "只计登记了届满时间的代表、委员身份；没有登记的不计。", "leader_terms.term_months", "leader_terms:3"),
        Kind("audit_leaving", "离任经济责任审计", "只计已登记免职时间的正职。", clause="economic_audit:subjects"),
        Kind("audit", "任中经济责任审计", "正职自任职或者登记的上次审计起满三年；没有登记的审计视为没有。", "economic_audit.mid_term_months", "economic_audit:mid_term", True),
        Kind("contract", "聘用合同到期", "没有登记终止日期的合同不计。"),
    )
}  # fmt: skip
"""In the order of the page. `untold` is what the page says is not counted."""


def months_of(kind: Kind, on: date, layer: str = "") -> int | None:
    """The figure of a day, a local layer's where it is stricter; None before the law has one."""
    figure = _law(layer).figure(kind.figure, on) if kind.figure else None
    return int(figure.value) if figure is not None and figure.value != "repealed" else None


def cites_of(kind: Kind, on: date, layer: str = "") -> str:
    """The clause of a kind in words, the local one where a layer gives the figure; "" where it rests on none."""
    instrument, _, clause = (_local(kind, on, layer) or kind.clause).partition(":")
    if not instrument:
        return ""
    try:
        return str(_law(layer).instruments[instrument].cite(clause, on))
    except NotInForce:
        return ""


def only_advises(kind: Kind, on: date, layer: str = "") -> bool:
    """Whether the kind rests on something unverified; a layer that gives the figure itself may have verified it.

    >>> only_advises(KINDS["key_post"], date(2026, 11, 21)), only_advises(KINDS["rotation"], date(2026, 11, 21))
    (True, False)
    """
    return kind.is_advisory and not _local(kind, on, layer)


def _local(kind: Kind, on: date, layer: str) -> str:
    """The clause of the layer that gives a verified figure; "" when none does."""
    figure = _law(layer).figure(kind.figure, on) if layer and kind.figure else None
    return figure.cites if figure and figure.is_verified and figure.cites.startswith(f"{layer}:") else ""


def began_by(due: date, months: int) -> date:
    """What began on this day or before is due by `due`.

    >>> began_by(date(2026, 11, 21), 120)
    datetime.date(2016, 11, 21)
    """
    return add_months(due, -months)


def births(
    *, sex: str, is_county: bool, first: date | None, last: date, on: date
) -> tuple[date, date] | None:
    """The days of birth, from the first up to but without the second, whose retirement falls from `first` to `last`.

    >>> births(sex="1", is_county=False, first=date(2027, 1, 1), last=date(2027, 12, 31), on=date(2026, 11, 21))
    (datetime.date(1966, 8, 1), datetime.date(1967, 5, 1))
    """
    latest = youngest_due(sex=sex, is_county=is_county, by=last, on=on)
    if latest is None:
        return None
    if first is None:
        return EARLIEST, add_months(latest, 1)
    before = youngest_due(sex=sex, is_county=is_county, by=date.fromordinal(first.toordinal() - 1), on=on)
    return (add_months(before, 1) if before else EARLIEST), add_months(latest, 1)


def retires_on(*, born_on: date, sex: str, is_county: bool, on: date) -> date | None:
    """The month of the statutory age."""
    found = retirement(born_on=born_on, sex=sex, is_county=is_county, on=on)
    return found.value if found and isinstance(found.value, date) else None


def due_on(kind: Kind, began_on: date, on: date, layer: str = "") -> date | None:
    """The day a clock that began on a day is full, as the law itself reckons it, a local layer's figures included.

    >>> due_on(KINDS["rotation"], date(2016, 3, 1), date(2026, 11, 21))
    datetime.date(2026, 3, 1)
    """
    if kind.name in REASONED:
        begun, wanted = REASONED[kind.name]
        found = work_out({begun: began_on}, wanted, on=on, law=_law(layer))
        return found.value if found and isinstance(found.value, date) else None
    months = months_of(kind, on, layer)
    return corresponding_day(began_on, months) if months is not None else None


def _law(layer: str) -> Library:
    return library(*([layer] if layer else []))
