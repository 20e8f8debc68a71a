"""Reader of the 简历 text of the appointment form: periods, notes inside periods, closing remarks.
Nothing is thrown away: a line that cannot be read stays as text and is flagged. Writing is in `resume_text`.
"""

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from quanheng.kernel.texts import Text, text

_DATE = r"(?:19|20)[0-9]{2}(?:\s?[.．·。/年-]\s?[0-9]{1,2}月?|[0-9]{2})"
_SEPARATOR = r"(?:-{1,4}|[‐‑‒–—―−－﹣~～〜∼至]{1,3})"
_HEAD = re.compile(
    rf"(?P<from>{_DATE})\s{{0,3}}{_SEPARATOR}(?:\s{{0,4}}(?P<until>{_DATE}|至\s?今|今)(?![0-9.．]))?(?P<rest>.*)", re.DOTALL
)
_DATED = re.compile(r"(?:19|20)[0-9]{2}\s?[.．年/]\s?[0-9]{1,2}")
_NOTE = re.compile(r"其[间中]\s*[：:]\s*")
_BREAKS = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]|&#0*1[03];|&#[xX]0*[dDaA];")
_NARROW = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u1680"
_NOTHING = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_SPACES = str.maketrans(
    {"\u3000": "  ", "\t": "  ", **dict.fromkeys(_NARROW, " "), **dict.fromkeys(_NOTHING)}
)
_AGAIN = re.compile(rf"[\s；;。，,](?P<head>{_DATE}\s{{0,3}}{_SEPARATOR}\s{{0,4}}(?:{_DATE}|至\s?今))")
"""A second period inside the text of a line: the break before it was lost."""
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_DEEP = 6
"""A dated line indented this much more than the first period belongs to the period above it."""


@dataclass(frozen=True)
class ResumeLine:
    """One period of a résumé (简历段); `from_on` None when the line could not be read as a period.

    Months are given as their first day; the period is half-open; `until_on` None means "to the present".
    """

    from_on: date | None
    until_on: date | None
    text: str
    notes: tuple[str, ...] = ()
    raw: str = field(default="", compare=False)
    number: int = field(default=0, compare=False)

    @property
    def is_read(self) -> bool:
        return self.from_on is not None


@dataclass(frozen=True)
class ResumeProblem:
    """What a reviewer should look at in a résumé line (简历问题)."""

    number: int
    message: Text


@dataclass(frozen=True)
class Resume:
    """A résumé (简历): its periods in the order written, and the remarks after the last."""

    lines: tuple[ResumeLine, ...] = ()
    closing: tuple[str, ...] = ()
    problems: tuple[ResumeProblem, ...] = field(default=(), compare=False)


@dataclass
class _Draft:
    number: int
    parts: list[str]
    raw: list[str]
    from_on: date | None = None
    until_on: date | None = None
    remarks: list[str] = field(default_factory=list)
    has_gap: bool = False


def read(written: str) -> Resume:
    """Read a résumé; never refuses.

    >>> found = read("1991.01-2000.01 某局科员\\n2000.01--至今　某局科长（其间：2001.09--2004.06在某校学习）")
    >>> [(line.from_on.year, line.until_on, line.text, line.notes) for line in found.lines][1]
    (2000, None, '某局科长', ('其间：2001.09--2004.06在某校学习',))
    """
    drafts = _drafts(_BREAKS.sub("\n", written).translate(_SPACES).split("\n"))
    closing = tuple(drafts[-1].remarks) if drafts else ()
    lines = tuple(_line(draft, is_last=draft is drafts[-1]) for draft in drafts)
    return Resume(lines, closing, _problems(lines))


