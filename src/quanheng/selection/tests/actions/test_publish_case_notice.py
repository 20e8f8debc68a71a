"""任前公示: of the one the committee decided on, for five working days at least."""

from datetime import date

from quanheng.disclosure.models import PublicNotice
from quanheng.procedure.models import Task
from quanheng.registry.tests.factories import number_words
from quanheng.selection.tests import factories as make


def test_the_notice_hangs_and_its_end_falls_due(case_at):
    of = case_at("notice")
    make.published(of)
    row = PublicNotice.objects.get()
    assert (row.person, row.post, row.working_days, row.decided_on) == (
        of.people[make.FIRST],
        "云岭市交通运输局副局长",
        5,
        date(2026, 11, 13),
    )
    assert row.profile["born"] == "1985.03"
    assert number_words(of.people[make.FIRST]) not in str(row.profile)
    assert of.entry().result == "周远行拟任云岭市交通运输局副局长，2026-11-16至2026-11-20公示5个工作日，范围：全市"
    task = Task.objects.get(case=of.case)
    assert (task.what, task.due_on, task.permission, task.done_at) == (
        "任前公示期满：周远行",
        date(2026, 11, 20),
        "disclosure.publish",
        None,
    )


def test_four_working_days_are_refused_day_by_day(case_at):
    refused = make.refusal(make.published, case_at("notice"), printed_to=date(2026, 11, 19))
    assert "共4个工作日（11-16、11-17、11-18、11-19），须不少于5个工作日" in str(refused.why)
    assert "第四十二条" in refused.cites[0]
    assert not PublicNotice.objects.exists()
    assert not Task.objects.exists()


def test_a_weekend_does_not_count(case_at):
    refused = make.refusal(make.published, case_at("notice"), printed_from=date(2026, 11, 18), printed_to=date(2026, 11, 23))
    assert "共4个工作日（11-18、11-19、11-20、11-23）" in str(refused.why)


def test_before_the_decision_it_cannot_begin(case_at):
    refused = make.refusal(make.published, case_at("notice"), printed_from=date(2026, 11, 12))
    assert "公示自2026-11-12起，讨论决定在2026-11-13，公示应在决定之后" in str(refused.why)


def test_before_any_decision_it_is_out_of_order(case_at):
    assert make.out_of_order(make.refusal(make.published, case_at("deliberation")), at_step="讨论决定", first="提交会议讨论")


def test_a_second_notice_is_refused(case_at):
    assert make.done_already(make.refusal(make.published, case_at("close_case_notice"), at=make.at(11, 16, 10)))


def test_an_officer_does_not_publish(case_at):
    of = case_at("notice")
    assert make.no_right(make.refusal(make.published, of, by=of.staff["何静"]), "何静", "发布公示")
