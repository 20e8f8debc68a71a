"""What is sealed in a file, on its pages: opened with the reader's keys, or said to be shut; keys moved to a new manager."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.move_keys import move_keys
from quanheng.registry.queries.numbers import is_sealed, number_of
from quanheng.registry.queries.people import File, cover_of
from quanheng.registry.queries.unsealed import kept_elsewhere, open_lines
from quanheng.registry.screens.reader import actor, ring_for
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


def open_file(request: HttpRequest, found: File, *, is_open: bool) -> dict[str, Any]:
    """Open the number and the sealed lines of a loaded file where it was asked for and may be; what the page says of the rest."""
    if not found.may_see_sensitive:
        return {"shut": int(found.is_own and is_sealed(found.person)), "elsewhere": 0, "number": number_of(None, found.person)}
    lines, ring = [*found.person.talks.all(), *found.person.care.all()], ring_for(request) if is_open else None
    number = number_of(ring, found.person)
    is_shut = is_open and bool(found.person.id_number) and not number
    return {
        "shut": open_lines(ring, found.person, lines) + is_shut if is_open else 0,
        "number": number,
        "elsewhere": kept_elsewhere(found.person),
    }


@screen("people/<uuid:key>/keys/", name="person_keys", permission="registry.sensitive")
def person_keys(request: HttpRequest, key: UUID) -> HttpResponse:
    """POST seals the file anew for the authority that manages the person now."""
    by, found = actor(request), cover_of(by=actor(request), on=clock.today(), key=key)
    if found is None or not found.may_see_sensitive:
        raise Http404
    refusal = None
    if request.method == "POST":
        try:
            move_keys(by=by, at=clock.now(), person=found.person, ring=ring_for(request))
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("档案密钥已移交"))
            return redirect("person", key=key)
    context = {"person": found.person, "refusal": refusal, "elsewhere": kept_elsewhere(found.person)}
    return render(request, "registry/person_keys.html", context, status=409 if refusal else 200)
