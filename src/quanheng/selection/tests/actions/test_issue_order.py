"""任职通知: the seat is taken from the day of the decision, the probation runs from the day of the order."""

from datetime import date

import pytest

from quanheng.procedure.models import Task
from quanheng.registry.models import Assignment, Person, Rank
from quanheng.registry.tests import factories as registry
from quanheng.selection.models import AppointmentOrder
from quanheng.selection.tests import factories as make


def test_the_order_the_seat_the_probation_and_its_task(case_at):
    of = case_at("issue_order")
    make.ordered(of)
    order = AppointmentOrder.objects.get()
    assert (order.number, order.decided_on, order.issued_on, order.talk_on, order.talk_by) == (
        make.NUMBER,
        date(2026, 11, 13),
        date(2026, 11, 23),
        date(2026, 11, 23),
        "秦望",
    )
    assert (order.probation.from_on, order.probation.last_on) == (date(2026, 11, 23), date(2027, 11, 22))
    task = Task.objects.get(case=of.case, done_at=None)
    assert (task.what, task.due_on, task.permission) == ("试用期满考核：周远行", date(2027, 11, 23), "selection.run")
    assert of.entry().result == (
        "云委干〔2026〕58号：周远行任云岭市交通运输局副局长（试用期一年，至2027-11-22止），任职时间自2026-11-13起算"
    )
    assert of.case.step == "probation"
    assert of.candidate(make.FIRST).stage == "appointed"


def test_the_file_says_so_and_the_vacancy_is_filled(case_at):
    of = case_at("probation")
    person = Person.objects.get(pk=of.key(make.FIRST))
    line = person.assignments.get(until_on=None)
    assert (line.post, line.from_on, line.document, line.decided_by, line.probation_from_on) == (
        of.seat,
        date(2026, 11, 13),
        make.NUMBER,
        "市委常委会",
        date(2026, 11, 23),
    )
    left = person.assignments.get(until_on=date(2026, 11, 13))
    assert (left.title, left.removal_document) == ("安全科科长", make.NUMBER)
    assert list(Rank.objects.filter(person=person, until_on=None).values_list("code", flat=True)) == ["132"]
    assert person.current_post.startswith("云岭市交通运输局副局长")
    of.vacancy.refresh_from_db()
    assert of.vacancy.filled_on == date(2026, 11, 13)


def test_a_number_is_used_once(case_at):
    of = make.city(beside=case_at("probation"))
    make.case_at("deliberation", of)
    make.tabled(of, make.convened(of, make.at(11, 13, 8, 30)))
    for act in (make.voted, make.decided, make.published, make.unposted, make.spoken):
        act(of)
    refused = make.refusal(make.ordered, of)
    assert str(refused.why) == "发文字号云委干〔2026〕58号已使用"
    assert str(refused.remedy) == "核对发文登记簿"
    assert AppointmentOrder.objects.count() == 1
    make.ordered(of, number="云委干〔2026〕59号")
    assert AppointmentOrder.objects.count() == 2


@pytest.mark.parametrize("day", [date(2026, 11, 24), date(2026, 11, 12)])
def test_an_order_of_tomorrow_or_before_the_decision_is_refused(case_at, day):
    refused = make.refusal(make.ordered, case_at("issue_order"), issued_on=day)
    assert str(refused.why) == "印发日期须在决定日期2026-11-13之后、登记日期之前"
    assert not AppointmentOrder.objects.exists()


def test_an_order_dated_while_the_notice_hung_is_refused(case_at):
    refused = make.refusal(make.ordered, case_at("issue_order"), issued_on=date(2026, 11, 20))
    assert str(refused.why).startswith("公示期满后方可办理任职。")
    assert "第四十二条" in refused.cites[0]
    assert not Assignment.objects.filter(document=make.NUMBER).exists()


def test_without_the_talk_it_is_out_of_order(case_at):
    refused = make.refusal(make.ordered, case_at("appointment"))
    assert make.out_of_order(refused, at_step="任职", first="任职谈话")
    assert refused.cites == ("《党政领导干部选拔任用工作条例》第四十四条至第四十五条",)


def test_a_seat_taken_meanwhile_is_refused_and_nothing_is_left(case_at):
    of = case_at("issue_order")
    registry.assignment(registry.person("沈启明", at=of.bureau), of.seat, from_on=date(2026, 11, 1))
    refused = make.refusal(make.ordered, of)
    assert str(refused.why) == "云岭市交通运输局副局长现由沈启明担任（2026-11-01起）"
    assert not AppointmentOrder.objects.exists()
    assert of.people[make.FIRST].assignments.get(until_on=None).title == "安全科科长"
    assert of.case.step == "appointment"


def test_a_second_order_is_refused(case_at):
    assert make.done_already(make.refusal(make.ordered, case_at("probation"), number="云委干〔2026〕59号"))


def test_a_minister_does_not_issue(case_at):
    of = case_at("issue_order")
    assert make.no_right(make.refusal(make.ordered, of, by=of.staff["秦望"]), "秦望", "办理选任事项")
