"""Files in a house with keys: numbers come in sealed and are matched by their index; they go out only with an open key."""

import base64
import io
import zipfile
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quanheng.access.models import Account, Authority, DataKey, JournalEntry
from quanheng.access.tests.keyed import holder, house, ring, unlock
from quanheng.exchange.actions.ask_export import ask_export
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.export_at_once import export_at_once
from quanheng.exchange.actions.export_roster import export_roster
from quanheng.exchange.actions.keep_stage import kept_stage
from quanheng.exchange.core import hzb, lrmx, workbook
from quanheng.exchange.models import ExportJob, ImportStage
from quanheng.exchange.queries.exports import pieces
from quanheng.exchange.queries.roster_table import Wanted
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Person, Revision
from quanheng.registry.queries.numbers import index_of, is_sealed, number_of, open_numbers
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT, ON

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(city: Authority) -> Account:
    return holder("keeper", city, house())


@pytest.fixture
def two(city: Authority, officer: Account, keeper: Account) -> list[Person]:
    books.commit(officer, city, books.book(books.person(0, "曾建国"), books.person(1, "周梅")))
    return list(Person.objects.order_by("pinyin"))


def test_numbers_come_in_sealed_without_a_key_of_the_importer(two: list[Person], keeper: Account) -> None:
    assert all(map(is_sealed, two))
    assert {each.name: number_of(ring(keeper), each) for each in two} == {
        "曾建国": books.number(0),
        "周梅": books.number(1),
    }
    assert DataKey.objects.count() == 2
    assert {bytes(each.number_index or b"") for each in two} == {
        index_of(books.number(0)),
        index_of(books.number(1)),
    }


def test_what_waits_to_be_confirmed_holds_no_number(
    city: Authority, officer: Account, keeper: Account
) -> None:
    factories.person("曾建国", of=city, born_on=date(1985, 3, 1))
    batch = books.preview(officer, city, books.book(books.person(0, "曾建国"), books.person(1, "周梅")))
    kept = "".join(piece.text for piece in kept_stage(batch, verbs=dict(ImportStage.VERBS))).encode()
    told = str(books.kept(batch))
    for number in (books.number(0), books.number(1)):
        for said in (number, number[:14], number.encode().hex(), base64.b64encode(number.encode()).decode()):
            assert said.encode() not in kept
            assert said not in told
    assert ("身份证号", "", "******") in books.changes(batch)
    commit_import(by=officer, at=AT, batch=batch)
    [person] = Person.objects.filter(name="曾建国")
    assert number_of(ring(keeper), person) == books.number(0)
    [version] = Revision.objects.filter(person=person, after__has_key="id_number")
    assert set(version.after or {}) & {"number_index", "number_flags", "number_against"} == set()
    assert set((version.after or {})["id_number"]) == {"sealed"}


def test_the_same_file_again_changes_nothing_and_writes_no_key(
    two: list[Person], city: Authority, officer: Account
) -> None:
    sealed = {each.pk: bytes(each.id_number) for each in two}
    batch = books.commit(officer, city, books.book(books.person(0, "曾建国"), books.person(1, "周梅")))
    assert batch.counts["nouns"]["干部"] == {"same": 2}
    assert {each.pk: bytes(each.id_number) for each in Person.objects.all()} == sealed
    assert DataKey.objects.count() == 2


def test_people_are_known_by_number_under_another_name_of_the_month(
    two: list[Person], city: Authority, officer: Account
) -> None:
    batch = books.commit(officer, city, books.book(books.person(0, "曾健国", born_on="198504")))
    assert Person.objects.count() == 2
    assert ("姓名", "曾建国", "曾健国") in books.changes(batch)
    changed = Person.objects.get(name="曾健国")
    assert (changed.number_flags, changed.number_against) == ("b", "1985041")


def test_a_number_of_somebody_managed_elsewhere_is_refused_across_authorities(
    two: list[Person], city: Authority
) -> None:
    county = factories.authority("青石县委", parent=city, code="qingshi")
    outsider = factories.account("李娟", "officer", over=county)
    batch = books.preview(outsider, county, books.zipped({"甲.lrmx": books.form("曾建国")}), "forms")
    assert books.said(batch, "reject") == ["甲.lrmx  ：曾建国 由云岭市委管理，不在您的管理权限内"]


