"""The system administrator's page: accounts made from requests, stopped, put to sleep, given a code. Grants nothing."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from quanheng.access.actions.account_requests import create_account, decline_request
from quanheng.access.actions.accounts import sleep_account, stop_account
from quanheng.access.core.roles import ROLES
from quanheng.access.models import Account, AccountRequest
from quanheng.access.queries.accounts import accounts, requests_in, roles_said, stale_accounts
from quanheng.access.screens.actor import actor
from quanheng.kernel.refusals import Refused
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of


@screen("accounts/", name="accounts", permission="access.accounts", menu="账号管理", order=80)
def account_list(request: HttpRequest) -> HttpResponse:
    """Requests that wait, and everybody's account with its roles and state."""
    by, q = actor(request), request.GET.get("q", "").strip()
    page = slice_of(accounts(by=by, on=clock.today(), q=q), request, order=("username",))
    context = {
        "q": q,
        "page": page,
        "rows": [account_row(each) for each in page],
        "waiting": [request_row(each) for each in requests_in("requested")[:50]],
        "stale_days": settings.STALE_DAYS,
    }
    return render(request, "access/accounts.html", context)


@screen("accounts/requests/<int:pk>/create/", name="account_create", permission="access.accounts")
def account_create(request: HttpRequest, pk: int) -> HttpResponse:
    """POST makes the inactive account that was asked for."""
    if request.method == "POST":
        create_account(by=actor(request), at=clock.now(), request=get_object_or_404(AccountRequest, pk=pk))
        messages.success(request, _("账号已建立，等待安全保密管理员授权启用"))
    return redirect("accounts")


@screen("accounts/requests/<int:pk>/decline/", name="account_decline", permission="access.accounts")
def account_decline(request: HttpRequest, pk: int) -> HttpResponse:
    """POST sends the request back."""
    if request.method == "POST":
        decline_request(by=actor(request), at=clock.now(), request=get_object_or_404(AccountRequest, pk=pk))
        messages.success(request, _("申请已退回"))
    return redirect("accounts")


@screen("accounts/<int:pk>/stop/", name="account_stop", permission="access.accounts", asks_again=True)
def account_stop(request: HttpRequest, pk: int) -> HttpResponse:
    """POST stops an account and ends its sessions."""
    if request.method == "POST":
        stop_account(by=actor(request), at=clock.now(), account=get_object_or_404(Account, pk=pk))
        messages.success(request, _("账号已停用"))
    return redirect("accounts")


@screen("accounts/sleep/", name="accounts_sleep", permission="access.accounts")
def accounts_sleep(request: HttpRequest) -> HttpResponse:
    """POST puts to sleep what nobody used for the house's number of days, at most five hundred at a time."""
    if request.method == "POST" and settings.STALE_DAYS:
        since = clock.now() - timedelta(days=settings.STALE_DAYS)
        slept = sum(_slept(request, account, since) for account in stale_accounts(since=since)[:500])
        messages.success(request, _("{count}个账号已休眠").format(count=slept))
    return redirect("accounts")


def _slept(request: HttpRequest, account: Account, since: Any) -> bool:
    """Whether it went to sleep; the only holder of an office stays awake."""
    try:
        sleep_account(by=actor(request), at=clock.now(), account=account, since=since)
    except Refused:
        return False
    return True


def account_row(account: Any) -> dict[str, Any]:
    """An account as the administrators' pages show it."""
    return {
        "pk": account.pk,
        "username": account.username,
        "name": account.name,
        "is_active": account.is_active,
        "asleep_since": account.asleep_since,
        "last_login": account.last_login,
        "roles": [_(role) for role in roles_said(account)],
        "has_factor": account.has_factor,
    }


def request_row(asked: AccountRequest) -> dict[str, Any]:
    """A request as pages show it."""
    return {
        "pk": asked.pk,
        "username": asked.username,
        "name": asked.name,
        "roles": [_(ROLES[role].name) for role in asked.roles if role in ROLES],
        "authority": asked.authority.name,
        "until_on": asked.until_on,
        "basis": asked.basis,
        "state": asked.state,
        "requested_by": asked.requested_by,
        "requested_at": asked.requested_at,
        "created_by": asked.created_by,
        "activated_by": asked.activated_by,
        "activated_at": asked.activated_at,
    }
