"""What django-allauth asks of the house: nobody signs up, stale accounts sleep, secrets are sealed, everything is on record."""

import base64
import hashlib
import time
from datetime import timedelta
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.core import context
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.actions.accounts import last_used, sleep_account
from quanheng.access.actions.sessions import begin_session, refuse_session
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.web.screens import clock

PROOFS = "account_authentication_methods"


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """账号: made by administrators only; every sign-in and every refusal leaves a line in the journal."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": gettext_lazy("账号或口令不对，或账号未启用。"),
        "incorrect_password": gettext_lazy("口令不对。"),
        "too_many_login_attempts": gettext_lazy("错误次数过多，账号已锁定，请稍后再试。"),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def add_message(self, *given: Any, **named: Any) -> None:
        """The package's own messages stay unsaid: our pages say what happened."""

    def pre_login(self, request: HttpRequest, user: Account, **named: Any) -> HttpResponse | None:
        if not user.is_active or _fell_asleep(user):
            clear_login(request)
            messages.error(request, _("账号未启用或已休眠，请联系安全保密管理员。"))
            return redirect("sign_in")
        return None

    def post_login(self, request: HttpRequest, user: Account, **named: Any) -> Any:
        means = [each["method"] for each in request.session.get(PROOFS, [])]
        begin_session(by=user, at=clock.now(), means=means, address=address_of(request))
        return super().post_login(request, user, **named)

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Who signed in, or proved it again, a few minutes ago need not yet prove it once more."""
        proofs = context.request.session.get(PROOFS, [])
        return not proofs or time.time() - proofs[-1]["at"] > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        refused(request, str(credentials.get("username", "")), why="password")
        super().authentication_failed(request, **credentials)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]
    """第二因素: secrets of one-time codes lie sealed in the database, under the installation's own secret."""

    def get_totp_issuer(self) -> str:
        return "Quanheng"

    def encrypt(self, text: str) -> str:
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _seal().decrypt(encrypted_text.encode()).decode()


class DirectoryAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """单位统一认证: who proves who they are at the house's own provider is signed in to the account of that name, if there is one."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        if sociallogin.is_existing:
            return
        claimed = str(_claims(sociallogin.account.extra_data).get(settings.OIDC_CLAIM, ""))
        account = Account.objects.filter(username=claimed, is_active=True).first() if claimed else None
        if account is None:
            raise ImmediateHttpResponse(redirect("oidc_refused"))
        sociallogin.connect(request, account)


def refused(request: HttpRequest, username: str, *, why: str) -> None:
    """On record, when the name is somebody's."""
    account = Account.objects.filter(username=username).first()
    if account is not None:
        refuse_session(by=None, at=clock.now(), account=account, why=why, address=address_of(request))


def address_of(request: HttpRequest) -> str:
    """Where the request came from, as the server sees it."""
    return str(request.META.get("REMOTE_ADDR", ""))


def _claims(extra: dict[str, Any]) -> dict[str, Any]:
    """What the provider said of the person; the package keeps the token's claims apart from the answer to a question."""
    return {**extra.get("id_token", {}), **extra.get("userinfo", {}), **extra}


def _fell_asleep(user: Account) -> bool:
    """Put to sleep an account that nobody used for too long; the only holder of an office is let in."""
    if not settings.STALE_DAYS:
        return False
    since = clock.now() - timedelta(days=settings.STALE_DAYS)
    if last_used(user) >= since:
        return False
    try:
        sleep_account(by=None, at=clock.now(), account=user, since=since)
    except Refused:
        return False
    return True


def _seal() -> Fernet:
    key = hashlib.sha256(b"quanheng second factor\n" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
