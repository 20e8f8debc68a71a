"""提出动议: a case begins at an empty seat inside the quota, once."""

from datetime import date

from quanheng.access.models import JournalEntry
from quanheng.procedure.models import Case
from quanheng.registry.tests import factories as registry
from quanheng.selection.models import Motion
from quanheng.selection.tests import factories as make


def test_a_case_begins_with_the_sum_of_seats_on_record(case_at):
    of = case_at("motion")
    made = make.opened(of)
    case, entry = of.case, of.entry()
    assert (case.number, case.step, case.version, case.procedure_since) == ("2026-0001", "motion", 1, date(2019, 3, 3))
    assert (made.post, made.proposer, made.is_directed) == (of.seat, "市委组织部", True)
    assert (entry.number, entry.verb, entry.by_name) == (1, "selection.motion.open", "王敏")
    assert entry.result == "市委组织部提出动议：云岭市交通运输局副局长，退休空缺，核定4、实有3。理由：工作需要"
    assert (entry.facts["approved"], entry.facts["held"]) == (4, 3)
    line = JournalEntry.objects.get(action="selection.motion.open")
    assert (line.authority_path, line.facts["proposer"]) == (of.authority.path, "市委组织部")


def test_numbers_of_the_year_follow_each_other(case_at):
    of = case_at("approve_motion")
    other = registry.post(of.bureau, "调研员", level="132", is_leading=False, role="other")
    of.vacancy = None
    of.seat = other
    make.opened(of, at=make.at(10, 12, 10))
    assert [case.number for case in Case.objects.order_by("pk")] == ["2026-0001", "2026-0002"]


def test_a_supervisor_opens_nothing(case_at):
    of = case_at("motion")
    refused = make.refusal(make.opened, of, by=of.staff["赵磊"])
    assert make.no_right(refused, "赵磊", "办理选任事项")
    assert not Motion.objects.exists()


def test_an_officer_of_another_authority_opens_nothing(case_at):
    of = case_at("motion")
    county = registry.authority("中共青石县委", parent=of.authority)
    assert make.no_right(make.refusal(make.opened, of, by=registry.account("刘县", "officer", over=county)), "刘县", "办理选任事项")


def test_a_seat_taken_meanwhile_is_refused_with_its_holder(case_at):
    of = case_at("motion")
    make.vacancy(of)
    registry.assignment(registry.person("沈启明", at=of.bureau), of.seat, from_on=date(2026, 9, 1))
    refused = make.refusal(make.opened, of)
    assert str(refused.why) == "云岭市交通运输局副局长现由沈启明担任（2026-09-01起）"
    assert refused.cites == ("《中华人民共和国公务员法》第四十三条",)
    assert str(refused.remedy) == "先免去现任，免职时间不晚于任职时间"


def test_a_full_bureau_is_refused_with_the_sum_and_the_names(case_at):
    of = case_at("motion")
    make.vacancy(of)
    registry.assignment(registry.person("沈启明", at=of.bureau), registry.post(of.bureau), from_on=date(2026, 9, 1))
    refused = make.refusal(make.opened, of)
    assert "核定4名，2026-10-12实有4名" in str(refused.why)
    assert "沈启明（副局长）" in str(refused.why)
    assert "再任1名即超配1名" in str(refused.why)
    assert not Case.objects.exists()


def test_a_vacancy_filled_before_is_refused_with_the_day(case_at):
    of = case_at("motion")
    row = make.vacancy(of)
    row.filled_on = date(2026, 9, 30)
    row.save()
    refused = make.refusal(make.opened, of)
    assert str(refused.why) == "云岭市交通运输局副局长的空缺已于2026-09-30补充"
    assert refused.cites == ("《党政领导干部选拔任用工作条例》第十二条至第十四条",)
    assert str(refused.remedy) == "在职位空缺中登记新的空缺后再提出动议"


def test_a_second_case_for_one_vacancy_is_refused_naming_the_first(case_at):
    of = case_at("approve_motion")
    refused = make.refusal(make.opened, of, at=make.at(10, 12, 10))
    assert str(refused.why) == "该空缺已在2026-0001中办理"
    assert str(refused.remedy) == "在原案中继续办理"
    assert Case.objects.count() == 1
