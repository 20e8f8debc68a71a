"""人选研判: everybody the actor may see, with a light and its reasons, by the law of that day."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from quanheng.registry.tests import factories as registry
from quanheng.selection.models import Candidate, Motion
from quanheng.selection.queries.findings import findings_of
from quanheng.selection.tests import factories as make


def test_everybody_gets_a_light_and_the_record_the_sum(case_at):
    of = case_at("screen_candidates")
    make.fit("闻人缺", of.bureau, health="")
    make.screened(of)
    lights = dict(Candidate.objects.values_list("person__name", "light"))
    assert {lights[name] for name in make.NAMES} == {"passed"}
    assert lights["闻人缺"] == "unknown"
    assert not lights.keys() & {"顾明川", "尹素兰", "何崇山"}  # of the post's own level already: no promotion can mean them
    assert Motion.objects.get().screened_on == date(2026, 10, 14)
    assert of.entry().result == "按2026-10-14有效的规定研判6人：通过5人、待核1人"
    assert of.entry().facts == {"on": "2026-10-14", "people": 6, "通过": 5, "待核": 1}


def test_a_finding_carries_rule_clause_version_and_facts(case_at):
    of = case_at("forecast_candidates")
    finding = next(f for f in findings_of(of.candidate(make.FIRST)) if f["rule"] == "selection_regulations.8.3.lower_chief")
    assert (finding["light"], finding["term"]) == ("passed", "下级正职任职年限")
    assert "第八条" in finding["cites"][0]
    assert finding["version"]
    assert finding["facts"]["months_as_chief_below"].startswith("91")


def test_one_month_short_is_forbidden_with_the_month_it_is_met(case_at):
    of = case_at("screen_candidates")
    of.people["邹立夏"] = make.fit("邹立夏", of.bureau, chief_from=date(2023, 11, 10))
    make.screened(of)
    row = of.candidate("邹立夏")
    worst = findings_of(row)[0]
    assert (row.light, worst["rule"], worst["facts"]["months_as_chief_below"]) == (
        "forbidden",
        "selection_regulations.8.3.lower_chief",
        "35个月",
    )
    assert worst["remedy"]["blanks"] == {"month": "2026-11"}


def test_on_the_day_itself_the_three_years_are_full(case_at):
    of = case_at("screen_candidates")
    of.people["邹立夏"] = make.fit("邹立夏", of.bureau, chief_from=date(2023, 10, 14))
    make.screened(of)
    assert of.candidate("邹立夏").light == "passed"


def test_a_warning_within_the_party_forbids_until_its_year_is_over(case_at):
    of = case_at("screen_candidates")
    registry.sanction(of.people[make.THIRD], effective_on=date(2026, 3, 2))
    make.screened(of)
    row = of.candidate(make.THIRD)
    assert (row.light, findings_of(row)[0]["rule"]) == ("forbidden", "selection_regulations.24.6")


def test_screening_again_renews_the_lights_and_keeps_the_stages(case_at):
    of = case_at("forecast_candidates")
    Candidate.objects.filter(person=of.people[make.FIRST]).update(stage="forecast")
    registry.sanction(of.people[make.FIRST], effective_on=date(2026, 3, 2))
    make.screened(of, at=make.at(10, 14, 10))
    row = of.candidate(make.FIRST)
    assert (row.stage, row.light) == ("forecast", "forbidden")
    assert Candidate.objects.count() == 5


def test_people_out_of_sight_are_not_judged(case_at):
    of = case_at("screen_candidates")
    abroad = registry.person("外市人", of=registry.authority("中共邻市市委"))
    make.screened(of)
    assert not Candidate.objects.filter(person=abroad).exists()


def test_before_the_plan_is_approved_it_is_out_of_order(case_at):
    of = case_at("approve_motion")
    refused = make.refusal(make.screened, of)
    assert make.out_of_order(refused, at_step="动议", first="审定工作方案")


def test_an_inspector_may_not_screen(case_at):
    of = case_at("screen_candidates")
    assert make.no_right(make.refusal(make.screened, of, by=of.staff["曹怀"]), "曹怀", "办理选任事项")


def test_three_people_more_ask_no_more_queries(case_at):
    """The judging itself; bulk writes and the record do not grow with the people either."""
    of = case_at("screen_candidates")
    with CaptureQueriesContext(connection) as few:
        make.screened(of)
    for name in ("甲一", "乙二", "丙三"):
        of.people[name] = make.fit(name, of.bureau)
    with CaptureQueriesContext(connection) as many:
        make.screened(of, at=make.at(10, 14, 10))
    assert len(many) == len(few)
