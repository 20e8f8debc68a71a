"""Mounts every declared address, each behind its own guard: signed in, with the permission it names."""

import functools
import importlib
import importlib.util
import logging
import pkgutil
from collections.abc import Callable
from typing import Any

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist
from django.db import ProgrammingError
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse
from django.urls import path
from django.views.i18n import set_language
from psycopg.errors import InsufficientPrivilege

from quanheng.access.actions.scope import as_visitor
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.site import exports
from quanheng.site.scoped import scope_of
from quanheng.web.core.addresses import ADDRESSES, Address
from quanheng.web.screens import clock

_log = logging.getLogger("quanheng.answers")


def load_screens() -> None:
    """Import every room's screens so that they declare their addresses."""
    for room in (*settings.ROOMS, "site"):
        package = f"quanheng.{room}.screens"
        if importlib.util.find_spec(package) is None:
            continue
        folder = importlib.import_module(package)
        for module in pkgutil.iter_modules(folder.__path__):
            importlib.import_module(f"{package}.{module.name}")


def guarded(address: Address) -> Callable[..., HttpResponseBase]:
    """The screen behind its guard; a refusal from below becomes a page that says why."""
    screen = reauthentication_required(address.view, allow_get=True) if address.asks_again else address.view

    @functools.wraps(address.view)
    def view(request: HttpRequest, **arguments: Any) -> HttpResponseBase:
        if address.is_public:
            with as_visitor(on=clock.today(), slug=arguments.get("slug", "")):
                return shown(request, **arguments)
        user = request.user
        if not isinstance(user, Account) or not user.is_active:
            return redirect_to_login(request.get_full_path())
        user.rights_memo = {} if request.method == "GET" else None
        try:
            with scope_of(address, user, request):
                if address.permission and not rights_of(user, on=clock.today()).may(address.permission):
                    return render(request, "403.html", status=403)
                return shown(request, **arguments)
        except ProgrammingError as error:
            if not isinstance(error.__cause__, InsufficientPrivilege):
                raise
            _log.exception("refused by the database alone: the question or the act above it lacks a filter", extra={"route": address.name})
        with scope_of(address, user, request):
            return render(request, "web/refused.html", {"refusal": _refused_below()}, status=403)

    def shown(request: HttpRequest, **arguments: Any) -> HttpResponseBase:
        """Finished inside the scope, a template drawn late too."""
        _remember_as_of(request)
        try:
            return _answered(address, screen, request, arguments)
        except Refused as refusal:
            return render(request, "web/refused.html", {"refusal": refusal}, status=409)
        except ObjectDoesNotExist as missing:  # out of the reader's sight is the same as not there
            raise Http404 from missing

    return view


def _refused_below() -> Refused:
    return Refused(
        text("办理"),
        why=text("数据库按管理权限拒绝了这次读写，没有任何改动"),
        remedy=text("请确认该事项在您的管理权限内；仍有疑问的，请系统管理员查看运行日志"),
    )


def _answered(
    address: Address, screen: Callable[..., HttpResponseBase], request: HttpRequest, arguments: dict[str, Any]
) -> HttpResponseBase:
    """The screen's answer; a file only after its purpose is said and its line written."""
    if not address.is_public and exports.asks_first(request, address):
        return exports.ask(request)
    response = screen(request, **arguments)
    if isinstance(response, SimpleTemplateResponse):
        response.render()
    if address.is_public or not exports.is_file(response):
        return response
    return exports.handed_out(request, address, response)


def _remember_as_of(request: HttpRequest) -> None:
    """A chosen day holds for the pages that follow, until today is chosen again."""
    chosen = request.GET.get("as_of")
    if chosen is None:
        return
    if chosen == clock.today().isoformat():
        request.session.pop("as_of", None)
    else:
        request.session["as_of"] = chosen


# django-allauth looks its pages up by its own names; they are ours.
PACKAGE_NAMES = {
    "account_login": "sign_in",
    "account_logout": "sign_out",
    "account_signup": "sign_in",
    "account_inactive": "sign_in",
    "account_reset_password": "first_password",
    "account_change_password": "password",
    "account_set_password": "password",
    "account_reauthenticate": "reauthenticate",
    "mfa_authenticate": "second_factor",
    "mfa_reauthenticate": "reauthenticate_code",
    "mfa_reauthenticate_webauthn": "reauthenticate_key",
    "mfa_index": "own_account",
    "mfa_list_webauthn": "own_account",
    "mfa_activate_totp": "totp",
    "mfa_deactivate_totp": "totp_remove",
    "mfa_add_webauthn": "security_key",
    "mfa_remove_webauthn": "security_key_remove",
    "mfa_view_recovery_codes": "recovery_codes",
    "mfa_generate_recovery_codes": "recovery_codes_new",
    "openid_connect_login": "oidc_begin",
    "openid_connect_callback": "oidc_back",
    "socialaccount_signup": "oidc_refused",
    "socialaccount_login_cancelled": "sign_in",
    "socialaccount_login_error": "oidc_refused",
    "socialaccount_connections": "own_account",
}

load_screens()
_VIEWS = {address.name: (address.path, guarded(address)) for address in ADDRESSES}
urlpatterns = [
    *(path(where, view, name=name) for name, (where, view) in _VIEWS.items()),
    *(path(_VIEWS[ours][0], _VIEWS[ours][1], name=theirs) for theirs, ours in PACKAGE_NAMES.items()),
    path("language/", set_language, name="set_language"),
]
