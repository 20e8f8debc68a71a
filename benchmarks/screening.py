"""`python -m benchmarks.screening`: one vacancy among a hundred thousand registered people, through the command.

Needs a rehearsal in the same QUANHENG_HOME (`quanheng rehearse --out DIR`). Prints seconds waited and seconds worked.
"""

import os
import resource
import subprocess
import sys
import time
import tomllib
from datetime import date
from pathlib import Path

from rich.console import Console

from benchmarks.large_registry import LARGE, grow

COMMAND = [str(Path(sys.executable).parent / "quanheng")]
SCENARIO = Path(__file__).parents[1] / "datasets" / "yunling" / "scenario.toml"
COPIES, ROUNDS, GOAL = 83, 3, 2.0


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
    for name, day in (("today", on), ("two years before, careers read line by line", on.replace(year=on.year - 2))):
        waited, worked = min(_once([*command, str(day)], on) for _ in range(ROUNDS))
        console.print(f"screen {people} people, {name}: {waited:.1f} s waited (goal {GOAL:.0f} s), {worked:.1f} s of processor in the command")


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
