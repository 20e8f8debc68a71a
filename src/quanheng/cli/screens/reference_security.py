"""The reference page of security: two lists of requirements, in our own words, each beside its place and its tests. Data in, text out."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from quanheng.cli.screens.reference_pages import code, page, table

DATA = Path(__file__).resolve().parents[1] / "data"
CHAPTERS = {
    1: "Encoding", 2: "Business logic", 3: "Browser", 4: "Services", 5: "Files", 6: "Sign-in", 7: "Sessions", 8: "Authorization", 9: "Tokens",
    10: "OAuth and OpenID Connect", 11: "Cryptography", 12: "Transport", 13: "Configuration", 14: "Data", 15: "Architecture", 16: "Logs and errors", 17: "WebRTC",
}  # fmt: skip
STATES = {
    "done": "done",
    "part": "in part",
    "not": "**not done**",
    "house": "the operator's",
    "none": "does not apply",
}


def security() -> str:
    """Counts first, then ASVS by chapter, then the rows of 等保."""
    rows = asvs()
    lead = (
        "What the OWASP ASVS 5.0.0 asks at levels 1 and 2, and what GB/T 22239-2019 asks at level 3, beside what is done and the test that tries it. "
        "Requirements are told in our own words; read the standards for theirs. Written by us, assessed by nobody else."
    )
    parts = ["## OWASP ASVS 5.0.0", _counts(rows)]
    parts += [f"### V{number} {name}\n\n{_chapter(rows, number)}" for number, name in CHAPTERS.items()]
    return page("Security requirements", lead, *parts, "## 等保 (GB/T 22239-2019), level 3", _dengbao())


def asvs() -> list[dict[str, Any]]:
    """The rows of `data/asvs.toml`."""
    rows: list[dict[str, Any]] = tomllib.loads((DATA / "asvs.toml").read_text(encoding="utf-8"))["row"]
    return rows


def dengbao() -> list[dict[str, Any]]:
    """The rows of `data/dengbao.toml`."""
    rows: list[dict[str, Any]] = tomllib.loads((DATA / "dengbao.toml").read_text(encoding="utf-8"))["row"]
    return rows


def extra() -> frozenset[str]:
    """Numbers of level 3 that are told as well."""
    return frozenset(tomllib.loads((DATA / "asvs.toml").read_text(encoding="utf-8"))["level_3"])


def tests() -> frozenset[str]:
    """Every test that either list names."""
    return frozenset(name for row in (*asvs(), *dengbao()) for name in row["test"])


def _counts(rows: Iterable[Mapping[str, Any]]) -> str:
    found = Counter(row["is"] for row in rows for each in row["ids"] if each not in extra())
    told = ", ".join(f"{found[state]} {name}" for state, name in STATES.items())
    return f"Of {sum(found.values())} requirements of levels 1 and 2: {told}. Of level 3 only what is met is told."


def _chapter(rows: Iterable[Mapping[str, Any]], number: int) -> str:
    lines = (
        [", ".join(row["ids"]), STATES[row["is"]], row["what"], row["where"], _named(row["test"])]
        for row in rows
        if any(each.split(".")[0] == str(number) for each in row["ids"])
    )
    return table(["number", "", "what", "where", "tried by"], lines)


def _dengbao() -> str:
    lines = ([row["item"], row["shown"], row["missing"] or "—", _named(row["test"])] for row in dengbao())
    return table(["item", "what is shown", "what is missing", "tried by"], lines)


def _named(names: Iterable[str]) -> str:
    return ", ".join(map(code, names)) or "no test of its own"
