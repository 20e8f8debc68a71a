"""Who sees whom in the list, the search and the file; the same number of queries for one and for three."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quanheng.access.actions.scope import acting_as
from quanheng.access.models import Account
from quanheng.registry.models import Person
from quanheng.registry.queries import people as queried
from quanheng.registry.queries.careers import lines_of
from quanheng.registry.queries.file import file_of
from quanheng.registry.queries.names import spellings
from quanheng.registry.queries.people import Filters, people, photo_of, related, with_careers
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def county(city):
    return make.authority("中共青石县委", parent=city, code="qingshi")


@pytest.fixture
def other(city):
    return make.authority("中共白水县委", parent=city, code="baishui")


def named(name: str, **given) -> Person:
    pinyin, initials = spellings(name)
    return make.person(name, pinyin=pinyin, initials=initials, **given)


def found(by: Account, words: str = "", **given) -> list[str]:
    return [person.name for person in people(by=by, on=ON, filters=Filters(words=words, **given))]


def test_the_city_sees_below_a_county_only_itself(city, county, other):
    for name, owner in (("陈建国", city), ("李红", county), ("周志远", other)):
        named(name, of=owner)
    wang, liu = make.account("王敏", "section_chief", over=city), make.account("刘县", "officer", over=county)
    assert found(wang) == ["陈建国", "李红", "周志远"]
    assert found(liu) == ["李红"]


def test_administrators_and_strangers_see_nobody(city):
    named("陈建国", of=city)
    for role in ("system_admin", "security_admin", "audit_admin"):
        assert found(make.account("管理员", role, over=city)) == []
    assert found(make.account("路人")) == []


def test_a_cadre_sees_only_the_own_file(city):
    chen = named("陈建国", of=city)
    named("李红", of=city)
    assert found(make.account("陈建国", "cadre", over=city, person_key=chen.key)) == ["陈建国"]


def test_an_account_tied_to_a_file_without_the_role_sees_nothing(city):
    chen = named("陈建国", of=city)
    assert found(make.account("陈建国", person_key=chen.key)) == []


def test_looking_at_a_past_day_gives_no_past_right(city):
    named("陈建国", of=city)
    gone = make.account("赵磊")
    make.grant(gone, "officer", over=city, until_on=date(2026, 1, 1))
    assert list(people(by=gone, on=ON, as_of=date(2025, 6, 1))) == []


@pytest.mark.parametrize("words", ["陈建", "chenjianguo", "Chen Jian", "cjg", "cj", "规划科"])
def test_found_by_name_pinyin_initials_and_post(city, words):
    named("陈建国", of=city, current_post="云岭市交通运输局规划科科长")
    named("李红", of=city)
    assert found(make.account("王敏", "officer", over=city), words) == ["陈建国"]


def test_a_surname_is_spelt_as_a_surname_and_ü_as_v(city):
    named("曾国平", of=city)
    named("吕梁", of=city)
    wang = make.account("王敏", "officer", over=city)
    assert found(wang, "zengguoping") == ["曾国平"]
    assert found(wang, "lü liang") == ["吕梁"]


def test_an_identity_number_must_be_whole(city):
    number = make.identity_number()
    named("陈建国", of=city, id_number=number)
    wang = make.account("王敏", "officer", over=city)
    assert found(wang, f" {number} ") == ["陈建国"]
    assert found(wang, number[:12]) == []


def test_filters_by_level_on_the_day(city):
    chen = named("陈建国", of=city)
    make.rank(chen, "141", from_on=date(2018, 1, 1), until_on=date(2024, 1, 1))
    make.rank(chen, "132", from_on=date(2024, 1, 1))
    named("李红", of=city)
    wang = make.account("王敏", "officer", over=city)
    assert found(wang, level="132") == ["陈建国"]
    then = people(by=wang, on=ON, as_of=date(2023, 6, 1), filters=Filters(level="141"))
    assert [person.name for person in then] == ["陈建国"]


@pytest.mark.parametrize("few", [0, 1_000])
def test_a_rare_level_and_a_common_one_of_a_past_day_give_the_same(county, other, few, monkeypatch):
    monkeypatch.setattr(queried, "FEW", few)
    monkeypatch.setattr(queried, "NEAR", 0)  # nobody is near: the lines are counted
    for name, owner in (("陈建国", county), ("李红", county), ("周志远", other)):
        make.rank(named(name, of=owner), "141", from_on=date(2018, 1, 1), until_on=date(2024, 1, 1))
    wang, day = make.account("王敏", "officer", over=county), date(2023, 6, 1)
    with acting_as(wang, on=ON):
        then = people(by=wang, on=ON, as_of=day, filters=Filters(level="141"))
        assert {person.name for person in then} == {"陈建国", "李红"}
        assert queried._told("registry_level_is_rare(%s, %s, %s)", "141", day, few) == (few > 2)


def test_few_or_many_is_told_of_what_one_sees(county, other):
    for owner in (county, county, other):
        named("陈建国", of=owner)
    with acting_as(make.account("王敏", "officer", over=county), on=ON):
        told = [queried._told("registry_are_few(%s::bigint[], %s)", [county.pk, other.pk], few) for few in (1, 2, 3)]
    assert told == [False, True, True]


def test_sorted_by_age_the_youngest_first(city):
    named("陈建国", of=city, born_on=date(1970, 1, 1))
    named("李红", of=city, born_on=date(1990, 1, 1))
    wang = make.account("王敏", "officer", over=city)
    assert [person.name for person in people(by=wang, on=ON, sort="age")] == ["李红", "陈建国"]


def test_the_list_asks_as_often_for_one_as_for_three(city, django_assert_num_queries):
    wang = make.account("王敏", "officer", over=city)
    for name in ("陈建国", "李红", "周志远"):
        make.assignment(named(name, of=city), make.post())
    for words, asked in (("陈建国", 8), ("", 5)):  # for words the rights are told to the owner's function too; a page remembers them
        with django_assert_num_queries(asked):
            list(with_careers(people(by=wang, on=ON, filters=Filters(words=words))))


def test_the_file_asks_as_often_with_much_on_it(city):
    wang = make.account("王敏", "officer", over=city)
    chen, counts = named("陈建国", of=city), set()
    for lines in range(1, 4):
        make.assignment(chen, from_on=date(2000 + lines, 1, 1))
        (
            make.relative(chen),
            make.education(chen),
            make.sanction(chen),
            make.training(chen),
            make.reward(chen),
        )
        with CaptureQueriesContext(connection) as asked:
            found_file = file_of(by=wang, on=ON, key=chen.key)
            assert found_file is not None
            assert len(lines_of(found_file.person)) == lines
            assert found_file.person.sanctions.count() == len(found_file.person.relatives.all()) == lines
        counts.add(len(asked))
    assert len(counts) == 1


def test_of_a_kind_without_lines_nothing_is_asked(city, django_assert_num_queries):
    wang, chen = make.account("王敏", "officer", over=city), named("陈建国", of=city)
    file_of(by=wang, on=ON, key=chen.key)
    with CaptureQueriesContext(connection) as bare:
        found = file_of(by=wang, on=ON, key=chen.key)
    assert found is not None
    with django_assert_num_queries(0):
        assert not [*found.person.sanctions.all(), *found.person.relatives.all(), *found.person.talks.all()]
    make.sanction(chen)
    with CaptureQueriesContext(connection) as more:
        found = file_of(by=wang, on=ON, key=chen.key)
    assert found is not None
    assert len(found.person.sanctions.all()) == 1
    assert len(more) == len(bare) + 1


def test_the_file_of_somebody_out_of_sight_is_none(county, other):
    chen = named("陈建国", of=other)
    liu = make.account("刘县", "officer", over=county)
    assert file_of(by=liu, on=ON, key=chen.key) is None
    assert photo_of(by=liu, on=ON, key=chen.key) is None


def test_the_file_says_what_the_reader_may(city):
    chen = named("陈建国", of=city)
    rights = {
        role: file_of(by=make.account("某", role, over=city), on=ON, key=chen.key)
        for role in ("section_chief", "supervisor", "minister")
    }
    seen = {role: (found.may_see_sensitive, found.may_edit) for role, found in rights.items() if found}
    assert seen == {"section_chief": (True, True), "supervisor": (False, False), "minister": (True, False)}


def test_relatives_are_found_from_either_side(city):
    wang = make.account("王敏", "officer", over=city)
    chen, li, zhou = named("陈建国", of=city), named("李红", of=city), named("周志远", of=city)
    make.relative(chen, "妻子", "李红", other=li)
    make.relative(zhou, "姐夫", "陈建国", other=chen)
    kin = related(by=wang, on=ON, person=chen)
    assert [(person.name, str(said)) for person, said in kin] == [
        ("李红", "妻子"),
        ("周志远", "对方填本人为其姐夫"),
    ]
