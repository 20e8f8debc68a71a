"""B05 at import: one seat one holder, no more than approved; the past and what is as found may come in, and it is said."""

import pytest

from quanheng.access.models import Account, Authority
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.models import ImportStage
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Assignment, Post
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT

pytestmark = pytest.mark.django_db
NAMES = ("甲一", "乙二", "丙三", "丁四")


def _book(count: int, *, first: int = 0, **given: object) -> bytes:
    """`count` people who sit as deputies, of whom two are approved."""
    people = [books.person(place, NAMES[place]) for place in range(first, count)]
    return books.book(*people, A02职务=[books.seat(row, **given) for row in people])


def test_one_more_than_approved_stays_out_with_the_sum(city: Authority, officer: Account) -> None:
    batch = books.commit(officer, city, _book(3))
    [said] = books.said(batch, "reject")
    assert "“云岭市交通运输局副局长”共2席，均已有人；一席不能两人" in said
    assert set(Assignment.objects.values_list("person__name", flat=True)) == {"甲一", "乙二"}
    assert Post.objects.count() == 2


def test_a_later_file_cannot_fill_a_held_seat(city: Authority, officer: Account) -> None:
    books.commit(officer, city, _book(2))
    batch = books.preview(officer, city, _book(3, first=2))
    assert ["共2席" in said for said in books.said(batch, "reject")] == [True]


def test_seats_beyond_the_quota_do_not_help(city: Authority, officer: Account) -> None:
    people = [books.person(place, NAMES[place]) for place in range(3)]
    wide = books.sheets(*people, A02职务=[books.seat(row) for row in people])
    wide["职位"] = wide["职位"] * 3
    batch = books.preview(officer, city, books.workbook_writer.write(wide))
    [said] = books.said(batch, "reject")
    assert "云岭市交通运输局的县处级副职（副职）核定2名，2026-11-21实有2名：甲一（副局长）、乙二（副局长）；再任1名即超配1名" in said


def test_who_leaves_in_the_same_file_makes_room(city: Authority, officer: Account) -> None:
    books.commit(officer, city, _book(2))
    people = [books.person(place, NAMES[place]) for place in (0, 2)]
    seats = [books.seat(people[0], until_on="20261031", status="已免"), books.seat(people[1], from_on="20261101")]
    batch = books.commit(officer, city, books.book(*people, A02职务=seats))
    assert books.said(batch, "reject") == []
    assert set(Assignment.objects.filter(until_on=None).values_list("person__name", flat=True)) == {"丙三", "乙二"}


def test_the_past_and_what_is_as_found_come_in(city: Authority, officer: Account) -> None:
    past = books.preview(officer, city, _book(4, from_on="20100101", until_on="20150101", status="已免"))
    assert books.said(past, "reject") == []
    found = books.preview(officer, city, _book(3), is_as_found=True)
    assert books.said(found, "reject") == []
    assert any("核定2名，2026-11-21实有2名：甲一（副局长）、乙二（副局长）；再任1名即超配1名" in said for said in books.said(found, "warn"))


def test_who_is_promised_the_seat_for_a_later_day_counts(city: Authority, officer: Account) -> None:
    """The same question as before every appointment: two are not promised one seat."""
    books.commit(officer, city, _book(1))
    people = [books.person(place, NAMES[place]) for place in (1, 2)]
    seats = [books.seat(people[0], from_on="20270101"), books.seat(people[1], from_on="20261201")]
    wide = books.sheets(*people, A02职务=seats)
    wide["职位"] = wide["职位"] * 3
    batch = books.preview(officer, city, books.workbook_writer.write(wide))
    [said] = books.said(batch, "reject")
    assert "2027-01-01实有2名" in said


def test_a_leading_seat_without_an_approved_number_is_refused_as_everywhere(city: Authority, officer: Account) -> None:
    row = books.person(0, NAMES[0])
    sheets = books.sheets(row, A02职务=[books.seat(row)])
    del sheets["职数"]
    content = books.workbook_writer.write(sheets)
    [said] = books.said(books.preview(officer, city, content), "reject")
    assert "没有核定职数：云岭市交通运输局的县处级副职（副职）未见批准文件" in said
    other = factories.account("李娟", "officer", over=city)
    found = books.preview(other, city, content, is_as_found=True)
    assert books.said(found, "reject") == []
    assert any("未见批准文件" in said for said in books.said(found, "warn"))


def test_the_stop_stands_once_more_before_the_file_is_written(city: Authority, officer: Account) -> None:
    """Whatever the preview said: what would stand in the tables is counted again, and all of the file stays out."""
    batch = books.preview(officer, city, _book(2))
    assert batch.stage["cells"]
    ImportStage.objects.filter(model="establishment.postquota").delete()
    with pytest.raises(Refused, match="未见批准文件"):
        commit_import(by=officer, at=AT, batch=batch)
    assert not Assignment.objects.exists()
