"""考察材料: one per target, by a member of this team."""

import pytest

from quanheng.access.queries.sealed_rows import open_rows
from quanheng.registry.tests import factories as registry
from quanheng.selection.models import InspectionReport
from quanheng.selection.queries.sealed_papers import rating_words
from quanheng.selection.tests import factories as make


def test_the_report_is_kept_and_the_record_holds_none_of_it(case_at):
    of = case_at("report_inspection")
    make.reported(of, wish="服从组织安排")
    row = InspectionReport.objects.get()
    assert open_rows(None, [row]) == 0
    assert (row.candidate, row.talks, rating_words(row), row.wish) == (
        of.candidate(make.FIRST),
        26,
        "优秀27票、称职8票",
        "服从组织安排",
    )
    assert of.entry().result == "周远行：个别谈话26人，民主测评已进行，考察材料加密存卷"
    assert of.entry().facts == {"talks": 26}


def test_a_second_version_replaces_the_first_and_both_are_on_record(case_at):
    of = case_at("report_inspection")
    make.reported(of), make.reported(of, talks=28, at=make.at(11, 4, 13))
    assert InspectionReport.objects.get().talks == 28
    assert of.case.record.filter(verb="selection.inspection.report").count() == 2


def test_an_inspector_of_another_team_reports_nothing(case_at):
    of = case_at("report_inspection")
    other = registry.account("林涛", "inspector", over=of.authority)
    refused = make.refusal(make.reported, of, by=other)
    assert str(refused.why) == "林涛不是本案考察组成员"
    assert refused.cites == (
        "《党政领导干部选拔任用工作条例》第二十八条",
        "《党政领导干部选拔任用工作条例》第三十三条",
    )


def test_no_report_on_somebody_who_is_no_target(case_at):
    assert str(make.refusal(make.reported, case_at("report_inspection"), make.THIRD).why) == "此人不是本案考察对象"


@pytest.mark.parametrize("left_out", [{"performance": ""}, {"shortcomings": " "}, {"talks": 0}])
def test_a_report_without_its_main_parts_is_refused(case_at, left_out):
    refused = make.refusal(make.reported, case_at("report_inspection"), **left_out)
    assert str(refused.why) == "主要表现、主要缺点和不足、个别谈话人数均须填写"
    assert not InspectionReport.objects.exists()


def test_before_the_notice_it_is_out_of_order(case_at):
    assert make.out_of_order(make.refusal(make.reported, case_at("give_notice")), at_step="考察", first="发布考察预告")


def test_an_officer_does_not_report(case_at):
    of = case_at("report_inspection")
    assert make.no_right(make.refusal(make.reported, of, by=of.staff["王敏"]), "王敏", "开展考察")
