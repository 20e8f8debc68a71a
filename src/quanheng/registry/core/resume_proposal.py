"""Career lines as a résumé proposes them: what sort of line each period is by its words, and what on file it meets.
Nothing is decided here: a person looks at every line before it is recorded.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from quanheng.registry.core.resume import Resume
from quanheng.registry.core.resume_notes import notes_of

STUDYING = ("学习", "就读", "读书", "学生", "本科生", "研究生班", "专业毕业")
SECONDED = ("挂职", "借调")
ACTING = ("主持工作", "负责人")
NEW, HELD, MEETS = "new", "held", "meets"


@dataclass(frozen=True)
class ProposedLine:
    """拟登记经历: one period or note; `state` new, held (on file already) or meets (overlaps a line on file)."""

    number: int
    from_on: date
    until_on: date | None
    text: str
    kind: str
    is_note: bool
    state: str = NEW
    met: str = ""


@dataclass(frozen=True)
class HeldLine:
    """已有经历: a line on file, in the words it is compared by."""

    from_on: date
    until_on: date | None
    text: str
    kind: str


def kind_of(said: str) -> str:
    """Kind of assignment by the words: study, secondment, acting, else work.

    >>> kind_of("云岭大学土木工程专业学习"), kind_of("在某县挂职副县长"), kind_of("某局科员")
    ('study', 'secondment', 'work')
    """
    for kind, words in (("secondment", SECONDED), ("study", STUDYING), ("acting", ACTING)):
        if any(word in said for word in words):
            return kind
    return "work"


def proposed(resume: Resume, held: Iterable[HeldLine]) -> tuple[ProposedLine, ...]:
    """Every period and note that was read, in the order written, against the lines on file.

    A period that ends before it begins is not proposed. Notes run beside their period and so meet nothing by overlap.
    """
    on_file = tuple(held)
    found = []
    for line in resume.lines:
        if (
            line.from_on is not None
            and line.text
            and (line.until_on is None or line.until_on >= line.from_on)
        ):
            found.append(
                _against(line.number, line.from_on, line.until_on, line.text, on_file, is_note=False)
            )
        for note in notes_of(line):
            if note.from_on and note.text and (note.until_on is None or note.until_on >= note.from_on):
                found.append(
                    _against(line.number, note.from_on, note.until_on, note.text, on_file, is_note=True)
                )
    return tuple(found)


def _against(
    number: int, from_on: date, until_on: date | None, said: str, held: tuple[HeldLine, ...], *, is_note: bool
) -> ProposedLine:
    kind = kind_of(said)
    plain = ProposedLine(number, from_on, until_on, said, kind, is_note)
    for line in held:
        if (line.text, _month(line.from_on)) == (said, _month(from_on)):
            return ProposedLine(number, from_on, until_on, said, kind, is_note, HELD, line.text)
    if is_note or kind != "work":
        return plain
    for line in held:
        if line.kind in ("main", "work") and _overlaps(line, from_on, until_on):
            return ProposedLine(number, from_on, until_on, said, kind, is_note, MEETS, line.text)
    return plain


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month


def _overlaps(line: HeldLine, from_on: date, until_on: date | None) -> bool:
    """By whole months: the same month at the end of one and the start of the other is a join."""
    ends = line.until_on.replace(day=1) if line.until_on else date.max
    return line.from_on.replace(day=1) < (until_on or date.max) and from_on < ends
