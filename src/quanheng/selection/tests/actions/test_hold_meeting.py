"""会议推荐: who came and how many paper ballots each class was given."""

from quanheng.selection.models import Recommendation
from quanheng.selection.tests import factories as make


def test_ballots_per_class_are_kept_and_their_sum_is_the_attendance(case_at):
    of = case_at("hold_meeting")
    make.held(of)
    row = Recommendation.objects.get(form="meeting")
    assert (row.scope_size, row.attended, dict(row.issued), row.confirmed_at) == (24, 22, make.ISSUED, None)
    assert of.entry().result == "应到24人，实到22人，发出推荐票22张"
    assert of.entry().happened_at == make.at(10, 16)


def test_more_ballots_than_people_are_refused(case_at):
    refused = make.refusal(make.held, case_at("hold_meeting"), issued={"班子成员": 25})
    assert str(refused.why) == "应参加24人、实参加25人不合常理"


def test_a_class_without_a_ballot_is_refused(case_at):
    refused = make.refusal(make.held, case_at("hold_meeting"), issued={"班子成员": 4, "代表": 0})
    assert str(refused.why) == "每类人员发出票数须不少于1张"
    assert str(refused.remedy) == "没有人参加的类别不要列出"


def test_before_the_talks_it_is_out_of_order(case_at):
    refused = make.refusal(make.held, case_at("recommendation"))
    assert make.out_of_order(refused, at_step="民主推荐", first="谈话调研推荐")


def test_a_teller_does_not_hold_the_meeting(case_at):
    of = case_at("hold_meeting")
    assert make.no_right(make.refusal(make.held, of, by=of.staff["苏晴"]), "苏晴", "办理选任事项")
