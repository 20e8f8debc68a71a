"""Every Chinese word that a verdict, a fact, a rule or a clause can show has its English, with the same blanks."""

from collections.abc import Iterator
from importlib.resources import files
from string import Formatter

import polib

from quanheng.kernel.texts import Text
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.entries import SUBJECTS
from quanheng.regulation.core.examples import all_examples
from quanheng.regulation.core.facts import CATALOGUE
from quanheng.regulation.core.judge import judge
from quanheng.regulation.core.library import library

PO = polib.pofile(str(files("quanheng.regulation") / "locale/en/LC_MESSAGES/django.po"))
ENGLISH = {entry.msgid: entry.msgstr for entry in PO}


def _templates(value: object) -> Iterator[str]:
    if isinstance(value, Text):
        yield value.template
        for blank in value.blanks.values():
            yield from _templates(blank)


def test_no_entry_is_empty_or_doubled() -> None:
    assert all(ENGLISH.values())
    assert len(ENGLISH) == len(PO)


def test_blanks_agree() -> None:
    for chinese, english in ENGLISH.items():
        assert _blanks(chinese) == _blanks(english), chinese


def test_every_word_of_the_catalogue_and_of_the_law_has_its_english() -> None:
    law = library()
    words = {light.word for light in Light} | set(SUBJECTS.values())
    words |= {entry.zh for entry in CATALOGUE.values()} | {rule.term for rule in law.rules.values()}
    words |= {word for entry in CATALOGUE.values() for word in entry.words.values()}
    words |= {parameter.zh for parameter in law.parameters.values()}
    words |= {clause.zh for each in law.instruments.values() for clause in each.clauses.values()}
    assert words - set(ENGLISH) == set()


def test_every_sentence_of_every_example_has_its_english() -> None:
    said: set[str] = set()
    for example in all_examples():
        for finding in judge(example.facts, on=example.on, rules=[example.rule]).findings:
            said |= set(_templates(finding.remedy))
            for _, node in finding.explanation.walk():
                said |= set(_templates(node.sentence))
    assert said - set(ENGLISH) == set()


def _blanks(template: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}
