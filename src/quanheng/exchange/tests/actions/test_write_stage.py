"""What a preview keeps is what a confirmation writes: the short way and reading the file again come to the same rows."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quanheng.access.models import Account, Authority
from quanheng.establishment.models import PostQuota
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.models import ImportBatch, ImportStage
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.correct_person import correct_person
from quanheng.registry.models import (
    Assignment,
    FileGap,
    Organisation,
    Person,
    Post,
    Rank,
    Revision,
    YearGrade,
)
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT

pytestmark = pytest.mark.django_db
TABLES = (Organisation, Post, PostQuota, Person, Assignment, Rank, YearGrade, Revision, FileGap)


def _book(count: int = 2, **given: Any) -> bytes:
    """People with a seat, a level, a grade; one line that stays out leaves a gap."""
    people = [books.person(place, name, **given) for place, name in zip(range(count), ("甲一", "乙二", "丙三"), strict=False)]
    return books.book(
        *people,
        A02职务=[books.seat(row) for row in people],
        A05职务职级=[books.line(row, kind="职务层次", level="县处级副职", from_on="20200510") for row in people],
        A15考核=[books.line(row, result="称职", year=2025) for row in people] + [books.line(people[0], result="未知", year=2024)],
    )


def _rows() -> dict[str, list[dict[str, Any]]]:
    """Everything in the tables but the keys, which are never the same twice."""
    found = {}
    for model in TABLES:
        hidden = {"id", "key", *(field.name for field in model._meta.concrete_fields if field.is_relation)}
        names = [field.name for field in model._meta.concrete_fields if field.name not in hidden]
        rows = [{name: getattr(row, name) for name in names} for row in model._default_manager.all()]
        found[model.__name__] = sorted(rows, key=repr)
    return found


def _reads_again(batch: ImportBatch, by: Account) -> bool:
    """Whether the confirmation read the workbook again."""
    with CaptureQueriesContext(connection) as asked:
        commit_import(by=by, at=AT, batch=batch)
    return any("registry_organisation" in each["sql"] and "parent_id" in each["sql"] and each["sql"].startswith("SELECT") for each in asked)


def test_both_ways_write_the_same(city: Authority, officer: Account) -> None:
    assert not _reads_again(books.preview(officer, city, _book()), officer)
    short = _rows()
    for model in reversed(TABLES):
        model._default_manager.order_by("-code" if model is Organisation else "pk").delete()
    batch = books.preview(officer, city, _book(health="健康"), name="别名.xlsx")
    ImportStage.objects.all().delete()
    ImportBatch.objects.filter(pk=batch.pk).update(stage={})
    assert _reads_again(batch, officer)
    long = _rows()
    for row in long["Person"]:
        row["health"] = ""
    assert long == short
    assert len(short["Assignment"]) == 2
    assert {row["level"] for row in short["Person"]} == {"132"}


def test_new_persons_are_written_once(city: Authority, officer: Account) -> None:
    """Their lines come in such an order that the database finds the level it would set, here that of no post."""
    person = books.person(0, "甲一")
    spell = books.line(person, kind="职务层次", level="县处级正职", from_on="20200510")
    batch = books.preview(officer, city, books.book(person, A02职务=[books.seat(person)], A05职务职级=[spell]))
    before = _changed("registry_person")
    commit_import(by=officer, at=AT, batch=batch)
    assert (Person.objects.get().level, _changed("registry_person") - before) == ("131", 0)


def _changed(table: str) -> int:
    """Rows of a table changed so far in this transaction."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_get_xact_tuples_updated(%s::regclass)", [table])
        return int(cursor.fetchone()[0])


def test_whatever_else_was_done_meanwhile_it_reads_again(city: Authority, officer: Account) -> None:
    """The journal speaks of another matter: the file is compared anew, and comes to the same here."""
    books.commit(officer, city, _book())
    first = books.preview(officer, city, _book(health="健康"))
    assert not _reads_again(first, officer)
    second = books.preview(officer, city, _book(health="一般"))
    other = factories.person("丁四", of=city)
    correct_person(by=officer, at=AT, person=other, changes={"health": "较差"}, reason="体检结果更新")
    assert _reads_again(second, officer)
    assert set(Person.objects.values_list("health", flat=True)) == {"一般", "较差"}


def test_with_other_rights_it_reads_again(city: Authority, officer: Account) -> None:
    books.commit(officer, city, _book())
    batch = books.preview(officer, city, _book(health="健康"))
    above = factories.account("李娟", "officer", over=Authority.objects.get(pk=city.pk))
    ImportBatch.objects.filter(pk=batch.pk).update(stage=batch.stage | {"paths": ["/elsewhere/"]})
    assert _reads_again(batch, above)


def test_only_the_fields_that_change_are_written(city: Authority, officer: Account) -> None:
    """One statement for all rows of a table, and each keeps what the file does not touch."""
    books.commit(officer, city, _book())
    one, other = books.person(0, "甲一", health="一般"), books.person(1, "乙二", native_place="云岭青石")
    batch = books.preview(officer, city, books.book(one, other))
    Person.objects.filter(name="甲一").update(native_place="别处")  # behind the journal's back: not in the file, so not touched
    commit_import(by=officer, at=AT, batch=batch)
    assert dict(Person.objects.values_list("name", "native_place")) == {"甲一": "别处", "乙二": "云岭青石"}
    assert dict(Person.objects.values_list("name", "health")) == {"甲一": "一般", "乙二": ""}
    assert Revision.objects.filter(noun="person").count() == 2


def _bare(sql: str) -> str:
    """A statement without what it was given: proofs and keys are never the same twice."""
    return re.sub(r"'[^']*'|\b\d+\b", "?", sql)


def test_statements_do_not_grow_with_the_people(city: Authority, officer: Account) -> None:
    counts = []
    for count in (1, 1, 2):
        batch = books.preview(officer, city, _book(count), name=f"{count}.xlsx")
        with CaptureQueriesContext(connection) as asked:
            commit_import(by=officer, at=AT, batch=batch)
        counts.append([" ".join(_bare(each["sql"]).split()[:3:2]) for each in asked if "SAVEPOINT" not in each["sql"]])
        for model in reversed(TABLES):
            model._default_manager.order_by("-code" if model is Organisation else "pk").delete()
    assert counts[1] == counts[2]  # before the first nothing stood in the journal


def test_the_rows_go_when_they_are_written_or_given_up(city: Authority, officer: Account) -> None:
    batch = books.preview(officer, city, _book())
    assert set(ImportStage.objects.values_list("verb", flat=True)) == {"add"}
    assert batch.stage["rows"] == sum(ImportStage.objects.values_list("rows", flat=True))
    commit_import(by=officer, at=AT, batch=batch)
    assert not ImportStage.objects.exists()


def test_a_row_that_somebody_else_wrote_meanwhile_undoes_all(city: Authority, officer: Account) -> None:
    batch = books.preview(officer, city, _book())
    factories.person("甲一", of=city, id_number=books.number(0))
    with pytest.raises(Refused, match="与刚刚登记的信息冲突"):
        commit_import(by=officer, at=AT, batch=batch)
    assert (Person.objects.count(), Post.objects.count()) == (1, 0)
