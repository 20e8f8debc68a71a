"""The step decorator: the case's lock and version, the order, the record and its chain; nothing half done."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from quanheng.access.actions.action import VERBS, action
from quanheng.access.models import Account, Authority, JournalEntry
from quanheng.access.tests.factories import account, authority
from quanheng.kernel.refusals import Refused
from quanheng.procedure.actions.opening import close_tasks, open_case, set_task
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.core.record import first_broken, seal
from quanheng.procedure.models import Case, RecordEntry, Task
from quanheng.procedure.queries import catalogue
from quanheng.procedure.queries.lines import record_lines

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
"""Nine in the morning in Shanghai."""
LATER = AT + timedelta(hours=1)

PROCEDURE = """
id = "test"
name = "试验程序"
[[version]]
since = 2020-01-01
[[version.step]]
id = "begin"
name = "启动"
cites = ["《试验规定》第一条"]
who = "干部科"
[[version.step.act]]
verb = "test.case.open"
name = "启动"
[[version.step.act]]
verb = "test.case.note"
name = "记录"
after = ["test.case.open"]
may_repeat = true
[[version.step]]
id = "end"
name = "决定"
cites = ["《试验规定》第二条"]
who = "党委"
[[version.step.act]]
verb = "test.case.decide"
name = "决定"
counts_when = ["passed"]
may_repeat = true
"""


@action("test.case.open", label="启动", permission="selection.run", of=lambda given: given["authority"].path)
def begin(*, by: Account, at: datetime, authority: Authority) -> Case:
    return open_case(
        by=by, at=at, procedure="test", title="试验", authority=authority, verb="test.case.open", label="启动", outcome=Outcome(result="启动")
    )  # fmt: skip


@step("test.case.note", label="记录", permission="selection.run", cites=("《试验规定》第一条",))
def note(
    *, by: Account, at: datetime, case: Case, words: str, happened_at: datetime | None = None, is_broken: bool = False
) -> Outcome:
    Task.objects.create(case=case, authority=case.authority, what=words, permission="selection.run", due_on=at.date())
    if is_broken:
        raise RuntimeError("half way")
    return Outcome(result=words, facts={"words": words, "on": at.date()}, happened_at=happened_at, place="三楼")


@step("test.case.decide", label="决定", permission="selection.approve")
def decide(*, by: Account, at: datetime, case: Case, code: str) -> Outcome:
    return Outcome(result=code, code=code)


for _verb in ("test.case.open", "test.case.note", "test.case.decide"):
    VERBS.pop(_verb)  # at once: every test is collected before the first one runs, and these are no verbs of the product


@pytest.fixture(autouse=True)
def _offered(tmp_path: Path) -> Iterator[None]:
    path = tmp_path / "test.toml"
    path.write_text(PROCEDURE, encoding="utf-8")
    catalogue.offer(path)
    yield
    catalogue._offered.pop("test")


@pytest.fixture
def city() -> Authority:
    return authority()


@pytest.fixture
def wang(city: Authority) -> Account:
    return account("wangmin", "officer", over=city)


@pytest.fixture
def li(city: Authority) -> Account:
    return account("lihui", "officer", over=city)


@pytest.fixture
def qin(city: Authority) -> Account:
    return account("qinwang", "minister", over=city)


@pytest.fixture
def case(wang: Account, city: Authority) -> Case:
    return begin(by=wang, at=AT, authority=city)


def entries(case: Case) -> list[RecordEntry]:
    return list(RecordEntry.objects.filter(case=case).order_by("number"))


def as_lines(case: Case) -> list[dict[str, object]]:
    return record_lines(entries(case))


def test_a_case_keeps_the_version_it_began_with_and_its_number(case: Case) -> None:
    assert (case.number, case.version, case.step, str(case.procedure_since)) == ("2026-0001", 1, "begin", "2020-01-01")
    assert [entry.verb for entry in entries(case)] == ["test.case.open"]


def test_an_act_leaves_an_entry_the_step_and_a_journal_line(case: Case, wang: Account) -> None:
    outcome = note(by=wang, at=LATER, case=case, words="谈话")
    entry = entries(case)[1]
    assert outcome.made == entry
    assert (entry.number, entry.step, entry.matter, entry.result, entry.place, entry.by_name) == (
        2,
        "begin",
        "记录",
        "谈话",
        "三楼",
        wang.name,
    )
    assert (entry.facts, entry.cites, entry.happened_at, entry.recorded_at) == (
        {"words": "谈话", "on": "2026-11-21"},
        ["《试验规定》第一条"],
        LATER,
        LATER,
    )
    assert (case.version, case.step) == (2, "end")
    assert JournalEntry.objects.get(action="test.case.note").facts["case"]


def test_every_digest_covers_its_entry_and_the_one_before(case: Case, wang: Account) -> None:
    note(by=wang, at=LATER, case=case, words="甲")
    first, second = entries(case)
    assert second.previous == first.digest
    assert second.digest == seal(first.digest, as_lines(case)[1])
    assert first_broken(as_lines(case)) is None


@pytest.mark.parametrize("changed", [{"result": "乙"}, {"by_name": "别人"}, {"is_late": True}, {"outcome": "passed"}])
def test_a_changed_entry_is_found(case: Case, wang: Account, changed: dict[str, object]) -> None:
    note(by=wang, at=LATER, case=case, words="甲")
    lines = as_lines(case)
    lines[1] |= changed
    assert first_broken(lines) == (2, "第2条内容已被改动")


def test_an_entry_left_out_is_found(case: Case, wang: Account) -> None:
    note(by=wang, at=LATER, case=case, words="甲")
    assert first_broken(as_lines(case)[1:]) == (1, "第1条缺失或错位")


def test_what_happened_the_day_before_is_marked_late(case: Case, wang: Account) -> None:
    note(by=wang, at=LATER, case=case, words="甲", happened_at=AT - timedelta(days=1))
    assert entries(case)[1].is_late
    assert not entries(case)[0].is_late


def test_what_is_still_to_come_is_refused(case: Case, wang: Account) -> None:
    with pytest.raises(Refused, match="发生时间2026-11-21 10:01晚于办理时间2026-11-21 10:00"):
        note(by=wang, at=LATER, case=case, words="甲", happened_at=LATER + timedelta(minutes=1))
    assert (len(entries(case)), Task.objects.count()) == (1, 0)


def test_two_people_at_one_case_the_second_is_told_who_did_what(case: Case, wang: Account, li: Account) -> None:
    seen_by_both = case.version
    note(by=wang, at=LATER, case=case, words="甲", seen=seen_by_both)
    with pytest.raises(Refused) as refused:
        note(by=li, at=LATER, case=Case.objects.get(), words="乙", seen=seen_by_both)
    assert str(refused.value.why) == f"您打开页面之后，{wang.name}已于2026-11-21 10:00办理“记录”"
    assert str(refused.value.remedy) == "先前的办理已保留；请查看最新情况后再决定是否办理"
    assert [entry.result for entry in entries(case)] == ["启动", "甲"]


def test_the_same_form_sent_twice_acts_once(case: Case, wang: Account) -> None:
    seen = case.version
    note(by=wang, at=LATER, case=Case.objects.get(), words="甲", seen=seen)
    with pytest.raises(Refused, match=f"{wang.name}已于2026-11-21 10:00办理“记录”"):
        note(by=wang, at=LATER, case=Case.objects.get(), words="甲", seen=seen)
    assert len(entries(case)) == 2
    assert Task.objects.count() == 1


def test_a_moment_before_the_last_entry_is_refused(case: Case, wang: Account) -> None:
    with pytest.raises(Refused) as refused:
        note(by=wang, at=AT - timedelta(minutes=1), case=case, words="甲")
    assert str(refused.value.why) == "办理时间2026-11-21 08:59早于上一条纪实2026-11-21 09:00"
    assert "补记" in str(refused.value.remedy)
    assert len(entries(case)) == 1


def test_out_of_order_names_the_step_and_what_comes_first(case: Case, qin: Account) -> None:
    with pytest.raises(Refused) as refused:
        decide(by=qin, at=LATER, case=case, code="passed")
    assert str(refused.value.why) == "本案现处于“启动”环节，前序未完成：记录"
    assert (refused.value.cites, str(refused.value.remedy)) == (("《试验规定》第二条",), "先办理：记录")


def test_an_outcome_that_does_not_count_leaves_the_step_open(case: Case, wang: Account, qin: Account) -> None:
    note(by=wang, at=LATER, case=case, words="甲")
    decide(by=qin, at=LATER, case=case, code="failed")
    assert (case.step, case.closed_at, entries(case)[-1].outcome) == ("end", None, "failed")
    decide(by=qin, at=LATER, case=case, code="passed")
    assert (case.step, case.closed_at) == ("", LATER)
    assert Case.objects.get().closed_at == LATER


def test_without_the_permission_nothing_is_on_record(case: Case, qin: Account) -> None:
    with pytest.raises(Refused, match="没有“办理选任事项”权限"):
        note(by=qin, at=LATER, case=case, words="甲")
    assert len(entries(case)) == 1


def test_a_county_officer_may_not_act_on_the_citys_case(case: Case, city: Authority) -> None:
    county = account("liuxian", "officer", over=authority("qingshi", city))
    with pytest.raises(Refused, match="或该对象不在其管理权限内"):
        note(by=county, at=LATER, case=case, words="甲")


def test_an_act_that_breaks_leaves_neither_row_nor_entry_nor_line(case: Case, wang: Account) -> None:
    with pytest.raises(RuntimeError):
        note(by=wang, at=LATER, case=case, words="甲", is_broken=True)
    assert (len(entries(case)), Task.objects.count(), Case.objects.get().version) == (1, 0, 1)
    assert not JournalEntry.objects.filter(action="test.case.note").exists()


@pytest.mark.parametrize("sql", ["UPDATE procedure_recordentry SET matter = 'x'", "DELETE FROM procedure_recordentry"])
def test_the_database_refuses_to_change_or_delete_an_entry(case: Case, sql: str) -> None:
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert entries(case)[0].result == "启动"


def test_tasks_are_set_and_closed_by_permission(case: Case) -> None:
    set_task(case=case, what="公示期满", due_on=LATER.date(), permission="disclosure.publish")
    set_task(case=case, what="考核", due_on=LATER.date(), permission="selection.run")
    assert close_tasks(case=case, at=LATER, permission="selection.run") == 1
    assert list(Task.objects.filter(done_at=None).values_list("what", flat=True)) == ["公示期满"]
    assert close_tasks(case=case, at=LATER) == 1
