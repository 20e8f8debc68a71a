"""登记讨论决定: the meeting's figures come into the case; only what passed moves it on."""

from quanheng.meeting.actions.postpone_item import postpone_item
from quanheng.meeting.models import BodyMember
from quanheng.selection.tests import factories as make


def test_what_passed_moves_the_case_on_with_its_figures(case_at):
    of = case_at("vote")
    make.voted(of, agree=7), make.decided(of)
    entry = of.entry()
    assert entry.result == (
        "市委常委会讨论周远行拟任云岭市交通运输局副局长：应到9人，实到9人，回避0人；同意7，不同意0，缓议2，须5人同意，结果：通过"
    )
    assert (entry.outcome, entry.place, entry.happened_at) == ("passed", "市委常委会议室", make.at(11, 13, 10, 30))
    assert (entry.facts["agree"], entry.facts["needed"]) == (7, 5)
    assert of.case.step == "notice"


def test_a_vote_that_failed_is_on_record_and_leaves_the_step_open(case_at):
    of = case_at("vote")
    make.voted(of, agree=4, disagree=3), make.decided(of)
    assert of.entry().outcome == "failed"
    assert "同意4，不同意3，缓议2，须5人同意，结果：未通过" in of.entry().result
    assert of.case.step == "deliberation"
    assert of.candidate(make.FIRST).note == "市委常委会会议（2026-11-13）：未通过"
    refused = make.refusal(make.published, of)
    assert make.out_of_order(refused, at_step="讨论决定", first="登记讨论决定")


def test_reconsidered_and_passed_it_moves_on(case_at):
    of = case_at("vote")
    make.voted(of, agree=4, disagree=5), make.decided(of)
    meeting = make.convened(of, make.at(11, 14))
    make.tabled(of, meeting, at=make.at(11, 14, 8), agreed=list(BodyMember.objects.all()))
    make.voted(of), make.decided(of, at=make.at(11, 14, 11))
    assert of.case.step == "notice"


def test_a_postponed_matter_comes_back_without_a_vote_on_it(case_at):
    of = case_at("vote")
    make.roll_called(of)
    postpone_item(by=of.staff["何静"], at=of.meeting.held_at, item=of.meeting.items.get(), reason="意见分歧")
    make.decided(of)
    assert (of.entry().outcome, of.case.step) == ("deferred", "deliberation")
    make.tabled(of, make.convened(of, make.at(11, 14)), at=make.at(11, 14, 8))
    make.voted(of), make.decided(of, at=make.at(11, 14, 11))
    assert of.case.step == "notice"


def test_entered_the_day_after_it_is_marked_late(case_at):
    of = case_at("record_decision")
    make.decided(of, at=make.at(11, 14))
    assert of.entry().is_late


def test_before_the_meeting_has_decided_there_is_nothing_to_record(case_at):
    refused = make.refusal(make.decided, case_at("vote"))
    assert (str(refused.why), str(refused.remedy)) == ("会议尚未作出决定", "会议表态计票后再登记")
    assert refused.cites == ("《党政领导干部选拔任用工作条例》第三十八条至第三十九条",)


def test_not_put_to_a_meeting_it_is_out_of_order(case_at):
    assert make.out_of_order(make.refusal(make.decided, case_at("deliberation")), at_step="讨论决定", first="提交会议讨论")


def test_an_officer_does_not_record_it(case_at):
    of = case_at("record_decision")
    assert make.no_right(make.refusal(make.decided, of, by=of.staff["王敏"]), "王敏", "组织会议")
