"""Enter a change of organisations whose day has not come; withdraw it; carry out those whose day is there.

What is entered is tried at once, as of its day, and undone: what cannot be is refused now and not on the morning of the reform.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.scope import as_system
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import packed, text
from quanheng.registry.actions.change_organisation import (
    PERMISSION,
    end_organisation,
    found_organisation,
    merge_organisations,
    move_organisation,
    rename_organisation,
    split_organisation,
)
from quanheng.registry.models import Organisation, PlannedChange, Post
from quanheng.registry.permissions.organisation_changes import check_planned

WHAT = "登记待生效的机构变动"
CHANGES: Mapping[str, Callable[..., Organisation]] = {
    "found": found_organisation,
    "rename": rename_organisation,
    "move": move_organisation,
    "merge": merge_organisations,
    "split": split_organisation,
    "end": end_organisation,
}
SUBJECT = {"found": "parent"}
"""What the unit is to the act, where it is not the organisation that changes."""


class _UndoneError(Exception):
    """The trial is over."""


@action(
    "registry.organisation.plan",
    label=WHAT,
    permission=PERMISSION,
    of=lambda given: given["organisation"].authority.path,
    keeps=("organisation", "act", "on", "document"),
)
def plan_organisation_change(
    *, by: Account, at: datetime, organisation: Organisation, act: str, on: date, document: str, given: Mapping[str, Any]
) -> PlannedChange:
    """`given` is what the act takes beside its unit, day and document. Refuses what the act itself would refuse on the day."""
    check_planned(on=on, today=timezone.localdate(at), document=document, what=WHAT)
    whole = {**given, SUBJECT.get(act, "organisation"): organisation, "on": on, "document": document}
    try:
        with transaction.atomic():
            CHANGES[act](by=by, at=timezone.make_aware(datetime.combine(on, time(8))), **whole)
            raise _UndoneError
    except _UndoneError:
        pass
    return PlannedChange.objects.create(
        organisation=organisation, act=act, on=on, document=document, given=_kept(given), by=by, at=at
    )


@action(
    "registry.organisation.withdraw_plan",
    label="撤回待生效的机构变动",
    permission=PERMISSION,
    of=lambda given: given["plan"].organisation.authority.path,
    keeps=("plan",),
)
def withdraw_planned_change(*, by: Account, at: datetime, plan: PlannedChange) -> PlannedChange:
    """Refused once it has been carried out, withdrawn, or found impossible."""
    row = PlannedChange.objects.select_for_update().get(pk=plan.pk)
    if row.state != "waiting":
        raise Refused(
            text("撤回待生效的机构变动"),
            why=text("这项变动{state}", state=text(row.get_state_display())),
            remedy=text("已生效的，另行登记新的机构变动"),
        )
    return _settled(row, "withdrawn", at)


def carry_out_plans(*, on: date, at: datetime) -> int:
    """Every plan whose day has come, in the order of days, each by itself and by the right of who entered it.

    One that can no longer be is marked with the reason and stays on the page. How many took effect.
    """
    waiting = PlannedChange.objects.filter(state="waiting", on__lte=on).order_by("on", "pk")
    with as_system(on=on):
        keys = list(waiting.values_list("pk", flat=True))
    return sum(_carried_out(pk, at) for pk in keys)


def _carried_out(pk: int, at: datetime) -> bool:
    with as_system(on=timezone.localdate(at)):
        rows = PlannedChange.objects.select_for_update(of=("self",), skip_locked=True)
        plan = rows.select_related("organisation__authority", "by").filter(pk=pk, state="waiting").first()
        if plan is None:  # another worker has it
            return False
        whole = {
            **_restored(plan.given),
            SUBJECT.get(plan.act, "organisation"): plan.organisation,
            "on": plan.on,
            "document": plan.document,
        }
        try:
            with transaction.atomic():
                CHANGES[plan.act](by=plan.by, at=at, **whole)
        except Refused as refused:
            plan.outcome = packed(refused.why)
            _settled(plan, "refused", at)
            return False
        _settled(plan, "done", at)
        return True


def _settled(plan: PlannedChange, state: str, at: datetime) -> PlannedChange:
    plan.state, plan.settled_at = state, at
    plan.save(update_fields=["state", "settled_at", "outcome"])
    return plan


def _kept(given: Mapping[str, Any]) -> dict[str, Any]:
    """What is given as JSON keeps it: units and seats by their keys."""
    kept = dict(given)
    if "parent" in kept:
        kept["parent"] = kept["parent"].pk
    if "sources" in kept:
        kept["sources"] = [unit.pk for unit in kept["sources"]]
    if "moves" in kept:
        kept["moves"] = [[post.pk, into.pk] for post, into in kept["moves"]]
    return kept


def _restored(kept: Mapping[str, Any]) -> dict[str, Any]:
    given, units = dict(kept), Organisation.objects.select_related("authority")
    if "parent" in given:
        given["parent"] = units.get(pk=given["parent"])
    if "sources" in given:
        given["sources"] = list(units.filter(pk__in=given["sources"]).order_by("pk"))
    if "moves" in given:
        seats = Post.objects.select_related("organisation")
        given["moves"] = [(seats.get(pk=post), units.get(pk=into)) for post, into in given["moves"]]
    return given
