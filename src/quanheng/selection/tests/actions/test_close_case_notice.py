"""结束公示: after its last working day, with every objection settled."""

from quanheng.disclosure.actions.conclude_objection import conclude_objection
from quanheng.disclosure.actions.record_objection import record_objection
from quanheng.disclosure.models import PublicNotice
from quanheng.procedure.models import Task
from quanheng.selection.tests import factories as make

REPORT = "2023年6月，该同志在道路养护工程招标中为亲属谋取利益。"


def objected(case_at):
    """A notice with one anonymous objection of its second day."""
    of = case_at("close_case_notice")
    objection = record_objection(by=None, at=make.at(11, 17, 20), notice=PublicNotice.objects.get(), content=REPORT)
    return of, objection


def concluded(of, objection, *, affects: bool):
    conclude_objection(
        by=of.staff["赵磊"], at=make.at(11, 20, 16), objection=objection, is_specific=True, conclusion="经查，情况属实。" if affects else "经查不实。",
        affects_appointment=affects,
    )  # fmt: skip


def test_the_notice_comes_down_and_the_task_is_done(case_at):
    of = case_at("close_case_notice")
    make.unposted(of)
    assert PublicNotice.objects.get().taken_down_at == make.at(11, 20, 18)
    assert Task.objects.get(case=of.case).done_at == make.at(11, 20, 18)
    assert of.entry().result == "2026-11-16至2026-11-20公示期满，未收到反映"
    assert {f["rule"]: f["light"] for f in of.entry().facts["findings"]} == {
        "selection_regulations.42.workdays": "passed",
        "selection_regulations.42.on_time": "passed",
        "selection_regulations.42.objections": "passed",
    }
    assert of.case.step == "appointment"


def test_on_the_fourth_day_it_stays_up(case_at):
    of = case_at("close_case_notice")
    refused = make.refusal(make.unposted, of, at=make.at(11, 19, 17))
    assert str(refused.why) == "公示期2026-11-16至2026-11-20共5个工作日，现在是第4个工作日"
    assert str(refused.remedy) == "2026-11-20 17:00起可以撤下"
    assert "第四十二条" in refused.cites[0]
    assert PublicNotice.objects.get().taken_down_at is None


def test_with_an_open_objection_it_stays_up(case_at):
    of, _objection = objected(case_at)
    refused = make.refusal(make.unposted, of)
    assert str(refused.why).startswith("公示期间的具体反映查核办结后方可办理任职。")
    assert "1" in str(refused.why)
    assert "第四十二条" in refused.cites[0]
    assert PublicNotice.objects.get().taken_down_at is None
    assert Task.objects.get(case=of.case).done_at is None
    assert of.case.step == "notice"


def test_an_objection_found_untrue_is_counted_and_the_case_moves_on(case_at):
    of, objection = objected(case_at)
    concluded(of, objection, affects=False)
    make.unposted(of)
    assert of.entry().result == "2026-11-16至2026-11-20公示期满，收到反映1件，均已核查办结"
    assert of.entry().facts["objections"] == 1


def test_an_objection_upheld_ends_it_here(case_at):
    of, objection = objected(case_at)
    concluded(of, objection, affects=True)
    refused = make.refusal(make.unposted, of)
    assert str(refused.why) == f"反映{objection.receipt}经查影响任职"
    assert str(refused.remedy) == "提请原决定机关复议，或另选人选"
    assert of.case.step == "notice"


def test_posted_a_day_late_it_is_on_record_as_a_warning(case_at):
    of = case_at("notice")
    make.published(of, at=make.at(11, 17, 8)), make.unposted(of)
    lights = {f["rule"]: f["light"] for f in of.entry().facts["findings"]}
    assert lights["selection_regulations.42.on_time"] == "warning"


def test_before_it_hangs_it_is_out_of_order(case_at):
    assert make.out_of_order(make.refusal(make.unposted, case_at("notice")), at_step="任前公示", first="发布任前公示")


def test_an_officer_does_not_end_it(case_at):
    of = case_at("close_case_notice")
    assert make.no_right(make.refusal(make.unposted, of, by=of.staff["何静"]), "何静", "发布公示")
