"""`make fuzz`: damaged files until QUANHENG_FUZZ_SECONDS (600) have passed or QUANHENG_FUZZ_FILES (1,000,000) were tried in all.

A run goes on where the last one stopped (out/fuzz/state.json); QUANHENG_FUZZ_SEED begins a new series. Every file follows from
the seed and its number alone. One that brings out anything but a refusal, or takes longer than QUANHENG_FUZZ_LIMIT seconds (10), is kept.
"""

import faulthandler
import json
import os
import random
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.fuzz.mutations import damaged, mark
from tests.fuzz.readers import Reader, readers, taken

SECONDS = float(os.environ.get("QUANHENG_FUZZ_SECONDS", "600"))
FILES = int(os.environ.get("QUANHENG_FUZZ_FILES", "1000000"))
LIMIT = float(os.environ.get("QUANHENG_FUZZ_LIMIT", "10"))
FOLDER = Path("out/fuzz")
CURRENT = FOLDER / "current"
FAULT = "FAULT"
_EVERY_SECONDS = 2.0
console = Console(highlight=False)


@dataclass
class Series:
    """What was tried under one seed so far (批次): kept on disk, so that a million may be reached over days."""

    seed: int
    tried: int = 0
    seconds: float = 0.0
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def faults(self) -> int:
        return sum(count for name, count in self.counts.items() if name.endswith(FAULT))

    def keep(self) -> None:
        said = {
            "seed": self.seed,
            "tried": self.tried,
            "seconds": round(self.seconds, 1),
            "counts": dict(sorted(self.counts.items())),
        }
        beside = FOLDER / "state.new"
        beside.write_text(json.dumps(said, indent=1) + "\n")
        beside.replace(FOLDER / "state.json")


def kept() -> Series:
    """The series to go on with; a new one when another seed is asked for, or there was none."""
    asked = os.environ.get("QUANHENG_FUZZ_SEED")
    path = FOLDER / "state.json"
    if path.exists():
        said = json.loads(path.read_text())
        if asked in (None, str(said["seed"])):
            return Series(said["seed"], said["tried"], said["seconds"], Counter(said["counts"]))
    return Series(int(asked) if asked else time.time_ns())


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    series = kept()
    console.print(
        f"seed {series.seed}: {series.tried:,} tried; up to {FILES:,}, {SECONDS:g} s now, {LIMIT:g} s for each"
    )
    deadly = _deadly()
    begun = shown = time.monotonic()
    before = series.seconds, series.tried
    while series.tried < FILES and time.monotonic() - begun < SECONDS:
        one(series, deadly)
        now = time.monotonic()
        series.seconds = before[0] + now - begun
        if now - shown > _EVERY_SECONDS:
            shown = now
            series.keep()
            rate = (series.tried - before[1]) / (now - begun)
            console.print(
                f"{series.tried:,} files, {rate:,.0f} a second, {now - begun:,.0f} s, {series.faults} faults"
            )
    series.keep()
    tell(series)
    sys.exit(1 if series.faults else 0)


def one(series: Series, deadly: str = "") -> None:
    """The next file of the series: made from the seed and its number, and read, unless it has ended two runs already."""
    chance = random.Random(f"{series.seed}:{series.tried}")
    reader = chance.choice(readers())
    content = damaged(reader, chance)
    CURRENT.write_bytes(content)
    result = FAULT if mark(content) == deadly else outcome(reader, content)
    CURRENT.unlink()
    series.counts[f"{reader.name} {result}"] += 1
    series.tried += 1


def outcome(reader: Reader, content: bytes) -> str:
    """Taken, refused, or a fault, which is kept; a reader that hangs ends the run with its traceback, its file kept too."""
    begun = time.process_time()  # of this process alone: on a busy machine the clock says more of the others
    faulthandler.dump_traceback_later(6 * LIMIT, exit=True)
    try:
        result = "taken" if taken(reader, content) else "refused"
    except KeyboardInterrupt:
        raise
    except BaseException:
        traceback.print_exc()
        result = FAULT
    finally:
        faulthandler.cancel_dump_traceback_later()
    if time.process_time() - begun > LIMIT / 2:
        console.print(f"slow: {time.process_time() - begun:.1f} s")
        result = FAULT
    if result == FAULT:
        _keep(reader.name, content)
    return result


def _deadly() -> str:
    """A file still lying there ended the last run: killed from outside, or too slow for it. The second time it counts as a fault."""
    if not CURRENT.exists():
        return ""
    content, again = CURRENT.read_bytes(), FOLDER / "again"
    is_second = again.exists() and again.read_text() == mark(content)
    again.write_text(mark(content))
    _keep("ended", content)
    return mark(content) if is_second else ""


def _keep(name: str, content: bytes) -> None:
    path = FOLDER / f"{name}-{mark(content)}"
    path.write_bytes(content)
    console.print(f"kept {path}")


def tell(series: Series) -> None:
    table = Table("reader", "taken", "refused", "faults", box=None)
    for name in sorted({said.rpartition(" ")[0] for said in series.counts}):
        table.add_row(
            name, *(f"{series.counts[f'{name} {result}']:,}" for result in ("taken", "refused", FAULT))
        )
    console.print(table)
    console.print(f"{series.tried:,} files in {series.seconds:,.0f} s, {series.faults} faults")


if __name__ == "__main__":
    main()
