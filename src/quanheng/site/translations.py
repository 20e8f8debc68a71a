"""Whether the rooms' translations are stale: .po in the source, .mo made (`compiling`) when the .po, or data it is joined with, is newer.

Asked at the start of every command: it looks at dates only, and loads what compiles when there is something to compile.
"""

import os
from functools import cache
from importlib import import_module
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
LAW = PACKAGE / "regulation"


def compile_stale() -> int:
    """Compile every translation older than its source; the number compiled."""
    stale = [source for source in PACKAGE.glob("*/locale/*/LC_MESSAGES/django.po") if _is_stale(source)]
    compiled = 0
    for source in stale:
        target = source.with_suffix(".mo")
        try:
            import_module("quanheng.site.compiling").joined(source).save_as_mofile(str(target))
        except OSError:  # installed read-only: then it was compiled when it was installed
            if not target.exists():
                raise
            continue
        compiled += 1
    return compiled


def _is_stale(source: Path) -> bool:
    try:
        made = source.with_suffix(".mo").stat().st_mtime
    except FileNotFoundError:
        return True
    return source.stat().st_mtime > made or (source.is_relative_to(LAW) and max(map(_last_written, ("data", "law"))) > made)


@cache
def _last_written(folder: str) -> float:
    """When the law's data or rules were last written: the latest of their files."""
    last, left = 0.0, [LAW / folder]
    while left:
        with os.scandir(left.pop()) as found:
            for each in found:
                if each.is_dir():
                    left.append(Path(each))
                elif each.name.endswith((".toml", ".py")):
                    last = max(last, each.stat().st_mtime)
    return last
