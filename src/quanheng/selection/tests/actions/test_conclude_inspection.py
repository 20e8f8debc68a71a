"""考察结束: a report and all four answers for every target."""

from quanheng.selection.tests import factories as make


def test_with_everything_there_the_step_is_done(case_at):
    of = case_at("conclude_inspection")
    make.inspected(of)
    assert of.entry().result == "考察组向组织部汇报考察情况，考察对象2人材料齐全"
    assert of.case.step == "consultation"


def test_what_is_missing_is_named_person_by_person(case_at):
    of = case_at("record_must")
    for kind in ("file", "matters", "discipline", "petition"):
        make.must(of, kind=kind)
    make.must(of, make.SECOND), make.reported(of)
    refused = make.refusal(make.inspected, of)
    assert str(refused.why) == "陈若溪缺个人有关事项报告必核、纪检监察机关意见必听、线索具体的信访举报必查、考察材料"
    assert refused.cites == ("《党政领导干部选拔任用工作条例》第三十一条",)
    assert str(refused.remedy) == "逐项补齐后再结束考察"
    assert of.case.step == "inspection"


def test_before_any_report_it_is_out_of_order(case_at):
    refused = make.refusal(make.inspected, case_at("report_inspection"))
    assert make.out_of_order(refused, at_step="考察", first="提交考察材料")


def test_an_officer_does_not_conclude(case_at):
    of = case_at("conclude_inspection")
    assert make.no_right(make.refusal(make.inspected, of, by=of.staff["王敏"]), "王敏", "开展考察")
