"""`python -m benchmarks.screening`: one vacancy among a hundred thousand registered people, through the command.

Needs a rehearsal in the same QUANHENG_HOME (`quanheng rehearse --out DIR`). Prints seconds waited and seconds worked.
"""

import os
import resource
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from rich.console import Console

from benchmarks.large_registry import LARGE, grow

COMMAND = [str(Path(sys.executable).parent / "quanheng")]
SCENARIO = Path(__file__).parents[1] / "datasets" / "yunling" / "scenario.toml"
COPIES, ROUNDS, GOAL, PORT = 83, 5, 2.0, 8764


def main() -> None:
    """Grow the registry, then screen it a few times; the best round counts, as others may be at work on the machine."""
    console = Console()
    people = grow(console, times=COPIES)
    motion = tomllib.loads(SCENARIO.read_text(encoding="utf-8"))
    seat = f"{motion['vacancy']['organisation_code']}/{motion['vacancy']['post']}"
    on = motion["motion"]["opened_on"]
    command = [*COMMAND, "screen", "--post", seat, "--as", motion["motion"]["opened_by"], "--on"]
    kept, _ = _once([*COMMAND, "migrate"], on)
    console.print(f"careers worked out after the import: {kept:.1f} s")
    earlier = on.replace(year=on.year - 2)
    with _served(on):
        _tell(console, f"screen {people} people, today, beside the served house", [*command, str(on)], on)
        _tell(console, f"screen {people} people, two years before, careers read line by line", [*command, str(earlier)], on)
    _tell(console, f"screen {people} people, today, nothing else running, the database started first", [*command, str(on)], on)


def _tell(console: Console, name: str, command: list[str], on: date) -> None:
    waited, worked = min(_once(command, on) for _ in range(ROUNDS))
    console.print(f"{name}: {waited:.1f} s waited (goal {GOAL:.0f} s), {worked:.1f} s of processor in the command")


@contextmanager
def _served(today: date) -> Iterator[None]:
    """The house as a department keeps it: served, the database at work."""
    environment = os.environ | {"QUANHENG_DATABASE": LARGE, "QUANHENG_DEMONSTRATION": today.isoformat()}
    server = subprocess.Popen([*COMMAND, "serve", "--port", str(PORT)], env=environment, stdout=subprocess.DEVNULL)
    try:
        for _ in range(600):
            with suppress(OSError), socket.create_connection(("127.0.0.1", PORT), timeout=1):
                break
            time.sleep(0.1)
        yield
    finally:
        server.terminate()
        server.wait(30)


def _once(command: list[str], today: date) -> tuple[float, float]:
    environment = os.environ | {"QUANHENG_DATABASE": LARGE, "QUANHENG_DEMONSTRATION": today.isoformat()}
    before, begun = _worked(), time.perf_counter()
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun, _worked() - before


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
