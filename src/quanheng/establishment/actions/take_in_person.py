"""Take a person into an organisation (录用、调任、转任…): refused beyond the ceiling, then the intake is on record."""

from datetime import date, datetime

from quanheng.access.actions.action import action, require
from quanheng.access.models import Account
from quanheng.establishment.permissions.staffing import CITES, require_free_staffing
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Intake, Organisation, Person

WHAT = "办理进入单位"


@action(
    "establishment.intake.take_in",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["organisation"].authority.path,
    cites=CITES,
    keeps=("organisation", "kind", "on", "document"),
)
def take_in_person(
    *,
    by: Account,
    at: datetime,
    person: Person,
    organisation: Organisation,
    kind: str,
    on: date,
    category: str,
    document: str = "",
    exam_year: int | None = None,
) -> Intake:
    """The person belongs to the unit from now on, under the category given. `registry.edit` is asked over the person.

    Refuses a full ceiling, a unit that does not exist on the day, who is there already, an examination without its year.
    """
    require(by, "registry.edit", path=person.authority.path, at=at, what=WHAT)
    unit = Organisation.objects.select_for_update(of=("self",)).get(pk=organisation.pk)
    who = Person.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=person.pk)
    _check(who, unit, kind, on, exam_year)
    require_free_staffing(organisation=unit, category=category, on=on, person=who)
    intake = Intake.objects.create(
        person=who,
        kind=kind,
        on=on,
        from_text=who.organisation.name if who.organisation else "",
        to_text=unit.name,
        document=document.strip(),
        exam_year=exam_year,
    )
    who.organisation, who.category = unit, category
    who.save(update_fields=["organisation", "category"])
    return intake


def _check(person: Person, unit: Organisation, kind: str, on: date, exam_year: int | None) -> None:
    if (unit.from_on and on < unit.from_on) or (unit.until_on and on >= unit.until_on):
        raise Refused(
            text(WHAT),
            why=text("{organisation}在{day}不存在", organisation=unit.name, day=on),
            remedy=text("核对机构和办理日期"),
        )
    if person.organisation_id == unit.pk:
        raise Refused(
            text(WHAT),
            why=text("{name}已在{organisation}", name=person.name, organisation=unit.name),
            remedy=text("先前的记录已保留，不必再次办理"),
        )
    if kind == "examined" and exam_year is None:
        raise Refused(text(WHAT), why=text("考试录用没有填写考试年度"), remedy=text("填写考试年度"))
