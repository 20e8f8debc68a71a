"""凡提四必: one answer each, by whose it is; the newest stands."""

from datetime import date

import pytest

from quanheng.selection.models import Must
from quanheng.selection.queries.musts import newest_musts
from quanheng.selection.tests import factories as make

CITES = ("《党政领导干部选拔任用工作条例》第三十一条",)


def test_an_answer_is_kept_with_who_gave_it_and_when(case_at):
    of = case_at("record_must")
    make.must(of, document="云纪函〔2026〕9号", kind="discipline")
    row = Must.objects.get()
    assert (row.kind, row.result, row.answered_on, row.recorded_by, row.document) == (
        "discipline",
        "clear",
        date(2026, 11, 3),
        of.staff["方正"],
        "云纪函〔2026〕9号",
    )
    assert of.entry().result == "周远行：纪检监察机关意见必听，市纪委监委2026-11-03答复“无问题”"


def test_a_later_answer_stands_over_the_earlier_and_both_stay(case_at):
    of = case_at("record_must")
    make.must(of, result="doubt"), make.must(of, at=make.at(11, 4, 10))
    target = of.candidate(make.FIRST)
    assert Must.objects.count() == 2
    assert newest_musts([target])[target]["file"].result == "clear"


def test_the_discipline_answer_by_somebody_else_is_refused(case_at):
    of = case_at("record_must")
    refused = make.refusal(make.must, of, kind="discipline", by=of.staff["王敏"])
    assert str(refused.why) == "此项由纪检监察机关登记"
    assert (refused.cites, str(refused.remedy)) == (CITES, "请纪检监察机关登录后登记")


def test_the_discipline_officer_answers_nothing_else(case_at):
    of = case_at("record_must")
    refused = make.refusal(make.must, of, kind="file", by=of.staff["方正"])
    assert str(refused.why) == "此项由干部科或考察组登记"


def test_an_inspector_may_record_the_file(case_at):
    of = case_at("record_must")
    make.must(of, by=of.staff["曹怀"])
    assert Must.objects.get().recorded_by == of.staff["曹怀"]


def test_a_supervisor_records_none(case_at):
    of = case_at("record_must")
    assert str(make.refusal(make.must, of, by=of.staff["赵磊"]).why) == "此项由干部科或考察组登记"


def test_somebody_who_is_no_target_is_refused(case_at):
    refused = make.refusal(make.must, case_at("record_must"), make.THIRD)
    assert (str(refused.why), refused.cites) == ("此人不是本案考察对象", CITES)


@pytest.mark.parametrize("wrong", [{"kind": "audit"}, {"result": "fine"}])
def test_what_is_not_on_offer_is_refused(case_at, wrong):
    assert str(make.refusal(make.must, case_at("record_must"), **wrong).why) == "事项或结论不在可选范围内"


def test_an_answer_of_tomorrow_is_refused(case_at):
    refused = make.refusal(make.must, case_at("record_must"), answered_on=date(2026, 11, 5))
    assert str(refused.why) == "回复日期2026-11-05晚于登记日期"
    assert not Must.objects.exists()


def test_before_the_notice_it_is_out_of_order(case_at):
    assert make.out_of_order(make.refusal(make.must, case_at("give_notice")), at_step="考察", first="发布考察预告")
