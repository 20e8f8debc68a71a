"""The English of everything the law's data says in Chinese: facts, words, units, terms, figures, clauses, titles.

The sentences that the code itself forms are in `locale`; `site.compiling` joins the two.
"""

from collections.abc import Iterator

from quanheng.regulation.core import catalogue
from quanheng.regulation.core.entries import FactEntry
from quanheng.regulation.core.library import library, local_layers


def law_english() -> dict[str, str]:
    """Chinese to English. Shape: templates with the same blanks on both sides.

    >>> law_english()["副职任职年限"]
    'Tenure as deputy'
    """
    pairs = [*_facts(), *_law()]
    return {chinese: english for chinese, english in reversed(pairs) if chinese}


def _facts() -> Iterator[tuple[str, str]]:
    for entry in catalogue.all_facts().values():
        yield from _entry(entry)
    for values in catalogue.words().values():
        yield from ((word["zh"], word["en"]) for word in values.values())
    yield from ((word["zh"], word["en"]) for word in catalogue.subjects().values())
    for chinese, english in catalogue.units().items():
        yield "{figure}" + chinese, "{figure} " + english
        yield "{label}（" + chinese + "）", "{label} (" + english + ")"


def _entry(entry: FactEntry) -> Iterator[tuple[str, str]]:
    yield entry.zh, entry.en
    for inner in entry.fields.values():
        yield from _entry(inner)


def _law() -> Iterator[tuple[str, str]]:
    law = library(*local_layers())
    yield from ((rule.term, rule.term_en) for rule in law.rules.values())
    yield from ((each.term, each.term_en) for each in law.derivations.values())
    for parameter in law.parameters.values():
        yield parameter.zh, parameter.en
    for instrument in law.instruments.values():
        yield instrument.zh, instrument.en
        if instrument.layer:
            yield instrument.layer.authority_zh, instrument.layer.authority_en
        yield from ((clause.zh, clause.en) for clause in instrument.clauses.values())
        yield from ((each["zh"], each["en"]) for each in instrument.uncoded.values())
