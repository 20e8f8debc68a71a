"""Instruments as read from `source.toml`: titles, versions with their first days, clauses in our own words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from quanheng.kernel.citations import Citation


class NotInForce(ValueError):  # noqa: N818  reads as what it is, like Refused
    """A question about a day before the instrument's first encoded version. 尚无适用版本"""


@dataclass(frozen=True, order=True)
class Version:
    """版本: in force from `from_on` until the next version or the instrument's end.

    `precision` says how well the first day is known: day, month or year (then the first day of it stands here).
    """

    from_on: date
    key: str
    title: str
    document_number: str = ""
    precision: str = "day"


@dataclass(frozen=True)
class Layer:
    """地方层: a city's own rules, which may tighten those of its parents for its authority, never loosen them."""

    parents: tuple[str, ...]
    authority_zh: str
    authority_en: str


@dataclass(frozen=True)
class Clause:
    """条款: our summary; `numbers` says how a version numbers it ("" where the number was not seen)."""

    key: str
    zh: str
    en: str
    evidence: str
    numbers: Mapping[str, str]
    inferred: tuple[str, ...] = ()

    def number_in(self, version: str) -> str:
        """The clause's number in a version; the key itself where nothing else is recorded."""
        return self.numbers.get(version, self.key)


@dataclass(frozen=True)
class Instrument:
    """法规: versions in order of time and the clauses we cite.

    `ended` is the day from which it is in force no more; `uncoded` tells of clauses without a rule, with the reason.
    """

    name: str
    zh: str
    en: str
    versions: tuple[Version, ...]
    clauses: Mapping[str, Clause]
    layer: Layer | None = None
    ended: date | None = None
    uncoded: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def version_on(self, on: date) -> Version:
        """The version in force on a day. Raises NotInForce before the first and after the end."""
        known = [version for version in self.versions if version.from_on <= on]
        if not known:
            first = self.versions[0].from_on
            raise NotInForce(
                f"{self.name}《{self.zh}》 is encoded from {first} on; nothing can be said for {on}"
            )
        if self.ended and self.ended <= on:
            raise NotInForce(f"{self.name}《{self.zh}》 ended on {self.ended}; it says nothing for {on}")
        return known[-1]

    def cite(self, clause: str, on: date) -> Citation:
        """The clause as the version in force on a day numbers it. Raises KeyError for an unknown clause."""
        version, found = self.version_on(on), self.clauses[clause]
        number = found.number_in(version.key)
        is_seen = found.evidence in SEEN and bool(number) and version.key not in found.inferred
        return Citation(version.title, number, version.key, is_seen)


SEEN = ("text", "statute", "secondary")
EVIDENCE = (*SEEN, "inferred", "unverified")


def read_instrument(name: str, source: Mapping[str, Any]) -> Instrument:
    """An instrument from the contents of its `source.toml`. Raises KeyError or ValueError for a faulty file.

    >>> source = {"zh": "某条例", "en": "Some rules", "versions": [{"key": "2019", "from": date(2019, 3, 3)}]}
    >>> str(read_instrument("some", source | {"clauses": {"8": {"zh": "资格", "en": "..."}}}).cite("8", date(2020, 1, 1)))
    '《某条例》（2019年）第八条'
    """
    versions = tuple(sorted(_version(each, source["zh"]) for each in source["versions"]))
    clauses = {key: _clause(key, each, versions) for key, each in source.get("clauses", {}).items()}
    return Instrument(
        name,
        source["zh"],
        source["en"],
        versions,
        clauses,
        _layer(source.get("layer")),
        source.get("ended"),
        source.get("uncoded", {}),
    )


def _layer(entry: Mapping[str, Any] | None) -> Layer | None:
    if entry is None:
        return None
    return Layer(tuple(entry["of"]), entry["authority"]["zh"], entry["authority"]["en"])


def _version(entry: Mapping[str, Any], title: str) -> Version:
    if (precision := entry.get("precision", "day")) not in ("day", "month", "year"):
        raise ValueError(f"version {entry['key']}: precision is day, month or year, not {precision!r}")
    number = entry.get("number", "")
    return Version(entry["from"], entry["key"], entry.get("title", title), number, precision)


def _clause(key: str, entry: Mapping[str, Any], versions: tuple[Version, ...]) -> Clause:
    evidence, numbers = entry.get("evidence", "text"), entry.get("numbers", {})
    if evidence not in EVIDENCE:
        raise ValueError(f"clause {key}: evidence is one of {', '.join(EVIDENCE)}, not {evidence!r}")
    if strange := set(numbers) - {version.key for version in versions}:
        raise ValueError(f"clause {key}: no version {', '.join(sorted(strange))}")
    if not key[0].isdigit():  # a clause known by what it says: without a number unless a version gives one
        numbers = {version.key: "" for version in versions} | numbers
    return Clause(key, entry["zh"], entry["en"], evidence, numbers, tuple(entry.get("inferred", ())))
