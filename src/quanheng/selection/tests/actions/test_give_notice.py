"""考察预告: its words and day, before the inspection begins."""

from datetime import date

from quanheng.selection.tests import factories as make

CITES = ("《党政领导干部选拔任用工作条例》第二十八条",)


def test_words_and_day_are_kept(case_at):
    of = case_at("give_notice")
    make.noticed(of, place="局公示栏")
    inspection, entry = of.case.inspection, of.entry()
    assert (inspection.notice_on, inspection.notice) == (date(2026, 10, 21), "考察对象二人，电话12380")
    assert (entry.result, entry.place) == ("2026-10-21发布考察预告：考察对象二人，电话12380", "局公示栏")


def test_nothing_said_is_refused(case_at):
    refused = make.refusal(make.noticed, case_at("give_notice"), notice=" ")
    assert (str(refused.why), refused.cites) == ("没有预告内容", CITES)


def test_after_the_beginning_it_is_too_late(case_at):
    refused = make.refusal(make.noticed, case_at("give_notice"), notice_on=date(2026, 10, 27))
    assert str(refused.why) == "预告日期2026-10-27晚于考察开始2026-10-26"
    assert (refused.cites, str(refused.remedy)) == (CITES, "考察前发布预告，或顺延考察时间")


def test_before_the_team_it_is_out_of_order(case_at):
    assert make.out_of_order(make.refusal(make.noticed, case_at("form_team")), at_step="考察", first="组成考察组")


def test_an_inspector_gives_no_notice(case_at):
    of = case_at("give_notice")
    assert make.no_right(make.refusal(make.noticed, of, by=of.staff["曹怀"]), "曹怀", "办理选任事项")
