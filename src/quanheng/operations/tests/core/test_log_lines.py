"""Log lines say what happened and never to whom: canaries planted everywhere must not come out."""

import json
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.operations.core.log_lines import DayFiles, LogLine, plain_words

NUMBER, NAME, PHONE, MAIL = "999001198503010018", "鱻龘", "13900000000", "chen@bureau.example"
CANARIES = (NUMBER, NAME, PHONE, MAIL, "1985-03-01", "10.1.2.3")


def line(**given: Any) -> dict[str, Any]:
    given = {
        "name": "django.request",
        "level": logging.ERROR,
        "pathname": "x",
        "lineno": 1,
        "args": (),
        "exc_info": None,
        **given,
    }
    said: dict[str, Any] = json.loads(LogLine().format(logging.LogRecord(**given)))
    return said


@pytest.mark.parametrize("canary", CANARIES)
def test_nothing_comes_out_by_message_argument_or_error(canary: str) -> None:
    try:
        raise ValueError(f"Key (id_number)=({canary}) already exists")
    except ValueError as error:
        failed = (type(error), error, error.__traceback__)
    said = line(msg="%s: %s", args=("Not Found", f"/people/{canary}/"), exc_info=failed)
    told = line(msg=f"row of {canary} refused")
    for each in (said, told):
        assert canary not in json.dumps(each, ensure_ascii=False)
    assert said["error"]["kind"] == "builtins.ValueError"
    assert said["error"]["at"][-1].endswith("test_nothing_comes_out_by_message_argument_or_error")


def test_our_own_fields_come_out_and_no_others() -> None:
    record = logging.LogRecord("quanheng.answers", logging.INFO, "x", 1, "answer", (), None)
    record.__dict__ |= {
        "route": "person",
        "status": 200,
        "ms": 12.5,
        "person": NAME,
        "path": f"/people/{NUMBER}/",
    }
    said = json.loads(LogLine().format(record))
    assert (said["route"], said["status"], said["ms"]) == ("person", 200, 12.5)
    assert not {"person", "path"} & said.keys()


def test_what_libraries_add_does_not_come_out() -> None:
    """Django's own record of a failed answer carries the whole request."""
    record = logging.LogRecord("django.request", logging.ERROR, "x", 1, "%s: %s", ("Not Found", "/a/"), None)
    record.__dict__ |= {
        "request": "<WSGIRequest: GET '/notices/abc/?words=zhang'>",
        "status": "zhang",
        "state": "zhang",
    }
    said = LogLine().format(record)
    assert "zhang" not in said
    assert "notices" not in said


@given(st.text("0123456789", min_size=6, max_size=40))
def test_no_long_number_survives(digits: str) -> None:
    assert digits not in plain_words(f"the row {digits} is there")


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=20))
def test_no_chinese_survives(words: str) -> None:
    assert not set(words) & set(plain_words(f"said {words} here"))


def test_a_file_for_each_day_readable_by_its_owner_only(tmp_path: Path) -> None:
    handler = DayFiles(str(tmp_path / "logs"))
    for day in (1, 2, 2):
        record = logging.LogRecord("quanheng.x", logging.INFO, "x", 1, "said", (), None)
        record.created = datetime(2026, 11, day, 12, tzinfo=UTC).timestamp()
        handler.emit(record)
    handler.close()
    files = sorted((tmp_path / "logs").iterdir())
    assert [path.name for path in files] == ["2026-11-01.jsonl", "2026-11-02.jsonl"]
    assert [len(path.read_text().splitlines()) for path in files] == [1, 2]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
