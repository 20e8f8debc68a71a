"""The workbook handed out reads back without a change; edited, only what was edited shows; masked where the right is missing."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.access.models import Account, Authority, JournalEntry
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.export_workbook import export_workbook
from quanheng.exchange.core import workbook, workbook_writer
from quanheng.exchange.core.roster import Roster
from quanheng.exchange.queries.workbook_rows import sheets_of
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Assignment, Person, Revision, Training
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def city() -> Authority:
    return factories.authority(code="yunling")


@pytest.fixture
def officer(city: Authority) -> Account:
    return factories.account("王敏", "officer", over=city)


@pytest.fixture
def filled(city: Authority, officer: Account) -> Person:
    """Somebody with a line of every kind."""
    row, wife = books.person(0, "曾建国", health="健康"), books.person(1, "周梅")
    lines: books.Sheets = {
        "A02职务": [books.seat(row), books.seat(row, "科员", from_on="20080701", until_on="20200509", status="已免")],
        "A05职务职级": [books.line(row, kind="职务层次", level="县处级副职", from_on="20200510"), books.line(row, kind="职级", level="四级调研员", from_on="20190601")],
        "A06专业技术": [books.line(row, title_name="高级工程师", acquired_on="201512")],
        "A08学历学位": [books.line(row, education="大学", degree_name="工学学士", mode="全日制", school="云岭大学", left_on="200807")],
        "A11培训": [books.line(row, course="处级干部班", from_on="20250301", until_on="20250331", hours=110)],
        "A14奖惩": [
            books.line(row, title="嘉奖", kind="嘉奖", approved_on="20220101"),
            books.line(row, title="党内警告", kind="党内警告", approved_on="20240105", impact_months=12),
        ],
        "A15考核": [books.line(row, result="称职", year=2025)],
        "A36家庭及社会关系": [books.line(row, relative="周梅", relation="妻子", born_on="198604", has_emigrated=False)],
    }
    books.commit(officer, city, books.book(row, wife, **lines))
    person = Person.objects.get(name="曾建国")
    Training.objects.create(person=person, name="半日班", from_on=date(2025, 5, 1), until_on=date(2025, 5, 1), hours="3.5")
    Assignment.objects.create(person=person, kind="acting", organisation_text="云岭市公路局", title="负责人", from_on=date(2024, 1, 1))
    return person


def _exported(by: Account) -> bytes:
    return export_workbook(by=by, at=AT, purpose="年度核对").content


def _read(content: bytes) -> Roster:
    return workbook.read(content, file_name="花名册.xlsx")


def test_what_goes_out_comes_back_unchanged(city: Authority, officer: Account, filled: Person) -> None:
    batch = books.preview(officer, city, _exported(officer), name="导出.xlsx")
    assert {key: count for key, count in batch.counts["total"].items() if key != "warn"} == {"same": 14}
    assert books.changes(batch) == []
    assert JournalEntry.objects.get(action="exchange.person.export").facts["purpose"] == "年度核对"


def test_only_the_edited_cell_is_a_change_and_the_old_value_is_kept(city: Authority, officer: Account, filled: Person) -> None:
    rows = sheets_of(Person.objects.all(), may_see=lambda _: True)
    mine = next(row for row in rows["A01人员"] if row["name"] == "曾建国")
    mine["health"] = "一般"
    next(row for row in rows["A02职务"] if row["post"] == "科员")["document"] = "云组〔2008〕3号"
    batch = books.preview(officer, city, workbook_writer.write(rows), name="改.xlsx")
    assert books.changes(batch) == [("健康状况", "健康", "一般"), ("任职文号", "", "云组〔2008〕3号")]
    commit_import(by=officer, at=AT, batch=batch)
    kept = Revision.objects.order_by("noun").values_list("noun", "person__name", "before", "after", "reason", "by__name")
    assert list(kept) == [
        ("assignment", "曾建国", {"document": ""}, {"document": "云组〔2008〕3号"}, "导入《改.xlsx》", "王敏"),
        ("person", "曾建国", {"health": "健康"}, {"health": "一般"}, "导入《改.xlsx》", "王敏"),
    ]


def test_without_the_right_numbers_are_masked_and_family_stays_out(city: Authority, filled: Person) -> None:
    rows = _read(_exported(factories.account("沈青", "inspector", over=city))).sheets
    assert "A36家庭及社会关系" not in rows
    assert all("*" in row.raw("identity_number") for row in rows["A01人员"].rows)
    assert books.number(0) not in str(rows)


def test_nobody_and_no_purpose_are_refused(officer: Account, filled: Person) -> None:
    with pytest.raises(Refused, match="没有写明用途"):
        export_workbook(by=officer, at=AT, purpose="看")
    outsider = factories.account("李娟", "officer", over=factories.authority("别处"))
    with pytest.raises(Refused, match="没有您可以查阅的人"):
        export_workbook(by=outsider, at=AT, purpose="年度核对")
    with pytest.raises(Refused, match="没有您可以查阅的人"):
        export_workbook(by=officer, at=AT, purpose="年度核对", organisation_code="002")


def test_the_page(client: Client, city: Authority, officer: Account, filled: Person) -> None:
    client.force_login(officer)
    assert "身份证号和家庭成员按权限导出" in client.get(reverse("export_workbook")).content.decode()
    assert "没有写明用途" in client.post(reverse("export_workbook"), {"purpose": "看"}).content.decode()
    answer = client.post(reverse("export_workbook"), {"purpose": "年度核对", "organisation_code": "001"})
    assert [row.text("name") for row in _read(answer.content).sheets["A01人员"].rows] == ["曾建国", "周梅"]
    client.force_login(factories.account("田慎之", "audit_admin", over=city))
    assert client.get(reverse("export_workbook")).status_code == 403
