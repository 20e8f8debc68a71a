"""审定工作方案: by somebody else than who drew it up."""

from quanheng.registry.tests import factories as registry
from quanheng.selection.models import Motion
from quanheng.selection.tests import factories as make

CITES = ("《党政领导干部选拔任用工作条例》第十三条至第十四条",)


def test_the_plan_is_kept_with_the_motion_and_on_record(case_at):
    of = case_at("approve_motion")
    make.approved(of)
    entry = of.entry()
    assert Motion.objects.get().plan == make.PLAN
    assert (entry.result, entry.place, entry.by_name) == (f"审定工作方案：{make.PLAN}", "部务会议室", "沈立")
    assert of.case.version == 2


def test_an_officer_may_not_approve(case_at):
    of = case_at("approve_motion")
    assert make.no_right(make.refusal(make.approved, of, by=of.staff["何静"]), "何静", "审定方案和人选")


def test_nobody_approves_the_own_plan(case_at):
    of = case_at("approve_motion")
    registry.grant(of.staff["王敏"], "deputy_minister", over=of.authority)
    refused = make.refusal(make.approved, of, by=of.staff["王敏"])
    assert str(refused.why) == "方案由王敏提出，不得由本人审定"
    assert refused.cites == CITES
    assert str(refused.remedy) == "由部务会或部长审定"


def test_an_empty_plan_is_refused(case_at):
    of = case_at("approve_motion")
    refused = make.refusal(make.approved, of, plan="  ")
    assert (str(refused.why), refused.cites) == ("没有工作方案", CITES)
    assert Motion.objects.get().plan == ""


def test_a_second_approval_is_refused(case_at):
    of = case_at("screen_candidates")
    refused = make.refusal(make.approved, of, at=make.at(10, 13, 10))
    assert make.done_already(refused)
    assert refused.cites == ("《党政领导干部选拔任用工作条例》第十二条至第十四条",)