def test_as_many_statements_for_many_as_for_few(city: Authority, officer: Account, keeper: Account) -> None:
    def statements(first: int, count: int) -> tuple[int, int]:
        rows = [books.invented(place) for place in range(first, first + count)]
        with CaptureQueriesContext(connection) as previewed:
            batch = books.preview(officer, city, books.book(*rows))
        with CaptureQueriesContext(connection) as committed:
            commit_import(by=officer, at=AT, batch=batch)
        return len(previewed), len(committed)

    statements(0, 1)
    assert statements(1, 2) == statements(3, 40)
    assert len(open_numbers(ring(keeper), Person.objects.all())) == 43


def test_a_roster_with_numbers_needs_an_open_key(two: list[Person], city: Authority, keeper: Account) -> None:
    given: dict[str, Any] = {
        "by": keeper, "at": AT, "wanted": Wanted(authority=city.code), "kind": "table", "form": "xlsx", "as_of": ON,
        "purpose": "年度统计核对",
    }  # fmt: skip
    with pytest.raises(Refused) as refused:
        export_roster(columns=["identity"], **given)
    assert str(refused.value.why) == "身份证号加密保存，您的密钥没有打开"
    assert "密钥" in str(refused.value.remedy)
    content = export_roster(columns=["identity"], ring=ring(keeper), **given)
    told = zipfile.ZipFile(io.BytesIO(content)).read("xl/sharedStrings.xml").decode()
    assert books.number(0) in told
    assert "隐去" not in told
    assert books.number(0).encode() not in export_roster(columns=["born"], **given)


@pytest.mark.parametrize("kind", ["workbook", "package", "lrmx"])
def test_beside_the_page_numbers_stay_out_and_at_once_they_are_in(
    two: list[Person], keeper: Account, kind: str
) -> None:
    ask_export(by=keeper, at=AT, kind=kind, purpose="年度核对")
    assert books.work() == 1
    export = ExportJob.objects.get()
    assert export.state == "done"
    assert _numbers(kind, b"".join(pieces(export))) == set()
    with pytest.raises(Refused, match="导出") as refused:
        export_at_once(by=keeper, at=AT, kind=kind, purpose="年度核对", ring=None)
    assert str(refused.value.why) == "身份证号和家庭成员加密保存，您的密钥没有打开"
    _name, content = export_at_once(by=keeper, at=AT, kind=kind, purpose="年度核对", ring=ring(keeper))
    assert _numbers(kind, content) == {books.number(0), books.number(1)}
    assert JournalEntry.objects.filter(action="exchange.export.hand_out").count() == 1


def _numbers(kind: str, content: bytes) -> set[str]:
    if kind == "workbook":
        rows = workbook.read(content, file_name="花名册.xlsx").sheets["A01人员"].rows
        return {number for row in rows if (number := row.text("identity_number"))}
    if kind == "package":
        return {number for each in hzb.read(content).tables["A01"] if (number := each.get("A0184", ""))}
    archive = zipfile.ZipFile(io.BytesIO(content))
    return {
        number for name in archive.namelist() if (number := lrmx.read(archive.read(name)).identity_number)
    }


def test_the_pages_say_what_is_missing_and_give_it_with_the_key_open(
    two: list[Person], client: Client, keeper: Account
) -> None:
    client.force_login(keeper)
    page, asked = (
        reverse("appointment_form", args=[two[0].pk]),
        {"kind": "lrmx", "size": "A4", "purpose": "任前核对"},
    )
    assert "生成的文件中没有身份证号" in client.get(page).content.decode()
    assert lrmx.read(client.post(page, asked).content).identity_number == ""
    given = {"kind": "workbook", "purpose": "年度核对", "is_at_once": "on"}
    refused = client.post(reverse("export_workbook"), given)
    assert (refused.status_code, ExportJob.objects.count()) == (409, 0)
    assert "您的密钥没有打开" in refused.content.decode()
    unlock(client, keeper)
    assert "生成的文件中没有身份证号" not in client.get(page).content.decode()
    assert lrmx.read(client.post(page, asked).content).identity_number == number_of(ring(keeper), two[0])
    assert _numbers("workbook", client.post(reverse("export_workbook"), given).content) == {
        books.number(0),
        books.number(1),
    }
    assert ExportJob.objects.count() == 0
