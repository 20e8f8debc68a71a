"""The hard stop before a rank is given, and what the law says of shares."""

from datetime import date

import pytest

from quanheng.establishment.permissions.ranks import rank_body, require_free_rank, share_findings
from quanheng.establishment.tests import factories as est
from quanheng.kernel.refusals import Refused
from quanheng.kernel.verdicts import Light
from quanheng.registry.actions.correct_line import correct_line
from quanheng.registry.actions.record_line import record_line
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


def test_a_record_written_by_hand_asks_the_same(unit):
    """No rank by the back door: what somebody holds is within the number, the past may be added, who holds it corrected."""
    est.rank_quota(unit, 1)
    clerk = make.account("王敏", "section_chief", over=unit.authority)
    li, zhou = holds(unit, "李红"), make.person("周志远", at=unit)
    given = {"by": clerk, "at": make.AT, "reason": "干部档案"}
    values = {"kind": "rank", "code": "15", "from_on": date(2020, 5, 1), "document": "云组〔2020〕1号"}
    with pytest.raises(Refused, match="核定1名，2026-11-21实有1名：李红；再任1名即超配1名"):
        record_line(person=zhou, kind="rank", values=values, **given)
    past = record_line(person=zhou, kind="rank", values={**values, "until_on": date(2022, 5, 1)}, **given)
    with pytest.raises(Refused, match="再任1名即超配1名"):
        correct_line(line=past, changes={"until_on": None}, **given)
    held = li.ranks.get()
    assert correct_line(line=held, changes={"document": "云组〔2021〕2号"}, **given).document == "云组〔2021〕2号"


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
