"""提出酝酿人选: named from the screening, nobody whom the law forbids."""

from datetime import date
from uuid import uuid4

from quanheng.selection.models import Candidate
from quanheng.selection.tests import factories as make

CITES = ("《党政领导干部选拔任用工作条例》第十四条",)


def test_the_named_people_move_on_and_the_step_is_done(case_at):
    of = case_at("forecast_candidates")
    make.forecast(of)
    assert set(Candidate.objects.filter(stage="forecast").values_list("person__name", flat=True)) == set(make.NAMES)
    assert of.entry().result == "酝酿人选5人：卢承泽、周远行、孟思源、安沙英、陈若溪"
    assert of.case.step == "recommendation"


def test_nobody_chosen_is_refused(case_at):
    of = case_at("forecast_candidates")
    refused = make.refusal(make.forecast, of, persons=[])
    assert (str(refused.why), refused.cites) == ("没有选定人选", CITES)
    assert str(refused.remedy) == "在研判名单中选定一人以上"


def test_somebody_who_was_not_screened_is_refused(case_at):
    of = case_at("forecast_candidates")
    refused = make.refusal(make.forecast, of, persons=[of.key(make.FIRST), uuid4()])
    assert str(refused.why) == "所选人选不在本案研判名单中"
    assert str(refused.remedy) == "先对其进行人选研判"


def test_one_month_short_is_refused_with_the_clause_and_the_month_that_would_help(case_at):
    of = case_at("screen_candidates")
    of.people["邹立夏"] = make.fit("邹立夏", of.bureau, chief_from=date(2023, 11, 10))
    make.screened(of)
    refused = make.refusal(make.forecast, of, persons=[of.key(make.FIRST), of.key("邹立夏")])
    assert str(refused.why).startswith("邹立夏不符合“下级正职任职年限”：由下级正职提任上级副职的，在下级正职岗位任职不少于三年")
    assert "第八条" in refused.cites[0]
    assert str(refused.remedy) == "2026-11起符合"
    assert not Candidate.objects.filter(stage="forecast").exists()


def test_before_the_screening_it_is_out_of_order(case_at):
    of = case_at("screen_candidates")
    assert make.out_of_order(make.refusal(make.forecast, of), at_step="动议", first="人选研判")


def test_a_minister_does_not_run_the_case(case_at):
    of = case_at("forecast_candidates")
    assert make.no_right(make.refusal(make.forecast, of, by=of.staff["秦望"]), "秦望", "办理选任事项")
