"""Notes inside a period of a résumé (其间、其中) read as spells of their own, and what of them does not fit their period."""

import re
from dataclasses import dataclass
from datetime import date

from quanheng.kernel.texts import text
from quanheng.registry.core.resume import Resume, ResumeLine, ResumeProblem, read

_PARTS = re.compile(r"[；;]\s*(?=(?:19|20)[0-9]{2})")


@dataclass(frozen=True)
class ResumeNote:
    """其间（其中）: one spell inside a period; `from_on` None when its dates could not be read, the words always."""

    kind: str
    from_on: date | None
    until_on: date | None
    text: str


def notes_of(line: ResumeLine) -> tuple[ResumeNote, ...]:
    """The notes of a line, several in one pair of brackets taken apart.

    >>> line = ResumeLine(None, None, "", ("其间：2001.09--2004.06在某校学习；2005.01-2005.12挂职",))
    >>> [(note.kind, note.from_on.year, note.text) for note in notes_of(line)]
    [('其间', 2001, '在某校学习'), ('其间', 2005, '挂职')]
    """
    return tuple(
        _note(said[:2], part) for said in line.notes for part in _PARTS.split(said[3:]) if part.strip()
    )


def _note(kind: str, said: str) -> ResumeNote:
    found = read(said.strip()).lines
    if len(found) == 1 and found[0].is_read:
        return ResumeNote(kind, found[0].from_on, found[0].until_on, found[0].text.lstrip("，, "))
    return ResumeNote(kind, None, None, said.strip())


def note_problems(resume: Resume) -> tuple[ResumeProblem, ...]:
    """A note belongs to the period in which what it tells of ends; one that cannot is flagged with the line's number.

    >>> said = "2003.04--2008.01  副局长（其间：2006.01--2009.12挂职）"
    >>> [str(problem.message) for problem in note_problems(read(said))]
    ['“其间”的终止年月2009.12不在本段之内']
    """
    found = []
    for line in resume.lines:
        for note in notes_of(line):
            if note.from_on is None:
                found.append(
                    ResumeProblem(
                        line.number, text("“{kind}”的起止年月无法识别，已按原文保留", kind=note.kind)
                    )
                )
            elif not _fits(line, note):
                until = f"{note.until_on:%Y.%m}" if note.until_on else "—"
                found.append(
                    ResumeProblem(
                        line.number,
                        text("“{kind}”的终止年月{until}不在本段之内", kind=note.kind, until=until),
                    )
                )
    return tuple(found)


def _fits(line: ResumeLine, note: ResumeNote) -> bool:
    """Ends within the period; an open note only within an open period."""
    assert note.from_on is not None
    if line.from_on is None:
        return True
    if note.until_on is None:
        return line.until_on is None
    return note.until_on >= line.from_on and (line.until_on is None or note.until_on <= line.until_on)
