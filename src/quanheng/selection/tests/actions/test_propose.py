"""提出拟任人选: one of the targets, when nobody who was asked is still against it."""

from datetime import date

from quanheng.selection.tests import factories as make

CITES = ("《党政领导干部选拔任用工作条例》第三十四条",)


def test_one_target_is_proposed(case_at):
    of = case_at("propose")
    make.proposed(of)
    assert (of.candidate(make.FIRST).stage, of.candidate(make.SECOND).stage) == ("proposed", "target")
    assert of.entry().result == "拟任人选：周远行。人岗相适。"
    assert of.case.step == "deliberation"


def test_somebody_who_was_not_inspected_is_refused(case_at):
    of = case_at("propose")
    refused = make.refusal(make.proposed, of, person=of.key(make.THIRD))
    assert (str(refused.why), refused.cites, str(refused.remedy)) == ("此人不是本案考察对象", CITES, "从考察对象中提出")


def test_without_a_reason_it_is_refused(case_at):
    refused = make.refusal(make.proposed, case_at("propose"), reason="")
    assert (str(refused.why), refused.cites) == ("没有写明理由", CITES)


def test_whoever_disagrees_is_named(case_at):
    of = case_at("consultation")
    make.consulted(of, answer="disagree"), make.consulted(of, asked="江海平", capacity="呈报单位党组", at=make.at(11, 6, 10))
    refused = make.refusal(make.proposed, of)
    assert str(refused.why) == "普云生不同意，尚未协调一致"
    assert (refused.cites, str(refused.remedy)) == (CITES, "与其协调后重新记录意见")
    assert of.candidate(make.FIRST).stage == "target"


def test_once_they_agree_it_goes_through(case_at):
    of = case_at("consultation")
    make.consulted(of, answer="disagree")
    make.consulted(of, at=make.at(11, 9), answered_on=date(2026, 11, 9))
    make.proposed(of)
    assert of.candidate(make.FIRST).stage == "proposed"


def test_a_change_of_mind_on_the_same_day_counts_as_entered(case_at):
    of = case_at("consultation")
    make.consulted(of), make.consulted(of, at=make.at(11, 6, 10), answer="disagree")
    assert str(make.refusal(make.proposed, of).why) == "普云生不同意，尚未协调一致"


def test_with_nobody_asked_it_is_out_of_order(case_at):
    refused = make.refusal(make.proposed, case_at("consultation"))
    assert make.out_of_order(refused, at_step="酝酿", first="记录酝酿意见")


def test_an_officer_does_not_propose(case_at):
    of = case_at("propose")
    assert make.no_right(make.refusal(make.proposed, of, by=of.staff["王敏"]), "王敏", "审定方案和人选")
