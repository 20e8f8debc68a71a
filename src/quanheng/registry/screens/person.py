"""The record page of one person in panels; one's own file; the photo; opening what is masked."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.open_sensitive import open_sensitive
from quanheng.registry.queries.file import File, file_of
from quanheng.registry.queries.people import photo_of, related
from quanheng.registry.screens.person_checks import person_checks
from quanheng.registry.screens.person_panels import panels
from quanheng.registry.screens.reader import actor, address
from quanheng.registry.screens.sealed import open_file
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.links import link
from quanheng.web.screens.purpose import PurposeForm

PICTURES = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png", b"BM": "image/bmp", b"GIF8": "image/gif"}


@screen("people/mine/", name="person_mine", permission="registry.own", menu="本人档案", order=25)
def person_mine(request: HttpRequest) -> HttpResponse:
    by = actor(request)
    if by.person_key is None:
        return render(request, "registry/unlinked.html")
    return _page(request, by.person_key)


@screen("people/<uuid:key>/", name="person")
def person(request: HttpRequest, key: UUID) -> HttpResponse:
    return _page(request, key)


@screen("people/<uuid:key>/open/", name="person_open", permission="registry.sensitive")
def person_open(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same page with nothing masked, once, and a line in the journal; a refusal leaves it masked."""
    if request.method != "POST":
        return redirect("person", key=key)
    found, form = _found(request, key), PurposeForm(request.POST)
    if not form.is_valid():
        return _page(request, key, purpose=form)
    try:
        open_sensitive(
            by=actor(request), at=clock.now(), person=found.person, purpose=form.cleaned_data["purpose"]
        )
    except Refused as refusal:
        return _page(request, key, purpose=form, refusal=refusal)
    return _page(request, key, is_open=True)


@screen("people/<uuid:key>/photo/", name="person_photo")
def person_photo(request: HttpRequest, key: UUID) -> HttpResponse:
    picture = photo_of(by=actor(request), on=clock.today(), key=key)
    kind = next((kind for mark, kind in PICTURES.items() if picture and picture.startswith(mark)), None)
    if picture is None or kind is None:
        raise Http404
    response = HttpResponse(picture, content_type=kind)
    response["Cache-Control"] = "private, no-store"
    return response


def _found(request: HttpRequest, key: UUID) -> File:
    found = file_of(by=actor(request), on=clock.today(), key=key)
    if found is None:
        raise Http404
    return found


def _page(
    request: HttpRequest,
    key: UUID,
    *,
    purpose: forms.Form | None = None,
    refusal: Refused | None = None,
    is_open: bool = False,
) -> HttpResponse:
    found, as_of = _found(request, key), clock.as_of(request)
    shut = open_file(request, found, is_open=is_open)
    number, members = shut.pop("number"), shut.pop("members")
    kin = related(by=actor(request), on=clock.today(), person=found.person) if found.may_see_sensitive else []
    context: dict[str, Any] = {
        "file": found,
        "person": found.person,
        "is_open": is_open or found.is_own,
        "purpose": purpose or PurposeForm(),
        "refusal": refusal,
        **shut,
        "form_url": address("appointment_form", found.person.key) if found.may_see_sensitive else "",
        "law_url": f"{link('law_ask')}?person={found.person.key}",
        **panels(found, on=as_of, kin=kin, is_open=is_open or found.is_own, number=number, members=members),
        **person_checks(found, as_of=as_of, today=clock.today()),
    }
    return render(request, "registry/person.html", context, status=409 if refusal else 200)
