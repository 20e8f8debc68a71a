"""Background reckonings: asked for once, done as the one who asked, the same answer as the page, gone when rights change."""

from datetime import timedelta
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from quanheng.access.models import Account, Grant
from quanheng.access.queries.jobs import standing_of
from quanheng.access.tests import workers
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.ask_reckoning import MOST, ask_reckoning
from quanheng.registry.actions.run_reckonings import RECKONINGS
from quanheng.registry.core.query import read_query
from quanheng.registry.core.query_fields import categories
from quanheng.registry.models import Person, Reckoning
from quanheng.registry.queries.reckonings import Asked, is_current, last_done, numbers_of
from quanheng.registry.queries.selecting import PARTS
from quanheng.registry.queries.statistics import counted
from quanheng.registry.queries.upkeep import old_answers
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


def work() -> int:
    """What the worker would do now, on this test's own connection."""
    return workers.work(RECKONINGS, at=make.AT)


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city) -> Account:
    for number in range(7):
        person = make.person(f"陈{number}", of=city, sex="12"[number % 2])
        make.rank(person, ("132", "141")[number % 3 == 0])
    make.person("外人", of=make.authority("别处"))
    return make.account("王敏", "section_chief", over=city)


def ask(by: Account, kind: str, query: str = "", **given: str) -> Reckoning:
    asked = Asked(kind, read_query(query), make.ON, **given)
    return ask_reckoning(by=by, at=make.AT, asked=asked)


def test_a_table_in_slices_is_the_table_of_the_page_and_says_how_far_it_is(wang):
    row = ask(wang, "statistics", "c=level:in:132,141", rows="level", columns="sex")
    assert work() == 1
    row.refresh_from_db()
    known = categories()
    at_once = counted(
        read_query("c=level:in:132,141"), by=wang, on=make.ON, as_of=make.ON, rows=known["level"], columns=known["sex"]
    )
    assert row.state == "done"
    assert numbers_of(row) == dict(at_once.numbers)
    assert sum(numbers_of(row).values()) == 7
    assert (row.phase, row.total) == ("count", PARTS)


def test_a_list_keeps_the_keys_in_the_order_of_the_page(wang):
    row = ask(wang, "query", "c=sex:is:1")
    work()
    row.refresh_from_db()
    assert row.found["count"] == 4
    names = [Person.objects.get(pk=key).name for key in row.found["keys"]]
    assert names == ["陈2", "陈4", "陈0", "陈6"]


def test_a_workbook_is_kept_for_who_asked(wang):
    row = ask(wang, "export", "c=sex:is:1")
    work()
    row.refresh_from_db()
    rows = CalamineWorkbook.from_filelike(BytesIO(bytes(row.paper))).get_sheet_by_index(0).to_python()
    assert [line[0] for line in rows[1:5]] == ["陈2", "陈4", "陈0", "陈6"]


def test_data_quality_is_counted(city):
    keeper = make.account("李维", "officer", over=city)
    make.person("陈建国", of=city, id_number="999001198503010018")
    row = ask(keeper, "quality")
    work()
    row.refresh_from_db()
    assert row.state == "done"
    assert row.found["count"] > 0


def test_the_same_question_is_asked_once_and_few_at_a_time(wang):
    first = ask(wang, "query", "c=sex:is:1")
    assert ask(wang, "query", "c=sex:is:1") == first
    for number in range(1, MOST):
        ask(wang, "query", f"c=age:least:{number}")
    with pytest.raises(Refused, match="没有办完"):
        ask(wang, "query", "c=sex:is:2")


def test_a_query_that_cannot_be_run_ends_with_its_reason(wang):
    row = ask(wang, "query", "c=nothing:is:1")
    work()
    row.refresh_from_db()
    assert row.state == "refused"
    assert standing_of(row, now=make.AT).refusal is not None


def test_an_answer_is_not_given_to_others_nor_after_the_rights_have_changed(wang, city):
    row = ask(wang, "query", "c=sex:is:1")
    work()
    row.refresh_from_db()
    asked = Asked("query", read_query("c=sex:is:1"), make.ON)
    assert last_done(asked, by=wang, on=make.ON) == row
    assert last_done(asked, by=make.account("刘县", "section_chief", over=city), on=make.ON) is None
    assert is_current(row, on=make.ON)
    Grant.objects.filter(account=wang).delete()
    assert not is_current(Reckoning.objects.get(pk=row.pk), on=make.ON)


def test_who_may_view_nobody_asks_nothing(city):
    with pytest.raises(Refused, match="权限"):
        ask(make.account("管理员", "system_admin", over=city), "query", "c=sex:is:1")


def test_old_answers_go(wang):
    row = ask(wang, "query", "c=sex:is:1")
    Reckoning.objects.filter(pk=row.pk).update(asked_at=make.AT.replace(day=1))
    assert old_answers(make.AT - timedelta(days=3)) == 1
    assert not Reckoning.objects.exists()
