"""A room's translations as they are compiled: what the law's data says in Chinese brings its own English (`regulation.core.english`)."""

from pathlib import Path

import polib

from quanheng.regulation.core.english import law_english
from quanheng.site.translations import LAW, PACKAGE


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
