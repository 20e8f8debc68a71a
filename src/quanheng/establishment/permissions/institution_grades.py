"""Who holds a grade of an institution, its scheme in force, and the hard stop: nobody beyond the approved number."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from quanheng.establishment.core.board import Cell, Seat, peak
from quanheng.establishment.core.post_scheme import NO_GRADE, Grade
from quanheng.establishment.models import Engagement, GradeQuota, PostScheme
from quanheng.establishment.models.institution import CLASSES
from quanheng.kernel.periods import Period
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.registry.models import Organisation
from quanheng.regulation.core.judge import judge

WHAT = "岗位聘用"
VACANCY_RULE = "institution_posts.management"
CLASS_WORDS = dict(CLASSES)


def running(on: date, prefix: str = "") -> Q:
    """A condition: the half-open period at `prefix` holds the day."""
    open_end = Q(**{f"{prefix}until_on__isnull": True}) | Q(**{f"{prefix}until_on__gt": on})
    return open_end & Q(**{f"{prefix}from_on__lte": on})


def grade_name(post_class: str, grade: int) -> Text:
    """A grade in words: 专业技术岗位七级."""
    name = text(CLASS_WORDS[post_class])
    if post_class == "worker" and grade == NO_GRADE:
        return text("{post_class}普通工", post_class=name)
    return text("{post_class}{grade}级", post_class=name, grade=grade)


def scheme_on(unit: Organisation, on: date) -> PostScheme | None:
    """The scheme of a unit in force on a day."""
    return PostScheme.objects.filter(running(on), organisation=unit).first()


def numbers_of(scheme: PostScheme | None) -> dict[Grade, int]:
    """The approved numbers of a scheme; nothing when there is none."""
    if scheme is None:
        return {}
    rows = GradeQuota.objects.filter(scheme=scheme).values_list("post_class", "grade", "number")
    return {(post_class, grade): number for post_class, grade, number in rows}


def as_seats(rows: QuerySet[Engagement]) -> list[Seat]:
    """Engagements as plain values, each with who and where: one query."""
    fields = (
        "organisation_id",
        "post_class",
        "grade",
        "person_id",
        "person__name",
        "title",
        "from_on",
        "until_on",
    )
    return [
        Seat(Cell(unit, post_class, str(grade)), str(person), name, title, Period(from_on, until_on))
        for unit, post_class, grade, person, name, title, from_on, until_on in rows.order_by(
            "from_on", "pk"
        ).values_list(*fields)
    ]


def require_free_grade(*, unit: Organisation, post_class: str, grade: int, on: date) -> None:
    """Refused unless one more may be engaged in the grade from the day: the scheme, its number, and the holders.

    Engagements already made for later days count. Callers lock the scheme, so that two do not get one seat.
    """
    scheme, name = scheme_on(unit, on), grade_name(post_class, grade)
    if scheme is None:
        raise Refused(
            text(WHAT),
            why=text("{unit}在{on}没有经批准的岗位设置方案", unit=unit.name, on=on),
            cites=_cites(on),
            remedy=text("先登记经批准的岗位设置方案"),
        )
    approved = numbers_of(scheme).get((post_class, grade), 0)
    later = Q(until_on__isnull=True) | Q(until_on__gt=on)
    rows = Engagement.objects.filter(later, organisation=unit, post_class=post_class, grade=grade)
    day, crowd = peak(as_seats(rows), on=on)
    if len(crowd) >= approved:
        raise Refused(
            text(WHAT),
            why=text(
                "{unit}的{grade}核准{approved}个（{document}），{day}已聘{held}人：{names}；再聘1人即超{over}个",
                unit=unit.name, grade=name, approved=approved, document=scheme.document, day=day, held=len(crowd),
                names=_names(crowd), over=len(crowd) + 1 - approved,
            ),
            cites=_cites(on),
            remedy=text("先终止一人在该等级的聘用，或报经批准调整岗位设置方案"),
        )  # fmt: skip


def _names(crowd: Iterable[Seat]) -> str:
    """The holders by name; a long list ends in how many there are, which the sentence says already."""
    names = [seat.name for seat in crowd]
    return ("、".join(names[:20]) + ("……" if len(names) > 20 else "")) or "—"


def _cites(on: date) -> tuple[str, ...]:
    """The clause that a grade is a post with a vacancy, as the law of the day has it."""
    asked = {"institution_rise": "post", "is_institution_post_vacant": False}
    return tuple(cite for found in judge(asked, on=on, rules=[VACANCY_RULE]).findings for cite in found.cites)
