"""A file leaves only through the register: purpose, mark, count and digest of what left; each sees their own lines."""

import hashlib
from io import BytesIO

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from pypdf import PdfReader

from quanheng.access.models import Download, JournalEntry
from quanheng.access.tests.factories import account, authority
from quanheng.exchange.core import pdf
from quanheng.site.exports import asks_first, handed_out, is_file, purpose_of
from quanheng.web.core.addresses import Address

pytestmark = pytest.mark.django_db
ADDRESS = Address("x/", "decision_pdf", lambda request: None, is_export=True)


def answer(name: str = "decision.pdf") -> HttpResponse:
    content = pdf.render("正文", {})
    return HttpResponse(
        content, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )


def request(by, path="/meetings/1/decisions/1/sheet.pdf", **given):
    made = RequestFactory().get(path, given)
    made.user, made.session = by, {}
    return made


def test_what_left_is_on_record_and_marked() -> None:
    hezhixing = account("hezhixing", "officer", over=authority())
    out = handed_out(request(hezhixing, purpose="会议研究", note="部务会"), ADDRESS, answer())
    line = Download.objects.get()
    assert (line.by, line.what, line.count, line.unit, line.purpose) == (
        hezhixing,
        "decision_pdf",
        1,
        "页",
        "会议研究：部务会",
    )
    assert line.digest == hashlib.sha256(out.content).hexdigest()
    assert f"登记号 {line.code}" in PdfReader(BytesIO(out.content)).pages[0].extract_text()
    assert JournalEntry.objects.get(action="access.download.record").facts["code"] == line.code
    assert out.headers["Content-Disposition"] == 'inline; filename="decision.pdf"'


def test_in_real_use_the_purpose_comes_first(settings) -> None:
    settings.EXPORT_PURPOSE = True
    hezhixing = account("hezhixing", "officer", over=authority())
    assert asks_first(request(hezhixing), ADDRESS)
    asked = handed_out(
        request(hezhixing, kind="x"), Address("y/", "unflagged", lambda request: None), answer()
    )
    assert not is_file(asked)
    assert 'name="kind" value="x"' in asked.content.decode()
    assert not Download.objects.exists()
    assert not asks_first(request(hezhixing, purpose="归档留存"), ADDRESS)
    assert purpose_of(request(hezhixing, purpose="归档留存")) == "归档留存"


def test_the_auditor_sees_all_lines_and_others_their_own(client: Client) -> None:
    city = authority()
    first, second = account("hezhixing", "officer", over=city), account("wang", "officer", over=city)
    auditor = account("duanbingwen", "audit_admin", over=city)
    for by in (first, second):
        handed_out(request(by), ADDRESS, answer(f"{by.username}.pdf"))
    client.force_login(auditor)
    page = client.get("/downloads/").content.decode()
    assert "hezhixing.pdf" in page
    assert "wang.pdf" in page
    code = Download.objects.get(by=second).code
    page = client.get("/downloads/", {"q": code.lower()}).content.decode()
    assert "wang.pdf" in page
    assert "hezhixing.pdf" not in page
    client.force_login(first)
    assert client.get("/downloads/").status_code == 403
    page = client.get("/own/downloads/").content.decode()
    assert "hezhixing.pdf" in page
    assert "wang.pdf" not in page


def test_the_register_only_grows() -> None:
    from django.db import DatabaseError, transaction

    handed_out(request(account("hezhixing", "officer", over=authority())), ADDRESS, answer())
    for change in (lambda: Download.objects.update(purpose="x"), lambda: Download.objects.all().delete()):
        with pytest.raises(DatabaseError, match=r"permission denied|append-only"), transaction.atomic():
            change()


def test_pages_with_people_carry_who_looks_at_them(client: Client, settings) -> None:
    city = authority()
    client.force_login(account("hezhixing", "section_chief", over=city))
    page = client.get("/people/").content.decode()
    assert '<svg class="watermark" aria-hidden="true"' in page
    assert page.count("hezhixing hezhixing 20") == 2
    assert "watermark" not in client.get("/law/").content.decode()
    assert "watermark" not in client.get("/own/").content.decode()
    settings.WATERMARK = False
    assert "watermark" not in client.get("/people/").content.decode()
