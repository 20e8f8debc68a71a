"""A confirmed preview is written whole or not at all, once, and only while it still holds."""

from datetime import date

import pytest
from django.db import DatabaseError, connection

from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.scope import as_system
from quanheng.access.models import Account, Authority, JournalEntry
from quanheng.access.queries.house_seal import new_seal_of
from quanheng.establishment.models import PostQuota
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.drop_import import drop_import
from quanheng.exchange.core import workbook
from quanheng.exchange.models import ImportBatch, ImportChunk
from quanheng.exchange.queries.batches import rejected_paper
from quanheng.exchange.queries.files import piece_at
from quanheng.exchange.queries.planning import forget
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.correct_person import correct_person
from quanheng.registry.models import (
    Assignment,
    Education,
    Organisation,
    Person,
    Post,
    Rank,
    Relative,
    Reward,
    Sanction,
    Training,
    YearGrade,
)
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT, ON

pytestmark = pytest.mark.django_db


def test_everything_of_a_person_arrives(city: Authority, officer: Account) -> None:
    row, wife = books.person(0, "曾建国"), books.person(1, "周梅")
    books.commit(officer, city, books.book(row, wife, **_lines(row)))
    person = Person.objects.get(name="曾建国")
    assert (person.pinyin, person.initials, person.ethnic_group, person.status) == ("zengjianguo", "zjg", "汉族", "现职人员")
    assert person.organisation is not None
    assert person.organisation.code == "001.004.013"
    line = Assignment.objects.get(person=person)
    assert line.post is not None
    assert (line.post.name, line.level, line.role, line.kind) == ("副局长", "132", "deputy", "main")
    assert list(Rank.objects.filter(person=person).values_list("kind", "code")) == [("level", "132"), ("rank", "16")]
    assert Education.objects.get(person=person).level == "大学"
    assert Training.objects.get(person=person).hours == 110
    assert YearGrade.objects.get(person=person).grade == "称职"
    assert Reward.objects.get(person=person).name == "嘉奖"
    assert Sanction.objects.get(person=person).code == "P1"
    assert Relative.objects.get(person=person).other == Person.objects.get(name="周梅")
    assert PostQuota.objects.get().number == Post.objects.filter(name="副局长").count() == 2


def _lines(row: dict[str, object]) -> books.Sheets:
    return {
        "A02职务": [books.seat(row)],
        "A05职务职级": [
            books.line(row, kind="职务层次", level="县处级副职", from_on="20200510"),
            books.line(row, kind="职级", level="四级调研员", from_on="20190601"),
        ],
        "A08学历学位": [books.line(row, education="大学", mode="全日制", school="云岭大学", left_on="200807")],
        "A11培训": [books.line(row, course="处级干部班", from_on="20250301", until_on="20250331", hours=110)],
        "A14奖惩": [
            books.line(row, title="嘉奖", kind="嘉奖", approved_on="20220101"),
            books.line(row, title="党内警告", kind="党内警告", approved_on="20240105", impact_months=12),
        ],
        "A15考核": [books.line(row, result="称职", year=2025)],
        "A36家庭及社会关系": [books.line(row, relative="周梅", relation="妻子", born_on="198604", has_emigrated=False)],
    }


def test_the_same_file_again_changes_nothing(city: Authority, officer: Account) -> None:
    row = books.person(0, "曾建国")
    content = books.book(row, **_lines(row))
    books.commit(officer, city, content)
    again = books.preview(officer, city, content)
    assert {key: count for key, count in again.counts["total"].items() if key != "warn"} == {"same": 15}


def test_a_later_file_shows_old_and_new_and_empty_cells_change_nothing(city: Authority, officer: Account) -> None:
    row = books.person(0, "曾建国", health="健康", native_place="云岭青石")
    books.commit(officer, city, books.book(row, A02职务=[books.seat(row)]))
    later = books.person(0, "曾建国", health="一般", native_place="")
    moved = books.seat(later, until_on="20261031", status="已免")
    batch = books.preview(officer, city, books.book(later, A02职务=[moved]))
    assert books.changes(batch) == [("健康状况", "健康", "一般"), ("免职时间（不含）", "", "2026-10-31")]
    commit_import(by=officer, at=AT, batch=batch)
    person = Person.objects.get()
    assert (person.health, person.native_place) == ("一般", "云岭青石")
    assert Assignment.objects.get().until_on == date(2026, 10, 31)


def test_a_person_without_a_number_is_known_by_name_and_month(city: Authority, officer: Account) -> None:
    factories.person("曾建国", of=city, born_on=date(1985, 3, 1))
    batch = books.commit(officer, city, books.book(books.person(0, "曾建国")))
    assert batch.counts["nouns"]["干部"]["change"] == 1
    assert factories.number_words(Person.objects.get()) == books.number(0)


def test_whoever_sits_now_has_a_seat_before_those_of_the_past(city: Authority, officer: Account) -> None:
    people = [books.person(place, name) for place, name in enumerate(("甲一", "乙二", "丙三"))]
    seats = [
        books.seat(people[0], from_on="20100101", until_on="20210101", status="已免"),
        books.seat(people[1], from_on="20150101"),
        books.seat(people[2], from_on="20200101"),
    ]
    books.commit(officer, city, books.book(*people, A02职务=seats))
    seated = dict(Assignment.objects.values_list("person__name", "post__order"))
    assert seated == {"甲一": None, "乙二": 20, "丙三": 21}


