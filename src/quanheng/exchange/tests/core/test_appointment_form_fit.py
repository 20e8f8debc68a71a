"""Counting widths and lines for the appointment form: nothing lost, nothing wider than counted, the same widths as the font."""

import json

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from pylopdf_fonts_zh_cn import serif_path

from quanheng.exchange.core.appointment_form_fit import (
    LEAST,
    broken,
    fitted,
    height,
    set_width,
    units_of,
    width_of,
)

SAID = st.text(alphabet="云岭市局党委书记（），。；、“”《》·—2024.05-- abcXYZ", max_size=120)
MEASURE = """#set text(font: ("Noto Serif SC",), size: 100pt, lang: "zh", region: "cn", kerning: false, ligatures: false,
  cjk-latin-spacing: none)
#set page(width: auto)
#context [#metadata(json(bytes(sys.inputs.data)).map(said => measure(said).width / 100pt))<widths>]"""


def test_widths_are_those_of_the_printing_font() -> None:
    characters = [chr(code) for code in range(33, 127)] + list("·—№云岭２")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[serif_path().parent]
    )
    compiler = typst.Compiler(
        input=MEASURE.encode(),
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(characters)},
    )
    measured = json.loads(compiler.query("<widths>", field="value", one=True))
    assert {one: width_of(one) for one in characters} == pytest.approx(
        dict(zip(characters, measured, strict=True)), abs=0.002
    )


@given(SAID, st.integers(2, 40))
def test_breaking_loses_nothing_and_keeps_to_the_room(said: str, room: int) -> None:
    rows = broken(units_of(said), room)
    assert "".join(rows).replace(" ", "") == said.replace(" ", "")
    assert all(set_width(row) <= room + 1e-3 or len(row) == 1 for row in rows)


@given(SAID, st.integers(40, 400), st.integers(15, 80))
def test_what_is_set_above_the_least_size_fits(said: str, width: int, tall: int) -> None:
    one = fitted(said, width, tall, base=14, flow="left")
    assert one.points == LEAST or height(len(one.rows), one.points) <= tall
    assert LEAST <= one.points <= 14


@pytest.mark.parametrize("mark", "，。；、）》”")
def test_no_line_begins_with_closing_punctuation(mark: str) -> None:
    for room in range(3, 12):
        assert not any(row.startswith(mark) for row in broken(units_of(f"云岭市交通运输局{mark}" * 5), room))


def test_a_long_word_is_torn_rather_than_left_to_run_out() -> None:
    assert broken(units_of("x" * 20), 5) == ["x" * 8, "x" * 8, "x" * 4]
