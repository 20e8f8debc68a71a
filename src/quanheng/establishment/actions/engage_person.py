"""Engage a person in a grade of an institution's posts, within the number that its scheme approves."""

from datetime import date, datetime

from django.db.models import Q

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.models import Engagement, PostScheme
from quanheng.establishment.permissions.institution_grades import grade_name, require_free_grade
from quanheng.establishment.permissions.institution_sanctions import require_unbarred
from quanheng.establishment.permissions.institutions import require_institution
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Organisation, Person

WHAT = "登记岗位聘用"


@action(
    "establishment.engagement.open",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["organisation"].authority.path,
    keeps=("organisation", "post_class", "grade", "from_on"),
)
def engage_person(
    *,
    by: Account,
    at: datetime,
    person: Person,
    organisation: Organisation,
    post_class: str,
    grade: int,
    from_on: date,
    title: str = "",
) -> Engagement:
    """Refuses without a scheme in force, beyond the number (with the sum and the holders), a second grade of one class,
    and a higher grade while a sanction bars it.

    One who holds a grade of another class (双肩挑) may be engaged: that is approved case by case, and both count.
    """
    unit = Organisation.objects.get(pk=organisation.pk)
    require_institution(unit, what=WHAT)
    list(PostScheme.objects.select_for_update().filter(organisation=unit).order_by("pk"))
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    _refuse_second(person, post_class, from_on)
    require_unbarred(person=person, post_class=post_class, grade=grade, on=from_on)
    require_free_grade(unit=unit, post_class=post_class, grade=grade, on=from_on)
    return Engagement.objects.create(
        person=person,
        organisation=unit,
        post_class=post_class,
        grade=grade,
        title=title.strip(),
        from_on=from_on,
    )


def _refuse_second(person: Person, post_class: str, from_on: date) -> None:
    later = Q(until_on__isnull=True) | Q(until_on__gt=from_on)
    held = (
        Engagement.objects.filter(later, person=person, post_class=post_class)
        .select_related("organisation")
        .first()
    )
    if held:
        raise Refused(
            text(WHAT),
            why=text(
                "{name}自{since}起已聘在{unit}的{grade}",
                name=person.name,
                since=held.from_on,
                unit=held.organisation.name,
                grade=grade_name(held.post_class, held.grade),
            ),
            remedy=text("先终止原等级的聘用，终止日期不晚于新的聘用日期"),
        )
