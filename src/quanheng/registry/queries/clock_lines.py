"""Every clock of a person with the lines that counted, those that did not, and why. The figures are those of `careers`.

Reads lines already loaded; only the sort of each unit is asked for, in one query.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from quanheng.access.queries.composed import answers, one_of
from quanheng.kernel.periods import Months, months_in
from quanheng.kernel.texts import Text, text
from quanheng.registry.core import codes
from quanheng.registry.core.units import NEAR_THE_GROUND, sort_of_unit
from quanheng.registry.models import Assignment, Organisation, Person, Rank
from quanheng.registry.queries.careers import (
    SEATED,
    at_level,
    grassroots_bounds,
    held_on,
    in_post,
    level_on,
    lines_of,
    period,
    promoted_on,
    ranks_of,
    seated_since,
)

Judged = Callable[[Assignment], tuple[bool | None, Text]]
"""Whether a line counts (None: the file does not say) and why."""

LEADERS = ("chief", "deputy", "inner_chief", "inner_deputy")


@dataclass(frozen=True)
class ClockLine:
    """计时明细: one line of the file under one clock. `counts` None when the file does not say."""

    line: Assignment | Rank
    counts: bool | None
    why: Text
    months: int


@dataclass(frozen=True)
class ClockSheet:
    """年限计算单: a clock on a day and every line that was looked at; `most` when undecided lines could add to it."""

    label: Text
    months: int | None
    most: int | None
    lines: tuple[ClockLine, ...]

    @property
    def is_open(self) -> bool:
        """Whether lines that say nothing could still raise the figure."""
        return self.most is not None and self.most != self.months


def clock_sheets(person: Person, on: date) -> list[ClockSheet]:
    """All the clocks of a person as of a day; what begins later is not looked at."""
    lines = [line for line in lines_of(person) if line.from_on <= on]
    return [
        _seat_sheet(person, lines, on),
        _level_sheet(person, lines, on),
        _promotion_sheet(person, on),
        _grassroots_sheet(person, lines, on),
        _leading_sheet(lines, on),
    ]


def leading_near_the_ground(person: Person, on: date) -> tuple[int, int]:
    """Least and most months in leading posts of townships, streets, enterprises and institutions (A06)."""
    sheet = _leading_sheet([line for line in lines_of(person) if line.from_on <= on], on)
    return sheet.months or 0, sheet.most or 0


def _seat_sheet(person: Person, lines: Sequence[Assignment], on: date) -> ClockSheet:
    held = held_on(person, on)
    if not held:
        return ClockSheet(text("任现职"), None, None, ())
    seat, since = held[0], seated_since(person, held[0])

    def judged(line: Assignment) -> tuple[bool | None, Text]:
        same = (line.organisation_text, line.title) == (seat.organisation_text, seat.title)
        if line.kind not in SEATED:
            return False, _not_seated(line)
        if not same and seat.counted_from_on and line.title == seat.title and line.from_on >= since:
            return True, text("机构合并、分设前的同一职务")
        if not same:
            return False, text("不是现任职务")
        return (
            (True, text("现任职务"))
            if line.from_on >= since
            else (False, text("曾任同一职务，中间离任，不连续计算"))
        )

    return ClockSheet(text("任现职"), in_post(person, on), None, _explained(lines, judged, on))


def _level_sheet(person: Person, lines: Sequence[Assignment], on: date) -> ClockSheet:
    code, label = level_on(person, on), text("任现层次")
    if code is None:
        return ClockSheet(label, None, None, ())
    spells = [each for each in ranks_of(person) if each.kind == "level" and each.from_on <= on]
    if any(each.code == code for each in spells):
        told = [_spell(each, on, counts=each.code == code) for each in spells]
        return ClockSheet(label, at_level(person, on), None, tuple(told))

    def judged(line: Assignment) -> tuple[bool | None, Text]:
        if line.kind not in SEATED:
            return False, _not_seated(line)
        if not line.level:
            return None, text("未注明职务层次")
        return (True, text("现职务层次的任职")) if line.level == code else (False, text("其他职务层次"))

    return ClockSheet(label, at_level(person, on), None, _explained(lines, judged, on))


def _spell(spell: Rank, on: date, *, counts: bool) -> ClockLine:
    why = text("现职务层次") if counts else text("其他职务层次")
    return ClockLine(spell, counts, why, int(months_in([period(spell)], on=on)))


def _promotion_sheet(person: Person, on: date) -> ClockSheet:
    """Runs from the spell that began with the promotion; earlier ones show what it rose from."""
    promoted = promoted_on(person, on)
    spells = [each for each in ranks_of(person) if each.kind == "level" and each.from_on <= on]
    told = []
    for each in spells:
        counts = promoted is not None and each.from_on == promoted
        why = (
            text("晋升到现职务层次")
            if counts
            else text("晋升以前的职务层次")
            if promoted
            else text("没有更低层次的记载，不能认定为晋升")
        )
        told.append(ClockLine(each, counts, why, int(months_in([period(each)], on=on))))
    months = Months.from_day(promoted, on=on) if promoted else None
    return ClockSheet(text("距上次提拔"), months, None, tuple(told))


def _grassroots_sheet(person: Person, lines: Sequence[Assignment], on: date) -> ClockSheet:
    def judged(line: Assignment) -> tuple[bool | None, Text]:
        if line.kind == "study":
            return False, text("学习期间不计")
        if line.is_grassroots is None:
            return None, text("未注明是否基层工作")
        return (True, text("基层工作")) if line.is_grassroots else (False, text("不是基层工作"))

    sure, most = grassroots_bounds(person, on)
    return ClockSheet(text("基层工作经历"), sure, most, _explained(lines, judged, on))


def _leading_sheet(lines: Sequence[Assignment], on: date) -> ClockSheet:
    sorts = _sorts(lines)

    def judged(line: Assignment) -> tuple[bool | None, Text]:
        if line.kind not in SEATED:
            return False, _not_seated(line)
        if not (line.is_leading or line.role in LEADERS):
            return (False, text("不是领导职务")) if line.role else (None, text("未注明是否领导职务"))
        sort = sorts[line.pk]
        if sort is None:
            return None, text("未注明单位类别")
        return (
            (True, _SORTS[sort]) if sort in NEAR_THE_GROUND else (False, text("不是乡镇、街道、企事业单位"))
        )

    told = _explained(lines, judged, on)
    sure = months_in([period(each.line) for each in told if each.counts], on=on)
    most = months_in([period(each.line) for each in told if each.counts is not False], on=on)
    return ClockSheet(text("乡镇、街道、企事业单位领导工作经历"), int(sure), int(most), told)


_SORTS = {
    "township": text("乡镇领导职务"),
    "street": text("街道领导职务"),
    "enterprise": text("企业领导职务"),
    "institution": text("事业单位领导职务"),
}


def _kinds(*, units: list[int]) -> QuerySet[Organisation, Any]:
    return Organisation.objects.filter(one_of(units, "pk", "bigint")).order_by().values_list("pk", "kind", "level")


def _sorts(lines: Iterable[Assignment]) -> dict[int, str | None]:
    """The sort of each line's unit: by the unit on file, else by the words of the line."""
    lines = list(lines)
    wanted = {line.organisation_id for line in lines if line.organisation_id}
    units = {pk: (kind, level) for pk, kind, level in answers(_kinds, units=sorted(wanted))} if wanted else {}
    found = {}
    for line in lines:
        kind, level = units.get(line.organisation_id or 0, ("", ""))
        category = codes.find("organisation_category", kind) if kind else None
        found[line.pk] = sort_of_unit(line.organisation_text, category=category or "", level=level)
    return found


def _not_seated(line: Assignment) -> Text:
    words = {
        "acting": text("主持工作，不是任职"),
        "secondment": text("挂职，不是任职"),
        "study": text("学习期间不计"),
    }
    return words.get(line.kind, text("不是任职"))


def _explained(lines: Iterable[Assignment], judged: Judged, on: date) -> tuple[ClockLine, ...]:
    """Each line with its months; one that runs beside a counted one says so, for overlaps count once."""
    told: list[ClockLine] = []
    reached: date | None = None
    for line in lines:
        counts, why = judged(line)
        months = int(months_in([period(line)], on=on))
        if counts:
            if reached is not None and line.from_on < reached:
                why = text("{why}；与前一段重叠的时间只计一次", why=why)
            reached = max(reached or date.min, line.until_on or date.max)
        told.append(ClockLine(line, counts, why, months))
    return tuple(told)
