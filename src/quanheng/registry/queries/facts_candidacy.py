"""Facts of subject `candidacy`: the person's present level against the post, and the tenures the step asks for."""

from collections.abc import Callable, Iterable
from datetime import date

from quanheng.kernel.periods import Months, months_in
from quanheng.registry.core import codes
from quanheng.registry.core.ladder import RUNGS, chief_below, rung_below, same_tier_deputy, side_of
from quanheng.registry.core.settled import settled
from quanheng.registry.models import Assignment, Person, Post
from quanheng.registry.queries.careers import SEATED, held_on, level_on, lines_of, period, rank_spell

LEADERS = ("chief", "deputy", "inner_chief", "inner_deputy")
SECTION_RANKS = ("19", "1A")  # 三级、四级主任科员
FIRST_CLERK, CLERK_LEVEL = "1B", "150"  # 一级科员; before 2019 the level 科员级

Bounds = tuple[list[Assignment], list[Assignment]]


def candidacy_facts(person: Person, post: Post, on: date) -> dict[str, object]:
    """Facts that depend on both; all None when the post's level is not one of the ladder."""
    jump = level_jump(person, post, on)
    return {
        "level_jump": jump,
        "step": _step(person, post, on, jump),
        "move": _move(jump),
        "months_as_deputy": _tenure(
            person, on, same_tier_deputy(post.level), "selection_regulations.deputy_months"
        ),
        "months_as_chief_below": _tenure(
            person, on, chief_below(post.level), "selection_regulations.lower_chief_months"
        ),
        "posts_one_level_down": _posts_below(person, post, on),
        "months_in_section_ranks": _rank_months(person, on, SECTION_RANKS),
        "months_as_first_clerk": _rank_months(person, on, (FIRST_CLERK,), CLERK_LEVEL),
    }


def present_level(person: Person, on: date) -> str | None:
    """The level held on the day; for people who hold only a rank, the level that rank corresponds to."""
    known = level_on(person, on)
    if known in RUNGS and known not in ("150", "160"):
        return known
    spell = rank_spell(person, on)
    counterpart = level_of_rank(spell.code) if spell else None
    return counterpart or (known if known in RUNGS else None)


def level_of_rank(code: str) -> str | None:
    """The level that a rank (职级) corresponds to, where the table of ranks names one."""
    row = codes.table("rank").get(code)
    said = row.remark("counterpart") if row else ""
    return codes.find("post_level", said) if said else None


def level_jump(person: Person, post: Post, on: date) -> int | None:
    """Rungs from the present level up to the post: 1 is the normal step."""
    now = present_level(person, on)
    return RUNGS.index(now) - RUNGS.index(post.level) if now and post.level in RUNGS else None


def deputies_of(person: Person, post: Post, on: date) -> Bounds:
    """The lines in deputy posts of the post's tier: those that surely are, and those that may be."""
    return _lines(person, on, same_tier_deputy(post.level))


def chiefs_below(person: Person, post: Post, on: date) -> Bounds:
    """The lines in chief posts one tier below the post: those that surely are, and those that may be."""
    return _lines(person, on, chief_below(post.level))


def posts_below(person: Person, post: Post, on: date) -> Bounds:
    """The lines in main posts one rung below the post."""
    return _lines(person, on, rung_below(post.level), kinds=("main",), is_leading=lambda line: True)


def _step(person: Person, post: Post, on: date, jump: int | None) -> str | None:
    if jump is None:
        return None
    if jump < 0:
        return "down"
    if post.is_leading and _is_rank_only(person, on):
        return "rank_to_leader"
    if jump == 0:
        return "same_level"
    if jump > 1:
        return "skip"
    return "deputy_to_chief" if side_of(post.level) == "chief" else "chief_to_upper_deputy"


def _move(jump: int | None) -> str | None:
    """At the same level only a person can tell 进一步使用 from 平职调整: unknown."""
    if jump is None or jump == 0:
        return None
    return "promotion" if jump > 0 else "down"


def _is_rank_only(person: Person, on: date) -> bool:
    """Holds a rank and no leading post."""
    return rank_spell(person, on) is not None and not any(_leads(line) for line in held_on(person, on))


def _leads(line: Assignment) -> bool:
    return line.is_leading or line.role in LEADERS


def _may_lead(line: Assignment) -> bool:
    return _leads(line) or not line.role


def _tenure(person: Person, on: date, level: str, figure: str) -> Months | None:
    sure, may_be = _lines(person, on, level)
    if not person.assignments.all():
        return None
    least = months_in([period(line) for line in sure], on=on)
    return settled(least, months_in([period(line) for line in may_be], on=on), figure=figure, on=on)


def _posts_below(person: Person, post: Post, on: date) -> int | None:
    if not person.assignments.all():
        return None
    sure, may_be = posts_below(person, post, on)
    return settled(
        _distinct(sure), _distinct(may_be), figure="selection_regulations.posts_one_level_down", on=on
    )


def _distinct(lines: Iterable[Assignment]) -> int:
    """Different seats; a line that a merger made goes on in the seat before it."""
    return len({(line.organisation_text, line.title) for line in lines if line.counted_from_on is None})


def _lines(
    person: Person,
    on: date,
    level: str,
    *,
    kinds: tuple[str, ...] = SEATED,
    is_leading: Callable[[Assignment], bool] = _leads,
) -> Bounds:
    """Lines at the level: the sure ones, and with them those whose level or leadership is not stated but possible."""
    lines = [line for line in lines_of(person) if line.kind in kinds and line.from_on <= on]
    sure = [line for line in lines if line.level == level and is_leading(line)]
    doubtful = [
        line for line in lines if (line.level == level or _could_be(line, level, lines)) and _may_lead(line)
    ]
    return sure, sorted({*sure, *doubtful}, key=lambda line: (line.from_on, line.pk))


def _could_be(line: Assignment, level: str, lines: list[Assignment]) -> bool:
    """A line without a level: careers rise, so it lies between the levels before it and those after it."""
    if line.level or not level:
        return False
    before = [other.level for other in lines if other.level and other.from_on <= line.from_on]
    after = [other.level for other in lines if other.level and other.from_on > line.from_on]
    return (not before or min(before) >= level) and (not after or max(after) <= level)


def _rank_months(person: Person, on: date, ranks: tuple[str, ...], level: str = "") -> Months | None:
    spells = list(person.ranks.all())
    if not spells:
        return None
    wanted = [
        period(each)
        for each in spells
        if (each.kind == "rank" and each.code in ranks) or (each.kind == "level" and each.code == level)
    ]
    return months_in(wanted, on=on)
