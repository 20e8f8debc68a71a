"""Facts of subject `person` from dated records: service, grass roots, education, training, grades, promotion."""

from datetime import date, timedelta

from quanheng.kernel.dates import add_years, calendar_months, first_of_month
from quanheng.kernel.periods import Months, Period, months_in
from quanheng.registry.core.readings import ENOUGH_FOR_ANY_POST, WEAK, grade_of, is_fit, party_months, rank_of
from quanheng.registry.core.settled import settled
from quanheng.registry.models import Person, Training, YearGrade
from quanheng.registry.queries.careers import grassroots_bounds, held_on, lines_of, promoted_on


def person_facts(person: Person, on: date) -> dict[str, object]:
    """Everything of the person alone but family and restrictions."""
    grades = {row.year: grade_of(row.grade) for row in person.year_grades.all()}
    promoted = promoted_on(person, on)
    return {
        "service_months": _service(person, on),
        "grassroots_months": settled(
            *grassroots_bounds(person, on), figure="selection_regulations.grassroots_months", on=on
        ),
        "party_full_months": party_months(person.political_status),
        "education_rank": _education(person, on),
        "months_since_last_promotion": Months.from_day(promoted, on=on) if promoted else None,
        "is_on_post_probation": _on_probation(person, on),
        "had_tenure_exception": _had_exception(person, promoted),
        **_training(person, on),
        "is_fit_for_duty": is_fit(person.health),
        "last_year_grade": grades.get(on.year - 1),
        "weak_grades_3y": _weak(grades, on),
    }


def _service(person: Person, on: date) -> Months | None:
    if person.work_started_on is None or person.work_started_on > on:
        return None
    started = first_of_month(person.work_started_on)
    return Months(calendar_months(started, on), started)


def _education(person: Person, on: date) -> int | None:
    done = [
        row for row in person.educations.all() if row.level and (row.until_on is None or row.until_on <= on)
    ]
    ranks = [rank_of(row.level) for row in done]
    best = max((rank for rank in ranks if rank), default=None)
    return best if None not in ranks or (best or 0) >= ENOUGH_FOR_ANY_POST else None


def _training(person: Person, on: date) -> dict[str, object]:
    """Hours and months of the five years up to the day; unknown when no training was ever recorded."""
    rows = list(person.trainings.all())
    begun = add_years(on, -5)
    counted = [row for row in rows if begun < row.until_on <= on]
    return {
        "training_hours_5y": int(sum(row.hours for row in counted)) if rows else None,
        "training_months_5y": int(months_in([_stay(row) for row in counted], on=on + timedelta(days=1)))
        if rows
        else None,
    }


def _stay(row: Training) -> Period:
    """A class lasts through its last day."""
    return Period(row.from_on, row.until_on + timedelta(days=1))


def _weak(grades: dict[int, str | None], on: date) -> int | None:
    """Weak grades of three years; with a year missing only a weak grade found says anything."""
    three = [grades.get(on.year - back) for back in (1, 2, 3)]
    weak = sum(grade in WEAK for grade in three)
    return weak if weak or None not in three else None


def _on_probation(person: Person, on: date) -> bool | None:
    held = held_on(person, on)
    if not held:
        return None
    return any(
        line.probation_from_on and line.probation_from_on <= on and not line.probation_result for line in held
    )


def _had_exception(person: Person, promoted: date | None) -> bool | None:
    """The line of the last promotion says whether it was exceptional; on which condition, it does not say."""
    lines = [line for line in lines_of(person) if line.from_on == promoted]
    if not lines:
        return None
    return None if any(line.is_exceptional for line in lines) else False


def grade_rows(person: Person, years: range) -> list[YearGrade]:
    """The yearly results of some years, the newest first."""
    return sorted((row for row in person.year_grades.all() if row.year in years), key=lambda row: -row.year)
