"""Accounts, their running grants, and requests on their way, for the administrators who keep them. No business data."""

from datetime import date, datetime
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet

from quanheng.access.core.roles import ROLES
from quanheng.access.models import Account, AccountRequest, Grant
from quanheng.access.permissions.rights import rights_of, running

KINDS = dict(Grant.KINDS)
FACTOR = Authenticator.objects.filter(user=OuterRef("pk"))


def accounts(*, by: Account, on: date, q: str = "") -> QuerySet[Account]:
    """Every account with its grants of the day, for those who make, activate or audit accounts."""
    rights = rights_of(by, on=on)
    if not any(rights.may(f"access.{part}") for part in ("accounts", "grants", "journal")):
        return Account.objects.none()
    rows = Account.objects.prefetch_related(Prefetch("grants", Grant.objects.filter(running(on)).select_related("authority")))
    rows = rows.annotate(has_factor=Exists(FACTOR))
    return rows.filter(Q(username__istartswith=q) | Q(name__startswith=q)) if q else rows


def stale_accounts(*, since: datetime) -> QuerySet[Account]:
    """Active accounts that nobody used since: neither signed in to, nor woken, nor made."""
    unused = (Q(last_login__isnull=True) | Q(last_login__lt=since)) & (Q(active_since__isnull=True) | Q(active_since__lt=since))
    return Account.objects.filter(unused, is_active=True, created_at__lt=since).order_by("username")


def roles_said(account: Account) -> list[str]:
    """The names of the roles that its prefetched grants give."""
    return [ROLES[grant.role].name if grant.role in ROLES else grant.role for grant in account.grants.all()]


def requests_in(state: str) -> QuerySet[AccountRequest]:
    """Requests that wait at a step, oldest first: requested, created or activated."""
    done = {"requested": "created_at", "created": "activated_at", "activated": "acknowledged_at"}[state]
    before = {"requested": {}, "created": {"created_at__isnull": False}, "activated": {"activated_at__isnull": False}}[state]
    rows = AccountRequest.objects.filter(declined_at=None, **{done: None}, **before)
    return rows.select_related("requested_by", "created_by", "activated_by", "authority").order_by("requested_at", "pk")


def own_requests(*, by: Account) -> QuerySet[AccountRequest]:
    """What one has asked for, newest first."""
    return AccountRequest.objects.filter(requested_by=by).select_related("authority").order_by("-requested_at", "-pk")


def own_grants(*, by: Account, on: date) -> list[dict[str, Any]]:
    """The rights one has today: role, over what, how, until when."""
    rows = Grant.objects.filter(running(on), account=by).select_related("authority", "delegated_from__account")
    return [_line(grant, grant.delegated_from.account.name if grant.delegated_from else "") for grant in rows]


def handed_on(*, by: Account, on: date) -> list[dict[str, Any]]:
    """What one has handed on and not yet got back."""
    rows = Grant.objects.filter(delegated_from__account=by, until_on__gt=on).select_related("authority", "account")
    return [_line(grant, grant.account.name) for grant in rows]


def grants_running(on: date, q: str = "") -> QuerySet[Grant]:
    """Every grant that runs or will run, with its holder's account name to order by."""
    rows = Grant.objects.filter(Q(until_on__isnull=True) | Q(until_on__gt=on)).annotate(holder=F("account__username"))
    rows = rows.select_related("account", "authority", "delegated_from__account")
    return rows.filter(Q(account__username__istartswith=q) | Q(account__name__startswith=q)) if q else rows


def grant_line(grant: Grant) -> dict[str, Any]:
    """A grant as a page shows it."""
    return _line(grant, grant.delegated_from.account.name if grant.delegated_from else "") | {"name": grant.account.name}


def _line(grant: Grant, other: str) -> dict[str, Any]:
    return {
        "pk": grant.pk,
        "role": ROLES[grant.role].name if grant.role in ROLES else grant.role,
        "authority": grant.authority.name,
        "kind": KINDS[grant.kind],
        "from_on": grant.from_on,
        "until_on": grant.until_on,
        "basis": grant.basis,
        "other": other,
    }
