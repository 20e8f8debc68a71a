"""Posts and contracts of the demonstration's institutions: schemes, engagements and contracts by the ordinary acts.

Everything follows from the people and their order, so that it is the same each time. Nothing of it is rehearsed; all is entered at one moment, as a first registration is.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of, under
from quanheng.establishment.actions.approve_post_scheme import approve_post_scheme
from quanheng.establishment.actions.engage_person import engage_person
from quanheng.establishment.actions.sign_contract import sign_contract
from quanheng.establishment.core.post_scheme import Grade
from quanheng.establishment.models import Engagement, PostScheme
from quanheng.establishment.permissions.institutions import institutions
from quanheng.kernel.dates import add_months
from quanheng.registry.models import Organisation, Person

BEGUN = date(2022, 3, 1)
TECHNICAL = (4, 7, 10, 10, 10, 12, 12, 12, 11, 13)
"""Grades of ten professionals in a row: one senior in ten, four with the intermediate ones."""
MANAGEMENT = (6, 7, 8, 9)


def prepare_institutions(*, by: Account, at: datetime) -> None:
    """Every institution but the last gets a scheme and its people engaged; nearly all sign, a few run out or are overdue."""
    on = timezone.localdate(at)
    mine = under(rights_of(by, on=on).paths("establishment.edit"))
    units = list(
        Organisation.objects.filter(mine, institutions()).select_related("authority").order_by("code")
    )
    if PostScheme.objects.exists():
        return
    for place, unit in enumerate(units[:-1] or units):
        _prepare(unit, by=by, at=at, place=place)


def _prepare(unit: Organisation, *, by: Account, at: datetime, place: int) -> None:
    people = list(Person.objects.filter(organisation=unit).order_by("-professional_title", "born_on", "pk"))
    grades = dict(zip(people, _grades(people), strict=True))
    numbers: dict[Grade, int] = {("worker", 3): 2}
    for held in grades.values():
        numbers[held] = numbers.get(held, 0) + 1
    numbers[("technical", 12)] = numbers.get(("technical", 12), 0) + 2
    _approve(unit, numbers, by=by, at=at, on=BEGUN, document=f"云人社岗〔2022〕{place + 3}号")
    for order, (person, (post_class, grade)) in enumerate(grades.items()):
        since = BEGUN + timedelta(days=order)
        engage_person(
            by=by, at=at, person=person, organisation=unit, post_class=post_class, grade=grade, from_on=since
        )
    _sign(list(grades), unit, by=by, at=at)
    if place == 0:
        _shrink(unit, numbers, by=by, at=at)


def _grades(people: list[Person]) -> list[Grade]:
    """Those with a title take professional grades in turn, the others management ones."""
    titled = [person for person in people if person.professional_title]
    places = {person.pk: order for order, person in enumerate(titled)}
    others = {
        person.pk: order for order, person in enumerate(each for each in people if each.pk not in places)
    }
    return [
        ("technical", TECHNICAL[places[person.pk] % len(TECHNICAL)])
        if person.pk in places
        else ("management", MANAGEMENT[min(others[person.pk], len(MANAGEMENT) - 1)])
        for person in people
    ]


def _approve(
    unit: Organisation, numbers: Mapping[Grade, int], *, by: Account, at: datetime, on: date, document: str
) -> None:
    approve_post_scheme(
        by=by,
        at=at,
        organisation=unit,
        document=document,
        approved_on=on - timedelta(days=20),
        from_on=on,
        main_class="technical",
        numbers=numbers,
    )


def _shrink(unit: Organisation, numbers: Mapping[Grade, int], *, by: Account, at: datetime) -> None:
    """A later scheme takes back posts that are held: two of the most common grade."""
    held = Engagement.objects.filter(organisation=unit, post_class="technical").values_list(
        "grade", flat=True
    )
    fewer = dict(numbers)
    most = max(sorted(set(held)), key=list(held).count, default=None)
    if most is not None:
        fewer[("technical", most)] = max(list(held).count(most) - 2, 0)
    _approve(unit, fewer, by=by, at=at, on=date(2026, 7, 1), document="云人社岗〔2026〕21号")


def _sign(people: list[Person], unit: Organisation, *, by: Account, at: datetime) -> None:
    """One in twenty-five has not signed; of the rest some contracts run out soon, one a unit is past its end."""
    on = timezone.localdate(at)
    for order, person in enumerate(people):
        if order % 25 == 24:
            continue
        from_on = BEGUN + timedelta(days=order)
        until_on = add_months(from_on, 72 + 12 * (order % 3))
        if order == 3:
            until_on = on - timedelta(days=40)
        elif order % 9 == 5:
            until_on = on + timedelta(days=20 * (order % 8) + 10)
        sign_contract(
            by=by,
            at=at,
            person=person,
            organisation=unit,
            kind="short" if order % 9 == 5 or order == 3 else "medium",
            signed_on=from_on,
            from_on=from_on,
            until_on=until_on,
            is_full_time=order % 17 != 16,
        )
