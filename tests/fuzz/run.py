"""`make fuzz`: damaged files without end, or until QUANHENG_FUZZ_SECONDS (600) or QUANHENG_FUZZ_FILES (1,000,000) are reached.

A file that brings out anything but a refusal, or takes longer than QUANHENG_FUZZ_LIMIT seconds (10), is kept in out/fuzz.
"""

import faulthandler
import os
import random
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from rich.console import Console

from tests.fuzz.mutations import damaged, mark
from tests.fuzz.readers import Reader, readers, taken

SECONDS = float(os.environ.get("QUANHENG_FUZZ_SECONDS", "600"))
FILES = int(os.environ.get("QUANHENG_FUZZ_FILES", "1000000"))
LIMIT = float(os.environ.get("QUANHENG_FUZZ_LIMIT", "10"))
FOLDER = Path("out/fuzz")
console = Console(highlight=False)


def main() -> None:
    seed = int(os.environ.get("QUANHENG_FUZZ_SEED", str(time.time_ns())))
    chance, counts, faults = random.Random(seed), Counter[str](), 0
    started = shown = time.monotonic()
    console.print(f"seed {seed}: up to {FILES:,} files or {SECONDS:g} s, {LIMIT:g} s for each")
    for number in range(FILES):
        reader = chance.choice(readers())
        content = damaged(reader, chance)
        result = outcome(reader, content)
        counts[f"{reader.name} {result}"] += 1
        faults += result == "FAULT"
        now = time.monotonic()
        if now - shown > 2 or now - started > SECONDS:
            shown = now
            console.print(progress(number + 1, now - started, faults))
        if now - started > SECONDS:
            break
    for name, count in sorted(counts.items()):
        console.print(f"  {name}: {count:,}")
    sys.exit(1 if faults else 0)


def progress(files: int, seconds: float, faults: int) -> str:
    return f"{files:,} files, {files / seconds:,.0f} a second, {seconds:,.0f} s, {faults} faults"


def outcome(reader: Reader, content: bytes) -> str:
    """Taken, refused, or a fault, which is kept; a reader that hangs ends the run with its traceback, its file kept too."""
    kept = FOLDER / f"{reader.name}-{mark(content)}"
    begun = time.monotonic()
    FOLDER.mkdir(parents=True, exist_ok=True)
    current = FOLDER / "current"
    current.write_bytes(content)
    faulthandler.dump_traceback_later(LIMIT, exit=True)
    try:
        result = "taken" if taken(reader, content) else "refused"
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        traceback.print_exc()
        result = "FAULT"
    finally:
        faulthandler.cancel_dump_traceback_later()
    if time.monotonic() - begun > LIMIT / 2:
        console.print(f"slow: {time.monotonic() - begun:.1f} s")
        result = "FAULT"
    if result == "FAULT":
        kept.write_bytes(content)
        console.print(f"kept {kept}")
    return result


if __name__ == "__main__":
    main()
