"""Figures: what is drawn, and that they speak in tokens."""

import json
import re
from datetime import date

import plotly.graph_objects as go
import pytest

from quanheng.web.core.charts import bar_figure, pyramid_figure, stacked_figure, timeline_figure

COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|rgb\(")


def test_bars_keep_the_order_and_write_the_values() -> None:
    figure = bar_figure(["正处", "副处"], [4, 9.5])
    [bar] = figure["data"]
    assert bar["x"] == [4, 9.5]
    assert bar["y"] == ["正处", "副处"]
    assert bar["text"] == ["4", "9.5"]
    assert figure["layout"]["yaxis"]["autorange"] == "reversed"


def test_parts_of_a_stack_differ_by_hatching() -> None:
    figure = stacked_figure(["甲", "乙"], {"符合": [1, 2], "不符合": [3, 4]}, inks=("passed", "forbidden"))
    assert figure["layout"]["barmode"] == "stack"
    assert [bar["marker"]["color"] for bar in figure["data"]] == ["token:passed", "token:forbidden"]
    assert len({bar["marker"]["pattern"]["shape"] for bar in figure["data"]}) == 2


def test_pyramid_grows_to_both_sides_from_the_middle() -> None:
    figure = pyramid_figure(["35 以下", "36 以上"], {"男": [12, 48]}, {"女": [15, 31]})
    left, right = figure["data"]
    assert left["x"] == [-12, -48]
    assert left["customdata"] == [12, 48]
    assert right["x"] == [15, 31]
    lowest, highest = figure["layout"]["xaxis"]["range"]
    assert lowest == -highest
    assert highest >= 48
    assert all(not tick.startswith("-") for tick in figure["layout"]["xaxis"]["ticktext"])


def test_timeline_spans_its_days() -> None:
    figure = timeline_figure([("科长", date(2024, 1, 1), date(2024, 1, 11))])
    [bar] = figure["data"]
    assert bar["base"] == ["2024-01-01"]
    assert bar["x"] == [10 * 24 * 60 * 60 * 1000]
    assert figure["layout"]["xaxis"]["type"] == "date"


def test_kinds_of_periods_differ_by_hatching_and_keep_the_order_of_the_lines() -> None:
    periods = [("科长", date(2020, 1, 1), date(2023, 1, 1)), ("挂职", date(2021, 1, 1), date(2022, 1, 1))]
    figure = timeline_figure(
        [*periods, ("科长", date(2023, 1, 1), date(2024, 1, 1))], kinds=["任职", "挂职", "任职"]
    )
    assert [(bar["name"], bar["y"]) for bar in figure["data"]] == [
        ("任职", ["科长", "科长"]),
        ("挂职", ["挂职"]),
    ]
    assert figure["layout"]["yaxis"]["categoryarray"] == ["科长", "挂职"]
    assert len({bar["marker"]["pattern"]["shape"] for bar in figure["data"]}) == 2


def test_no_figure_names_a_colour_of_its_own() -> None:
    figure = json.dumps(stacked_figure(["甲"], {"一": [1], "二": [2]}))
    assert COLOUR.findall(figure) == []
    assert "token:ink" in figure


@pytest.mark.parametrize(
    "figure",
    [
        bar_figure(["正处", "副处"], [4, 9]),
        stacked_figure(["市委"], {"男": [3], "女": [2]}),
        pyramid_figure(["40岁以下"], {"男": [3]}, {"女": [2]}),
        timeline_figure([("科长", date(2020, 1, 1), date(2023, 1, 1))]),
        timeline_figure([("科长", date(2020, 1, 1), date(2023, 1, 1))], kinds=["任职"]),
    ],
)
def test_plotly_itself_accepts_the_figure(figure: dict[str, object]) -> None:
    text = re.sub(r'"token:[a-z0-9-]+"', '"#000000"', json.dumps(figure, ensure_ascii=False))
    accepted = go.Figure(json.loads(text))
    assert len(accepted.data) == len(figure["data"])  # type: ignore[arg-type]
