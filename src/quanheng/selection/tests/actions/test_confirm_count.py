"""确认计票结果: two sheets, figure by figure the same."""

from quanheng.selection.models import Recommendation
from quanheng.selection.tests import factories as make

CITES = ("《党政领导干部选拔任用工作条例》第十六条",)


def test_the_result_is_frozen_with_totals_and_votes(case_at):
    of = case_at("confirm_count")
    make.confirmed(of)
    row = Recommendation.objects.get(form="meeting")
    assert row.confirmed_at == make.at(10, 16, 15)
    assert [row.result[key] for key in ("issued", "returned", "valid", "void", "abstained")] == [22, 22, 21, 1, 0]
    first = row.result["persons"][0]
    assert (first["person"], first["votes"], first["by_class"]) == (
        str(of.key(make.FIRST)),
        15,
        {"班子成员": 3, "内设机构负责人": 12},
    )
    assert of.entry().result == "发出22张，收回22张，有效21张，作废1张，弃权0张。周远行15票；陈若溪6票"
    assert of.entry().facts["counted_by"] == ["苏晴", "徐贝"]
    assert of.case.step == "inspection"


def test_one_teller_alone_is_not_enough(case_at):
    of = case_at("enter_count")
    make.counted(of)
    refused = make.refusal(make.confirmed, of)
    assert str(refused.why) == "须由两人分别录入，现有1人录入"
    assert (refused.cites, str(refused.remedy)) == (CITES, "由另一名计票人独立录入")


def test_one_teller_twice_is_still_one(case_at):
    of = case_at("enter_count")
    make.counted(of), make.counted(of, at=make.at(10, 16, 14, 10))
    assert str(make.refusal(make.confirmed, of).why) == "须由两人分别录入，现有1人录入"


def test_two_sheets_that_differ_are_refused_figure_by_figure_by_name(case_at):
    of = case_at("enter_count")
    make.counted(of), make.counted(of, "徐贝", at=make.at(10, 16, 14, 20), figures=make.of_people(of, make.sheet(14, 7)))
    refused = make.refusal(make.confirmed, of)
    assert "“内设机构负责人”的“周远行”：一人录入12，另一人录入11" in str(refused.why)
    assert "“内设机构负责人”的“陈若溪”：一人录入5，另一人录入6" in str(refused.why)
    assert (refused.cites, str(refused.remedy)) == (CITES, "对照纸质票复核，由录入有误者更正")
    assert Recommendation.objects.get(form="meeting").confirmed_at is None
    assert of.case.step == "recommendation"


def test_once_put_right_it_goes_through(case_at):
    of = case_at("enter_count")
    make.counted(of), make.counted(of, "徐贝", at=make.at(10, 16, 14, 20), figures=make.of_people(of, make.sheet(14, 7)))
    make.refusal(make.confirmed, of)
    make.counted(of, "徐贝", at=make.at(10, 16, 14, 40))
    make.confirmed(of)
    assert of.case.step == "inspection"


def test_before_any_sheet_it_is_out_of_order(case_at):
    assert make.out_of_order(make.refusal(make.confirmed, case_at("enter_count")), at_step="民主推荐", first="录入计票")


def test_a_teller_does_not_confirm(case_at):
    of = case_at("confirm_count")
    assert make.no_right(make.refusal(make.confirmed, of, by=of.staff["苏晴"]), "苏晴", "办理选任事项")
