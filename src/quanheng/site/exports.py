"""Every file that leaves goes through here: its purpose asked for, marked, counted, on record. A screen cannot forget it.

A response with a Content-Disposition, to somebody signed in, is such a file. What cannot be written down is not handed out.
"""

import secrets
from email.message import Message
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from quanheng.access.actions.record_download import record_download
from quanheng.access.core.purposes import PURPOSES
from quanheng.access.models import Account
from quanheng.exchange.core.marks import marked
from quanheng.exchange.core.measures import measured
from quanheng.web.core.addresses import Address
from quanheng.web.screens import clock


class Purpose(forms.Form):
    """导出用途。"""

    purpose = forms.ChoiceField(label=gettext_lazy("用途"))
    note = forms.CharField(label=gettext_lazy("说明"), required=False, max_length=60)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["purpose"].choices = [(each, _(each)) for each in PURPOSES]  # type: ignore[attr-defined]


def is_file(response: HttpResponseBase) -> bool:
    """Whether it is handed out to be kept, and not a page."""
    return response.status_code == 200 and "Content-Disposition" in response.headers


def purpose_of(request: HttpRequest) -> str:
    """What was said, by the form here or by a field of the page's own; no more than fits into a line."""
    said = request.POST if request.method == "POST" else request.GET
    parts = (said.get("purpose", "").strip(), said.get("note", "").strip())
    return "：".join(part for part in parts if part)[:100]


def asks_first(request: HttpRequest, address: Address) -> bool:
    """Whether the purpose is still to be said before anything is made. A page that has a form of its own shows it by GET."""
    return bool(settings.EXPORT_PURPOSE) and address.is_export and not purpose_of(request)


def ask(request: HttpRequest) -> HttpResponse:
    """The question; its answer repeats the request with the purpose added."""
    given = request.POST if request.method == "POST" else request.GET
    kept = [
        (key, value)
        for key, values in given.lists()
        for value in values
        if key not in ("csrfmiddlewaretoken", "purpose", "note")
    ]
    context = {"form": Purpose(), "kept": kept, "method": (request.method or "get").lower()}
    return render(request, "site/export_purpose.html", context)


def handed_out(request: HttpRequest, address: Address, response: HttpResponseBase) -> HttpResponseBase:
    """The file with its mark, after the register has its line."""
    by = request.user
    assert isinstance(by, Account)
    if settings.EXPORT_PURPOSE and not purpose_of(request):
        return ask(request)
    whole = (
        b"".join(response)
        if isinstance(response, StreamingHttpResponse)
        else getattr(response, "content", b"")
    )
    at, code = clock.now(), secrets.token_hex(4).upper()
    name = _file_name(response)
    line = _("{name}（{account}）{at} 导出 · 登记号 {code}").format(
        name=by.name, account=by.username, at=f"{at:%Y-%m-%d %H:%M}", code=code
    )
    content = marked(whole, name, line)
    count, unit = measured(content, name)
    record_download(
        by=by, at=at, code=code, what=address.name, subject=request.path, file_name=name,
        content=content, count=count, unit=unit, purpose=purpose_of(request),
    )  # fmt: skip
    answer = HttpResponse(
        content, headers={key: value for key, value in response.headers.items() if key != "Content-Length"}
    )
    answer.headers["X-Export-Code"] = code
    return answer


def _file_name(response: HttpResponseBase) -> str:
    message = Message()
    message["Content-Disposition"] = response.headers["Content-Disposition"]
    return message.get_filename() or "file"