def _drafts(rows: list[str]) -> list[_Draft]:
    drafts: list[_Draft] = []
    depth: int | None = None
    for number, row in enumerate(rows, start=1):
        said, indent = row.strip(), len(row) - len(row.lstrip())
        if not said:
            if drafts:
                drafts[-1].has_gap = True
            continue
        head = _head(said) if depth is None or indent < depth + _DEEP else None
        if head is not None:
            depth = indent if depth is None else depth
            drafts.append(_Draft(number, [head[2]], [row], head[0], head[1]))
        elif drafts and depth is not None and drafts[-1].has_gap and not _DATED.match(said):
            drafts[-1].remarks.append(said)
        elif not drafts or drafts[-1].from_on is None or (indent < _DEEP and _DATED.match(said)):
            drafts.append(_Draft(number, [said], [row]))
        else:
            drafts[-1].parts.append(said)
            drafts[-1].raw.append(row)
    return drafts


def _head(said: str) -> tuple[date, date | None, str] | None:
    found = _HEAD.fullmatch(said.translate(_DIGITS))
    if not found:
        return None
    begun, ended = _month(found["from"]), found["until"]
    is_open = ended is None or ended.endswith("今")
    until = None if is_open else _month(ended)
    if begun is None or (until is None and not is_open):
        return None
    # The rest is cut from the line as typed: only the dates may change their digits.
    return begun, until, said[found.start("rest") :].strip()


def _month(said: str) -> date | None:
    digits = re.findall(r"[0-9]+", said)
    year, month = (digits[0][:4], digits[0][4:]) if len(digits) == 1 else digits
    return date(int(year), int(month), 1) if 1 <= int(month) <= 12 else None


def _line(draft: _Draft, *, is_last: bool) -> ResumeLine:
    # Remarks after a blank line close the résumé only when no period follows them.
    said = "".join(draft.parts if is_last else [*draft.parts, *draft.remarks])
    rest, notes = _take_notes(said) if draft.from_on else (said, ())
    return ResumeLine(draft.from_on, draft.until_on, rest, notes, "\n".join(draft.raw), draft.number)


def _take_notes(said: str) -> tuple[str, tuple[str, ...]]:
    """Split the bracketed 其间/其中 notes off the end of a period's text."""
    notes: list[str] = []
    rest = said.strip()
    while (opened := _opening(rest)) is not None and (mark := _NOTE.match(rest[opened + 1 :])):
        inside = rest[opened + 1 : -1]
        notes.insert(0, f"{inside[:2]}：{inside[mark.end() :].strip()}")
        rest = rest[:opened].strip()
    return rest, tuple(notes)


def _opening(said: str) -> int | None:
    """Where the bracket opens that closes at the very end."""
    if not said.endswith(("）", ")")):
        return None
    depth = 0
    for place in range(len(said) - 1, -1, -1):
        depth += (said[place] in "）)") - (said[place] in "（(")
        if depth == 0:
            return place
    return None


def _problems(lines: tuple[ResumeLine, ...]) -> tuple[ResumeProblem, ...]:
    found = [ResumeProblem(line.number, text("这一行不是“起止年月+内容”的写法，已按原文保留")) for line in lines if not line.is_read]
    dated = [line for line in lines if line.is_read]
    for line in dated:
        if line.until_on and line.from_on and line.until_on < line.from_on:
            found.append(ResumeProblem(line.number, text("截止年月早于起始年月")))
        if again := _AGAIN.search(f" {line.text}"):
            found.append(ResumeProblem(line.number, text("这一行中还有另一段“{head}”，可能缺少换行", head=again["head"])))
        if not line.text:
            found.append(ResumeProblem(line.number, text("只有起止年月，没有内容")))
    for before, after in pairwise(dated):
        found += _join(before, after)
    return tuple(sorted(found, key=lambda problem: problem.number))


def _join(before: ResumeLine, after: ResumeLine) -> list[ResumeProblem]:
    assert before.from_on is not None
    assert after.from_on is not None
    if before.until_on is None:
        return [ResumeProblem(before.number, text("没有截止年月，但后面还有经历"))]
    months = (after.from_on.year - before.until_on.year) * 12 + after.from_on.month - before.until_on.month
    if months > 0:
        return [ResumeProblem(after.number, text("与上一段经历间断{months}个月", months=months))]
    if months < 0:
        return [ResumeProblem(after.number, text("与上一段经历重叠{months}个月", months=-months))]
    return []
