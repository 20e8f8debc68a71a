"""What the résumé of a form proposes for a person's career: read, unread, on file already, in conflict. Two queries."""

from dataclasses import dataclass

from quanheng.kernel.texts import Text
from quanheng.registry.core.resume import ResumeLine, read
from quanheng.registry.core.resume_notes import note_problems
from quanheng.registry.core.resume_proposal import HeldLine, ProposedLine, proposed
from quanheng.registry.models import Assignment, Organisation, Person

_SHORTEST, _LONGEST = 3, 40


@dataclass(frozen=True)
class PlannedLine:
    """拟登记经历: a proposed line with its unit split off when the words begin with the name of one of ours."""

    line: ProposedLine
    organisation_text: str
    title: str


@dataclass(frozen=True)
class ResumePlan:
    """简历核对: what would be recorded, what could not be read, and what a reviewer should look at."""

    lines: tuple[PlannedLine, ...]
    unread: tuple[ResumeLine, ...]
    problems: tuple[tuple[int, Text], ...]
    closing: tuple[str, ...]


def resume_plan(person: Person) -> ResumePlan:
    """The caller found the person by a query that knows the actor."""
    resume = read(person.resume)
    found = proposed(resume, _held(person))
    units = _units(found)
    problems = [*resume.problems, *note_problems(resume)]
    said = [(each.number, each.message) for each in sorted(problems, key=lambda each: each.number)]
    return ResumePlan(
        tuple(_planned(line, units) for line in found),
        tuple(line for line in resume.lines if not line.is_read),
        tuple(said),
        resume.closing,
    )


def _held(person: Person) -> list[HeldLine]:
    rows = Assignment.objects.filter(person=person).order_by("from_on", "pk")
    said = rows.values_list("from_on", "until_on", "organisation_text", "title", "kind")
    return [HeldLine(from_on, until_on, f"{unit}{title}", kind) for from_on, until_on, unit, title, kind in said]


def _units(lines: tuple[ProposedLine, ...]) -> set[str]:
    """The names of units that some line begins with."""
    heads = {
        line.text[:size]
        for line in lines
        if line.kind != "study"
        for size in range(_SHORTEST, min(len(line.text), _LONGEST))
    }
    if not heads:
        return set()
    return set(Organisation.objects.filter(name__in=heads).order_by().values_list("name", flat=True))


def _planned(line: ProposedLine, units: set[str]) -> PlannedLine:
    if line.kind == "study":
        return PlannedLine(line, "", line.text)
    sizes = range(min(len(line.text) - 1, _LONGEST), _SHORTEST - 1, -1)
    unit = next((line.text[:size] for size in sizes if line.text[:size] in units), "")
    return PlannedLine(line, unit, line.text.removeprefix(unit))
