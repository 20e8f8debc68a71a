"""Approved numbers, key posts, duty statements and vacancies go where the seats go when units merge, divide or end."""

from datetime import date

import pytest

from quanheng.establishment.models import (
    Contract,
    DutyStatement,
    Engagement,
    KeyPost,
    PostQuota,
    PostScheme,
    QuotaOrder,
    RankQuota,
    StaffCeiling,
    Vacancy,
)
from quanheng.establishment.tests import factories as est
from quanheng.establishment.tests.institution_scene import hospital
from quanheng.registry.actions.change_organisation import (
    end_organisation,
    merge_organisations,
    split_organisation,
)
from quanheng.registry.models import Assignment, Post
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)
ORDER = {"at": make.AT, "on": DAY, "document": "云编〔2026〕5号"}


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    return make.account("王敏", "section_chief", over=city)


def unit(name, city):
    return make.organisation(name, of=city, from_on=date(2010, 1, 1))


def numbers(table, of):
    rows = table.objects.filter(organisation=of).order_by("from_on")
    return [(row.number, row.from_on, row.until_on) for row in rows]


def test_the_numbers_of_both_are_added(city, wang):
    into, one, two = unit("甲局", city), unit("乙局", city), unit("丙局", city)
    for each, number in ((into, 3), (one, 2), (two, 1)):
        est.quota(each, number)
    est.rank_quota(one, 4)
    est.ceiling(one, 20), est.ceiling(into, 30)
    merge_organisations(by=wang, organisation=into, sources=[one, two], **ORDER)
    assert numbers(PostQuota, into) == [(3, date(2019, 3, 20), DAY), (6, DAY, None)]
    assert numbers(PostQuota, one) == [(2, date(2019, 3, 20), DAY)]
    assert numbers(RankQuota, into) == [(4, DAY, None)]
    assert numbers(StaffCeiling, into) == [(30, date(2019, 3, 20), DAY), (50, DAY, None)]
    order = QuotaOrder.objects.get()
    assert (order.number, order.kind, PostQuota.objects.get(number=6).order) == (
        "云编〔2026〕5号",
        "adjust",
        order,
    )


def test_a_later_number_stands(city, wang):
    into, one = unit("甲局", city), unit("乙局", city)
    june = date(2026, 6, 1)
    est.quota(into, 3, until_on=june)
    est.quota(into, 5, from_on=june)
    est.quota(one, 2)
    merge_organisations(by=wang, organisation=into, sources=[one], **ORDER)
    assert numbers(PostQuota, into) == [(3, date(2019, 3, 20), DAY), (5, DAY, june), (5, june, None)]


def test_months_in_post_run_on_and_the_key_post_goes_along(city, wang):
    into, one = unit("甲局", city), unit("乙局", city)
    seat = make.post(one, "副局长")
    make.assignment(make.person("陈建国", at=one), seat, from_on=date(2018, 5, 10))
    est.key_post(seat)
    DutyStatement.objects.create(post=seat, duties="分管财务", from_on=date(2020, 1, 1))
    empty = make.post(one, "副局长")
    est.vacancy(empty)
    merge_organisations(by=wang, organisation=into, sources=[one], **ORDER)
    line = Assignment.objects.get(until_on=None)
    assert (line.from_on, line.counted_from_on) == (DAY, date(2018, 5, 10))
    assert [(row.post.organisation, row.from_on, row.until_on) for row in KeyPost.objects.order_by("from_on")] == [
        (one, date(2020, 1, 1), DAY), (into, DAY, None),
    ]  # fmt: skip
    assert DutyStatement.objects.get(until_on=None).post == line.post
    assert Vacancy.objects.get().post == Post.objects.get(organisation=into, assignments=None)


def test_seats_that_go_take_their_number_with_them(city, wang):
    unit_, fresh = unit("甲局", city), unit("乙局", city)
    est.quota(unit_, 3)
    goes, stays = make.post(unit_, "副局长"), make.post(unit_, "副局长")
    split_organisation(by=wang, organisation=unit_, moves=[(goes, fresh)], **ORDER)
    assert numbers(PostQuota, unit_)[-1] == (2, DAY, None)
    assert numbers(PostQuota, fresh) == [(1, DAY, None)]
    assert stays.organisation == unit_


def test_a_unit_that_ends_leaves_no_number(city, wang):
    one = unit("甲局", city)
    est.quota(one, 2)
    est.quota(one, 4, level="131", role="chief", from_on=date(2026, 5, 1))
    end_organisation(by=wang, organisation=one, **ORDER)
    assert numbers(PostQuota, one) == [(2, date(2019, 3, 20), DAY)]


def test_an_institution_hands_on_its_people_and_contracts():
    scene = hospital()
    scene.scheme(from_on=date(2024, 2, 1))
    into = make.organisation("云岭市第二人民医院", of=scene.city, kind="其他事业单位")
    held = scene.engaged("陈建国", grade=7)
    was = scene.signed(held.person)
    merge_organisations(by=scene.wang, organisation=into, sources=[scene.unit], **ORDER)
    now = Engagement.objects.get(until_on=None)
    assert (now.organisation, now.grade, now.from_on) == (into, 7, DAY)
    contract = Contract.objects.get(ended_on=None)
    assert (contract.organisation, contract.before, contract.from_on, contract.until_on) == (
        into,
        was,
        DAY,
        was.until_on,
    )
    assert Contract.objects.get(pk=was.pk).end_cause == "succeeded"
    assert PostScheme.objects.get().until_on == DAY
