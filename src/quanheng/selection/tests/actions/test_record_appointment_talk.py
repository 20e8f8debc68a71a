"""任职谈话: after the decision, before the order."""

from datetime import date

import pytest

from quanheng.selection.tests import factories as make

CITES = ("《党政领导干部选拔任用工作条例》第四十四条",)


def test_who_talked_and_when_is_on_record(case_at):
    of = case_at("appointment")
    make.spoken(of, place="部长办公室")
    entry = of.entry()
    assert entry.result == "秦望于2026-11-23与周远行进行任职谈话"
    assert (entry.place, entry.facts) == ("部长办公室", {"talk_on": "2026-11-23", "talk_by": "秦望"})


@pytest.mark.parametrize("wrong", [{"talk_by": " "}, {"talk_on": date(2026, 11, 24)}])
def test_nobody_or_a_talk_of_tomorrow_is_refused(case_at, wrong):
    refused = make.refusal(make.spoken, case_at("appointment"), **wrong)
    assert (str(refused.why), refused.cites) == ("谈话人须填写，谈话日期不得晚于登记日期", CITES)
    assert str(refused.remedy) == "谈话后再登记"


def test_a_talk_before_the_decision_is_refused_with_both_days(case_at):
    refused = make.refusal(make.spoken, case_at("appointment"), talk_on=date(2026, 11, 12))
    assert (str(refused.why), refused.cites) == ("谈话日期2026-11-12早于决定日期2026-11-13", CITES)


def test_while_the_notice_hangs_it_is_out_of_order(case_at):
    assert make.out_of_order(make.refusal(make.spoken, case_at("close_case_notice")), at_step="任前公示", first="结束公示")


def test_an_officer_does_not_record_the_talk(case_at):
    of = case_at("appointment")
    assert make.no_right(make.refusal(make.spoken, of, by=of.staff["何静"]), "何静", "审定方案和人选")
