"""Figures for Prometheus, behind a token of their own. Without one in the settings the address does not exist."""

import os
import secrets

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, CollectorRegistry, Gauge, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from quanheng.kernel.upkeep import CHECKS
from quanheng.operations.queries.checks import look
from quanheng.web.core.addresses import screen


@screen("metrics/", name="metrics", is_public=True)
def metrics(request: HttpRequest) -> HttpResponse:
    """Answers and times of all processes, and the light of every quick check. 404 to whoever has no token."""
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    token: str = settings.METRICS_TOKEN
    if not token or not secrets.compare_digest(given.encode(), token.encode()):
        raise Http404
    response = HttpResponse(_counted() + _checks(), content_type=CONTENT_TYPE_LATEST)
    response["Cache-Control"] = "no-store"
    return response


def _counted() -> bytes:
    """With several processes each keeps its figures in a file of the folder; whoever is asked adds them up."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)


def _checks() -> bytes:
    registry = CollectorRegistry()
    lights = Gauge(
        "quanheng_check", "Lights of the checks: 0 good, 1 take note, 4 bad", ["check"], registry=registry
    )
    at = timezone.now()
    for check in CHECKS:
        if not check.is_slow:
            lights.labels(check.name).set(look(check, at).light)
    return generate_latest(registry)
