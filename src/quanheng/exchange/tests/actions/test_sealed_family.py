"""Family in files of a house with keys: comes in sealed, is compared by its marks, and goes out only with an open key."""

import base64
import io
import zipfile
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quanheng.access.models import Account, Authority, DataKey
from quanheng.access.tests.keyed import holder, house, ring, unlock
from quanheng.exchange.actions.ask_export import ask_export
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.export_at_once import export_at_once
from quanheng.exchange.actions.keep_stage import kept_stage
from quanheng.exchange.core import hzb, lrmx, workbook
from quanheng.exchange.core.form import FamilyMember
from quanheng.exchange.models import ExportJob, ImportBatch, ImportStage
from quanheng.exchange.queries.exports import pieces
from quanheng.exchange.queries.form_of import form_of
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import unpacked
from quanheng.registry.models import FileGap, Person, Relative, Revision
from quanheng.registry.queries.family import Member, family_of, is_same
from quanheng.registry.queries.unsealed import open_revisions
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT, ON

pytestmark = pytest.mark.django_db
NAME, WORK, LATER = "周金丝雀", "云岭市金丝雀中学教师", "云岭市银丝雀中学校长"
WIFE = {
    "relative": NAME,
    "relation": "妻子",
    "born_on": "19860412",
    "political_status": "群众",
    "work": WORK,
    "position": 1,
    "has_emigrated": False,
}
SEEN = Member("妻子", NAME, date(1986, 4, 12), "群众", WORK, False, 1)
FORM = FamilyMember(relation="妻子", name=NAME, born="198604", political_status="群众", work=WORK)


@pytest.fixture
def keeper(city: Authority) -> Account:
    return holder("keeper", city, house())


@pytest.fixture
def person(city: Authority, officer: Account, keeper: Account) -> Person:
    books.commit(officer, city, with_family(WIFE))
    return Person.objects.get()


def with_family(*lines: dict[str, Any]) -> bytes:
    row = books.person(0, "曾建国")
    return books.book(row, A36家庭及社会关系=[books.line(row, **each) for each in lines])


def of_family(batch: ImportBatch) -> dict[str, int]:
    counts: dict[str, int] = batch.counts["nouns"]["家庭成员"]
    return counts


def test_family_comes_in_sealed_without_a_key_of_the_importer(person: Person, keeper: Account) -> None:
    assert family_of(None, person) == ([], 1)
    assert family_of(ring(keeper), person) == ([SEEN], 0)
    assert DataKey.objects.count() == 1  # one for number and family together


def test_what_waits_to_be_confirmed_names_no_relative(
    city: Authority, officer: Account, keeper: Account
) -> None:
    batch = books.preview(officer, city, with_family(WIFE))
    kept = "".join(piece.text for piece in kept_stage(batch, verbs=dict(ImportStage.VERBS))).encode()
    told = str(books.kept(batch))
    for word in (NAME, WORK, "1986-04-12"):
        for said in (word, word.encode().hex(), base64.b64encode(word.encode()).decode()):
            assert said.encode() not in kept
            assert said not in told
    assert "曾建国 妻子" in told
    commit_import(by=officer, at=AT, batch=batch)
    assert family_of(ring(keeper), Person.objects.get()) == ([SEEN], 0)


def test_the_same_file_again_changes_nothing_and_writes_no_key(
    person: Person, city: Authority, officer: Account
) -> None:
    before = list(Relative.objects.values())
    assert of_family(books.commit(officer, city, with_family(WIFE))) == {"same": 1}
    assert list(Relative.objects.values()) == before
    assert DataKey.objects.count() == 1


