"""The journal, for the audit administrator: every act with what proves it."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from quanheng.access.actions.action import VERBS
from quanheng.access.core.events import JOURNAL
from quanheng.access.models import Account
from quanheng.access.queries.journal import entries
from quanheng.access.queries.log import LogState, log_state, places_of
from quanheng.access.queries.log_check import log_faults
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of

PROOFS = {"cosigned": ("passed", "已见证"), "signed": ("superior", "已签名"), "waiting": ("unknown", "待签名")}
"""The light and the word of how far a line is proven."""
AT_MOST = 50_000
"""So many a page checks while somebody waits, in about a second; more are checked by `quanheng log check`."""


@screen("journal/", name="journal", permission="access.journal", menu="日志", order=90)
def journal(request: HttpRequest) -> HttpResponse:
    """Newest first, by act, object, person, days; `?check=1` checks events, chains and tree as far as a page can."""
    assert isinstance(request.user, Account)
    asked = {name: request.GET.get(name, "").strip() for name in ("action", "subject", "who", "from", "to")}
    rows = entries(by=request.user, on=clock.today(), **_filters(asked))
    page = slice_of(rows, request, order=("-number",), size=50)
    state = log_state(now=clock.now())
    is_checked = "check" in request.GET
    context = {
        "page": page,
        "rows": _proven(list(page), state),
        "asked": asked,
        "state": state,
        "is_checked": is_checked and state.size <= AT_MOST,
        "is_too_long": is_checked and state.size > AT_MOST,
        "broken": next(log_faults(only={JOURNAL}), None) if is_checked and state.size <= AT_MOST else None,
    }
    return render(request, "access/journal.html", context)


def _filters(asked: dict[str, str]) -> dict[str, Any]:
    return {
        "action": asked["action"],
        "called": [name for name, verb in VERBS.items() if asked["action"] and asked["action"].lower() in _(verb.label).lower()],
        "subject": asked["subject"],
        "who": asked["who"],
        "since": _day(asked["from"]),
        "until": _day(asked["to"]),
    }


def _day(said: str) -> date | None:
    try:
        return parse_date(said)
    except ValueError:
        return None


def _proven(found: list[Any], state: LogState) -> list[dict[str, Any]]:
    """Each line with the light of its proof: one question for all."""
    places = places_of(JOURNAL, [entry.number for entry in found])
    rows = []
    for entry in found:
        light, word = PROOFS[state.of(places.get(entry.number, state.size + 1))]
        label = VERBS[entry.action].label if entry.action in VERBS else ""
        rows.append({"entry": entry, "label": label, "light": light, "word": word, "purpose": entry.facts.get("purpose", "")})
    return rows
