"""For tests of the record: two cases, three hundred leaves, two checkpoints, two witnesses; a case's folder with proofs."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from quanheng.access.core.signing import Signer
from quanheng.access.models import Account, Authority, Checkpoint
from quanheng.access.queries.log import log_size
from quanheng.access.tests.factories import AT, account
from quanheng.access.tests.log_factories import auditor, cosigned, entered, said, signed, signing, watching
from quanheng.procedure.actions.step import Outcome, write_record
from quanheng.procedure.core import archive
from quanheng.procedure.models import Case, RecordEntry
from quanheng.procedure.queries import catalogue
from quanheng.procedure.queries.evidence import evidence_of
from quanheng.procedure.queries.lines import record_lines

PROCEDURE = """
id = "kept"
name = "试验程序"
[[version]]
since = 2020-01-01
[[version.step]]
id = "begin"
name = "启动"
cites = ["《试验规定》第一条"]
who = "干部科"
[[version.step.act]]
verb = "kept.note"
name = "记录"
may_repeat = true
"""
LEAVES = 300


@dataclass
class Kept:
    """纪实一套: the cases, who keeps them, the key, the witnesses, the first and the last checkpoint."""

    cases: list[Case]
    by: Account
    auditor: Account
    signer: Signer
    witnesses: list[Signer]
    first: Checkpoint
    last: Checkpoint

    def entries(self, number: int = 0) -> list[RecordEntry]:
        return list(RecordEntry.objects.filter(case=self.cases[number]).order_by("number"))


def kept(folder: Path, *, entries: int = 5) -> Kept:
    """The second case's last entry is late; everything up to the last checkpoint is cosigned by both witnesses."""
    path = folder / "kept.toml"
    path.write_text(PROCEDURE, encoding="utf-8")
    catalogue.offer(path)
    watch = auditor()
    city = Authority.objects.get()
    by = account("wangmin", "officer", over=city)
    signer = signing(folder, by=watch)
    witnesses = [watching(folder, by=watch, name=name) for name in ("shenji.example", "shangji.example")]
    cases = [
        Case.objects.create(
            number=f"2026-{number:04}", title="试验", procedure="kept", procedure_since="2020-01-01", authority=city, opened_at=AT, opened_by=by
        )
        for number in (1, 2)
    ]
    for case in cases:
        case.refresh_from_db()
        for number in range(1, entries + 1):
            note(case, number, by=by, is_late=number == entries)
    first = signed(signer)
    cosigned(first, *witnesses)
    entered(LEAVES - log_size(), by=watch)
    note(cases[0], entries + 1, by=by)
    last = signed(signer, minutes=3, last=said(first))
    cosigned(last, *witnesses, minutes=4)
    return Kept(cases, by, watch, signer, witnesses, first, last)


def note(case: Case, number: int, *, by: Account, is_late: bool = False) -> RecordEntry:
    """One entry."""
    at = AT + timedelta(minutes=number)
    happened = at - timedelta(days=2) if is_late else None
    outcome = Outcome(result=f"第{number}次：同意9\u2028票", facts={"票": number, "𠮷": ["甲", True]}, place="三楼", happened_at=happened)
    return write_record(case=case, verb="kept.note", label="记录", cites=("《试验规定》第一条",), by=by, at=at, outcome=outcome)


def folder_of(made: Kept, into: Path, *, number: int = 0) -> Path:
    """The folder of a case with two papers and all its proofs."""
    entries = made.entries(number)
    case = {"number": made.cases[number].number, "title": made.cases[number].title}
    papers = {"任职通知.pdf": b"%PDF-1", "公示.pdf": b"%PDF-2"}
    files, _root = archive.build(
        case=case, entries=record_lines(entries), documents=papers, labels={"公示.pdf": "任前公示"}, evidence=evidence_of(entries)
    )
    archive.write(into, files)
    return into
