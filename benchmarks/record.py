"""`make bench-record`: a million leaves: checking them all, signing a checkpoint, a proof, one act more; on this machine, now.

Works in a database of its own (`quanheng_bench_record`). Prints a table and writes benchmarks/record.json.
QUANHENG_BENCH_LEAVES says how many instead of a million.
"""

import json
import os
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

os.environ["QUANHENG_DATABASE"] = "quanheng_bench_record"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quanheng.site.settings")

import django

django.setup()

from django.db import connection, transaction  # noqa: E402
from rich.console import Console  # noqa: E402

from benchmarks.run import Figure, show  # noqa: E402
from quanheng.access.actions.guard import as_owner  # noqa: E402
from quanheng.access.actions.journal import write_entry  # noqa: E402
from quanheng.access.actions.log_keys import adopt_key  # noqa: E402
from quanheng.access.actions.scope import as_system  # noqa: E402
from quanheng.access.actions.sign_checkpoint import sign_checkpoint  # noqa: E402
from quanheng.access.core.chain import GENESIS, canonical  # noqa: E402
from quanheng.access.core.merkle import inclusion_proof, leaf_hash  # noqa: E402
from quanheng.access.core.notes import read_checkpoint, read_note  # noqa: E402
from quanheng.access.core.signing import LOG, make_key  # noqa: E402
from quanheng.access.core.tiles import Growing  # noqa: E402
from quanheng.access.models import Account, Authority, Grant  # noqa: E402
from quanheng.access.queries.log import log_size, log_state, stored_tiles  # noqa: E402
from quanheng.access.queries.log_check import log_faults  # noqa: E402
from quanheng.cli.screens.house import migrate  # noqa: E402

LEAVES = int(os.environ.get("QUANHENG_BENCH_LEAVES", "1000000"))
AT = datetime(2026, 1, 1, tzinfo=UTC)
ROUNDS = 30


def fill() -> None:
    """Journal lines as `write_entry` makes them, without a transaction for each."""
    import hashlib  # noqa: PLC0415

    head, grown, tiles = GENESIS, Growing(), []
    begun = log_size()
    assert begun == 0, "the bench database is filled once"
    with connection.cursor() as cursor:
        lines, leaves, salts = [], [], []
        for number in range(1, LEAVES + 1):
            at = AT + timedelta(seconds=number)
            facts = {"case": f"2026-{number % 9999:04}", "place": "市委三楼会议室"}
            said = {"by_name": "何知行", "action": "selection.notice.publish", "subject": f"procedure.recordentry:{number}", "authority_path": "/yunling/"}
            event, salt = canonical({"number": number, "at": at, "by": "", "facts": facts, **said}), secrets.token_bytes(16)
            digest = hashlib.sha256(b"\x01" + head.encode() + b"\n" + event).hexdigest()
            commitment = hashlib.sha256(salt + event).digest()
            lines.append((number, at, None, *said.values(), json.dumps(facts), head, digest))
            leaves.append((number, 1, number, at, commitment))
            salts.append((number, salt))
            tiles += grown.add([leaf_hash(commitment)])
            head = digest
            if number % 20_000 == 0 or number == LEAVES:
                _copy(cursor, "access_journalentry (number, at, by_id, by_name, action, subject, authority_path, facts, previous, digest)", lines)
                _copy(cursor, "access_logleaf (seq, kind, ref, at, commitment)", leaves)
                _copy(cursor, "access_logsalt (seq, salt)", salts)
                lines, leaves, salts = [], [], []
        _copy(cursor, "access_logtile (level, number, root)", tiles)
        cursor.execute("ANALYZE")


def _copy(cursor: object, into: str, rows: list[tuple[object, ...]]) -> None:
    with cursor.copy(f"COPY {into} FROM STDIN") as copy:  # type: ignore[attr-defined]
        for row in rows:
            copy.write_row(row)


def middle(work: Callable[[], object]) -> float:
    """Median milliseconds of a few rounds."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def one_act() -> None:
    """A line, its leaf, the commit."""
    with as_system(on=AT.date()):
        write_entry(by=None, at=AT, action="test.note", subject="x", authority_path="", facts={"n": 1})


def main() -> None:
    migrate(Console(quiet=True))
    with as_owner():
        if log_size() < LEAVES:
            fill()
    with as_system(on=AT.date()):
        begun = time.perf_counter()
        assert next(log_faults(), None) is None
        seconds, size = time.perf_counter() - begun, log_size()
    figures = [Figure("entries checked, events to tree", size / seconds, "a second", 50_000)]
    figures.append(Figure("checking them all", seconds, "s", size / 50_000))
    with tempfile.TemporaryDirectory() as name:
        figures += _small(Path(name))
    console = Console()
    console.print(f"{size:,} leaves")
    show(console, figures)
    Path("benchmarks/record.json").write_text(json.dumps([asdict(each) for each in figures], ensure_ascii=False, indent=1))


def _small(folder: Path) -> list[Figure]:
    """What is done every minute or with every act."""
    with as_system(on=AT.date()):
        city = Authority.objects.create(code="bench", name="bench", path="/bench/")
        by = Account.objects.create(username="bench", name="bench", created_at=AT)
        Grant.objects.create(account=by, role="audit_admin", authority=city, from_on=AT.date())
        signer = make_key(folder / "log.key", name="bench.example/log", algorithm=LOG)
        adopt_key(by=by, at=AT, key=signer.key.spelt)
        made = sign_checkpoint(signer=signer, at=AT, last=None)
        assert made is not None
        said = read_checkpoint(read_note(made.note)[0])

        def sign() -> None:
            write_entry(by=None, at=AT, action="test.note", subject="x", authority_path="", facts={})
            sign_checkpoint(signer=signer, at=AT, last=said)

        figures = [
            Figure("a checkpoint, with proof of growth since the last", middle(sign), "ms", 100),
            Figure("an inclusion proof", middle(lambda: inclusion_proof(stored_tiles().node, 3, log_size())), "ms", 20),
            Figure("how far it is signed (every page of the auditor)", middle(lambda: log_state(now=AT)), "ms", 10),
        ]
        transaction.set_rollback(True)
    return [*figures, Figure("a line with its leaf, committed", middle(one_act), "ms", 10)]


if __name__ == "__main__":
    main()
