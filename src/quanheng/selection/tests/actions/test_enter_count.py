"""录入计票: a whole sheet by one person; sums that cannot be are refused with their figures."""

import pytest

from quanheng.registry.tests import factories as registry
from quanheng.selection.models import Count
from quanheng.selection.tests import factories as make

CLASS = "班子成员"


def changed(of, **figures):
    sheet = make.of_people(of, make.sheet())
    return {**sheet, CLASS: {**sheet[CLASS], **figures}}


def test_a_sheet_is_kept_under_its_own_name(case_at):
    of = case_at("enter_count")
    make.counted(of)
    row = Count.objects.get()
    assert (row.by, row.at, row.figures) == (of.staff["苏晴"], make.at(10, 16, 14, 5), make.of_people(of, make.sheet()))
    assert of.entry().result == "苏晴录入计票单：收回22张"
    assert "votes" not in of.entry().facts  # the second teller reads the record too


def test_entering_again_replaces_the_own_sheet_only(case_at):
    of = case_at("enter_count")
    make.counted(of), make.counted(of, "徐贝", at=make.at(10, 16, 14, 6))
    make.counted(of, at=make.at(10, 16, 14, 7), figures=make.of_people(of, make.sheet(14, 7)))
    assert Count.objects.count() == 2
    assert Count.objects.get(by=of.staff["徐贝"]).figures == make.of_people(of, make.sheet())


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ({"returned": 5, "valid": 5}, "“班子成员”：收回5张，多于发出4张"),
        ({"valid": 3}, "“班子成员”：收回4张，但有效3、作废0、弃权0之和为3张"),
        ({"void": -1, "valid": 5}, "“班子成员”的票数须为不小于零的整数"),
        ({"votes": {"p": 5}}, "“班子成员”：每人得票须在0与有效票4之间"),
        ({"votes": {"p": 3, "q": 2}}, "“班子成员”：得票合计5多于有效票所能投的4"),
    ],
)
def test_sums_that_cannot_be_are_refused_with_class_and_figures(case_at, figures, why):
    of = case_at("enter_count")
    refused = make.refusal(make.counted, of, figures=changed(of, **figures))
    assert why in str(refused.why)
    assert str(refused.remedy) == "对照纸质计票单核对后重新录入"
    assert not Count.objects.exists()


def test_a_class_left_out_and_one_too_many_are_refused(case_at):
    of = case_at("enter_count")
    sheet = make.of_people(of, make.sheet())
    sheet["临时代表"] = sheet.pop(CLASS)
    refused = make.refusal(make.counted, of, figures=sheet)
    assert "缺少“班子成员”的票数" in str(refused.why)
    assert "“临时代表”没有发票，不应有票数" in str(refused.why)


def test_a_third_pair_of_hands_is_refused(case_at):
    of = case_at("confirm_count")
    of.staff["林涛"] = registry.account("林涛", "teller", over=of.authority)
    refused = make.refusal(make.counted, of, "林涛", at=make.at(10, 16, 14, 30))
    assert (str(refused.why), str(refused.remedy)) == ("已有两人录入", "由组织人员确认计票结果")


def test_before_the_meeting_it_is_out_of_order(case_at):
    refused = make.refusal(make.counted, case_at("hold_meeting"))
    assert make.out_of_order(refused, at_step="民主推荐", first="会议推荐（发票）")


def test_after_the_confirmation_no_sheet_changes(case_at):
    assert make.done_already(make.refusal(make.counted, case_at("inspection"), at=make.at(10, 16, 16)))


def test_whoever_runs_the_case_does_not_count(case_at):
    of = case_at("enter_count")
    assert make.no_right(make.refusal(make.counted, of, "王敏"), "王敏", "录入计票")
