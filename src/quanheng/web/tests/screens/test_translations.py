"""Every sentence of this room's pages and examples has its English."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

import quanheng.web
from quanheng.web.core.examples import read_specimens
from quanheng.web.core.lights import LIGHTS

ROOM = Path(quanheng.web.__file__).parent
TRANSLATE = re.compile(r'{% translate "([^"]+)"')
BLOCK = re.compile(r"{% blocktranslate[^%]*%}(.*?)(?:{% plural %}.*?)?{% endblocktranslate %}", re.DOTALL)


def sentences() -> Iterator[str]:
    for page in (*ROOM.glob("templates/**/*.html"), *ROOM.glob("components/*/*.html")):
        source = page.read_text()
        yield from TRANSLATE.findall(source)
        yield from (re.sub(r"{{ (\w+) }}", r"%(\1)s", block) for block in BLOCK.findall(source))
    for specimen in read_specimens():
        yield from (specimen.title, specimen.purpose, *specimen.criteria)
        yield from (example.name for example in specimen.examples)
    yield from (light.word for light in LIGHTS.values())


def english() -> dict[str, polib.POEntry]:
    entries = polib.pofile(str(ROOM / "locale" / "en" / "LC_MESSAGES" / "django.po"))
    return {entry.msgid: entry for entry in entries}


def test_nothing_is_left_in_chinese() -> None:
    known = english()
    assert sorted({sentence for sentence in sentences() if sentence not in known}) == []


@pytest.mark.parametrize("blank", [r"%\((\w+)\)s", r"{(\w+)}"])
def test_blanks_are_the_same_in_both_languages(blank: str) -> None:
    for entry in english().values():
        translations = list(entry.msgstr_plural.values()) or [entry.msgstr]
        assert all(translations)
        for words in translations:
            assert sorted(re.findall(blank, words)) == sorted(re.findall(blank, entry.msgid))
