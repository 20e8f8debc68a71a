"""Middleware: counts and times every answer, by the name of its address; one log line each; refuses what no page takes.

Neither path nor query, body, account or network address is kept: who did what is in the journal, where it belongs.
"""

import logging
import secrets
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed
from prometheus_client import Counter, Histogram

ANSWERS = Counter("quanheng_answers", "Answers by address, method and status", ["route", "method", "status"])
SECONDS = Histogram(
    "quanheng_answer_seconds",
    "Time to an answer by address",
    ["route"],
    buckets=(0.01, 0.025, 0.06, 0.1, 0.25, 0.5, 1, 2.5, 10),
)
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
_log = logging.getLogger("quanheng.answers")


def observe(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Outermost of all, so that refusals of other middleware are counted too."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        begun = time.perf_counter()
        response = _refused(request) or get_response(request)
        seconds = time.perf_counter() - begun
        route = route_of(request)
        method = request.method if request.method in METHODS else "other"
        ANSWERS.labels(route, method, response.status_code).inc()
        SECONDS.labels(route).observe(seconds)
        told = {
            "route": route,
            "method": method,
            "status": response.status_code,
            "ms": round(seconds * 1000, 1),
        }
        _log.info("answer", extra={**told, "answer": secrets.token_hex(4)})
        return response

    return answer


def route_of(request: HttpRequest) -> str:
    """The name of the address; "-" for what has none, so that no made-up path becomes a name."""
    match = request.resolver_match
    return (match.url_name or "-") if match else "-"


def _refused(request: HttpRequest) -> HttpResponse | None:
    """What no page takes: other methods (TRACE would echo), a character that no column holds."""
    if request.method not in METHODS:
        return HttpResponseNotAllowed(sorted(METHODS))
    return HttpResponse(status=400) if _is_unfit(request) else None


def _is_unfit(request: HttpRequest) -> bool:
    """The character NUL is in no text, and no column of the database holds it."""
    return "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", "")
