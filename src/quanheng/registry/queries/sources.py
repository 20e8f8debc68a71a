"""Which lines of the file a fact rests on, in words: what the page of a verdict shows as its source."""

from collections.abc import Iterable, Mapping
from datetime import date

from quanheng.registry.core import codes
from quanheng.registry.models import Assignment, Person, Post
from quanheng.registry.queries.careers import held_on, lines_of, promoted_on
from quanheng.registry.queries.facts_candidacy import chiefs_below, deputies_of, posts_below
from quanheng.registry.queries.facts_family import CHILDREN, SPOUSES
from quanheng.registry.queries.facts_person import grade_rows


def sources(person: Person, post: Post, on: date) -> Mapping[str, list[str]]:
    """For each fact the lines read, as the file has them; an absent fact rests on no line."""
    grades = {year: [f"{row.year}年度 {codes.label('appraisal_result', row.grade)}" for row in grade_rows(person, years)]
              for year, years in {1: range(on.year - 1, on.year), 3: range(on.year - 3, on.year)}.items()}  # fmt: skip
    trainings = [
        f"{_month(row.from_on)}—{_month(row.until_on)} {row.name} {float(row.hours):g}学时"
        for row in person.trainings.all()
    ]
    family = list(person.relatives.all())
    promoted = promoted_on(person, on)
    return {
        "service_months": [f"参加工作时间 {_month(person.work_started_on)}"]
        if person.work_started_on
        else [],
        "grassroots_months": _lines(line for line in lines_of(person) if line.is_grassroots),
        "education_rank": [
            f"{_month(row.until_on)} {row.school}{row.major} {codes.label('education', row.level)}"
            for row in person.educations.all()
        ],
        "months_since_last_promotion": _lines(line for line in lines_of(person) if line.from_on == promoted),
        "is_on_post_probation": _lines(line for line in held_on(person, on) if line.probation_from_on),
        "training_hours_5y": trainings,
        "training_months_5y": trainings,
        "is_fit_for_duty": [f"健康状况 {person.health}"] if person.health else [],
        "last_year_grade": grades[1],
        "weak_grades_3y": grades[3],
        "restricted_until": [f"{row.effective_on:%Y-%m-%d} {row.name}" for row in person.sanctions.all()],
        "has_spouse": [line.relation for line in family if line.relation in SPOUSES],
        "is_spouse_abroad": [line.relation for line in family if line.relation in SPOUSES],
        "is_every_child_abroad": [line.relation for line in family if line.relation in CHILDREN],
        "level_jump": _lines(held_on(person, on)),
        "step": _lines(held_on(person, on)),
        "move": _lines(held_on(person, on)),
        "months_as_deputy": _lines(deputies_of(person, post, on)[1]),
        "months_as_chief_below": _lines(chiefs_below(person, post, on)[1]),
        "posts_one_level_down": _lines(posts_below(person, post, on)[1]),
    }


def _lines(lines: Iterable[Assignment]) -> list[str]:
    return [
        f"{_month(line.from_on)}—{_month(line.until_on) if line.until_on else '至今'} {line}"
        for line in lines
    ]


def _month(day: date | None) -> str:
    return f"{day:%Y.%m}" if day else ""
