"""试用期满考核: not on the last day, but on the day after; confirmed, or removed."""

from datetime import date

import pytest

from quanheng.procedure.models import Task
from quanheng.registry.models import Person
from quanheng.selection.models import Probation
from quanheng.selection.tests import factories as make

CITES = ("《党政领导干部选拔任用工作条例》第四十三条", "《党政领导干部任职试用期暂行规定》第五条至第八条")


def test_on_the_day_after_the_appointment_is_confirmed_and_the_case_closed(case_at):
    of = case_at("probation")
    make.assessed(of)
    row = Probation.objects.get()
    assert (row.outcome, row.assessed_on, row.note) == ("confirmed", date(2027, 11, 23), "胜任现职")
    line = of.people[make.FIRST].assignments.get(until_on=None)
    assert (line.post, line.probation_result) == (of.seat, "confirmed")
    case = of.case
    assert (case.step, case.closed_at) == ("", make.at(11, 23, year=2027))
    assert (of.entry().outcome, of.entry().result) == ("confirmed", "试用期满考核：正式任职。胜任现职")
    assert not Task.objects.filter(case=case, done_at=None).exists()


def test_on_the_last_day_it_still_runs(case_at):
    of = case_at("probation")
    refused = make.refusal(make.assessed, of, at=make.at(11, 22, 18, year=2027))
    assert str(refused.why) == "试用期至2027-11-22止，今日2027-11-22尚未届满"
    assert (refused.cites, str(refused.remedy)) == (CITES, "期满后组织考核")
    assert of.case.closed_at is None
    assert Probation.objects.get().outcome == ""


def test_not_competent_means_removed_from_the_seat(case_at):
    of = case_at("probation")
    make.assessed(of, outcome="removed", note="不胜任现职")
    line = of.people[make.FIRST].assignments.get(post=of.seat)
    assert (line.until_on, line.probation_result) == (date(2027, 11, 23), "removed")
    assert "副局长" not in Person.objects.get(pk=of.key(make.FIRST)).current_post
    assert (of.entry().outcome, of.entry().result) == ("removed", "试用期满考核：免去试任职务。不胜任现职")
    assert of.case.closed_at is not None


@pytest.mark.parametrize("wrong", [{"outcome": "perhaps"}, {"note": " "}])
def test_without_outcome_or_assessment_it_is_refused(case_at, wrong):
    refused = make.refusal(make.assessed, case_at("probation"), **wrong)
    assert (str(refused.why), refused.cites) == ("结论和考核意见均须填写", CITES)


def test_before_the_order_it_is_out_of_order(case_at):
    refused = make.refusal(make.assessed, case_at("issue_order"))
    assert make.out_of_order(refused, at_step="任职", first="印发任职通知")


def test_a_closed_case_takes_nothing_more(case_at):
    of = case_at("closed")
    refused = make.refusal(make.assessed, of, at=make.at(11, 24, year=2027))
    assert make.done_already(refused)


def test_a_minister_does_not_conclude(case_at):
    of = case_at("probation")
    assert make.no_right(make.refusal(make.assessed, of, by=of.staff["秦望"]), "秦望", "办理选任事项")
