"""The hard stop before a rank is given, and what the law says of shares."""

from datetime import date

import pytest

from quanheng.establishment.permissions.ranks import rank_body, require_free_rank, share_findings
from quanheng.establishment.tests import factories as est
from quanheng.kernel.refusals import Refused
from quanheng.kernel.verdicts import Light
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def unit():
    return make.organisation(of=make.authority("中共云岭市委", code="city"))


def holds(unit, name: str, **given):
    person = make.person(name, at=unit)
    make.rank(person, "15", kind="rank", **given)
    return person


def test_a_free_place_gives_the_sum(unit):
    est.rank_quota(unit, 2)
    holds(unit, "李红")
    assert require_free_rank(organisation=unit, rank="15", on=ON) == (2, ("李红",))


def test_a_full_rank_is_refused_with_the_names(unit):
    est.rank_quota(unit, 2)
    holds(unit, "李红"), holds(unit, "周志远", from_on=date(2027, 1, 1))
    with pytest.raises(Refused) as refused:
        require_free_rank(organisation=unit, rank="15", on=ON)
    assert "三级调研员核定2名，2026-11-21实有2名：李红、周志远；再任1名即超配1名" in str(refused.value.why)


def test_who_holds_it_does_not_stand_in_the_own_way_and_an_ended_spell_is_free(unit):
    est.rank_quota(unit, 1)
    li = holds(unit, "李红")
    assert require_free_rank(organisation=unit, rank="15", on=ON, person=li)[0] == 1
    li.ranks.update(until_on=ON)
    assert require_free_rank(organisation=unit, rank="15", on=ON) == (1, ())


def test_without_an_approved_number_nobody(unit):
    with pytest.raises(Refused) as refused:
        require_free_rank(organisation=unit, rank="15", on=ON)
    assert "未见批准文件" in str(refused.value.why)


def test_shares_by_the_kind_of_body(unit):
    assert share_findings(unit, {"13": 1}, on=ON) == ()
    make.organisation("中共云岭市委员会", of=unit.authority, level="105", kind="1001")
    assert rank_body(unit) == "prefecture"
    found = {
        each.rule.id.rsplit("_", 2)[-2]: each.light
        for each in share_findings(unit, {"13": 2, "14": 1}, on=ON)
    }
    assert found["first"] is Light.FORBIDDEN
    assert Light.UNKNOWN in found.values()
