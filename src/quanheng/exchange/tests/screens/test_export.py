"""The export pages by named people: asked for, a bar, the file, only one's own."""

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.access.models import Account, Authority
from quanheng.exchange.core import workbook
from quanheng.exchange.models import ExportJob
from quanheng.exchange.tests import books
from quanheng.registry.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(city: Authority) -> Account:
    account = factories.account("王敏", "officer", over=city)
    books.commit(account, city, books.book(books.person(0, "曾建国"), books.person(1, "周梅")))
    return account


def test_asked_for_made_and_fetched(client: Client, officer: Account) -> None:
    client.force_login(officer)
    assert "还没有导出过" in client.get(reverse("export_workbook")).content.decode()
    given = {"kind": "workbook", "purpose": "年度核对", "organisation_code": "001"}
    waiting = client.post(reverse("export_workbook"), given, follow=True).content.decode()
    assert "等待后台办理" in waiting
    assert "下载文件" not in waiting
    export = ExportJob.objects.get()
    assert "等待后台办理" in client.get(reverse("export_progress", args=[export.pk])).content.decode()
    assert books.work() == 1
    assert client.get(reverse("export_progress", args=[export.pk])).headers["HX-Refresh"] == "true"
    assert "下载文件" in client.get(reverse("export", args=[export.pk])).content.decode()
    answer = client.post(reverse("export_file", args=[export.pk]))
    content = answer.content
    assert answer.headers["Content-Length"] == str(len(content))
    rows = workbook.read(content, file_name="花名册.xlsx").sheets["A01人员"].rows
    assert [row.text("name") for row in rows] == ["曾建国", "周梅"]
    gone = client.post(reverse("export_drop", args=[export.pk]), follow=True).content.decode()
    assert "导出文件已删除" in gone
    assert client.post(reverse("export_file", args=[export.pk])).status_code == 409


def test_a_refusal_keeps_what_was_typed(client: Client, officer: Account) -> None:
    client.force_login(officer)
    page = client.post(reverse("export_workbook"), {"kind": "workbook", "purpose": "看"})
    assert page.status_code == 409
    assert "没有写明用途" in page.content.decode()


def test_one_that_broke_off_goes_on_by_hand(client: Client, officer: Account) -> None:
    client.force_login(officer)
    client.post(reverse("export_workbook"), {"kind": "package", "purpose": "年度核对"})
    export = ExportJob.objects.get()
    ExportJob.objects.update(state="interrupted", attempts=3)
    assert "继续导出" in client.get(reverse("export", args=[export.pk])).content.decode()
    client.post(reverse("export_resume", args=[export.pk]))
    assert books.work() == 1
    export.refresh_from_db()
    assert (export.state, export.file_name[:8]) == ("done", "按机构导出文件_")


def test_nobody_else_sees_it(client: Client, city: Authority, officer: Account) -> None:
    client.force_login(officer)
    client.post(reverse("export_workbook"), {"kind": "workbook", "purpose": "年度核对"})
    books.work()
    export = ExportJob.objects.get()
    client.force_login(factories.account("李娟", "officer", over=city))
    assert "年度核对" not in client.get(reverse("export_workbook")).content.decode()
    for name in ("export", "export_progress"):
        assert client.get(reverse(name, args=[export.pk])).status_code == 404
    for name in ("export_file", "export_drop", "export_resume"):
        assert client.post(reverse(name, args=[export.pk])).status_code == 404
    client.force_login(factories.account("田慎之", "audit_admin", over=city))
    assert client.get(reverse("export_workbook")).status_code == 403
