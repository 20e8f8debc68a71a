"""Every example of every component renders in both languages and shows what it says it shows."""

import re
from pathlib import Path

import pytest
from django.template import RequestContext, engines
from django.test import RequestFactory
from django.utils.translation import override

from quanheng.web.core.examples import COMPONENTS, Example, read_specimens
from quanheng.web.screens.gallery import example_values

EXAMPLES = [
    pytest.param(specimen.name, example, id=f"{specimen.name}-{index}")
    for specimen in read_specimens()
    for index, example in enumerate(specimen.examples)
]


def rendered(name: str, example: Example) -> str:
    template = engines["django"].engine.from_string("{% ui_from name values %}")
    request = RequestFactory().get("/gallery/")
    return template.render(RequestContext(request, {"name": name, "values": example_values(example)}))


def test_every_component_has_examples_and_criteria() -> None:
    specimens = {specimen.name: specimen for specimen in read_specimens()}
    assert set(specimens) == {folder.name for folder in COMPONENTS.iterdir() if folder.is_dir()}
    assert all(specimen.examples and specimen.criteria for specimen in specimens.values())


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_example_shows_what_it_promises(name: str, example: Example) -> None:
    with override("zh-hans"):
        html = rendered(name, example)
    assert [words for words in example.shows if words not in html] == []


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_no_inline_style_or_script_text(name: str, example: Example) -> None:
    html = rendered(name, example)
    assert re.findall(r'\sstyle="|<style|\son[a-z]+="|javascript:', html) == []
    assert re.findall(r"<script(?![^>]*(?:src=|application/json))", html) == []


def test_ids_are_unique_on_the_gallery() -> None:
    html = "".join(rendered(name, example) for name, example in (case.values for case in EXAMPLES))
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))


def test_every_label_of_the_light_is_translated() -> None:
    light = next(specimen for specimen in read_specimens() if specimen.name == "light")
    with override("en"):
        words = [re.sub(r"<[^>]+>", "", rendered("light", example)).strip() for example in light.examples]
    assert words == ["Passed", "Warning", "Ask superior", "Forbidden", "To be verified", "Years in post Forbidden 81"]


def test_styles_name_every_component_that_has_markup_of_its_own() -> None:
    style = (Path(COMPONENTS).parent / "static" / "web" / "components.css").read_text()
    for name in (
        "board",
        "chart",
        "chips",
        "clock",
        "facts",
        "form",
        "refusal",
        "steps",
        "timeline",
        "tree",
        "verdict",
    ):
        assert f".{name} " in style or f".{name} {{" in style
