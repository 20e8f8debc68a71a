"""The level of today: set by the database at every change of a line, by the passing of time through the refresh."""

from datetime import date, timedelta

import pytest
from django.db import connection

from quanheng.registry.actions.open_assignment import open_assignment
from quanheng.registry.actions.refresh_levels import refresh_levels
from quanheng.registry.models import Assignment, Person, Rank
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def day():
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('quanheng.today', %s, true)", [make.ON.isoformat()])


def level(person: Person) -> str | None:
    return Person.objects.values_list("level", flat=True).get(pk=person.pk)


def test_a_spell_goes_before_the_post_and_the_highest_main_post_counts():
    chen = make.person()
    make.assignment(chen, level="141")
    make.assignment(chen, level="132")
    make.assignment(chen, level="131", kind="concurrent")
    assert level(chen) == "132"
    spell = make.rank(chen, "142")
    assert level(chen) == "142"
    spell.delete()
    assert level(chen) == "132"
    Assignment.objects.filter(person=chen).update(until_on=make.ON)
    assert level(chen) is None


def test_many_at_once_and_a_line_that_changes_hands():
    people = [make.person(name) for name in ("陈建国", "李红", "周志远")]
    Rank.objects.bulk_create(
        Rank(person=each, kind="level", code="132", from_on=date(2020, 1, 1)) for each in people
    )
    assert [level(each) for each in people] == ["132"] * 3
    Rank.objects.filter(person=people[0]).update(person=people[1], code="131")
    assert [level(each) for each in people] == [None, level(people[1]), "132"]
    Rank.objects.filter(person=people[2]).delete()
    assert level(people[2]) is None


def test_many_at_once_are_not_looked_for_one_by_one():
    """Each line is read once for all of them, by a plan of its own: one made for an empty table read all lines for every person."""
    people = [make.person(f"陈{place}") for place in range(20)]
    before = _read("registry_rank")
    Rank.objects.bulk_create(
        Rank(person=each, authority=each.authority, kind="level", code="132", from_on=date(2021, 1, 1)) for each in people
    )
    assert _read("registry_rank") - before <= len(people)
    before = _read("registry_rank")  # who writes lines without the authority has it put in, each read twice for it
    Rank.objects.bulk_create(Rank(person=each, kind="rank", code="12", from_on=date(2021, 1, 1)) for each in people)
    assert _read("registry_rank") - before <= 2 * len(people)
    assert set(Person.objects.values_list("level", flat=True)) == {"132"}


def _read(table: str) -> int:
    """Rows of a table, and lines of its indexes, read so far in this transaction."""
    these = "SELECT %s::regclass AS which UNION SELECT indexrelid FROM pg_index WHERE indrelid = %s::regclass"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT sum(pg_stat_get_xact_tuples_returned(which)) FROM ({these}) these", [table, table])
        return int(cursor.fetchone()[0])


def test_saving_somebody_read_a_while_ago_does_not_bring_the_old_level_back():
    chen = make.person()
    stale = Person.objects.get(pk=chen.pk)
    make.rank(chen, "132")
    stale.health = "良好"
    stale.save()
    assert level(chen) == "132"


def test_words_longer_than_a_level_are_cut_and_stop_nothing():
    chen = make.person()
    make.rank(chen, "县处级副职（参照公务员法管理）")
    assert level(chen) == "县处级副职（参照公务"


def test_an_act_counts_by_its_own_day():
    unit = make.organisation()
    chen, seat = make.person(at=unit), make.post(unit, is_leading=False)
    officer = make.account("王敏", "section_chief", over=unit.authority)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('quanheng.today', '2001-01-01', true)")
    open_assignment(by=officer, at=make.AT, person=chen, post=seat, from_on=make.ON)
    assert level(chen) == "132"


def test_time_passes():
    chen, li = make.person(), make.person("李红")
    make.rank(chen, "141", until_on=make.ON + timedelta(days=10))
    make.rank(chen, "132", from_on=make.ON + timedelta(days=10))
    make.assignment(li, level="142")
    assert (level(chen), level(li)) == ("141", "142")
    assert refresh_levels(on=make.ON) == 0
    assert refresh_levels(on=make.ON + timedelta(days=9)) == 0
    assert refresh_levels(on=make.ON + timedelta(days=10)) == 1
    assert (level(chen), level(li)) == ("132", "142")
    assert refresh_levels(on=make.ON) == 1
    assert level(chen) == "141"
