"""What is sealed in a file, on its pages: opened with the reader's keys, or said to be shut; keys moved to a new manager."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.move_keys import move_keys
from quanheng.registry.queries.family import open_family
from quanheng.registry.queries.file import File, cover_of
from quanheng.registry.queries.numbers import number_of
from quanheng.registry.queries.unsealed import kept_elsewhere, open_lines
from quanheng.registry.screens.reader import actor, ring_for
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock


def open_file(request: HttpRequest, found: File, *, is_open: bool) -> dict[str, Any]:
    """Open number, family and sealed lines of a loaded file where it was asked for and may be; what the page says of the rest."""
    kin, is_told = list(found.person.relatives.all()), is_open or found.is_own
    ring = ring_for(request) if is_open and found.may_see_sensitive else None
    number, members = number_of(ring, found.person), open_family(ring, kin if is_told else ())
    shut = (bool(found.person.id_number) and not number) + len(kin) - len(members)
    if not found.may_see_sensitive:
        return {"shut": shut if found.is_own else 0, "elsewhere": 0, "number": number, "members": members}
    lines = [*found.person.talks.all(), *found.person.care.all()]
    return {
        "shut": open_lines(ring, found.person, lines) + shut if is_open else 0,
        "number": number,
        "members": members,
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
