"""How dates, durations and masked values are written."""

from datetime import date

import pytest

from quanheng.web.core.formats import (
    format_day,
    format_duration,
    format_month,
    mask_identity,
    mask_person_name,
)


def test_dates() -> None:
    assert format_day(date(2026, 11, 21)) == "2026-11-21"
    assert format_month(date(2026, 3, 1)) == "2026.03"
    assert format_day(None) == format_month(None) == "—"


@pytest.mark.parametrize(
    ("months", "words"), [(38, "3年2个月"), (24, "2年"), (11, "11个月"), (0, "不满1个月"), (None, "—")]
)
def test_duration(months: int | None, words: str) -> None:
    assert format_duration(months) == words


def test_masked_identity_cannot_be_completed_from_the_birth_date() -> None:
    masked = mask_identity("999001198003071237")
    assert masked == "999**************7"
    assert len(masked) == 18
    assert mask_identity("1234567") == "*******"
    assert mask_identity(None) == "—"


@pytest.mark.parametrize(
    ("name", "masked"), [("张三", "张*"), ("欧阳娜娜", "欧***"), ("买买提·艾力", "买**·**"), ("", "—")]
)
def test_masked_name(name: str, masked: str) -> None:
    assert mask_person_name(name) == masked
