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


def rising(unit, *, since=date(2025, 1, 10), grades=(("2025", "2"),), code="17"):
    est.rank_quota(unit, 5, rank="16")
    person = make.person(at=unit)
    make.rank(person, code, kind="rank", from_on=since)
    for year, grade in grades:
        make.year_grade(person, int(year), grade)
    return person


def test_a_rise_before_its_years_is_refused_with_the_month(unit):
    with pytest.raises(Refused) as refused:
        give(rising(unit), unit, rank="16")
    assert "晋升职级年限" in str(refused.value.why)
    assert any("第十八条" in cite for cite in refused.value.cites)
    assert "2027-01" in str(refused.value.remedy)


def test_two_ranks_at_once_are_refused(unit):
    est.rank_quota(unit, 5, rank="15")
    with pytest.raises(Refused, match="逐级晋升职级"):
        give(rising(unit, since=date(2019, 6, 1), grades=()), unit, rank="15")


def test_a_rise_in_time_and_one_with_years_missing_on_file(unit):
    grades = [(str(year), "2") for year in range(2022, 2026)]
    made = give(rising(unit, since=date(2022, 1, 10), grades=grades), unit, rank="16")
    assert made.code == "16"
    known = rising(make.organisation(of=unit.authority), since=date(2025, 1, 10), grades=())
    assert give(known, known.organisation, rank="16").code == "16"


def test_while_a_sanction_runs(unit):
    person = rising(unit, since=date(2022, 1, 10), grades=[(str(year), "2") for year in range(2022, 2026)])
    make.sanction(person, "G2", "记过", effective_on=date(2026, 9, 1))
    with pytest.raises(Refused, match="影响期内不得晋升职级"):
        give(person, unit, rank="16")


def test_a_lower_rank_is_no_rise(unit):
    est.rank_quota(unit, 5, rank="18")
    assert give(rising(unit, grades=()), unit, rank="18").code == "18"
