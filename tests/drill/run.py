"""`make drill`: QUANHENG_DRILL_CYCLES (200) kills of pages (once, and again when they have just risen), worker, database and everything, under load; then the search for canaries.

Prints a line for each cycle and the counts; ends with 1 when anything acknowledged was lost or doubled, when it took longer
than ten seconds to come back, or when a canary lies anywhere in clear.
"""

import json
import os
import random
import shutil
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from rich.console import Console

CANARY = "999001198503010" + "018"
SURNAME = "鱻龘"
RELATIVE = "靐麤"
LIMIT_SECONDS = float(os.environ.get("QUANHENG_DRILL_SECONDS", "10"))
CLIENTS = int(os.environ.get("QUANHENG_DRILL_CLIENTS", "4"))
DAY = "2025-11-19"  # the third day of the factories' notices


@dataclass
class Outcome:
    """演练结果: what was counted."""

    cycles: int = 0
    kills: dict[str, int] = field(default_factory=dict)
    acknowledged: int = 0
    unacknowledged_but_kept: int = 0
    files: int = 0
    gave_up: int = 0
    slowest_seconds: dict[str, float] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    canaries: dict[str, int] = field(default_factory=dict)

    @property
    def is_good(self) -> bool:
        return not self.faults and not any(self.canaries.values())


def drill(home: Path, cycles: int, tell: Callable[[str], None]) -> Outcome:
    """Found a house in that folder, load it, kill its parts in turn, and look at what is left."""
    from tests.drill.machine import KINDS, Machine

    machine = Machine(home, DAY)
    os.environ.update(
        {key: machine.environment[key] for key in ("QUANHENG_HOME", "TMPDIR", "QUANHENG_DEMONSTRATION")}
    )
    made = machine.run("migrate")
    if made.returncode:
        raise RuntimeError(made.stdout + made.stderr)
    _django()
    chosen = [KINDS[n % len(KINDS)] for n in range(cycles)]
    random.shuffle(chosen)
    outcome = Outcome(cycles=cycles, kills={kind: chosen.count(kind) for kind in KINDS})
    machine.start()
    try:
        numbers = _cycles(machine, chosen, outcome, tell)
        outcome.canaries = _search(machine, numbers)
    finally:
        ended = machine.stop()
    if ended != 0:
        outcome.faults.append(f"asked to end, it ended with {ended}")
    return outcome


def _cycles(machine: Any, chosen: list[str], outcome: Outcome, tell: Callable[[str], None]) -> list[str]:
    """The identity numbers that were imported meanwhile."""
    from quanheng.web.screens import clock
    from tests.drill.load import Client, Ledger
    from tests.drill.scene import Scene

    scene, ledger, ending = Scene(notices=20 + len(chosen) * 10), Ledger(), threading.Event()
    machine.wait(lambda: machine.is_well() and bool(_workers()))
    scene.hand_in(
        0, SURNAME, RELATIVE, clock.now()
    )  # makes the organisations, so that later files change nothing but people
    scene.finish(clock.now)
    clients = [Client(machine.port, scene.slugs, CANARY, ledger, ending) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    for number, kind in enumerate(chosen, 1):
        scene.hand_in(number, SURNAME, RELATIVE, clock.now())
        time.sleep(random.uniform(0.2, 1.2))
        before = _workers() if kind in ("worker", "everything") else set()
        machine.kill(kind)
        seconds = machine.wait(lambda gone=before: machine.is_well() and bool(_workers() - gone))  # type: ignore[misc]
        outcome.slowest_seconds[kind] = max(seconds, outcome.slowest_seconds.get(kind, 0))
        if seconds > LIMIT_SECONDS:
            outcome.faults.append(f"{kind}: back after {seconds:.1f} s")
        _quietly(lambda: scene.say_yes(clock.now()))
        tell(
            f"{number}/{len(chosen)} {kind}: back after {seconds:.2f} s, {len(ledger.acknowledged):,} acknowledged"
        )
    time.sleep(1)
    ending.set()
    for client in clients:
        client.join(20)
    scene.finish(clock.now)
    outcome.acknowledged, outcome.files, outcome.gave_up = len(ledger.acknowledged), len(scene.files), machine.gave_up
    outcome.faults += scene.faults(ledger.sent, ledger.acknowledged)
    outcome.unacknowledged_but_kept = _kept() - outcome.acknowledged
    return scene.numbers


def _search(machine: Any, numbers: list[str]) -> dict[str, int]:
    """Where the identity number and the name lie in clear: nowhere that is written by us. In a plain dump the numbers and the family of files do not either."""
    from tests.drill.search import files_with

    key = machine.home / "recovery"
    os.environ["QUANHENG_PASSPHRASE"] = machine.environment["QUANHENG_PASSPHRASE"] = "演练用的恢复口令，不少于十二位"
    for command in (("recovery", str(key)), ("backup", "--to", str(key / "recovery.pub"), "--with-keys")):
        done = machine.run(*command)
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
    places = {
        "sealed backup": machine.home / "backups",
        "logs": machine.home / "logs",
        "output of the server": machine.home / "output.txt",
        "log of the database": machine.home / "postgresql" / "log",
        "temporary files": machine.temporary,
        "figures": machine.home / "run",
    }
    found = {name: len(files_with(path, (CANARY, SURNAME, RELATIVE, *numbers))) for name, path in places.items()}
    done = machine.run("backup", "--into", str(machine.home / "plain"))
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    return found | {"plain dump": len(files_with(machine.home / "plain", (RELATIVE, *numbers)))}


def _django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quanheng.site.settings")
    import django

    django.setup()


def _workers() -> set[int]:
    """By which connections workers are there; a killed one lets go of its own when the server notices."""
    from django.db import Error, connection

    from quanheng.operations.queries.presence import connections_of_workers

    try:
        return connections_of_workers()
    except Error:
        connection.close()
        return set()


def _kept() -> int:
    from quanheng.access.actions.scope import as_system
    from quanheng.disclosure.models import Objection

    with as_system():
        return Objection.objects.count()


def _quietly(act: Callable[[], None]) -> None:
    from django.db import Error, connection

    try:
        act()
    except Error:
        connection.close()


def main() -> None:
    cycles = int(os.environ.get("QUANHENG_DRILL_CYCLES", "200"))
    home = Path(mkdtemp(prefix="quanheng-drill-"))
    home.chmod(0o711)
    console = Console(highlight=False, soft_wrap=True)
    outcome = drill(home, cycles, console.print)
    console.print(json.dumps(asdict(outcome), ensure_ascii=False, indent=1), markup=False)
    if outcome.is_good:
        shutil.rmtree(home, ignore_errors=True)
    sys.exit(0 if outcome.is_good else 1)


if __name__ == "__main__":
    main()
