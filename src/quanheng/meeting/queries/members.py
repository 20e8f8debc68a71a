"""Who sits in a body on a day."""

from datetime import date

from django.db.models import Q, QuerySet

from quanheng.access.core.roles import ROLES
from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import authority_line, rights_of, within
from quanheng.meeting.models import Body, BodyMember


def bodies(*, by: Account, on: date) -> QuerySet[Body]:
    """The bodies whose meetings `by` may view."""
    return Body.objects.filter(within("meeting.view", by=by, on=on)).select_related("authority")


def bodies_to_run(*, by: Account, on: date) -> QuerySet[Body]:
    """The bodies whose meetings `by` may organise."""
    return Body.objects.filter(within("meeting.run", by=by, on=on)).select_related("authority")


def authorities_to_run(*, by: Account, on: date) -> QuerySet[Authority]:
    """The authorities for which `by` may set up bodies."""
    condition = Q(pk__in=[])
    for path in rights_of(by, on=on).paths("meeting.run"):
        condition |= Q(path__startswith=path)
    return Authority.objects.filter(condition)


def sitters(*, by: Account, on: date, body: Body) -> QuerySet[Account]:
    """Active accounts that may sit in a body (meeting.sit over it on a day), for whoever runs its meetings."""
    if not rights_of(by, on=on).may("meeting.run", body.authority.path):
        return Account.objects.none()
    roles = [role.code for role in ROLES.values() if "meeting.sit" in role.permissions]
    in_force = Q(grants__until_on__isnull=True) | Q(grants__until_on__gt=on)
    over = Q(grants__authority__path__in=authority_line(body.authority))
    return Account.objects.filter(
        in_force, over, is_active=True, grants__role__in=roles, grants__from_on__lte=on
    ).distinct()


def seated(body: Body, *, on: date) -> QuerySet[BodyMember]:
    """The members who should attend on a day, in seating order. For acts; pages go through a meeting."""
    in_force = Q(until_on__isnull=True) | Q(until_on__gt=on)
    return BodyMember.objects.filter(in_force, body=body, from_on__lte=on).select_related("account")


def unread(account: str) -> list[str]:
    """What of an account no page of a meeting says, for `defer`: by the way that leads to it."""
    return [f"{account}__{name}" for name in ("password", "last_login", "created_at", "password_changed_at", "active_since", "asleep_since")]
