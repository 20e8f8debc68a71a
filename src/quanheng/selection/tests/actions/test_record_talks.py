"""谈话调研推荐: who was asked, how many answered, whom they named."""

from quanheng.selection.models import Recommendation
from quanheng.selection.tests import factories as make


def test_the_round_is_kept_with_its_places_and_its_own_time(case_at):
    of = case_at("recommendation")
    make.talked(of)
    row, entry = Recommendation.objects.get(), of.entry()
    assert (row.form, row.scope_size, row.attended, row.confirmed_at) == ("talk", 24, 22, make.at(10, 15, 17))
    assert [(one["person"], one["votes"], one["place"]) for one in row.result["persons"]] == [
        (str(of.key(make.FIRST)), 15, 1),
        (str(of.key(make.SECOND)), 5, 2),
        (str(of.key(make.THIRD)), 2, 3),
    ]
    assert entry.result == "谈话范围24人，实际谈话22人，推荐3人"
    assert (entry.happened_at, entry.place, entry.is_late) == (make.at(10, 15), "市交通运输局", False)
    assert entry.facts["findings"][0]["light"] == "passed"


def test_fewer_than_two_thirds_is_on_record_as_a_warning_and_goes_through(case_at):
    of = case_at("recommendation")
    make.talked(of, attended=15)
    finding = of.entry().facts["findings"][0]
    assert (finding["rule"], finding["light"]) == ("selection_regulations.16.attendance", "warning")


def test_more_present_than_in_scope_is_refused_with_both_figures(case_at):
    of = case_at("recommendation")
    refused = make.refusal(make.talked, of, attended=25)
    assert str(refused.why) == "应参加24人、实参加25人不合常理"
    assert str(refused.remedy) == "核对签到表后重新填写"
    assert not Recommendation.objects.exists()


def test_more_mentions_than_talks_are_refused(case_at):
    of = case_at("recommendation")
    refused = make.refusal(make.talked, of, mentions={str(of.key(make.FIRST)): 23})
    assert str(refused.why) == "推荐次数须在0与谈话人数22之间"
    assert refused.cites == ("《党政领导干部选拔任用工作条例》第十八条至第二十条",)


def test_a_talk_that_is_still_to_come_is_not_recorded(case_at):
    of = case_at("recommendation")
    refused = make.refusal(make.talked, of, held_at=make.at(10, 15, 18))
    assert str(refused.why) == "发生时间2026-10-15 18:00晚于办理时间2026-10-15 17:00"
    assert not Recommendation.objects.exists()


def test_before_the_forecast_it_is_out_of_order(case_at):
    of = case_at("forecast_candidates")
    assert make.out_of_order(make.refusal(make.talked, of), at_step="动议", first="提出酝酿人选")


def test_a_teller_does_not_hold_the_talks(case_at):
    of = case_at("recommendation")
    assert make.no_right(make.refusal(make.talked, of, by=of.staff["苏晴"]), "苏晴", "办理选任事项")


def test_a_second_round_of_talks_is_refused(case_at):
    assert make.done_already(make.refusal(make.talked, case_at("hold_meeting")))
