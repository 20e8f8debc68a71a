"""Compile the rooms' translations: .po in the source, .mo made here when the .po is newer."""

from pathlib import Path

import polib

PACKAGE = Path(__file__).resolve().parent.parent


def compile_stale() -> int:
    """Compile every translation older than its source; the number compiled."""
    compiled = 0
    for source in PACKAGE.glob("*/locale/*/LC_MESSAGES/django.po"):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            polib.pofile(str(source)).save_as_mofile(str(target))
            compiled += 1
    return compiled
