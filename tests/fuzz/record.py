"""`make fuzz-record`: 10,000 changed cells of the database, 10,000 changed bytes and every truncation of a case's folder, rollbacks.

Works in a database of its own (`quanheng_fuzz_record`, emptied by undoing). Every damage must be found and its place named; what
is not found is printed with the seed, and the run ends with 1. QUANHENG_FUZZ_FILES says how many instead of 10,000.
"""

import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ["QUANHENG_DATABASE"] = "quanheng_fuzz_record"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quanheng.site.settings")

import django

django.setup()

from django.db import Error, transaction  # noqa: E402
from rich.console import Console  # noqa: E402

from quanheng.access.actions.guard import as_owner  # noqa: E402
from quanheng.access.actions.scope import as_system  # noqa: E402
from quanheng.access.queries.log_check import log_faults  # noqa: E402
from quanheng.access.tests.log_factories import force  # noqa: E402
from quanheng.cli.screens.house import migrate  # noqa: E402
from quanheng.procedure.core import archive  # noqa: E402
from quanheng.procedure.tests.log_factories import Kept, folder_of, kept  # noqa: E402
from quanheng.procedure.tests.tampering import cells, damage, tamper  # noqa: E402

COUNT = int(os.environ.get("QUANHENG_FUZZ_FILES", "10000"))
console = Console(highlight=False)


class _UndoError(Exception):
    """Ends a savepoint so that what was done in it is undone."""


@contextmanager
def undone() -> Iterator[None]:
    """What happens inside is taken back."""
    try:
        with transaction.atomic():
            yield
            raise _UndoError
    except _UndoError:
        pass


def changed_cells(chance: random.Random) -> Iterator[str]:
    """One cell at a time; yields what was not found."""
    columns = cells()
    for number in range(COUNT):
        table, column = columns[number % len(columns)]
        with undone():
            try:
                with transaction.atomic():
                    changed = tamper(table, column, chance)
            except Error:
                continue  # the database itself took no such value
            fault = next(log_faults(), None)
            if fault is None or not fault.place:
                yield changed


def changed_bytes(folder: Path, chance: random.Random) -> Iterator[str]:
    """One byte at a time; yields what was not found, or found elsewhere."""
    for _ in range(COUNT):
        path, before = damage(folder, chance)
        checked = archive.check(folder)
        damaged = path.read_bytes()
        path.write_bytes(before)
        if checked.holds or path.name not in checked.place:
            yield f"{path.name}: {damaged!r:.200} {checked.place}"


def cut_files(folder: Path) -> Iterator[str]:
    """Every length of every file but the large ones, of which each hundredth."""
    for path in sorted(folder.iterdir()):
        whole = path.read_bytes()
        for length in range(0, len(whole), 1 if len(whole) < 5_000 else 100):
            path.write_bytes(whole[:length])
            if archive.check(folder).holds:
                yield f"{path.name} cut to {length}"
        path.write_bytes(whole)


def cut_logs(record: Kept) -> Iterator[str]:
    """The log cut after every leaf before the last checkpoint, and put back whole to the first one."""
    for seq in range(record.last.size):
        with undone():
            force("DELETE FROM access_logsalt WHERE seq > %s", seq)
            force("DELETE FROM access_logleaf WHERE seq > %s", seq)
            if not any(f"检查点 {record.last.size}" in fault.place for fault in log_faults()):
                yield f"log cut after {seq}"


def main() -> None:
    seed = int(os.environ.get("QUANHENG_FUZZ_SEED", str(time.time_ns())))
    chance, missed = random.Random(seed), Counter[str]()
    migrate(Console(quiet=True))
    with as_owner(), as_system(), tempfile.TemporaryDirectory() as name, undone():  # an intruder with the owner's rights
        record = kept(Path(name))
        folder = folder_of(record, Path(name) / "case")
        for what, found in (
            (f"{COUNT:,} changed cells", changed_cells(chance)),
            (f"{COUNT:,} changed bytes", changed_bytes(folder, chance)),
            ("every truncation of a folder", cut_files(folder)),
            ("every truncation of the log", cut_logs(record)),
        ):
            begun = time.monotonic()
            for each in found:
                missed[what] += 1
                console.print(f"■ {what}: {each}", markup=False, soft_wrap=True)
            console.print(f"● {what}: {missed[what]} not found, {time.monotonic() - begun:.0f} s (seed {seed})")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
