"""Is it alive? For a load balancer or a watchdog: no sign-in, nothing personal, one question to the database."""

from collections.abc import Callable

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from quanheng.web.core.addresses import screen

ADDRESS = "health/"


def before_all(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: answered before a transaction is begun or a session looked for, as neither may be had."""

    def answer(request: HttpRequest) -> HttpResponse:
        return health(request) if request.path_info == f"/{ADDRESS}" else get_response(request)

    return answer


@screen(ADDRESS, name="health", is_public=True)
def health(request: HttpRequest) -> HttpResponse:
    """200 when pages can be served, 503 when the database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        connection.close()
        return _answer({"status": "database"}, 503)
    return _answer({"status": "ok"}, 200)


def _answer(said: dict[str, str], status: int) -> HttpResponse:
    response = JsonResponse(said, status=status)
    response["Cache-Control"] = "no-store"
    return response
