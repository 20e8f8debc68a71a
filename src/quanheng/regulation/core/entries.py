"""How a fact is described, as read from `data/facts/*.toml`. Looking facts up and checking values is in `facts`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

TYPES: Mapping[str, type] = {
    "yes": bool,
    "number": int,
    "rank": int,
    "clock": int,
    "word": str,
    "day": date,
    "records": list,
}
_KEYS = {"zh", "en", "kind", "unit", "least", "words", "from", "fields"}


@dataclass(frozen=True)
class FactEntry:
    """事实条目.

    `kind` is yes (true or false), number, rank (an ordered number with words), clock (full months that grow with
    time), word (one of `words`; any word when it has none), day, or records (a list of tables with `fields`).
    `words` are the possible values with their Chinese words, `least` the smallest number possible.
    """

    name: str
    subject: str
    zh: str
    en: str
    kind: str
    source: str
    unit: str = ""
    words: Mapping[object, str] = field(default_factory=dict)
    least: int = 0
    fields: Mapping[str, "FactEntry"] = field(default_factory=dict)

    @property
    def type(self) -> type:
        """The Python type of its values."""
        return TYPES[self.kind]

    @property
    def grows(self) -> bool:
        """Whether it is a clock of months that runs on by itself."""
        return self.kind == "clock"


Words = Mapping[str, Mapping[str, Mapping[str, str]]]


def read_facts(source: Mapping[str, Any], words: Words) -> dict[str, FactEntry]:
    """The facts of one file by name. Raises ValueError naming the fact for a faulty entry.

    >>> file = {"subject": "person", "facts": {"is_fit": {"zh": "合格", "en": "Fit", "kind": "yes", "from": "record"}}}
    >>> read_facts(file, {})["is_fit"].type
    <class 'bool'>
    """
    subject = source["subject"]
    return {name: _entry(name, subject, each, words) for name, each in source.get("facts", {}).items()}


def _entry(name: str, subject: str, source: Mapping[str, Any], words: Words) -> FactEntry:
    if strange := set(source) - _KEYS:
        raise ValueError(f"{name}: a fact has no {', '.join(sorted(strange))}")
    kind = str(source.get("kind"))
    if kind not in TYPES:
        raise ValueError(f"{name}: kind is one of {', '.join(TYPES)}, not {kind!r}")
    if "words" in source and source["words"] not in words:
        raise ValueError(f"{name}: no [words.{source['words']}] in any file of data/facts")
    values = words[source["words"]] if "words" in source else {}
    return FactEntry(
        name,
        subject,
        source["zh"],
        source["en"],
        kind,
        source.get("from", ""),
        "个月" if kind == "clock" else source.get("unit", ""),
        {(int(key) if kind == "rank" else key): word["zh"] for key, word in values.items()},
        source.get("least", 0),
        {key: _entry(key, subject, each, words) for key, each in source.get("fields", {}).items()},
    )
