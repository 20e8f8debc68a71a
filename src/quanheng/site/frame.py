"""What every page's frame shows: the menu the person may open, the as-of date, who is signed in."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext

from quanheng.access.models import Account
from quanheng.access.permissions.rights import Rights, rights_of
from quanheng.web.core.addresses import ADDRESSES
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

MARKED = frozenset({"home", "person", "search", "law_ask"})
WITH_PEOPLE = ("registry.", "selection.", "meeting.", "disclosure.", "exchange.", "establishment.", "oversight.", "procedure.")


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context of the base page; for visitors only the date."""
    today = clock.today()
    shown: dict[str, Any] = {"today": today, "as_of": today, "menu": [], "account": None, "printed_by": ""}
    user = getattr(request, "user", None)
    if not isinstance(user, Account):
        return shown
    return shown | {
        "as_of": clock.as_of(request),
        "menu": menu(rights_of(user, on=today), request.path),
        "account": user,
        "printed_by": f"{user.name} {clock.now():%Y-%m-%d %H:%M}",
        "watermark": f"{user.name} {user.username} {clock.now():%Y-%m-%d %H:%M}" if is_marked(request) else "",
    }


def is_marked(request: HttpRequest) -> bool:
    """Whether the page may show people: all but the law, one's own account and the administrators' pages."""
    match = request.resolver_match
    if not settings.WATERMARK or match is None or match.url_name is None:
        return False
    return match.url_name in MARKED or _permission(match.url_name).startswith(WITH_PEOPLE)


def menu(rights: Rights, path: str) -> list[dict[str, Any]]:
    """The rail's entries that the person may open, in order."""
    entries = sorted((a for a in ADDRESSES if a.menu), key=lambda a: a.order)
    shown = [
        (entry, link(entry.name))
        for entry in entries
        if entry.permission is None or rights.may(entry.permission)
    ]
    nearest = max((url for _entry, url in shown if _is_under(path, url)), key=len, default="")
    return [{"label": gettext(entry.menu), "url": url, "is_current": url == nearest} for entry, url in shown]


def _is_under(path: str, url: str) -> bool:
    return path == url if url == "/" else path.startswith(url)


@cache
def _permission(name: str) -> str:
    return next((each.permission or "" for each in ADDRESSES if each.name == name), "")