def test_rejected_rows_stay_out_and_can_be_mended(city: Authority, officer: Account) -> None:
    good, wrong = books.person(0, "曾建国"), books.person(1, "周梅", work_started_on="198501")
    batch = books.commit(officer, city, books.book(good, wrong, A02职务=[books.seat(good), books.seat(wrong)]))
    assert list(Person.objects.values_list("name", flat=True)) == ["曾建国"]
    assert Assignment.objects.count() == 1
    paper = rejected_paper(batch, by=officer, on=ON)
    assert paper is not None
    assert paper.name == "花名册-未导入.xlsx"
    back = workbook.read(paper.content, file_name=paper.name)
    assert {name: [row.text("name") for row in sheet.rows] for name, sheet in back.sheets.items()} == {"A01人员": ["周梅"], "A02职务": ["周梅"]}


@pytest.mark.django_db(transaction=True)
def test_broken_off_in_the_middle_leaves_nothing() -> None:
    with as_system():
        city = factories.authority(code="yunling")
        officer = factories.account("王敏", "officer", over=city)
    row = books.person(0, "曾建国")
    batch = books.preview(officer, city, books.book(row, **_lines(row)))
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("CREATE FUNCTION fail() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'cut'; END $$ LANGUAGE plpgsql")
        cursor.execute("CREATE TRIGGER cut BEFORE INSERT ON registry_yeargrade FOR EACH ROW EXECUTE FUNCTION fail()")
    try:
        with pytest.raises(DatabaseError, match="cut"):
            commit_import(by=officer, at=AT, batch=batch)
    finally:
        with as_owner(), connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER cut ON registry_yeargrade")
            cursor.execute("DROP FUNCTION fail")
    with as_system():
        assert [model.objects.count() for model in (Organisation, Post, Person, Assignment, Rank, PostQuota)] == [0] * 6
        assert ImportBatch.objects.get().state == "previewed"
        assert not JournalEntry.objects.filter(action="exchange.import.commit").exists()


def test_confirmed_twice_the_first_is_kept(city: Authority, officer: Account) -> None:
    batch = books.preview(officer, city, books.book(books.person(0, "曾建国")))
    commit_import(by=officer, at=AT, batch=batch)
    with pytest.raises(Refused, match="这一批次已导入"):
        commit_import(by=officer, at=AT, batch=batch)
    assert Person.objects.count() == 1


def test_a_dropped_preview_cannot_be_confirmed(city: Authority, officer: Account) -> None:
    batch = books.preview(officer, city, books.book(books.person(0, "曾建国")))
    drop_import(by=officer, at=AT, batch=batch)
    with pytest.raises(Refused, match="这一批次已放弃"):
        commit_import(by=officer, at=AT, batch=batch)
    assert not Person.objects.exists()


def test_two_people_with_the_same_file(city: Authority, officer: Account) -> None:
    other = factories.account("李娟", "officer", over=city)
    content = books.book(books.person(0, "曾建国"))
    first, second = books.preview(officer, city, content), books.preview(other, city, content)
    commit_import(by=officer, at=AT, batch=first)
    with pytest.raises(Refused, match="预览时为“新增”，现为“无变化”"):
        commit_import(by=other, at=AT, batch=second)
    assert Person.objects.count() == 1


def test_a_registry_changed_since_the_preview_is_named(city: Authority, officer: Account) -> None:
    content = books.book(books.person(0, "曾建国", health="健康"))
    books.commit(officer, city, content)
    later = books.preview(officer, city, books.book(books.person(0, "曾建国", health="一般")))
    correct_person(by=officer, at=AT, person=Person.objects.get(), changes={"health": "一般"}, reason="体检结果更新")
    with pytest.raises(Refused, match="曾建国"):
        commit_import(by=officer, at=AT, batch=later)


def test_a_preview_confirmed_at_once_and_one_planned_anew_do_the_same(city: Authority, officer: Account) -> None:
    """What is kept between preview and confirmation is only a short cut."""
    first = books.preview(officer, city, books.book(books.person(0, "曾建国"), books.person(1, "周梅")))
    forget()  # as after a restart, or in another worker
    commit_import(by=officer, at=AT, batch=first)
    anew = sorted(Person.objects.values_list("name", "id_number"))
    Person.objects.all().delete()
    second = books.preview(officer, city, books.book(books.person(0, "曾建国"), books.person(1, "周梅")))
    commit_import(by=officer, at=AT, batch=second)
    assert sorted(Person.objects.values_list("name", "id_number")) == anew


def test_a_file_altered_in_storage_is_refused(city: Authority, officer: Account) -> None:
    batch = books.preview(officer, city, books.book(books.person(0, "曾建国")))
    other = new_seal_of(batch).seal(books.book(books.person(1, "周梅")), place=piece_at(0))
    ImportChunk.objects.update(data=other)
    with pytest.raises(Refused, match="与预览时不一致"):
        commit_import(by=officer, at=AT, batch=batch)
    ImportChunk.objects.update(data=other[:-1] + bytes([other[-1] ^ 1]))
    with pytest.raises(Refused, match="被改动过"):
        commit_import(by=officer, at=AT, batch=batch)
    assert not Person.objects.exists()


def test_a_longer_name_than_the_table_takes_rejects_the_row(city: Authority, officer: Account) -> None:
    batch = books.commit(officer, city, books.book(books.person(0, "长" * 61), books.person(1, "周梅")))
    assert any("姓名共61字，超过60字" in each for each in books.said(batch, "reject"))
    assert list(Person.objects.values_list("name", flat=True)) == ["周梅"]
