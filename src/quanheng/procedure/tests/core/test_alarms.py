"""Late, overdue and passed over: told from the record and the tasks alone."""

from datetime import UTC, date, datetime

from quanheng.procedure.core.alarms import Alarm, late_entries, overdue, skipped
from quanheng.procedure.core.definition import Act, Procedure, Step
from quanheng.procedure.core.walk import standing

DAY = date(2026, 11, 21)
PROCEDURE = Procedure(
    "x",
    "试验",
    date(2020, 1, 1),
    (
        Step("begin", "启动", (), "干部科", (Act("x.open", "启动"), Act("x.ask", "征求意见", is_required=False))),
        Step("end", "决定", (), "党委", (Act("x.decide", "决定"), Act("x.tell", "告知", is_required=False))),
    ),
)


def test_an_entry_of_a_later_day_is_late_and_of_the_same_day_is_not() -> None:
    rows = [
        ("启动", "王敏", datetime(2026, 11, 3, 9, tzinfo=UTC), datetime(2026, 11, 3, 23, tzinfo=UTC)),
        ("谈话", "李慧", datetime(2026, 11, 3, 9, tzinfo=UTC), datetime(2026, 11, 4, 0, tzinfo=UTC)),
    ]
    assert late_entries(rows) == [Alarm("late", "谈话", "李慧", date(2026, 11, 3), date(2026, 11, 4))]


def test_a_deadline_is_overdue_the_day_after() -> None:
    tasks = [("甲", "干部科", DAY), ("乙", "干部科", date(2026, 11, 20)), ("丙", "干部科", date(2026, 11, 1))]
    assert [alarm.what for alarm in overdue(tasks, on=DAY)] == ["丙", "乙"]


def test_what_is_not_required_and_lies_behind_was_passed_over() -> None:
    verbs = [("x.open", "done")]
    where = standing(PROCEDURE, verbs)
    assert skipped(where, [verb for verb, _outcome in verbs]) == [Alarm("skipped", "征求意见", "干部科")]
    done = [*verbs, ("x.decide", "done")]
    assert [alarm.what for alarm in skipped(standing(PROCEDURE, done), [verb for verb, _outcome in done])] == ["征求意见", "告知"]
    assert skipped(standing(PROCEDURE, []), []) == []
