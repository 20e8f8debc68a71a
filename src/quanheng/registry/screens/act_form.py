"""A page with one form for one act: refusals and mistakes keep what was typed; done, it goes on. No address of its own."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import capfirst
from django.utils.translation import gettext

from quanheng.kernel.refusals import Refused
from quanheng.registry.queries.file import File, cover_of
from quanheng.registry.screens.reader import actor
from quanheng.web.screens import clock


class ActForm(forms.Form):
    """Date fields take the browser's own picker."""

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        for field in self.fields.values():
            if isinstance(field, forms.DateField):
                field.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


def said_choices(choices: list[tuple[str, str]], *, empty: bool = False) -> list[tuple[str, str]]:
    """Choices of a model in the reader's language."""
    return [*([("", "—")] if empty else []), *((code, capfirst(gettext(word))) for code, word in choices)]


def chosen(form: forms.Form, name: str, choices: list[tuple[Any, str]]) -> None:
    """Give a choice field its choices."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices


def act_page(
    request: HttpRequest,
    template: str,
    *,
    form: forms.Form,
    act: Callable[[dict[str, Any]], object],
    done_url: str,
    done: str,
    context: Mapping[str, Any],
) -> HttpResponse:
    """`act` is called with the cleaned values; it raises Refused or does it."""
    refusal = None
    if request.method == "POST" and form.is_valid():
        try:
            act(form.cleaned_data)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, done)
            return redirect(done_url)
    status = 409 if refusal else 422 if form.errors else 200
    return render(
        request, template, {**context, "form": form, "refusal": refusal, "back": done_url}, status=status
    )


def cover(request: HttpRequest, key: UUID, *, is_edited: bool = False) -> File:
    """The cover of a person's file, or nothing there: for who may not see it (or, where asked, not edit it)."""
    found = cover_of(by=actor(request), on=clock.today(), key=key)
    if found is None or (is_edited and not found.may_edit):
        raise Http404
    return found
