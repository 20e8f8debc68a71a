"""Staff against the ceiling of an organisation, and the hard stop before anybody is taken in beyond it (超编进人)."""

from datetime import date

from django.db.models import Count, Q

from quanheng.establishment.core.staffing import KINDS, Staff, counted
from quanheng.establishment.models import StaffCeiling
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core import codes
from quanheng.registry.models import Organisation, Person

WHAT = "办理进入单位"
CITES = ("《中华人民共和国公务员法》第二十七条",)
IN_SERVICE = ("现职人员", "1")


def require_free_staffing(
    *, organisation: Organisation, category: str, on: date, person: Person | None = None
) -> Staff | None:
    """The sum when one more of the category may enter the unit; Refused when the ceiling is full or none is approved.

    None for a category that no establishment supports (temporary or enterprise staff); whoever is there already
    does not stand in their own way.
    """
    code = codes.find("person_category", category) or category
    kind = KINDS.get(code)
    if kind is None:
        return None
    ceiling = ceilings(organisation, on).get(kind)
    words = {"organisation": organisation.name, "kind": text(dict(StaffCeiling.KINDS)[kind])}
    if ceiling is None:
        raise Refused(
            text(WHAT),
            why=text("{organisation}没有核定{kind}", **words),
            cites=CITES,
            remedy=text("先登记机构编制部门核定的编制数"),
        )
    held = staff_of(organisation, kind, besides=person)
    if held >= ceiling:
        raise Refused(
            text(WHAT),
            why=text(
                "{organisation}{kind}核定{ceiling}名，实有{held}名；再进1名即超编{over}名",
                **words, ceiling=ceiling, held=held, over=held + 1 - ceiling,
            ),
            cites=CITES,
            remedy=text("先减员，或报经批准增加编制后再办理"),
        )  # fmt: skip
    return Staff(organisation.pk, kind, ceiling, held)


def ceilings(organisation: Organisation, on: date) -> dict[str, int]:
    """The ceiling of each kind of establishment in force on the day."""
    running = Q(from_on__lte=on) & (Q(until_on__isnull=True) | Q(until_on__gt=on))
    rows = StaffCeiling.objects.filter(running, organisation=organisation).order_by("from_on")
    return dict(rows.values_list("kind", "number"))


def staff_of(organisation: Organisation, kind: str, *, besides: Person | None = None) -> int:
    """People in office of one kind of establishment in the unit."""
    rows = Person.objects.filter(organisation=organisation, status__in=IN_SERVICE)
    if besides is not None:
        rows = rows.exclude(pk=besides.pk)
    numbers = rows.order_by().values("category").annotate(number=Count("pk"))
    said = [(organisation.pk, category_code(each["category"]), each["number"]) for each in numbers]
    return counted(said)[0].get((organisation.pk, kind), 0)


def category_code(said: str) -> str:
    """The code of a category as it stands in a file: the code itself, or its label."""
    return codes.find("person_category", said) or said if said else ""
