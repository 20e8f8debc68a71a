"""The versions of one person's record (沿革): every correction with its reason, latest first; opened for a purpose."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.open_sensitive import open_sensitive
from quanheng.registry.core.lines import LINES
from quanheng.registry.queries.file import cover_of
from quanheng.registry.queries.lines import versions
from quanheng.registry.queries.unsealed import open_kept, open_revisions
from quanheng.registry.screens.reader import actor, ring_for
from quanheng.registry.screens.version_words import version_rows
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.purpose import PurposeForm

PAGE = 30


@screen("people/<uuid:key>/history/", name="person_history", permission="registry.view")
def person_history(request: HttpRequest, key: UUID) -> HttpResponse:
    """GET masks; POST with a purpose opens what is masked, once, with a line in the journal."""
    file = cover_of(by=actor(request), on=clock.today(), key=key)
    if file is None:
        raise Http404
    form, refusal, is_open = PurposeForm(request.POST or None), None, file.is_own
    if request.method == "POST" and form.is_valid():
        try:
            open_sensitive(by=actor(request), at=clock.now(), person=file.person, **form.cleaned_data)
            is_open = True
        except Refused as refused:
            refusal = refused
    noun = request.GET.get("noun", "")
    page = Paginator(versions(file, noun=noun), PAGE).get_page(request.GET.get("page"))
    entries = list(page.object_list)
    open_kept(file.person, entries)
    shut = open_revisions(ring_for(request), file.person, entries) if is_open and file.may_see_sensitive else 0
    context = {
        "file": file,
        "person": file.person,
        "page": page,
        "entries": version_rows(entries, file, is_open=is_open),
        "chips": [
            {"label": gettext(label), "url": f"?noun={key}" if key else "?", "is_current": key == noun}
            for key, label in (
                ("", "全部"),
                ("person", "基本情况"),
                *((k.key, k.label) for k in LINES.values()),
            )
            if not (key in LINES and LINES[key].is_sensitive) or file.may_see_sensitive or file.is_own
        ],
        "purpose": form,
        "is_open": is_open,
        "shut": shut,
        "refusal": refusal,
    }
    return render(request, "registry/person_history.html", context, status=409 if refusal else 200)
