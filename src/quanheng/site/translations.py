"""Compile the rooms' translations: .po in the source, .mo made here when the .po, or data it is joined with, is newer.

What the law's data says in Chinese brings its own English (`regulation.core.english`); it is joined to the law's room.
"""

from collections.abc import Iterator
from pathlib import Path

import polib

from quanheng.regulation.core.english import law_english

PACKAGE = Path(__file__).resolve().parent.parent
LAW = PACKAGE / "regulation"


def compile_stale() -> int:
    """Compile every translation older than its source; the number compiled."""
    compiled = 0
    for source in PACKAGE.glob("*/locale/*/LC_MESSAGES/django.po"):
        target = source.with_suffix(".mo")
        newest = max(path.stat().st_mtime for path in _sources(source))
        if not target.exists() or target.stat().st_mtime < newest:
            try:
                joined(source).save_as_mofile(str(target))
            except OSError:  # installed read-only: then it was compiled when it was installed
                if not target.exists():
                    raise
                continue
            compiled += 1
    return compiled


def joined(source: Path) -> polib.POFile:
    """The room's translations; with those of the law's data for the law's room. What any room's .po says goes first."""
    words = polib.pofile(str(source))
    if source.is_relative_to(LAW):
        rooms = PACKAGE.glob(f"*/locale/{source.parents[1].name}/LC_MESSAGES/django.po")
        said = {entry.msgid for room in rooms for entry in polib.pofile(str(room))}
        for chinese, english in law_english().items():
            if chinese not in said:
                words.append(polib.POEntry(msgid=chinese, msgstr=english))
    return words


def _sources(source: Path) -> Iterator[Path]:
    yield source
    if source.is_relative_to(LAW):
        yield from (LAW / "data").rglob("*.toml")
        yield from (path for path in (LAW / "law").rglob("*") if path.suffix in (".toml", ".py"))
