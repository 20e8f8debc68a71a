"""One step of `benchmarks.imports`, run where Django is set up: the same acts the worker calls."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from quanheng.access.actions.scope import as_system
from quanheng.access.models import Account, Authority, Grant
from quanheng.exchange.actions.ask_export import ask_export
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.make_export import make_export
from quanheng.exchange.actions.preview_import import read_import
from quanheng.exchange.actions.receive_import import receive_import
from quanheng.exchange.models import ExportJob, ImportBatch, ImportJob

AT = datetime(2026, 1, 1, tzinfo=UTC)


def run(step: str, kind: str, file: Path, *, at: datetime) -> dict[str, Any]:
    """What the preview counted; a commit takes the newest preview, which another process made."""
    with as_system(on=at.date()):
        city, by = _city(), _officer()
    if step == "export":
        return _export(kind, by, at)
    if step == "preview":
        with file.open("rb") as opened:
            batch = receive_import(by=by, at=at, kind=kind, file_name=file.name, chunks=iter(lambda: opened.read(2**16), b""), authority=city)
        with as_system(on=at.date()):
            ImportJob.objects.filter(batch=batch).update(state="done")  # done right here, not by a worker
        batch = read_import(by=by, at=at, batch=batch)
    else:
        with as_system(on=at.date()):
            if step == "commit-anew":  # as when somebody has changed something in the registry meanwhile
                ImportBatch.objects.filter(state="previewed").update(stage={})
            waiting = ImportBatch.objects.select_related("authority").filter(state="previewed").latest("pk")
        batch = commit_import(by=by, at=at, batch=waiting)
    total: dict[str, Any] = batch.counts["total"]
    return total


def _export(kind: str, by: Account, at: datetime) -> dict[str, Any]:
    code = "" if kind == "workbook" else "001.001"
    export = ask_export(by=by, at=at, kind=kind, purpose="年度核对", organisation_code=code)
    ExportJob.objects.filter(pk=export.pk).update(state="done")
    made = make_export(by=by, at=at, export=export)
    return {"people": made.people, "bytes": made.size, "file": made.file_name}


def _city() -> Authority:
    found, _ = Authority.objects.get_or_create(code="city", defaults={"name": "中共临川市委员会", "path": "/city/"})
    return found


def _officer() -> Account:
    found, is_new = Account.objects.get_or_create(username="bench", defaults={"name": "贺知行", "created_at": AT})
    if is_new:
        Grant.objects.create(account=found, role="officer", authority=_city(), from_on="2020-01-01")
    return found
