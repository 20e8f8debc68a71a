"""Found, rename, move, merge, split and end organisations: one order each, with what stood before kept as a version.

Nothing is overwritten that time changes: the former name and parent stay as `OrganisationVersion`, ended units keep their row.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from quanheng.access.actions.action import action, require
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.carry_post import FOLLOWERS, Order, carry_line, carry_post, end_post
from quanheng.registry.models import Organisation, OrganisationChange, OrganisationVersion, Person, Post
from quanheng.registry.permissions.organisation_changes import (
    check_circle,
    check_day,
    check_empty,
    check_order,
    running_lines,
    since,
    standing,
)

PERMISSION = "establishment.edit"
KEEPS = ("on", "document", "reason")


def _path(given: Mapping[str, Any]) -> str:
    unit: Organisation = given.get("organisation") or given["parent"]
    return unit.authority.path


@action(
    "registry.organisation.found", label="设立机构", permission=PERMISSION, of=_path, keeps=(*KEEPS, "code")
)
def found_organisation(
    *,
    by: Account,
    at: datetime,
    parent: Organisation,
    code: str,
    name: str,
    on: date,
    document: str,
    short_name: str = "",
    kind: str = "",
    level: str = "",
    reason: str = "",
) -> Organisation:
    """A new unit below `parent`, under the same authority. Refused when the code is taken, or the name below the parent."""
    what = "设立机构"
    order = _order("founded", on=on, document=document, reason=reason, by=by, at=at, what=what)
    above = _held(parent, on=on, what=what)
    taken = (
        Organisation.objects.filter(code=code).first()
        or above.children.filter(name=name, until_on=None).first()
    )
    if taken or not code.strip() or not name.strip():
        raise Refused(
            text(what),
            why=text(
                "编码或名称未填，或者已被使用：{unit}", unit=f"{taken.code} {taken.name}" if taken else "—"
            ),
            remedy=text("核对机构编码和名称"),
        )
    unit = Organisation.objects.create(
        code=code, name=name, short_name=short_name, kind=kind, level=level, parent=above,
        authority=above.authority, from_on=on,
    )  # fmt: skip
    _write("founded", order, after=[unit])
    return unit


@action("registry.organisation.rename", label="机构更名", permission=PERMISSION, of=_path, keeps=KEEPS)
def rename_organisation(
    *,
    by: Account,
    at: datetime,
    organisation: Organisation,
    name: str,
    on: date,
    document: str,
    short_name: str = "",
    reason: str = "",
) -> Organisation:
    """The name from the day on; careers keep the words of their time."""
    what = "机构更名"
    order = _order("renamed", on=on, document=document, reason=reason, by=by, at=at, what=what)
    unit = _held(organisation, on=on, what=what)
    if not name.strip() or (name, short_name) == (unit.name, unit.short_name):
        raise Refused(text(what), why=text("所填与现有信息相同，没有可更正的内容"))
    _version(unit, on)
    unit.name, unit.short_name = name, short_name
    unit.save(update_fields=["name", "short_name"])
    _write("renamed", order, before=[unit], after=[unit])
    return unit


@action("registry.organisation.move", label="调整隶属关系", permission=PERMISSION, of=_path, keeps=KEEPS)
def move_organisation(
    *,
    by: Account,
    at: datetime,
    organisation: Organisation,
    parent: Organisation,
    on: date,
    document: str,
    reason: str = "",
) -> Organisation:
    """Below another unit from the day on; the managing authority stays. Refused when that would make a circle."""
    what = "调整隶属关系"
    order = _order("moved", on=on, document=document, reason=reason, by=by, at=at, what=what)
    require(by, PERMISSION, path=parent.authority.path, at=at, what=what)
    unit, above = _held(organisation, on=on, what=what), _held(parent, on=on, what=what, is_target=True)
    check_circle(unit, above, what=what)
    if unit.parent_id == above.pk:
        raise Refused(text(what), why=text("所填与现有信息相同，没有可更正的内容"))
    _place(unit, above, on)
    _write("moved", order, before=[unit], after=[unit])
    return unit


@action("registry.organisation.merge", label="合并机构", permission=PERMISSION, of=_path, keeps=KEEPS)
def merge_organisations(
    *,
    by: Account,
    at: datetime,
    organisation: Organisation,
    sources: Sequence[Organisation],
    on: date,
    document: str,
    reason: str = "",
) -> Organisation:
    """`sources` end and go into `organisation`: their seats with whoever sits there, their people, the units below."""
    what = "合并机构"
    order = _order("merged", on=on, document=document, reason=reason, by=by, at=at, what=what)
    into = _held(organisation, on=on, what=what, is_target=True)
    merged = [each for each in sources if each.pk != into.pk]
    if not merged:
        raise Refused(text(what), why=text("没有写明并入的机构"), remedy=text("至少写一个并入的机构"))
    for each in merged:
        require(by, PERMISSION, path=each.authority.path, at=at, what=what)
        _absorb(_held(each, on=on, what=what), into, order, what)
    _write("merged", order, before=[*merged, into], after=[into])
    return into


@action("registry.organisation.split", label="分设机构", permission=PERMISSION, of=_path, keeps=KEEPS)
def split_organisation(
    *,
    by: Account,
    at: datetime,
    organisation: Organisation,
    moves: Sequence[tuple[Post, Organisation]],
    on: date,
    document: str,
    reason: str = "",
    is_ended: bool = False,
) -> Organisation:
    """Seats go to other units, each with whoever sits there; `is_ended` when nothing is left and the unit ends."""
    what = "分设机构"
    order = _order("split", on=on, document=document, reason=reason, by=by, at=at, what=what)
    unit = _held(organisation, on=on, what=what)
    targets = {into.pk: into for _, into in moves if into.pk != unit.pk}
    if not targets or any(post.organisation_id != unit.pk for post, _ in moves):
        raise Refused(text(what), why=text("没有写明职位去向"), remedy=text("为划出的职位写明去往的机构"))
    for into in targets.values():
        require(by, PERMISSION, path=into.authority.path, at=at, what=what)
        _held(into, on=on, what=what, is_target=True)
    if is_ended:
        check_empty(unit, on=on, what=what, leaving=[post.pk for post, _ in moves])
    moved = [(post, carry_post(post, into, order)) for post, into in moves if into.pk != unit.pk]
    for follower in FOLLOWERS:
        follower.unit_split(unit, moved, order)
    if is_ended:
        _end(unit, on)
        _tell_ended(unit, order)
    _write("split", order, before=[unit], after=[*targets.values(), *([] if is_ended else [unit])])
    return unit


@action("registry.organisation.end", label="撤销机构", permission=PERMISSION, of=_path, keeps=KEEPS)
def end_organisation(
    *, by: Account, at: datetime, organisation: Organisation, on: date, document: str, reason: str = ""
) -> Organisation:
    """The unit and its seats end on the day. Refused while somebody holds a seat there, or a unit stands below."""
    what = "撤销机构"
    order = _order("ended", on=on, document=document, reason=reason, by=by, at=at, what=what)
    unit = _held(organisation, on=on, what=what)
    check_empty(unit, on=on, what=what)
    _end(unit, on)
    _tell_ended(unit, order)
    _write("ended", order, before=[unit])
    return unit


def _order(kind: str, *, on: date, document: str, reason: str, by: Account, at: datetime, what: str) -> Order:
    check_order(on=on, today=timezone.localdate(at), document=document, what=what)
    label = dict(OrganisationChange.KINDS)[kind]
    return Order(on, document, f"机构{label}：{document}" + (f" {reason}" if reason else ""), by, at)


def _held(unit: Organisation, *, on: date, what: str, is_target: bool = False) -> Organisation:
    """The unit as it is now, held until the act is over; a target must only exist on the day."""
    row = Organisation.objects.select_for_update(of=("self",)).select_related("authority").get(pk=unit.pk)
    if not is_target or row.until_on is not None or (row.from_on and on < row.from_on):
        check_day(row, on=on, what=what)
    return row


def _version(unit: Organisation, on: date) -> None:
    """Keep how the unit was called and where it stood until the day."""
    OrganisationVersion.objects.create(
        organisation=unit, name=unit.name, short_name=unit.short_name, parent=unit.parent,
        kind=unit.kind, level=unit.level, from_on=since(unit), until_on=on,
    )  # fmt: skip


def _place(unit: Organisation, parent: Organisation, on: date) -> None:
    _version(unit, on)
    unit.parent = parent
    unit.save(update_fields=["parent"])


def _absorb(unit: Organisation, into: Organisation, order: Order, what: str) -> None:
    check_circle(unit, into, what=what)
    for post in standing(unit, on=order.on):
        carry_post(post, into, order)
    for line in running_lines(unit, on=order.on).filter(post=None):
        carry_line(line, into, order)
    for child in unit.children.filter(until_on=None).order_by("pk"):
        check_day(child, on=order.on, what=what)
        _place(child, into, order.on)
    Person.objects.filter(organisation=unit).update(organisation=into)
    for follower in FOLLOWERS:
        follower.unit_absorbed(unit, into, order)
    _end(unit, order.on)


def _end(unit: Organisation, on: date) -> None:
    for post in standing(unit, on=on):
        end_post(post, on=on)
    unit.until_on = on
    unit.save(update_fields=["until_on"])


def _tell_ended(unit: Organisation, order: Order) -> None:
    for follower in FOLLOWERS:
        follower.unit_ended(unit, order)


def _write(
    kind: str, order: Order, *, before: Sequence[Organisation] = (), after: Sequence[Organisation] = ()
) -> None:
    """The order itself, with the units before and after it."""
    change = OrganisationChange.objects.create(
        kind=kind, on=order.on, document=order.document, reason=order.reason, by=order.by, at=order.at
    )
    change.before.set(before)
    change.after.set(after)
