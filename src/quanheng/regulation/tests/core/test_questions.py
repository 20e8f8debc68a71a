"""Questions as people write them: names and words in Chinese, months for days, errors that name the line."""

from datetime import date

import pytest

from quanheng.regulation.core.facts import FactError
from quanheng.regulation.core.questions import _by_chinese, compare, read_question, touched

ON = date(2026, 11, 21)
DEPUTY = "selection_regulations.8.3.deputy"
ASKED = 'step = "副职提任正职"\npost_tier = "县处级"\nmonths_as_deputy = 23\nis_exceptional = "否"\n'


def test_words_may_be_chinese() -> None:
    assert read_question(ASKED) == {
        "step": "deputy_to_chief",
        "post_tier": "county",
        "months_as_deputy": 23,
        "is_exceptional": False,
    }


@pytest.mark.parametrize(
    ("written", "day"),
    [("2026-11-05", date(2026, 11, 5)), ('"2026-11"', date(2026, 11, 1)), ('"2026年3月"', date(2026, 3, 1))],
)
def test_a_month_stands_for_its_first_day(written: str, day: date) -> None:
    assert read_question(f"notice_until = {written}") == {"notice_until": day}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "seats = 1\nmonth_as_deputy = 3",
            r"facts\.toml, line 2: .*nearest known name is 'months_as_deputy'",
        ),
        ('post_tier = "county"\n\nseats = "two"', r"line 3: seats is a whole number, not 'two'"),
        ("notice_until = 1850-01-01", r"line 1: notice_until cannot be 1850-01-01"),
        ('notice_until = "2026-13"', r"line 1: notice_until is a day"),
        ('post_tier = "countie"', r"nearest: county"),
        ("seats = ", r"facts\.toml: Invalid value"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(content: str, said: str) -> None:
    with pytest.raises(FactError, match=said):
        read_question(content)


def test_json_too() -> None:
    assert read_question('{"seats": 2}', name="asked.json") == {"seats": 2}
    with pytest.raises(FactError, match=r"asked\.json, line 2"):
        read_question('{"seats": 2,\n "seets": 3}', name="asked.json")


def test_only_rules_that_the_facts_speak_to() -> None:
    found = touched(read_question(ASKED), on=ON)
    assert DEPUTY in found
    assert "selection_regulations.42" not in found
    assert touched({}, on=ON) == []


def test_a_new_version_beside_the_old() -> None:
    notice = {
        "post_tier": "county",
        "move": "promotion",
        "notice_workdays": 4,
        "notice_days": 7,
        "is_notice_exempt": False,
        "is_posted_after_decision": True,
    }
    *_, changes = compare(notice, days=(date(2013, 6, 1), ON))
    told = [(each.before.light.key, each.after.light.key) for each in changes if each.before and each.after]
    assert ("passed", "forbidden") in told
    assert changes[0].is_changed


def test_a_chinese_name_that_several_facts_have_is_asked_back() -> None:
    shared = next(zh for zh, entries in _by_chinese().items() if len(entries) > 1)
    with pytest.raises(FactError, match="several facts"):
        read_question(f'"{shared}" = 1')


def test_a_rule_about_something_else_is_not_asked_for_one_shared_fact() -> None:
    found = touched({"restricted_until": date(2027, 1, 1)}, on=ON)
    assert "transfer_in.8" not in found
    assert "selection_regulations.24.6" in found
