"""Giving a rank: within the approved number, one rank at a time."""

from datetime import date

import pytest

from quanheng.establishment.actions.give_rank import give_rank
from quanheng.establishment.tests import factories as est
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Rank
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def unit():
    return make.organisation(of=make.authority("中共云岭市委", code="city"))


def give(person, unit, **given):
    wang = make.account("王敏", "section_chief", over=unit.authority)
    given = {"rank": "15", "from_on": ON, "document": "云组干〔2026〕9号", **given}
    return give_rank(by=wang, at=make.AT, person=person, organisation=unit, **given)


def test_the_former_rank_ends_on_the_day(unit):
    est.rank_quota(unit, 1)
    person = make.person(at=unit)
    make.rank(person, "16", kind="rank")
    give(person, unit)
    rows = Rank.objects.order_by("from_on").values_list("code", "until_on", "document")
    assert list(rows) == [("16", ON, ""), ("15", None, "云组干〔2026〕9号")]


def test_a_full_rank_is_refused_with_the_holder(unit):
    est.rank_quota(unit, 1)
    make.rank(make.person("李红", at=unit), "15", kind="rank")
    with pytest.raises(Refused) as refused:
        give(make.person(at=unit), unit)
    assert "核定1名，2026-11-21实有1名：李红" in str(refused.value.why)
    assert Rank.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"rank": "x"}, "没有这一职级"),
        ({"document": " "}, "没有批准文号"),
        ({"rank": "16"}, "已是四级调研员"),
        ({"from_on": date(2020, 5, 10)}, "不晚于现职级"),
    ],
)
def test_what_is_refused(unit, given, words):
    est.rank_quota(unit, 1)
    person = make.person(at=unit)
    make.rank(person, "16", kind="rank")
    with pytest.raises(Refused) as refused:
        give(person, unit, **given)
    assert words in str(refused.value.why)


def test_somebody_of_another_unit(unit):
    with pytest.raises(Refused) as refused:
        give(make.person(of=unit.authority), unit)
    assert "不在云岭市交通运输局" in str(refused.value.why)
