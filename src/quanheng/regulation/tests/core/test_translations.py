"""Every Chinese word that a verdict, a fact, a rule or a clause can show has its English, with the same blanks."""

import re
from collections.abc import Iterator
from importlib.resources import files
from string import Formatter

import polib

from quanheng.kernel.shares import Share
from quanheng.kernel.texts import Text
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.english import law_english
from quanheng.regulation.core.examples import all_examples
from quanheng.regulation.core.judge import judge

CHINESE = re.compile(r"[\u4e00-\u9fff]")
PO = polib.pofile(str(files("quanheng.regulation") / "locale/en/LC_MESSAGES/django.po"))
ENGLISH = law_english() | {entry.msgid: entry.msgstr for entry in PO}


def _templates(value: object) -> Iterator[str]:
    if isinstance(value, Text):
        yield value.template
        for blank in value.blanks.values():
            yield from _templates(blank)


def test_no_entry_is_empty_or_doubled() -> None:
    assert all(entry.msgstr for entry in PO)
    assert len({entry.msgid for entry in PO}) == len(PO)


def test_blanks_agree() -> None:
    for chinese, english in ENGLISH.items():
        assert _blanks(chinese) == _blanks(english), chinese


def test_lights_and_everything_the_law_says_have_their_english() -> None:
    assert {light.word for light in Light} | {share.word for share in Share} <= set(ENGLISH)
    assert [chinese for chinese, english in law_english().items() if not english] == []


def test_every_sentence_of_every_example_has_its_english() -> None:
    said: set[str] = set()
    for example in all_examples():
        if not example.light:
            continue
        for finding in judge(example.facts, on=example.on, rules=[example.rule], law=example.law).findings:
            said |= set(_templates(finding.remedy))
            for _, node in finding.explanation.walk():
                said |= set(_templates(node.sentence))
    assert {each for each in said - set(ENGLISH) if CHINESE.search(each)} == set()


def _blanks(template: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}
