"""Facts from sanctions, treatments and admonitions: until when they restrict, and whether they may still matter.

The windows themselves are the law's (`regulation.core.windows`); here the rows are put in the law's words.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Protocol

from quanheng.registry.core import codes
from quanheng.regulation.core import sanctions as law
from quanheng.regulation.core.windows import Window, longest, windows

FAMILIES = {
    "P": law.Family.PARTY,
    "G": law.Family.STATE,
    "I": law.Family.INSTITUTION,
    "O": law.Family.TREATMENT,
    "A": law.Family.ADMONITION,
}
MERE_WORDS = ("A1", "A2", "A3", "A4")
"""提醒谈话, 批评教育, 责令检查, 通报批评: no instrument gives them a window."""


class SanctionRow(Protocol):
    """A row of `Sanction`, or as much of one as the windows rest on."""

    @property
    def pk(self) -> int: ...
    @property
    def code(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def effective_on(self) -> date: ...
    @property
    def conduct_until_on(self) -> date | None: ...
    @property
    def months(self) -> int | None: ...
    @property
    def lifted_on(self) -> date | None: ...


class Sanctioned(NamedTuple):
    """Such a row without the record it stands in; `key` is the person's."""

    key: str
    pk: int
    code: str
    name: str
    effective_on: date
    conduct_until_on: date | None
    months: int | None
    lifted_on: date | None


def restrictions(sanctions: Iterable[SanctionRow], on: date) -> dict[str, object]:
    """Until when they restrict, surely and by advice, and whether they are still felt; unknown when a row cannot be read as one of the law's kinds."""
    rows = [row for row in sanctions if row.effective_on <= on and code_of(row) not in MERE_WORDS]
    read = [_read(row) for row in rows]
    sure, advised = _until(rows, [each for each in read if each], on) if None not in read else (None, None)
    return {
        "is_restriction_still_felt": None if rows else False,
        "restricted_until": sure,
        "restriction_advised_until": advised,
    }


def sanction_records(sanctions: Iterable[SanctionRow], on: date) -> list[dict[str, object]] | None:
    """The law's fact `sanctions`: what took effect by the day, as its words have it; None when a row cannot be read."""
    rows = [row for row in sanctions if row.effective_on <= on and code_of(row) not in MERE_WORDS]
    read = [_read(row) for row in rows]
    if None in read:
        return None
    return [
        {
            "family": each.family.value,
            "kind": _KEYS[each.kind],
            "effective_on": each.effective_on,
            "conduct_on": each.conduct_on,
            "months": each.months,
            "rights_restored_on": each.rights_restored_on,
        }
        for each in read
        if each
    ]


_KEYS = {kind: key for key, kind in law.KEYS.items()}


def code_of(row: SanctionRow) -> str | None:
    """The code of the table `discipline`; by the words of the name when the row carries none of its codes."""
    if row.code in codes.table("discipline"):
        return row.code
    return codes.find("discipline", row.name)


def _read(row: SanctionRow) -> law.Sanction | None:
    code = code_of(row)
    family = FAMILIES.get(code[:1]) if code else None
    kind = codes.label("discipline", code) if code else ""
    if family is None or (family, kind) not in law.KINDS:
        return None
    try:
        return law.Sanction(
            family=family,
            kind=kind,
            effective_on=row.effective_on,
            id=str(row.pk),
            conduct_on=row.conduct_until_on,
            months=row.months,
            rights_restored_on=row.lifted_on if kind == "留党察看" else None,
        )
    except law.SanctionError:  # dates that cannot be: the file must be put right first
        return None


def _until(rows: list[SanctionRow], read: list[law.Sanction], on: date) -> tuple[date | None, date | None]:
    """The last day barred, surely and by advice. A row lifted early may have been revoked: when that would free the person, unknown."""
    lifted = {str(row.pk) for row in rows if row.lifted_on and row.lifted_on <= on}
    rest = [each for each in read if each.id not in lifted or each.kind == "留党察看"]
    whole = windows(read, on=on)
    without = whole if len(rest) == len(read) else windows(rest, on=on)
    sure, advised = (_settled(whole, without, on, with_unverified=each) for each in (False, True))
    return sure, advised


def _settled(whole: list[Window], without: list[Window], on: date, *, with_unverified: bool) -> date | None:
    last, free = (longest(each, with_unverified=with_unverified) for each in (whole, without))
    return None if last >= on > free else last
