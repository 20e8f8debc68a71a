"""A new account takes four hands: asked for, made (inactive), activated with its roles, seen by the auditor.

The database refuses a request whose maker, activator and auditor are not different people.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.grants import give_grant, require_end
from quanheng.access.core.roles import ROLES, TIME_BOXED, conflict
from quanheng.access.models import Account, AccountRequest, Authority
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text


@action(
    "access.account_request.file",
    label="申请账号",
    permission="access.request",
    of=lambda given: given["authority"].path,
    keeps=("username", "roles", "authority", "until_on"),
)
def request_account(
    *,
    by: Account,
    at: datetime,
    username: str,
    name: str,
    roles: Sequence[str],
    authority: Authority,
    basis: str,
    until_on: date | None = None,
) -> AccountRequest:
    """Ask for an account for somebody; its roles must agree with each other, and its name be free."""
    _require_roles(roles, until_on, timezone.localdate(at))
    waiting = AccountRequest.objects.filter(username=username, account__isnull=True, declined_at__isnull=True)
    if Account.objects.filter(username=username).exists() or waiting.exists():
        raise Refused(
            text("申请账号"),
            why=text("账号“{username}”已存在", username=username),
            remedy=text("换一个账号名"),
        )
    return AccountRequest.objects.create(
        username=username,
        name=name,
        roles=list(roles),
        authority=authority,
        until_on=until_on,
        basis=basis,
        requested_by=by,
        requested_at=at,
    )


@action("access.account.create", label="建立账号", permission="access.accounts", keeps=("request",))
def create_account(*, by: Account, at: datetime, request: AccountRequest) -> Account:
    """An inactive account without a password or a role; the security administrator activates it."""
    request = _waiting(request, "requested", text("建立账号"))
    account = Account(username=request.username, name=request.name, is_active=False, created_at=at)
    account.set_unusable_password()
    account.save()
    request.account, request.created_by, request.created_at = account, by, at
    request.save(update_fields=["account", "created_by", "created_at"])
    return account


@action(
    "access.account_request.decline", label="退回账号申请", permission="access.accounts", keeps=("request",)
)
def decline_request(*, by: Account, at: datetime, request: AccountRequest) -> AccountRequest:
    """The request ends here; the line stays."""
    request = _waiting(request, "requested", text("退回账号申请"))
    request.declined_at = at
    request.save(update_fields=["declined_at"])
    return request


@action("access.account.activate", label="启用账号", permission="access.grants", keeps=("request",))
def activate_account(*, by: Account, at: datetime, request: AccountRequest) -> Account:
    """Give the roles that were asked for, each as a grant of its own; never by the one who asked."""
    request = _waiting(request, "created", text("启用账号"))
    if request.requested_by_id == by.pk:
        raise Refused(
            text("启用账号"), why=text("申请人不得自行启用"), remedy=text("由另一名安全保密管理员办理")
        )
    account = request.account
    assert account is not None, "a created request has its account"
    for role in request.roles:
        give_grant(
            by=by,
            at=at,
            account=account,
            role=role,
            authority=request.authority,
            until_on=request.until_on,
            basis=request.basis,
        )
    request.activated_by, request.activated_at = by, at
    request.save(update_fields=["activated_by", "activated_at"])
    return account


@action(
    "access.account_request.acknowledge",
    label="审阅账号启用",
    permission="access.journal",
    keeps=("request",),
)
def acknowledge_account(*, by: Account, at: datetime, request: AccountRequest) -> AccountRequest:
    """The auditor has seen who asked for the account, who made it and who gave it its roles."""
    request = _waiting(request, "activated", text("审阅账号启用"))
    request.acknowledged_by, request.acknowledged_at = by, at
    request.save(update_fields=["acknowledged_by", "acknowledged_at"])
    return request


def _require_roles(roles: Sequence[str], until_on: date | None, today: date) -> None:
    if not roles:
        raise Refused(text("申请账号"), why=text("没有写明需要的角色"), remedy=text("至少选择一个角色"))
    for role in roles:
        if role not in ROLES:
            raise Refused(text("申请账号"), why=text("没有“{role}”这一角色", role=role))
        other = conflict(frozenset(roles), role)
        if other:
            raise Refused(
                text("申请账号"),
                why=text("“{role}”与“{other}”不得由一人兼任", role=ROLES[role].name, other=other),
                cites=("GB/T 22239-2019 8.1.5",),
                remedy=text("分别申请两个人的账号"),
            )
        if role in TIME_BOXED or until_on:
            require_end(role, "temporary", today, until_on)


def _waiting(request: AccountRequest, state: str, what: object) -> AccountRequest:
    """The request as it is now, locked; refused when it has moved on meanwhile."""
    found = AccountRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if found.state != state:
        raise Refused(what, why=text("这份申请已办理到下一步"), remedy=text("刷新页面查看"))  # type: ignore[arg-type]
    return found
