"""The tokens keep the contrast that the look promises, in light, dark and on paper."""

import re
from pathlib import Path

import pytest

import quanheng.web

STYLES = Path(quanheng.web.__file__).parent / "static" / "web"
WORDS = ("ink", "ink-2", "seal", "passed", "warning", "superior", "forbidden", "unknown", "past")


def tokens(style: str, selector: str) -> dict[str, str]:
    block = style[style.index(selector + " {") :]
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block[: block.index("}")]))


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


SETS = {
    "light": tokens((STYLES / "tokens.css").read_text(), ":root"),
    "dark": tokens((STYLES / "tokens.css").read_text(), ':root[data-theme="dark"]'),
}


@pytest.mark.parametrize("display", SETS)
@pytest.mark.parametrize("ground", ["paper", "surface"])
@pytest.mark.parametrize("word", WORDS)
def test_words_stand_out(display: str, ground: str, word: str) -> None:
    colours = SETS[display]
    assert contrast(colours[word], colours[ground]) >= 4.5


@pytest.mark.parametrize("display", SETS)
def test_edges_of_inputs_and_focus_stand_out(display: str) -> None:
    colours = SETS[display]
    assert contrast(colours["edge"], colours["surface"]) >= 3
    assert contrast(colours["focus"], colours["paper"]) >= 3


def test_dark_has_the_same_values_by_choice_and_by_system() -> None:
    style = (STYLES / "tokens.css").read_text()
    assert tokens(style, ":root:not([data-theme])") == SETS["dark"]
    assert set(SETS["dark"]) == set(SETS["light"])


def test_print_gives_a_value_to_every_ink() -> None:
    paper = tokens((STYLES / "print.css").read_text(), ":root, :root[data-theme]")
    assert set(WORDS) - {"past"} <= set(paper)
    assert all(contrast(paper[word], "#ffffff") >= 4.5 for word in WORDS if word != "past")
