"""How many of every kind fall due: the chips of the warnings, their numbers fetched after the page so that it does not wait."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Any
from urllib.parse import urlencode

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.access.models import Account
from quanheng.establishment.core.warnings import KINDS, Kind
from quanheng.establishment.queries.warnings import Window, count_of
from quanheng.establishment.screens.reader import actor
from quanheng.establishment.screens.warnings_form import window
from quanheng.establishment.screens.warnings_soon import KEPT
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import AT_MOST
from quanheng.web.screens.links import link

ASKED = ("months", "from", "until", "authority", "organisation", "level", "leading", "layer", "as_of")


@screen("warnings/counts/", name="warnings_counts", permission="registry.view")
def warnings_counts(request: HttpRequest) -> HttpResponse:
    """Asked for by itself, the whole page answers."""
    kind = KINDS.get(request.GET.get("kind", ""), KINDS["retirement"])
    if "HX-Request" not in request.headers:
        return redirect(f"{link('warnings')}?{address(request, kind.name)}")
    by, today, asked = actor(request), clock.today(), window(request)
    counts = kept(asked, by=by, on=today)
    if counts is None:
        counts = {
            each.name: count_of(each, asked, by=by, on=today, at_most=AT_MOST) for each in KINDS.values()
        }
        cache.set(_key(asked, by, today), counts, KEPT)
    return render(request, "establishment/warnings_counts.html", {"chips": chips(request, kind, counts)})


def kept(asked: Window, *, by: Account, on: date) -> dict[str, int] | None:
    """The numbers counted not long ago for the same account, day and conditions."""
    found: dict[str, int] | None = cache.get(_key(asked, by, on))
    return found


def chips(request: HttpRequest, current: Kind, counts: Mapping[str, int]) -> list[dict[str, Any]]:
    """One chip a kind; those that are not counted yet have no number."""
    return [
        {
            "label": gettext(kind.label),
            "url": f"?{address(request, kind.name)}",
            "count": _said(counts.get(kind.name)),
            "is_current": kind is current,
        }
        for kind in KINDS.values()
    ]


def address(request: HttpRequest, kind: str) -> str:
    """The same conditions for a kind, as words of an address."""
    said: QueryDict = request.GET
    return urlencode({"kind": kind} | {name: said[name] for name in ASKED if said.get(name)})


def _said(number: int | None) -> str | int | None:
    return f"{AT_MOST}+" if number is not None and number > AT_MOST else number


def _key(asked: Window, by: Account, on: date) -> str:
    return f"warnings-counts-{sha256(repr((by.pk, on, asked)).encode()).hexdigest()}"