def test_a_changed_cell_is_a_change_an_empty_one_is_not_and_a_new_line_is_added(
    person: Person, city: Authority, officer: Account, keeper: Account
) -> None:
    son = {"relative": "曾小宝", "relation": "儿子", "born_on": "201501", "position": 2}
    later = {**WIFE, "work": LATER, "political_status": "", "born_on": ""}
    batch = books.preview(officer, city, with_family(later, son))
    assert of_family(batch) == {"change": 1, "add": 1}
    assert books.changes(batch) == [("工作单位及职务", "******", "******")]
    commit_import(by=officer, at=AT, batch=batch)
    found, shut = family_of(ring(keeper), person)
    assert (shut, found[0]) == (0, Member("妻子", NAME, date(1986, 4, 12), "群众", LATER, False, 1))
    assert (found[1].name, found[1].born_on) == ("曾小宝", date(2015, 1, 1))
    [version] = Revision.objects.filter(noun="relative")
    assert (set(version.before or {}), set(version.after or {})) == ({"post"}, {"post"})
    assert open_revisions(ring(keeper), person, [version]) == 0
    assert (version.before, version.after) == ({"post": WORK}, {"post": LATER})
    line = Relative.objects.get(relation="妻子")
    assert is_same(line, "post", LATER)
    assert of_family(books.preview(officer, city, with_family({**WIFE, "work": LATER}, son))) == {"same": 2}


def test_who_has_died_is_known_as_a_column(person: Person, city: Authority, officer: Account) -> None:
    books.commit(officer, city, with_family({**WIFE, "work": "已去世"}))
    assert Relative.objects.get().gone_flags == "w"
    books.commit(officer, city, with_family({**WIFE, "work": LATER}))
    assert Relative.objects.get().gone_flags == ""


def test_a_line_that_stays_out_is_quoted_in_the_preview_and_not_in_the_file(
    person: Person, city: Authority, officer: Account
) -> None:
    wrong = {"relative": "周金丝鸟", "relation": "儿子", "born_on": "19861399"}
    batch = books.commit(officer, city, with_family(WIFE, wrong))
    assert "19861399" in "".join(books.said(batch, "reject"))
    [gap] = FileGap.objects.filter(noun="relative")
    assert str(unpacked(gap.message)) == "家庭成员有一行没有导入，原因见导入明细"
    assert gap.source == "A36家庭及社会关系 4"


def test_two_of_one_name_are_two_lines_and_a_child_of_another_name_is_new(
    person: Person, city: Authority, officer: Account
) -> None:
    twice = {**WIFE, "relation": "姐姐", "born_on": "197001"}
    batch = books.commit(officer, city, with_family(WIFE, twice, {**twice, "relative": "周 银丝雀"}))
    assert of_family(batch) == {"same": 1, "add": 2}
    again = books.preview(officer, city, with_family(WIFE, twice, {**twice, "relative": "周银丝雀"}))
    assert of_family(again) == {"same": 3}


def test_a_form_says_the_same_by_the_month_and_keeps_the_day(
    person: Person, city: Authority, officer: Account, keeper: Account
) -> None:
    batch = books.commit(
        officer, city, books.zipped({"甲.lrmx": books.form("曾建国", family=(FORM,))}), "forms"
    )
    assert of_family(batch) == {"same": 1}
    moved = FamilyMember(relation="妻子", name=NAME, born="198605", political_status="群众", work=WORK)
    batch = books.commit(
        officer, city, books.zipped({"甲.lrmx": books.form("曾建国", family=(moved,))}), "forms"
    )
    assert of_family(batch) == {"change": 1}
    assert family_of(ring(keeper), person)[0][0].born_on == date(1986, 5, 1)


def test_a_relative_with_a_file_is_linked_though_the_line_is_sealed(
    city: Authority, officer: Account, keeper: Account
) -> None:
    other = factories.person(NAME, of=city, born_on=date(1986, 4, 2))
    books.commit(officer, city, with_family(WIFE))
    assert Relative.objects.get().other == other


