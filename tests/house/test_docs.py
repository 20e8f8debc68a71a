"""The pages for people: links lead somewhere, paths exist, commands are those there are, both languages say the same."""

import re
from pathlib import Path

import pytest

from quanheng.cli.screens.main import app, imports
from tests.house import tree

PAGES = [path for path in tree.files() if path.suffix == ".md" and "reference" not in path.parts]
ROOM_PAGES = [path for path in PAGES if path.is_relative_to(tree.PACKAGE)]
LINK = re.compile(r"\]\(([^)#\s]+)\)")
PATH = re.compile(r"`((?:[\w-]+/)+[\w-]+\.(?:py|toml|md|css|html|csv))`")
COMMAND = re.compile(r"(?:^|`)quanheng ([a-z]+(?: (?:roster|forms))?)", re.MULTILINE)
WORD = re.compile(r"`?make ([a-z]+)")
PICTURES = "docs/pictures/"


def _name(path: Path) -> str:
    return tree.named(path)


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page: Path) -> None:
    links = {link for link in LINK.findall(page.read_text(encoding="utf-8")) if not link.startswith(PICTURES)}
    tree.nothing(link for link in links if not (page.parent / link).exists())


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_paths_exist(page: Path) -> None:
    roots = (tree.ROOT, tree.PACKAGE, page.parent, *(tree.PACKAGE / room for room in tree.ROOMS))
    named = (*(tree.PACKAGE / "regulation" / "law").glob("*"), *tree.PACKAGE.glob("*/templates"))
    paths = PATH.findall(page.read_text(encoding="utf-8"))
    tree.nothing(path for path in paths if not any((root / path).exists() for root in (*roots, *named)))


@pytest.mark.parametrize("page", [path for path in PAGES if path not in ROOM_PAGES], ids=_name)
def test_commands_are_those_there_are(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    known = {command.callback.__name__ for command in app.registered_commands if command.callback}
    known |= {
        f"import {command.callback.__name__}" for command in imports.registered_commands if command.callback
    }
    known |= {group.name for group in app.registered_groups if group.name and group.name != "import"}
    tree.nothing(f"quanheng {command}" for command in COMMAND.findall(text) if command not in known)
    words = set(
        re.findall(r"^([a-z-]+):", (tree.ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    tree.nothing(
        f"make {word}" for word in WORD.findall(text) if f"`make {word}" in text and word not in words
    )


@pytest.mark.parametrize("name", ["README", "docs/howto/first-day"])
def test_both_languages_show_the_same_commands_and_pictures(name: str) -> None:
    english, chinese = (
        (tree.ROOT / f"{name}{tail}.md").read_text(encoding="utf-8") for tail in ("", ".zh-CN")
    )
    assert sorted(COMMAND.findall(english)) == sorted(COMMAND.findall(chinese))
    assert sorted(re.findall(rf"{PICTURES}\w+\.png", english)) == sorted(
        re.findall(rf"{PICTURES}\w+\.png", chinese)
    )
    assert english.count("\n#") == chinese.count("\n#")


def test_the_two_commands_stand_first() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        _title, block = (tree.ROOT / name).read_text(encoding="utf-8").split("\n\n")[:2]
        assert [line.split("#")[0].strip() for line in block.splitlines()] == [
            "```",
            "make demo",
            "make test",
            "```",
        ]


def test_pictures_are_taken_by_the_browser_tests() -> None:
    shown = re.findall(rf"{PICTURES}(\w+)\.png", (tree.ROOT / "README.md").read_text(encoding="utf-8"))
    taken = "".join(
        path.read_text(encoding="utf-8") for path in (tree.ROOT / "tests" / "browser").glob("*.py")
    )
    tree.nothing(f"no test takes {name}.png" for name in shown if f'"{name}"' not in taken)
