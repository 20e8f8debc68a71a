"""What is handed out reads back without a change; edited, only what was edited shows; masked where the right is missing."""

import io
import zipfile
from datetime import date, timedelta

import pytest

from quanheng.access.models import Account, Authority, JournalEntry
from quanheng.establishment.models import PostQuota
from quanheng.exchange.actions import make_export as making
from quanheng.exchange.actions.ask_export import ask_export
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.drop_export import drop_export
from quanheng.exchange.actions.fetch_export import fetch_export
from quanheng.exchange.actions.resume_export import resume_export
from quanheng.exchange.core import hzb, lrmx, workbook, workbook_writer
from quanheng.exchange.core.roster import Roster
from quanheng.exchange.models import ExportChunk, ExportJob
from quanheng.exchange.queries.exports import exports, pieces
from quanheng.exchange.queries.upkeep import old_exports
from quanheng.exchange.queries.workbook_rows import sheets_of
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Assignment, Organisation, Person, Post, Revision, Training
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT

pytestmark = pytest.mark.django_db


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
        "A99Z1补充": [books.line(row, was_examined=True, recruited_on="200807")],
    }
    books.commit(officer, city, books.book(row, wife, **lines))
    person = Person.objects.get(name="曾建国")
    Training.objects.create(person=person, name="半日班", from_on=date(2025, 5, 1), until_on=date(2025, 5, 1), hours="3.5")
    Assignment.objects.create(person=person, kind="acting", organisation_text="云岭市公路局", title="负责人", from_on=date(2024, 1, 1))
    return person


def _exported(by: Account, kind: str = "workbook", **given: str) -> bytes:
    """Asked for, made by the worker, fetched."""
    export = ask_export(by=by, at=AT, kind=kind, purpose="年度核对", **given)
    books.work()
    export.refresh_from_db()
    assert (export.state, export.refusal) == ("done", {})
    return b"".join(pieces(fetch_export(by=by, at=AT, export=export)))


def _read(content: bytes) -> Roster:
    return workbook.read(content, file_name="花名册.xlsx")


def test_what_goes_out_comes_back_unchanged(city: Authority, officer: Account, filled: Person) -> None:
    batch = books.preview(officer, city, _exported(officer), name="导出.xlsx")
    assert {key: count for key, count in batch.counts["total"].items() if key != "warn"} == {"same": 17}
    assert books.changes(batch) == []
    asked, made, fetched = JournalEntry.objects.filter(action__startswith="exchange.export.").order_by("number")
    assert [each.action.rpartition(".")[2] for each in (asked, made, fetched)] == ["ask", "make", "fetch"]
    assert asked.facts["purpose"] == fetched.facts["purpose"] == "年度核对"
    assert made.facts["people"] == 2


@pytest.mark.parametrize("kind", ["workbook", "package"])
def test_the_same_file_founds_an_empty_house(kind: str, city: Authority, officer: Account, filled: Person) -> None:
    """Insert by the file that updates: what stood in the registry stands there again, but for what the format cannot say."""
    content = _exported(officer, kind)
    before = _standing(kind)
    Person.objects.all().delete()
    Post.objects.all().delete()
    PostQuota.objects.all().delete()
    for unit in Organisation.objects.order_by("-code"):
        unit.delete()
    batch = books.commit(officer, city, content)
    assert batch.counts["total"].get("reject", 0) == 0
    assert _standing(kind) == before
    again = books.preview(officer, city, content, name="再.xlsx")
    assert set(again.counts["total"]) <= {"same", "warn"}


LOST = {
    "workbook": {"is_main"},
    "package": {"is_main", "post_level", "post_rank", "decided_by", "is_grassroots", "impact_months", "has_emigrated", "A11培训"},
}
"""What a format has no column for, and a kind of post (主持工作) that neither can say."""


def _standing(kind: str) -> dict[str, list[dict[str, object]]]:
    """Everything a format can say of everybody."""
    rows = sheets_of(Person.objects.order_by("name"), may_see=lambda _: True)
    return {
        sheet: [{key: value for key, value in row.items() if key not in LOST[kind]} for row in same]
        for sheet, same in rows.items()
        if sheet not in LOST[kind]
    }


def test_more_people_than_a_workbook_holds_come_in_several(
    city: Authority, officer: Account, filled: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "MOST_IN_A_FILE", 1)
    with zipfile.ZipFile(io.BytesIO(_exported(officer))) as packed:
        names = packed.namelist()
        read = [_read(packed.read(name)) for name in names]
        one = packed.read(names[0])
    assert names == ["花名册-20261121-001.xlsx", "花名册-20261121-002.xlsx"]
    assert [[row.text("name") for row in each.sheets["A01人员"].rows] for each in read] == [["曾建国"], ["周梅"]]
    assert set(books.preview(officer, city, one).counts["total"]) <= {"same", "warn"}
    export = ask_export(by=officer, at=AT, kind="package", purpose="年度核对")
    books.work()
    export.refresh_from_db()
    assert export.state == "refused"
    assert export.refusal["remedy"] is not None
    assert not ExportChunk.objects.filter(export=export).exists()


