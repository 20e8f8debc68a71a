"""Where the labels and values of the printed form stand, in millimetres, against the official rows of the data standard (2.1)."""

import dataclasses
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import pytest

from quanheng.exchange.core import appointment_form as paper
from quanheng.exchange.core.appointment_form import Edition, Size
from quanheng.exchange.tests.core.samples import FORM
from quanheng.exchange.tests.core.test_appointment_form import ON, spoken
from quanheng.exchange.tests.core.test_appointment_form_docx import BACK, FRONT, SIZES, WIDTH

MM = 72 / 25.4
TOP: dict[Size, tuple[float, float]] = {"A4": (11.1, 27.8), "B5": (10.5, 24.2), "A4_DangAn": (26.2, 35.0)}
LEFT: dict[Size, tuple[float, float]] = {"A4": (22.0, 22.5), "B5": (19.5, 19.5), "A4_DangAn": (17.0, 25.5)}
BACK_WIDTH: dict[Size, float] = {"A4": 166.2, "B5": 143.4, "A4_DangAn": 171.1}
TITLE = 10.9 / MM + 24 / MM + 4 + 1 / MM
"""Space before the title, the title, and the space below it, in millimetres."""


def row_of(place: tuple[float, float, float, float], top: float, rows: Sequence[float]) -> int:
    """The row whose height holds the middle of a word."""
    middle = (place[1] + place[3]) / 2 / MM - top
    return next(number for number, bottom in enumerate(accumulate(rows)) if middle < bottom)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("edition", ["3", "4"])
def test_every_value_stands_in_its_official_row(size: Size, edition: Edition, tmp_path: Path) -> None:
    form = dataclasses.replace(
        FORM, professional_title="高级工程师", speciality="铁路", former_age_limit="改革前任职年龄界限为60岁"
    )
    found = dict(zip(*spoken(paper.render(form, on=ON, size=size, edition=edition), tmp_path), strict=True))
    first, second = TOP[size]
    fronts = {
        "林远山": 0, "汉族": 1, "1994.07": 2, "高级工程师": 3, "铁路": 3, "大学": 4, "法学学士": 5,
        "青石县委常委": 9, "健康": 2 if edition == "3" else 3,
    }  # fmt: skip
    for word, row in fronts.items():
        assert row_of(found[word], first + TITLE, FRONT[size]) == row, word
    backs = {
        "工作需要": 2,
        "妻子": 4,
        "父亲": 5,
        "中共党员": 4,
        "云岭市委组织部": 11,
        "2024年6月3日": 12,
        "（盖章）": 13,
    }
    for word, row in backs.items():
        assert row_of(found[word], second, BACK[size]) == row, word
    assert ("到龄" in found) is (edition == "4")


@pytest.mark.parametrize("size", SIZES)
def test_the_frame_begins_and_ends_where_the_paper_says(size: Size, tmp_path: Path) -> None:
    found = dict(zip(*spoken(paper.render(FORM, on=ON, size=size), tmp_path), strict=True))
    left, back_left = LEFT[size]
    scale = WIDTH[size] / 165.7
    assert found["青石县委常委"][0] / MM == pytest.approx(left + 41.0 * scale + 1.6, abs=0.4)
    assert found["工作需要"][0] / MM == pytest.approx(
        back_left + 13.1 * (BACK_WIDTH[size] / 166.2) + 1.6, abs=0.4
    )
    centre = (found["林远山"][0] + found["林远山"][2]) / 2 / MM
    assert centre == pytest.approx(left + (18 + 11.5) * scale, abs=0.4)