def test_a_relative_of_whom_only_the_name_is_known_comes_in(
    city: Authority, officer: Account, keeper: Account
) -> None:
    books.commit(officer, city, with_family({"relative": NAME, "relation": "妻子"}))
    [kin] = family_of(ring(keeper), Person.objects.get())[0]
    assert (kin.name, kin.born_on, kin.political_status, kin.post) == (NAME, None, "", "")
    assert of_family(books.commit(officer, city, with_family(WIFE))) == {"change": 1}
    assert family_of(ring(keeper), Person.objects.get()) == ([SEEN], 0)


def test_as_many_statements_for_many_as_for_few(city: Authority, officer: Account, keeper: Account) -> None:
    def statements(first: int, count: int) -> tuple[int, int]:
        rows = [books.invented(place) for place in range(first, first + count)]
        lines = [books.line(row, **WIFE) for row in rows]
        with CaptureQueriesContext(connection) as previewed:
            batch = books.preview(officer, city, books.book(*rows, A36家庭及社会关系=lines))
        with CaptureQueriesContext(connection) as committed:
            commit_import(by=officer, at=AT, batch=batch)
        return len(previewed), len(committed)

    statements(0, 1)
    assert statements(1, 2) == statements(3, 40)
    assert statements(0, 2) == statements(2, 41)


def test_lines_indexed_under_another_key_are_not_taken_for_new(
    city: Authority, officer: Account, keeper: Account
) -> None:
    one = factories.person("曾建国", of=city)
    factories.relative(one, "妻子", NAME)
    with override_settings(NUMBER_KEY=b"another" * 5), pytest.raises(Refused, match="核对家庭成员"):
        books.preview(officer, city, with_family(WIFE))


@pytest.mark.parametrize("kind", ["workbook", "package", "lrmx"])
def test_beside_the_page_family_stays_out_and_at_once_it_is_in(
    person: Person, keeper: Account, kind: str
) -> None:
    ask_export(by=keeper, at=AT, kind=kind, purpose="年度核对")
    assert books.work() == 1
    export = ExportJob.objects.get()
    assert export.state == "done"
    assert _names(kind, b"".join(pieces(export))) == set()
    _name, content = export_at_once(by=keeper, at=AT, kind=kind, purpose="年度核对", ring=ring(keeper))
    assert _names(kind, content) == {NAME}


def test_what_was_made_at_once_comes_back_unchanged(
    person: Person, city: Authority, officer: Account, keeper: Account
) -> None:
    _name, content = export_at_once(by=keeper, at=AT, kind="workbook", purpose="年度核对", ring=ring(keeper))
    batch = books.preview(officer, city, content, name="导出.xlsx")
    assert of_family(batch) == {"same": 1}
    assert books.changes(batch) == []


def _names(kind: str, content: bytes) -> set[str]:
    if kind == "workbook":
        sheets = workbook.read(content, file_name="花名册.xlsx").sheets
        rows = sheets["A36家庭及社会关系"].rows if "A36家庭及社会关系" in sheets else ()
        return {row.text("relative") for row in rows}
    if kind == "package":
        return {each["A3601"] for each in hzb.read(content).tables.get("A36", ())}
    archive = zipfile.ZipFile(io.BytesIO(content))
    return {member.name for name in archive.namelist() for member in lrmx.read(archive.read(name)).family}


def test_a_form_has_the_family_that_opens(person: Person, keeper: Account) -> None:
    assert form_of(person, on=ON).family == ()
    assert form_of(person, on=ON, ring=ring(keeper)).family == (FORM,)


def test_the_pages_say_what_is_missing_and_give_it_with_the_key_open(
    person: Person, client: Client, keeper: Account
) -> None:
    client.force_login(keeper)
    page = reverse("appointment_form", args=[person.pk])
    asked = {"kind": "lrmx", "size": "A4", "purpose": "任前核对"}
    assert "家庭成员加密保存，有1人没有打开" in client.get(page).content.decode()
    assert lrmx.read(client.post(page, asked).content).family == ()
    unlock(client, keeper)
    assert "家庭成员加密保存" not in client.get(page).content.decode()
    assert lrmx.read(client.post(page, asked).content).family[0].name == NAME