def test_a_package_has_the_documented_tables_and_columns(city: Authority, officer: Account, filled: Person) -> None:
    found = hzb.read(_exported(officer, "package"))
    assert (found.info["type"], found.info["psncount"], found.info["B0101"]) == ("21", "2", "云岭市")
    person = next(row for row in found.tables["A01"] if row["A0101"] == "曾建国")
    assert (person["A0104"], person["A0107"], person["A0184"], person["A0195"]) == ("1", "198503", books.number(0), "001.004.013")
    seat = next(row for row in found.tables["A02"] if row["A0215A"] == "副局长")
    assert (seat["A0000"], seat["A0201B"], seat["A0219"], seat["A0255"]) == (str(filled.pk), "001.004.013", "1", "1")
    assert {(row["A0531"], row["A0501B"]) for row in found.tables["A05"]} == {("0", "1A32"), ("1", "1A16")}
    assert list(found.tables["A36"][0]) == ["A0000", "A3601", "A3604A", "A3607", "A3627", "A3611", "SORTID"]


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
        ("assignment", "曾建国", {"document": ""}, {"document": "云组〔2008〕3号"}, f"第{batch.pk}批导入", "王敏"),
        ("person", "曾建国", {"health": "健康"}, {"health": "一般"}, f"第{batch.pk}批导入", "王敏"),
    ]


def test_without_the_right_numbers_are_masked_and_family_stays_out(city: Authority, filled: Person) -> None:
    rows = _read(_exported(factories.account("沈青", "inspector", over=city))).sheets
    assert "A36家庭及社会关系" not in rows
    assert all("*" in row.raw("identity_number") for row in rows["A01人员"].rows)
    assert books.number(0) not in str(rows)


@pytest.mark.parametrize("kind", ["lrmx", "pdf"])
def test_the_forms_of_everybody_in_a_zip(kind: str, officer: Account, filled: Person) -> None:
    with zipfile.ZipFile(io.BytesIO(_exported(officer, kind))) as packed:
        found = {name: packed.read(name) for name in packed.namelist()}
    assert list(found) == [f"0001曾建国.{kind}", f"0002周梅.{kind}"]
    if kind == "lrmx":
        form = lrmx.read(found["0001曾建国.lrmx"])
        assert (form.name, form.identity_number, [each.name for each in form.family]) == ("曾建国", books.number(0), ["周梅"])
    else:
        assert all(content.startswith(b"%PDF-") for content in found.values())


def test_nobody_no_purpose_and_twice_are_refused(officer: Account, filled: Person) -> None:
    with pytest.raises(Refused, match="没有写明用途"):
        ask_export(by=officer, at=AT, kind="workbook", purpose="看")
    outsider = factories.account("李娟", "officer", over=factories.authority("别处"))
    with pytest.raises(Refused, match="没有您可以查阅的人"):
        ask_export(by=outsider, at=AT, kind="workbook", purpose="年度核对")
    with pytest.raises(Refused, match="没有您可以查阅的人"):
        ask_export(by=officer, at=AT, kind="workbook", purpose="年度核对", organisation_code="002")
    ask_export(by=officer, at=AT, kind="workbook", purpose="年度核对")
    with pytest.raises(Refused, match="正在办理"):
        ask_export(by=officer, at=AT, kind="workbook", purpose="年度核对")


def test_a_package_holds_only_whom_one_may_open(city: Authority, filled: Person) -> None:
    inspector = factories.account("沈青", "inspector", over=city)
    with pytest.raises(Refused, match="没有您可以查阅的人"):
        ask_export(by=inspector, at=AT, kind="package", purpose="年度核对")


def test_the_file_is_only_for_who_asked_and_with_the_rights_it_was_made_with(city: Authority, officer: Account, filled: Person) -> None:
    _exported(officer)
    export = ExportJob.objects.get()
    other = factories.account("李娟", "officer", over=city)
    assert not exports(by=other, on=AT.date()).exists()
    with pytest.raises(Refused, match="没有可以下载的文件"):
        fetch_export(by=other, at=AT, export=export)
    ExportJob.objects.update(scope={"view": ["/"], "open": []})
    export.refresh_from_db()
    with pytest.raises(Refused, match="权限已有变动"):
        fetch_export(by=officer, at=AT, export=export)


def test_files_go_when_dropped_or_after_a_week(officer: Account, filled: Person) -> None:
    _exported(officer)
    export = ExportJob.objects.get()
    assert old_exports(AT - timedelta(days=1)) == 0
    assert old_exports(AT + timedelta(days=1)) == 1
    export.refresh_from_db()
    assert (export.is_ready, ExportChunk.objects.count()) == (False, 0)
    with pytest.raises(Refused, match="没有可以删除的文件"):
        drop_export(by=officer, at=AT, export=export)
    _exported(officer)
    drop_export(by=officer, at=AT, export=ExportJob.objects.latest("pk"))
    assert ExportChunk.objects.count() == 0


def test_an_export_broken_off_leaves_nothing_and_is_made_anew(officer: Account, filled: Person) -> None:
    export = ask_export(by=officer, at=AT, kind="workbook", purpose="年度核对")
    ExportJob.objects.update(state="running", attempts=1)  # its worker died
    books.work()
    export.refresh_from_db()
    assert (export.state, export.attempts, export.people) == ("done", 2, 2)
    assert b"".join(pieces(export))[:2] == b"PK"


def test_one_that_broke_off_goes_on_by_its_own_hand_only(city: Authority, officer: Account, filled: Person) -> None:
    export = ask_export(by=officer, at=AT, kind="workbook", purpose="年度核对")
    ExportJob.objects.update(state="running", attempts=3)  # three workers died at it
    assert books.work() == 0
    export.refresh_from_db()
    assert export.state == "interrupted"
    with pytest.raises(Refused, match="没有中断的导出"):
        resume_export(by=factories.account("李娟", "officer", over=city), at=AT, export=export)
    resume_export(by=officer, at=AT, export=export)
    assert books.work() == 1
    with pytest.raises(Refused, match="没有中断的导出"):
        resume_export(by=officer, at=AT, export=export)
