"""Code tables (码表): from a code to its label and back, with the nearest labels for one that is not there.
The tables are the CSV files in `registry/data/codes`; each is read when it is first asked for.
"""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

_FOLDER = Path(__file__).parent.parent / "data" / "codes"
_WIDTH = str.maketrans({"(": "（", ")": "）", " ": None, "\u3000": None, "\u00a0": None, "\t": None, "\n": None})


@dataclass(frozen=True)
class Code:
    """One row of a code table (代码)."""

    code: str
    label: str
    label_en: str = ""
    parent: str = ""
    also: tuple[str, ...] = ()
    note: str = ""

    def remark(self, key: str) -> str:
        """The value of `key=…` in the note, or "".

        >>> table("discipline")["P1"].remark("impact_months")
        '12'
        """
        parts = (part.strip().partition("=") for part in self.note.split(";"))
        return next((value for name, _, value in parts if name == key), "")


class UnknownLabel(Refused):
    """A label no row of the table carries, or that several carry (无此代码)."""

    def __init__(self, name: str, label: str, nearest: tuple[str, ...]) -> None:
        self.nearest = nearest
        super().__init__(
            text("无法识别“{label}”", label=label),
            why=text("码表“{table}”中没有这一项", table=table(name).title),
            remedy=text("可填：{labels}", labels="、".join(nearest)) if nearest else "",
        )


@dataclass(frozen=True)
class CodeTable(Mapping[str, Code]):
    """A code table (码表): a mapping from code to row, in the published order."""

    name: str
    title: str
    standard: str
    rows: Mapping[str, Code]
    _by_label: Mapping[str, tuple[str, ...]]

    def __getitem__(self, code: str) -> Code:
        return self.rows[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def __hash__(self) -> int:
        return hash(self.name)

    def codes_of(self, label: str) -> tuple[str, ...]:
        """Every code that carries this label or another accepted wording of it."""
        return self._by_label.get(_plain(label), ())


@cache
def table(name: str) -> CodeTable:
    """The table called `name`; KeyError when there is none.

    >>> table("sex")["2"].label
    '女'
    """
    entry = _index()[name]
    with (_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["code"]: _row(row) for row in csv.DictReader(file)}
    return CodeTable(name, entry["title"], entry["standard"], rows, _labels(rows))


def names() -> tuple[str, ...]:
    """The names of all tables, sorted."""
    return tuple(sorted(_index()))


def label(name: str, code: str) -> str:
    """The label of a code; the code itself when the table does not have it, so that nothing is lost.

    >>> label("post_level", "131"), label("post_level", "unheard")
    ('县处级正职', 'unheard')
    """
    row = table(name).get(code)
    return row.label if row else code


def find(name: str, said: str) -> str | None:
    """The code for a label, an accepted wording or a code; None when none or several fit.

    >>> find("political_status", "九三"), find("sex", "男性"), find("sex", "1"), find("sex", "猫")
    ('10', '1', '1', None)
    """
    found = table(name).codes_of(said)
    if len(found) == 1:
        return found[0]
    return said.strip() if not found and said.strip() in table(name) else None


def code(name: str, said: str) -> str:
    """Like `find`, but refuses with the nearest labels.

    >>> code("post_level", "县处正职")
    Traceback (most recent call last):
    quanheng.registry.core.codes.UnknownLabel: 无法识别“县处正职”：码表“职务层次”中没有这一项。可填：县处级正职、县处级副职、国家级正职
    """
    found = find(name, said)
    if found is None:
        raise UnknownLabel(name, said, nearest(name, said))
    return found


def nearest(name: str, said: str, limit: int = 3) -> tuple[str, ...]:
    """The labels most like `said`, best first; for a label several rows carry, those rows told apart.

    >>> nearest("award_punishment", "记过")[0]
    '记过（公务员纪律处分）'
    """
    rows = table(name)
    shared = rows.codes_of(said)
    if len(shared) > 1:
        return tuple(f"{rows[each].label}（{label(name, rows[each].parent) or each}）" for each in shared)
    wanted = _plain(said)
    scored = sorted(((-_likeness(wanted, known), known) for known in rows._by_label), key=lambda pair: pair[0])
    best = dict.fromkeys(rows[rows._by_label[known][0]].label for score, known in scored if score < -0.3)
    return tuple(best)[:limit] if wanted else ()


def _likeness(wanted: str, known: str) -> float:
    if not set(wanted) & set(known):
        return 0.0
    return SequenceMatcher(None, wanted, known, autojunk=False).ratio()


@cache
def _index() -> dict[str, dict[str, str]]:
    return tomllib.loads((_FOLDER / "index.toml").read_text(encoding="utf-8"))


def _row(row: dict[str, str]) -> Code:
    also = tuple(word for word in row["also"].split("|") if word)
    return Code(row["code"], row["label"], row["label_en"], row["parent"], also, row["note"])


def _labels(rows: Mapping[str, Code]) -> dict[str, tuple[str, ...]]:
    """Labels go before other wordings: 科员 as a label hides nobody's 科员 as an alias."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows.values():
        found[_plain(row.label)] = (*found.get(_plain(row.label), ()), row.code)
    for row in rows.values():
        for word in row.also:
            found.setdefault(_plain(word), (row.code,))
    return found


def _plain(said: str) -> str:
    return said.translate(_WIDTH)
