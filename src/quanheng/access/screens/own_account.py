"""One's own account: where it is signed in, its second factors, rights held, handed on and received."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from quanheng.access.actions.sessions import revoke_session
from quanheng.access.core.second_factor import is_demanded
from quanheng.access.permissions.rights import rights_of
from quanheng.access.queries.accounts import own_grants
from quanheng.access.screens.actor import actor
from quanheng.access.screens.guard import SECOND
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


@screen("own/", name="own_account")
def own_account(request: HttpRequest) -> HttpResponse:
    """Sessions that are open now, each with a button that ends it; factors; grants."""
    by = actor(request)
    today = clock.today()
    factors = Authenticator.objects.filter(user=by).exclude(type=Authenticator.Type.RECOVERY_CODES)
    demanded = is_demanded(settings.SECOND_FACTOR, rights_of(by, on=today).roles)
    return render(
        request,
        "access/own_account.html",
        {
            "sessions": UserSession.objects.purge_and_list(by),
            "current": request.session.session_key,
            "factors": factors,
            "has_totp": any(each.type == Authenticator.Type.TOTP for each in factors),
            "is_missing": demanded and request.session.get(SECOND) != by.pk,
            "grants": own_grants(by=by, on=today),
        },
    )


@screen("own/sessions/<int:pk>/end/", name="session_end")
def session_end(request: HttpRequest, pk: int) -> HttpResponse:
    """POST ends one of one's own sessions."""
    if request.method == "POST":
        session = get_object_or_404(UserSession, pk=pk, user=actor(request))
        revoke_session(by=actor(request), at=clock.now(), session=session)
        messages.success(request, _("会话已结束"))
    return redirect("own_account")
