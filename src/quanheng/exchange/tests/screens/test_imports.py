"""The import pages by named people: upload, preview, confirm, drop, the rejected rows."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import translation

from quanheng.access.models import Account, Authority
from quanheng.exchange.core import workbook
from quanheng.exchange.models import ImportBatch
from quanheng.exchange.tests import books
from quanheng.registry.models import Person
from quanheng.registry.tests import factories

pytestmark = pytest.mark.django_db


def _upload(client: Client, city: Authority, content: bytes, name: str = "花名册.xlsx", kind: str = "roster") -> str:
    """Uploaded, read by the worker, and the page looked at again."""
    given = {"kind": kind, "authority": city.pk, "file": SimpleUploadedFile(name, content)}
    answer = client.post(reverse("imports"), given, follow=True)
    books.work()
    return (client.get(answer.redirect_chain[-1][0]) if answer.redirect_chain else answer).content.decode()


def test_upload_confirm_and_once_more(client: Client, city: Authority, officer: Account) -> None:
    client.force_login(officer)
    row = books.person(0, "陈建国")
    page = _upload(client, city, books.book(row, A02职务=[books.seat(row)]))
    assert "确认导入" in page
    assert "陈建国" in page
    assert not Person.objects.exists()
    confirm = reverse("import_confirm", args=[ImportBatch.objects.get().pk])
    assert "等待后台办理" in client.post(confirm, follow=True).content.decode()
    assert not Person.objects.exists()
    assert books.work() == 1
    assert "已写入的内容" in client.get(reverse("import", args=[ImportBatch.objects.get().pk])).content.decode()
    assert Person.objects.get().name == "陈建国"
    again = client.post(confirm)
    assert again.status_code == 409
    assert "这一批次已导入" in again.content.decode()
    assert Person.objects.count() == 1


def test_the_same_upload_twice_keeps_the_first(client: Client, city: Authority, officer: Account) -> None:
    client.force_login(officer)
    content = books.book(books.person(0, "陈建国"))
    _upload(client, city, content)
    assert "正等待确认" in _upload(client, city, content)
    assert ImportBatch.objects.count() == 1


def test_changes_and_rejected_rows_are_shown_with_their_places(client: Client, city: Authority, officer: Account) -> None:
    client.force_login(officer)
    books.commit(officer, city, books.book(books.person(0, "陈建国", health="健康")))
    later = books.book(books.person(0, "陈建国", health="一般"), books.person(1, "周梅", work_started_on="198501"))
    page = _upload(client, city, later)
    batch = ImportBatch.objects.filter(state="previewed").get()
    assert "<td>D（出生年月）</td>" in page
    assert "晚于参加工作时间" in page
    changed = client.get(reverse("import", args=[batch.pk]), {"effect": "change"}).content.decode()
    assert "<del>健康</del> → <ins>一般</ins>" in changed
    paper = client.get(reverse("import_rejected", args=[batch.pk]))
    assert "filename" in paper.headers["Content-Disposition"]
    back = workbook.read(paper.content, file_name="退回.xlsx")
    assert [row.text("name") for row in back.sheets["A01人员"].rows] == ["周梅"]


def test_dropped(client: Client, city: Authority, officer: Account) -> None:
    client.force_login(officer)
    _upload(client, city, books.book(books.person(0, "陈建国")))
    page = client.post(reverse("import_drop", args=[ImportBatch.objects.get().pk]), follow=True).content.decode()
    assert "已放弃《花名册.xlsx》" in page
    assert not Person.objects.exists()


def test_a_wrong_ending_and_no_workbook_are_said_by_name(client: Client, city: Authority, officer: Account) -> None:
    client.force_login(officer)
    assert "《名单.csv》不是.xlsx、" in _upload(client, city, b"a,b", "名单.csv")
    assert "内容不是Excel工作簿" in _upload(client, city, b"a,b")


def test_an_outsider_sees_neither_list_nor_preview(client: Client, city: Authority, officer: Account) -> None:
    batch = books.preview(officer, city, books.book(books.person(0, "陈建国")))
    outsider = factories.account("李娟", "officer", over=factories.authority("别处"))
    client.force_login(outsider)
    assert "花名册.xlsx" not in client.get(reverse("imports")).content.decode()
    assert client.get(reverse("import", args=[batch.pk])).status_code == 404
    assert client.post(reverse("import_confirm", args=[batch.pk])).status_code == 404
    client.force_login(factories.account("丁若水", "committee_member", over=city))
    assert client.get(reverse("imports")).status_code == 403


def test_in_english(client: Client, city: Authority, officer: Account) -> None:
    client.force_login(officer)
    batch = books.preview(officer, city, books.book(books.person(0, "陈建国", work_started_on="198501")))
    with translation.override("en"):
        page = client.get(reverse("import", args=[batch.pk]), headers={"accept-language": "en"}).content.decode()
    assert "Confirm the import" in page
    assert "is after the start of work" in page
