"""What falls due within a month, counted: a piece of the home page, fetched after it so that the page does not wait."""

from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.establishment.core.warnings import KINDS
from quanheng.establishment.queries.warnings_rows import HOME_MONTHS, HOME_MOST, soon
from quanheng.establishment.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

KEPT = 600  # seconds: the counts of a day hardly change, and over a province they take a second or two


@screen("warnings/soon/", name="warnings_soon", permission="registry.view")
def warnings_soon(request: HttpRequest) -> HttpResponse:
    """Asked for by itself, the whole page answers."""
    if "HX-Request" not in request.headers:
        return redirect(f"{link('warnings')}?months={HOME_MONTHS}")
    by, today = actor(request), clock.today()
    key = f"warnings-soon-{by.pk}-{today}"
    counts = cache.get(key)
    if counts is None:
        counts = [(kind.name, number) for kind, number in soon(by=by, on=today)]
        cache.set(key, counts, KEPT)
    rows = [_row(name, number) for name, number in counts]
    return render(request, "establishment/warnings_soon.html", {"rows": rows})


def _row(name: str, number: int) -> dict[str, Any]:
    count = str(number) if number <= HOME_MOST else f"{HOME_MOST}+"
    url = f"{link('warnings')}?kind={name}&months={HOME_MONTHS}"
    return {"label": gettext(KINDS[name].label), "count": count, "url": url}
