"""确定考察对象: more than seats, none barred on the day, each named in the recommendation."""

from datetime import date
from uuid import uuid4

from quanheng.registry.tests import factories as registry
from quanheng.selection.models import Candidate, Inspection
from quanheng.selection.tests import factories as make

CITES = ("《党政领导干部选拔任用工作条例》第二十三条至第二十五条",)


def test_two_targets_for_one_seat(case_at):
    of = case_at("inspection")
    make.targeted(of)
    assert set(Candidate.objects.filter(stage="target").values_list("person__name", flat=True)) == {make.FIRST, make.SECOND}
    assert Inspection.objects.filter(case=of.case).exists()
    entry = of.entry()
    assert entry.result == "集体研究确定考察对象2人：周远行、陈若溪。推荐票靠前，人岗相适。"
    assert (entry.facts["targets"], entry.facts["seats"]) == (2, 1)
    assert {f["rule"]: f["light"] for f in entry.facts["findings"]} == {
        "selection_regulations.16": "passed",
        "selection_regulations.16.validity": "passed",
        "selection_regulations.25.individual": "passed",
    }


def test_nobody_chosen_is_refused(case_at):
    refused = make.refusal(make.targeted, case_at("inspection"), persons=[])
    assert (str(refused.why), refused.cites) == ("所选人选不在本案研判名单中", CITES)


def test_a_stranger_to_the_case_is_refused(case_at):
    of = case_at("inspection")
    refused = make.refusal(make.targeted, of, persons=[of.key(make.FIRST), uuid4()])
    assert str(refused.why) == "所选人选不在本案研判名单中"
    assert str(refused.remedy) == "先对其进行人选研判"


def test_votes_alone_are_no_reason(case_at):
    refused = make.refusal(make.targeted, case_at("inspection"), reason=" ")
    assert (str(refused.why), refused.cites) == ("没有写明推荐票以外的依据", CITES)


def test_somebody_nobody_recommended_is_refused(case_at):
    of = case_at("inspection")
    refused = make.refusal(make.targeted, of, persons=[of.key(make.FIRST), of.key("安沙英")])
    assert str(refused.why) == "安沙英在谈话推荐和会议推荐中均未被推荐"
    assert refused.cites == ("《党政领导干部选拔任用工作条例》第十六条",)
    assert str(refused.remedy) == "从推荐结果中选定，或重新组织民主推荐"


def test_a_sanction_since_the_screening_bars_with_its_clause(case_at):
    of = case_at("inspection")
    registry.sanction(of.people[make.SECOND], effective_on=date(2026, 10, 19))
    refused = make.refusal(make.targeted, of)
    assert str(refused.why).startswith("陈若溪不符合“影响期”")
    assert "第二十四条" in refused.cites[0]
    assert str(refused.remedy) == "2027-10-19起符合"
    assert of.candidate(make.FIRST).stage == "forecast"
    assert of.candidate(make.SECOND).light == "passed"  # as it was found on the day of the screening


def test_on_the_last_day_of_its_year_a_recommendation_still_holds(case_at):
    of = case_at("inspection")
    registry.year_grade(of.people[make.FIRST], 2026), registry.year_grade(of.people[make.SECOND], 2026)
    make.targeted(of, at=make.at(10, 15, year=2027))
    assert of.entry().facts["targets"] == 2


def test_one_day_past_the_year_it_is_no_longer_valid(case_at):
    of = case_at("inspection")
    registry.year_grade(of.people[make.FIRST], 2026), registry.year_grade(of.people[make.SECOND], 2026)
    refused = make.refusal(make.targeted, of, at=make.at(10, 16, year=2027))
    assert "推荐结果一年内有效" in str(refused.why)
    assert "2027-10-15" in str(refused.why)
    assert "党政领导干部选拔任用工作条例" in refused.cites[0]


def test_before_the_recommendation_it_is_out_of_order(case_at):
    refused = make.refusal(make.targeted, case_at("approve_motion"))
    assert make.out_of_order(refused, at_step="动议", first="审定工作方案")


def test_an_officer_does_not_fix_targets(case_at):
    of = case_at("inspection")
    assert make.no_right(make.refusal(make.targeted, of, by=of.staff["王敏"]), "王敏", "审定方案和人选")
