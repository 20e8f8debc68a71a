"""When an organisation may not be changed: in the future, before its last change, while somebody sits there, in a circle."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core.lines import TAKES_A_SEAT
from quanheng.registry.models import Assignment, Organisation, OrganisationVersion, Post

NAMED = 8
"""How many holders a refusal names."""


def since(unit: Organisation) -> date | None:
    """The day from which the unit has been as it is now."""
    last = OrganisationVersion.objects.filter(organisation=unit).order_by("-until_on").first()
    return last.until_on if last else unit.from_on


def check_day(unit: Organisation, *, on: date, what: str) -> None:
    """The unit must exist on the day, and nothing later may have been recorded of it."""
    if unit.until_on is not None:
        raise Refused(
            text(what),
            why=text("{unit}已于{until}撤销", unit=unit.name, until=unit.until_on),
            remedy=text("核对机构"),
        )
    start = since(unit)
    if start and on < start:
        raise Refused(
            text(what),
            why=text(
                "生效日期{on}早于{unit}的上一次变动或设立日期{since}", on=on, unit=unit.name, since=start
            ),
            remedy=text("核对生效日期；变动按时间先后登记"),
        )


def check_order(*, on: date, today: date, document: str, what: str) -> None:
    if on > today:
        raise Refused(
            text(what), why=text("生效日期{on}尚未到", on=on), remedy=text("到生效之日再登记机构变动")
        )
    _check_document(document, what=what)


def check_planned(*, on: date, today: date, document: str, what: str) -> None:
    """A plan is for a day to come, by a document that is there already."""
    if on <= today:
        raise Refused(
            text(what), why=text("生效日期{on}已到", on=on), remedy=text("直接登记机构变动")
        )
    _check_document(document, what=what)


def _check_document(document: str, *, what: str) -> None:
    if not document.strip():
        raise Refused(text(what), why=text("没有写明批准文号"), remedy=text("写明机构编制部门的批准文号"))


def check_circle(unit: Organisation, parent: Organisation, *, what: str) -> None:
    """A unit may not stand below itself."""
    above: Organisation | None = parent
    while above is not None:
        if above.pk == unit.pk:
            raise Refused(
                text(what),
                why=text("{parent}是{unit}本身或其下级机构", parent=parent.name, unit=unit.name),
                remedy=text("另选上级机构"),
            )
        above = above.parent


def running_lines(unit: Organisation, *, on: date) -> QuerySet[Assignment]:
    """Lines of the unit that still run on the day or begin later, in a seat or not."""
    still = Q(until_on__isnull=True) | Q(until_on__gt=on)
    there = Q(organisation=unit) | Q(post__organisation=unit)
    return Assignment.objects.filter(still, there).select_related("person", "post").order_by("from_on", "pk")


def standing(unit: Organisation, *, on: date) -> list[Post]:
    """The seats of the unit that are still there on the day or later."""
    still = Q(until_on__isnull=True) | Q(until_on__gt=on)
    return list(Post.objects.filter(still, organisation=unit).order_by("order", "pk"))


def check_empty(unit: Organisation, *, on: date, what: str, leaving: Iterable[int] = ()) -> None:
    """Refuse while somebody holds a seat, or a unit stands below; `leaving` are the posts that move elsewhere."""
    held = running_lines(unit, on=on).filter(kind__in=TAKES_A_SEAT).exclude(post__in=list(leaving))
    names = [f"{line.person.name}（{line.title}）" for line in held[: NAMED + 1]]
    if names:
        more = "…" if len(names) > NAMED else ""
        raise Refused(
            text(what),
            why=text("{unit}仍有人任职：{names}", unit=unit.name, names="、".join(names[:NAMED]) + more),
            remedy=text("先免去职务，或者按合并、分设办理，写明职位去向"),
        )
    below = list(unit.children.filter(until_on__isnull=True).values_list("name", flat=True)[: NAMED + 1])
    if below:
        raise Refused(
            text(what),
            why=text("{unit}还有下级机构：{names}", unit=unit.name, names="、".join(below[:NAMED])),
            remedy=text("先调整下级机构的隶属关系"),
        )
