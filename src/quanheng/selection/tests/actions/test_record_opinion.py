"""酝酿意见: who was asked, what was answered; a month of silence counts as consent, not a day earlier."""

from datetime import date

import pytest

from quanheng.access.queries.sealed_rows import open_rows
from quanheng.selection.models import Opinion
from quanheng.selection.tests import factories as make

CITES = ("《党政领导干部选拔任用工作条例》第三十四条",)


def test_an_answer_is_kept_and_on_record(case_at):
    of = case_at("consultation")
    make.consulted(of, note="电话答复")
    row = Opinion.objects.get()
    assert (row.asked, row.capacity, row.answer, row.answered_on) == ("普云生", "分管领导", "agree", date(2026, 11, 6))
    assert open_rows(None, [row]) == 0
    assert row.note == "电话答复"
    assert of.entry().result == "征求分管领导普云生意见：同意。"
    assert of.entry().facts == {"answer": "agree"}


def silent(of, day: date):
    """Received on 14 October, silence noted on a day."""
    moment = make.at(day.month, day.day, 17)
    return {"received_on": date(2026, 10, 14), "answered_on": day, "answer": "deemed", "at": moment}


def test_silence_on_the_last_day_of_the_month_is_not_yet_consent(case_at):
    of = case_at("consultation")
    refused = make.refusal(make.consulted, of, **silent(of, date(2026, 11, 14)))
    assert str(refused.why) == "2026-10-14收到，至2026-11-14未复方可视为同意"
    assert (refused.cites, str(refused.remedy)) == (CITES, "等待答复，或于次日以后登记")
    assert not Opinion.objects.exists()


def test_silence_past_the_month_is_consent(case_at):
    of = case_at("consultation")
    make.consulted(of, **silent(of, date(2026, 11, 15)))
    assert of.entry().result == "征求分管领导普云生意见：逾期未复视为同意。"


@pytest.mark.parametrize("days", [{"answered_on": date(2026, 11, 4)}, {"answered_on": date(2026, 11, 7)}])
def test_an_answer_before_receipt_or_after_today_is_refused(case_at, days):
    refused = make.refusal(make.consulted, case_at("consultation"), **days)
    assert str(refused.why) == "答复日期须在收到日期之后、登记日期之前"


def test_what_is_not_on_offer_is_refused(case_at):
    assert str(make.refusal(make.consulted, case_at("consultation"), answer="maybe").why) == "意见不在可选范围内"


def test_during_the_inspection_it_is_out_of_order(case_at):
    refused = make.refusal(make.consulted, case_at("conclude_inspection"))
    assert make.out_of_order(refused, at_step="考察", first="考察结束")


def test_a_minister_does_not_record_it(case_at):
    of = case_at("consultation")
    assert make.no_right(make.refusal(make.consulted, of, by=of.staff["秦望"]), "秦望", "办理选任事项")
