"""Figures for the chart component: bars, a stacked pyramid, a time line. Pure functions from lists to plotly figures.

Colours and letters are names of tokens ("token:ink"); `charts.js` fills in the values of the display in use.
"""

import json
import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

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
    bar = go.Bar(
        x=list(values),
        y=list(labels),
        name=name,
        orientation="h",
        text=[f"{value:g}" for value in values],
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
    )
    figure = go.Figure([bar])
    figure.update_xaxes(visible=False)
    return _finished(figure, rows=len(labels))


def stacked_figure(
    labels: Sequence[str], series: Mapping[str, Sequence[float]], *, inks: Sequence[str] = INKS
) -> Figure:
    """Horizontal bars made of parts; parts differ by hatching as well as by ink.

    `inks` are token names, one for each part; give verdict tokens only for counts of verdicts.
    """
    bars = [
        go.Bar(x=list(values), y=list(labels), name=name, orientation="h", hovertemplate="%{y}  %{x}")
        for name, values in series.items()
    ]
    figure = go.Figure(bars, layout={"barmode": "stack"})
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
    figure = go.Figure(bars, layout={"barmode": "relative"})
    step = max(math.ceil(most / 3), 1)
    ticks = list(range(-3 * step, 3 * step + 1, step))
    figure.update_xaxes(
        tickvals=ticks,
        ticktext=[str(abs(tick)) for tick in ticks],
        range=[-3.1 * step, 3.1 * step],
        zeroline=True,
    )
    return _finished(figure, rows=len(labels), has_legend=True, is_top_first=False)


def _side(labels: Sequence[str], name: str, values: Sequence[float], *, sign: int) -> go.Bar:
    return go.Bar(
        x=[sign * value for value in values],
        y=list(labels),
        name=name,
        orientation="h",
        customdata=list(values),
        hovertemplate="%{y}  %{customdata}",
    )


def timeline_figure(periods: Sequence[tuple[str, date, date]]) -> Figure:
    """Periods `(label, from, until)` as bars on a calendar, the first on top; `until` is not included."""
    bar = go.Bar(
        x=[(until - since).days * 24 * 60 * 60 * 1000 for _, since, until in periods],
        base=[since.isoformat() for _, since, _ in periods],
        y=[label for label, _, _ in periods],
        orientation="h",
        customdata=[[since.isoformat(), until.isoformat()] for _, since, until in periods],
        hovertemplate="%{y}  %{customdata[0]} – %{customdata[1]}",
    )
    figure = go.Figure([bar])
    figure.update_xaxes(type="date", tickformat="%Y.%m")
    return _finished(figure, rows=len(periods))


def _finished(
    figure: go.Figure,
    *,
    rows: int,
    has_legend: bool = False,
    is_top_first: bool = True,
    inks: Sequence[str] = INKS,
) -> Figure:
    """The figure in the house's dress, as plain JSON values."""
    figure.update_traces(width=0.52, showlegend=has_legend)
    figure.update_layout(
        template=None,
        height=rows * LINE + (72 if has_legend else 36),
        margin={"l": 8, "r": 40, "t": 8, "b": 64 if has_legend else 28},
        showlegend=has_legend,
        legend={
            "orientation": "h",
            "yref": "container",
            "y": 0,
            "yanchor": "bottom",
            "x": 0,
            "traceorder": "normal",
        },
        dragmode=False,
    )
    figure.update_yaxes(
        automargin=True, fixedrange=True, ticks="", showgrid=False, zeroline=False, showline=True
    )
    figure.update_xaxes(fixedrange=True, showline=False, nticks=6)
    if is_top_first:
        figure.update_yaxes(autorange="reversed")
    plain: Figure = json.loads(figure.to_json())
    for index, bar in enumerate(plain["data"]):
        bar["marker"] = _marker(inks[index % len(inks)], PATTERNS[index % len(PATTERNS)])
    _ink(plain["layout"])
    return plain


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
    """Tokens go in after plotly has checked the figure, since it only knows real colours."""
    layout.pop("template", None)
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
