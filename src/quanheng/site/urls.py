"""Mounts every declared address, each behind its own guard: signed in, with the permission it names."""

import functools
import importlib
import importlib.util
import pkgutil
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.template.response import SimpleTemplateResponse
from django.urls import path
from django.views.i18n import set_language

from quanheng.access.actions.scope import as_visitor
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.refusals import Refused
from quanheng.site.scoped import scope_of
from quanheng.web.core.addresses import ADDRESSES, Address
from quanheng.web.screens import clock


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

    @functools.wraps(address.view)
    def view(request: HttpRequest, **arguments: Any) -> HttpResponseBase:
        if address.is_public:
            with as_visitor(on=clock.today(), slug=arguments.get("slug", "")):
                return shown(request, **arguments)
        user = request.user
        if not isinstance(user, Account) or not user.is_active:
            return redirect_to_login(request.get_full_path())
        user.rights_memo = {} if request.method == "GET" else None
        with scope_of(address, user, request):
            if address.permission and not rights_of(user, on=clock.today()).may(address.permission):
                return render(request, "403.html", status=403)
            return shown(request, **arguments)

    def shown(request: HttpRequest, **arguments: Any) -> HttpResponseBase:
        """Finished inside the scope, a template drawn late too."""
        _remember_as_of(request)
        try:
            response: HttpResponseBase = address.view(request, **arguments)
        except Refused as refusal:
            return render(request, "web/refused.html", {"refusal": refusal}, status=409)
        if isinstance(response, SimpleTemplateResponse):
            response.render()
        return response

    return view


def _remember_as_of(request: HttpRequest) -> None:
    """A chosen day holds for the pages that follow, until today is chosen again."""
    chosen = request.GET.get("as_of")
    if chosen is None:
        return
    if chosen == clock.today().isoformat():
        request.session.pop("as_of", None)
    else:
        request.session["as_of"] = chosen


load_screens()
urlpatterns = [
    *(path(address.path, guarded(address), name=address.name) for address in ADDRESSES),
    path("language/", set_language, name="set_language"),
]
