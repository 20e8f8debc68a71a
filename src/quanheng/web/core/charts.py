"""Figures for the chart component: bars, a stacked pyramid, a time line. Pure functions from lists to plotly figures,
built as plain data (a test has plotly's own checker accept each): building them through its classes costs half a second.

Colours and letters are names of tokens ("token:ink"); `charts.js` fills in the values of the display in use.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

Figure = dict[str, Any]

PATTERNS = ("", "/", ".", "x", "-", "|")
INKS = ("ink", "ink", "ink-2", "ink-2", "edge", "edge")  # verdict colours belong to verdicts
LINE = 34
SANS = "Noto Sans SC, Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"


def bar_figure(labels: Sequence[str], values: Sequence[float], *, name: str = "") -> Figure:
    """Horizontal bars, first label on top, the value written at the end of each.

    >>> bar_figure(["正处", "副处"], [4, 9])["data"][0]["x"]
    [4, 9]
    """
    bar = _bar(
        x=list(values),
        y=list(labels),
        name=name,
        orientation="h",
        text=[f"{value:g}" for value in values],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
    )
    figure: Figure = {"data": [bar], "layout": {}}
    figure["layout"]["xaxis"] = {"visible": False}
    return _finished(figure, rows=len(labels))


def stacked_figure(
    labels: Sequence[str], series: Mapping[str, Sequence[float]], *, inks: Sequence[str] = INKS
) -> Figure:
    """Horizontal bars made of parts; parts differ by hatching as well as by ink.

    `inks` are token names, one for each part; give verdict tokens only for counts of verdicts.
    """
    bars = [
        _bar(x=list(values), y=list(labels), name=name, orientation="h", hovertemplate="%{y}  %{x}")
        for name, values in series.items()
    ]
    figure: Figure = {"data": bars, "layout": {"barmode": "stack"}}
    return _finished(figure, rows=len(labels), has_legend=True, inks=inks)


def pyramid_figure(
    labels: Sequence[str], left: Mapping[str, Sequence[float]], right: Mapping[str, Sequence[float]]
) -> Figure:
    """A stacked pyramid: `left` grows to the left, `right` to the right, the youngest band at the bottom.

    Numbers on both sides are read as positive.
    """
    bars = [_side(labels, name, values, sign=-1) for name, values in left.items()]
    bars += [_side(labels, name, values, sign=1) for name, values in right.items()]
    most = max(
        (sum(column) for side in (left, right) for column in zip(*side.values(), strict=True)), default=1
    )
    figure: Figure = {"data": bars, "layout": {"barmode": "relative"}}
    step = max(math.ceil(most / 3), 1)
    ticks = list(range(-3 * step, 3 * step + 1, step))
    figure["layout"]["xaxis"] = {
        "tickvals": ticks,
        "ticktext": [str(abs(tick)) for tick in ticks],
        "range": [-3.1 * step, 3.1 * step],
        "zeroline": True,
    }
    return _finished(figure, rows=len(labels), has_legend=True, is_top_first=False)


def _side(labels: Sequence[str], name: str, values: Sequence[float], *, sign: int) -> Figure:
    return _bar(
        x=[sign * value for value in values],
        y=list(labels),
        name=name,
        orientation="h",
        customdata=list(values),
        hovertemplate="%{y}  %{customdata}",
    )


def timeline_figure(periods: Sequence[tuple[str, date, date]], *, kinds: Sequence[str] = ()) -> Figure:
    """Periods `(label, from, until)` as bars on a calendar, the first on top; `until` is not included.

    `kinds`, one word for each period, tells them apart by ink and hatching; without, all are of one kind.
    """
    said = list(kinds) or [""] * len(periods)
    bars = [
        _spans([each for each, word in zip(periods, said, strict=True) if word == kind], kind)
        for kind in dict.fromkeys(said)
    ]
    figure: Figure = {"data": bars, "layout": {"barmode": "overlay"}}
    figure["layout"]["xaxis"] = {"type": "date", "tickformat": "%Y.%m"}
    labels = list(dict.fromkeys(label for label, _, _ in periods))
    finished = _finished(figure, rows=len(labels), has_legend=len(bars) > 1)
    finished["layout"]["yaxis"] |= {"categoryorder": "array", "categoryarray": labels}
    return finished


def _spans(periods: Sequence[tuple[str, date, date]], name: str) -> Figure:
    return _bar(
        x=[(until - since).days * 24 * 60 * 60 * 1000 for _, since, until in periods],
        base=[since.isoformat() for _, since, _ in periods],
        y=[label for label, _, _ in periods],
        name=name,
        orientation="h",
        customdata=[[since.isoformat(), until.isoformat()] for _, since, until in periods],
        hovertemplate="%{y}  %{customdata[0]} – %{customdata[1]}",
    )


def _finished(
    figure: Figure,
    *,
    rows: int,
    has_legend: bool = False,
    is_top_first: bool = True,
    inks: Sequence[str] = INKS,
) -> Figure:
    """The figure in the house's dress, as plain JSON values."""
    layout = figure["layout"]
    layout |= {
        "height": rows * LINE + (72 if has_legend else 36),
        "margin": {"l": 8, "r": 40, "t": 8, "b": 64 if has_legend else 28},
        "showlegend": has_legend,
        "legend": {
            "orientation": "h",
            "yref": "container",
            "y": 0,
            "yanchor": "bottom",
            "x": 0,
            "traceorder": "normal",
        },
        "dragmode": False,
    }
    upright = {
        "automargin": True,
        "fixedrange": True,
        "ticks": "",
        "showgrid": False,
        "zeroline": False,
        "showline": True,
    }
    layout["yaxis"] = upright | ({"autorange": "reversed"} if is_top_first else {})
    layout["xaxis"] = layout.get("xaxis", {}) | {"fixedrange": True, "showline": False, "nticks": 6}
    for index, bar in enumerate(figure["data"]):
        bar |= {"width": 0.52, "showlegend": has_legend}
        bar["marker"] = _marker(inks[index % len(inks)], PATTERNS[index % len(PATTERNS)])
    _ink(layout)
    return figure


def _bar(**given: Any) -> Figure:
    return {"type": "bar", **given}


def _marker(ink: str, pattern: str) -> Figure:
    """An ink with an outline, hatched with the paper so that parts differ in grey print too."""
    return {
        "color": f"token:{ink}",
        "line": {"width": 1, "color": f"token:{ink}"},
        "pattern": {
            "shape": pattern,
            "size": 7,
            "solidity": 0.35,
            "fillmode": "overlay",
            "fgcolor": "token:paper",
        },
    }


def _ink(layout: Figure) -> None:
    """Names of tokens for colours; `charts.js` puts the values in."""
    layout["font"] = {"family": SANS, "size": 13, "color": "token:ink"}
    layout["paper_bgcolor"] = layout["plot_bgcolor"] = "rgba(0,0,0,0)"
    layout["hoverlabel"] = {
        "bgcolor": "token:surface",
        "bordercolor": "token:edge",
        "font": {"color": "token:ink"},
    }
    for axis in ("xaxis", "yaxis"):
        layout.setdefault(axis, {}).update(
            {"gridcolor": "token:hairline", "zerolinecolor": "token:ink", "linecolor": "token:ink"}
        )
