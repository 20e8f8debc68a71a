"""Every main page in Chromium: both languages, wide and narrow, no serious axe finding, no console error; pictures for the README."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "pictures"
OFFICER, AUDITOR, MEMBER = "hezhixing", "duanbingwen", "luoyanzhou"
PAGES = {
    "home": (OFFICER, "/"),
    "people": (OFFICER, "/people/"),
    "organisations": (OFFICER, "/organisations/"),
    "vacancies": (OFFICER, "/vacancies/"),
    "cases": (OFFICER, "/cases/?all=on"),
    "case": (OFFICER, "/cases/2026-0001/"),
    "screening": (OFFICER, "/cases/2026-0001/screening/"),
    "meetings": (OFFICER, "/meetings/"),
    "imports": (OFFICER, "/imports/"),
    "journal": (AUDITOR, "/journal/?check=1"),
    "gallery": (OFFICER, "/gallery/"),
    "sign_in": (None, "/sign-in/"),
    "notices": (None, "/notices/"),
    "person": (OFFICER, "/people/?q=周景行"),
    "meeting": (OFFICER, "/meetings/"),
    "notice": (OFFICER, "/notice-desk/"),
    "organisation": (OFFICER, "/organisations/001.004.013/"),
    "verdict": (OFFICER, "/cases/2026-0001/screening/?light=forbidden"),
    "record": (OFFICER, "/cases/2026-0001/record/"),
    "law": (OFFICER, "/law/"),
    "law_instrument": (OFFICER, "/law/instruments/leader_terms/"),
    "law_rule": (OFFICER, "/law/rules/selection_regulations.8.3.deputy/"),
    "law_ask": (
        OFFICER,
        "/law/ask/?subject=candidacy&step=deputy_to_chief&post_tier=county&months_as_deputy=23&is_exceptional=0&versus=2003-05-01",
    ),
    "act": (OFFICER, "/cases/2026-0002/do/selection.motion.forecast/"),
}
SHOWN = {"home", "case", "screening", "person", "meeting", "notice"}
"""Pictures for the README, taken anew by `make pictures`."""
FOLLOW = {"person", "meeting", "notice", "verdict"}
"""Pages reached by the first link of the list they stand in."""


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_page(signed_in: Callable[..., Page], name: str, language: str, width: int) -> None:
    username, path = PAGES[name]
    page = signed_in(username, width=width, language=language)
    answer = page.goto(path)
    if name in FOLLOW:
        with page.expect_navigation() as followed:
            page.click("main table tbody th a, main table tbody td a")
        answer = followed.value
    assert answer is not None
    assert answer.status == 200
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"
    serious = [v["id"] for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
    assert serious == []
    if name in SHOWN and language == "zh-CN" and width == 1280 and os.environ.get("QUANHENG_PICTURES"):
        page.screenshot(path=PICTURES / f"{name}.png")


def test_the_officer_works_by_keyboard_alone(signed_in: Callable[..., Page]) -> None:
    page = signed_in(OFFICER)
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("zhoujingxing")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    assert "周景行" in page.inner_text("main")


def test_a_page_without_script_says_the_same(signed_in: Callable[..., Page]) -> None:
    with_script, without = signed_in(OFFICER), signed_in(OFFICER, has_script=False)
    for page in (with_script, without):
        page.goto("/cases/2026-0001/")
    assert with_script.inner_text("main") == without.inner_text("main")


def test_a_paper_comes_from_the_very_first_start(signed_in: Callable[..., Page]) -> None:
    """What makes papers keeps threads of its own, which a fork of a process that has made some does not have: it would wait for ever."""
    page = signed_in(OFFICER)
    page.goto("/notice-desk/")
    with page.expect_navigation():
        page.click("main table tbody th a, main table tbody td a")
    paper = page.request.get(f"{page.url}notice.pdf", timeout=60_000)
    assert (paper.status, paper.body()[:5]) == (200, b"%PDF-")
