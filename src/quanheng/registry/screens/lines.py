"""The page of one dated line with its versions, and the forms that add, correct, end and withdraw one."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.correct_line import correct_line
from quanheng.registry.actions.end_line import end_line
from quanheng.registry.actions.record_line import record_line
from quanheng.registry.actions.withdraw_line import withdraw_line
from quanheng.registry.core.lines import LINES, LineKind
from quanheng.registry.queries.file import File, cover_of
from quanheng.registry.queries.lines import line_of, snapshot, versions
from quanheng.registry.screens.line_forms import EndForm, LineForm, WithdrawForm
from quanheng.registry.screens.line_panels import opens
from quanheng.registry.screens.line_words import label_of_field, said
from quanheng.registry.screens.reader import actor
from quanheng.registry.screens.version_words import version_rows
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.links import link

LAST = 20


@screen("people/<uuid:key>/lines/<slug:noun>/<int:pk>/", name="line", permission="registry.view")
def line_page(request: HttpRequest, key: UUID, noun: str, pk: int) -> HttpResponse:
    kind = _kind(noun)
    file, line = _found(request, key, kind, pk)
    end_said = "登记办理" if noun == "care" else "终止这条记录"
    acts = [("line_correct", "更正这条记录"), ("line_end", end_said), ("line_withdraw", "撤回这条记录")]
    is_over = not kind.end or getattr(line, kind.end) is not None
    may_edit, is_open = _may_edit(file, kind), file.is_own and opens(file, kind)
    context = {
        "person": file.person,
        "kind": kind,
        "facts": _facts(kind, line, is_open=is_open),
        "versions": version_rows(versions(file, noun=noun, line=str(pk))[:LAST], file, is_open=is_open),
        "history_url": link("person_history", key),
        "acts": [
            {"label": gettext(label), "url": link(name, key, noun, pk)}
            for name, label in acts
            if may_edit and not (name == "line_end" and is_over)
        ],
    }
    return render(request, "registry/line.html", context)


@screen("people/<uuid:key>/lines/<slug:noun>/add/", name="line_add", permission="registry.edit")
def line_add(request: HttpRequest, key: UUID, noun: str) -> HttpResponse:
    kind, file = _kind(noun), cover_of(by=actor(request), on=clock.today(), key=key)
    if file is None or not _may_edit(file, kind):
        raise Http404
    form, person = LineForm(request.POST or None, kind=kind), file.person

    def act() -> None:
        record_line(
            by=actor(request), at=clock.now(), person=person, kind=noun, values=form.values(),
            reason=form.cleaned_data["reason"],
        )  # fmt: skip

    return _answer(request, file, kind, form, act, label="补录", back=link("person", key))


@screen(
    "people/<uuid:key>/lines/<slug:noun>/<int:pk>/correct/", name="line_correct", permission="registry.edit"
)
def line_correct(request: HttpRequest, key: UUID, noun: str, pk: int) -> HttpResponse:
    kind = _kind(noun)
    file, line = _editable(request, key, kind, pk)
    form = LineForm(request.POST or None, kind=kind, line=line)

    def act() -> None:
        correct_line(by=actor(request), at=clock.now(), line=line, changes=form.values(), **_why(form))

    return _answer(request, file, kind, form, act, label="更正", back=link("line", key, noun, pk))


@screen("people/<uuid:key>/lines/<slug:noun>/<int:pk>/end/", name="line_end", permission="registry.edit")
def line_end(request: HttpRequest, key: UUID, noun: str, pk: int) -> HttpResponse:
    kind = _kind(noun)
    file, line = _editable(request, key, kind, pk)
    form = EndForm(request.POST or None, kind=kind, line=line)

    def act() -> None:
        end_line(by=actor(request), at=clock.now(), line=line, **form.cleaned_data)

    back = link("line", key, noun, pk)
    return _answer(request, file, kind, form, act, label="终止", back=back, line=line)


@screen(
    "people/<uuid:key>/lines/<slug:noun>/<int:pk>/withdraw/", name="line_withdraw", permission="registry.edit"
)
def line_withdraw(request: HttpRequest, key: UUID, noun: str, pk: int) -> HttpResponse:
    kind = _kind(noun)
    file, line = _editable(request, key, kind, pk)
    form = WithdrawForm(request.POST or None, line=line)

    def act() -> None:
        withdraw_line(by=actor(request), at=clock.now(), line=line, **_why(form))

    back = link("line", key, noun, pk)
    done = link("person", key)
    return _answer(request, file, kind, form, act, label="撤回", back=back, done=done, button="danger", line=line)


def _answer(
    request: HttpRequest,
    file: File,
    kind: LineKind,
    form: forms.Form,
    act: Callable[[], None],
    *,
    label: str,
    back: str,
    done: str = "",
    button: str = "primary",
    line: Model | None = None,
) -> HttpResponse:
    """The form under the line that it is about, or after the act the page to go on with; a refusal keeps what was typed."""
    refusal = None
    title = gettext(f"{label}{{noun}}").format(noun=gettext(kind.label))
    if request.method == "POST" and form.is_valid():
        try:
            act()
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, gettext("已办理：{what}").format(what=title))
            return redirect(done or back)
    context = {
        "form": form,
        "person": file.person,
        "title": title,
        "refusal": refusal,
        "back": back,
        "button": button,
        "facts": _facts(kind, line, is_open=file.is_own and opens(file, kind)) if line else [],
    }
    return render(request, "registry/lines.html", context, status=409 if refusal else 200)


def _facts(kind: LineKind, line: Model, *, is_open: bool) -> list[dict[str, object]]:
    """The line as it stands, what is sealed in it masked unless open."""
    state = snapshot(line)
    return [
        {"label": label_of_field(kind.key, name), "value": said(kind, name, state, is_open=is_open)}
        for name in kind.fields
    ]


def _why(form: forms.Form) -> dict[str, Any]:
    return {"reason": form.cleaned_data["reason"], "seen": form.cleaned_data["seen"]}


def _kind(noun: str) -> LineKind:
    if noun not in LINES:
        raise Http404
    return LINES[noun]


def _found(request: HttpRequest, key: UUID, kind: LineKind, pk: int) -> tuple[File, Model]:
    found = line_of(by=actor(request), on=clock.today(), key=key, kind=kind, pk=pk)
    if found is None:
        raise Http404
    return found


def _editable(request: HttpRequest, key: UUID, kind: LineKind, pk: int) -> tuple[File, Model]:
    file, line = _found(request, key, kind, pk)
    if not _may_edit(file, kind):
        raise Http404
    return file, line


def _may_edit(file: File, kind: LineKind) -> bool:
    return file.may_edit and (file.may_see_sensitive or not kind.needs_sensitive)
