"""The length asked for by the version in force, and its clauses."""

from datetime import date

import pytest

from quanheng.disclosure.core.law import EXCEPTION, cites_of, failing, findings, length_needed
from quanheng.kernel.refusals import Refused
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.library import library

SHORT = {"notice_workdays": 4, "notice_days": 4, "is_posted_after_decision": True, "is_full_period_up": True}


def test_four_working_days_are_forbidden_since_2014_and_four_days_before():
    now, then = (
        failing(SHORT, on=date(2014, 1, 14), law=library()),
        failing(SHORT, on=date(2014, 1, 13), law=library()),
    )
    assert (now.light, now.cites) == (
        Light.FORBIDDEN,
        ("《党政领导干部选拔任用工作条例》（2014年）第四十一条",),
    )
    assert then.light is Light.FORBIDDEN


def test_the_length_in_words():
    assert str(length_needed(on=date(2025, 11, 17), law=library())) == "须不少于5个工作日"
    assert str(length_needed(on=date(2010, 1, 1), law=library())) == "一般为7至15天"


def test_a_whole_week_rests_on_one_clause():
    found = findings({**SHORT, "notice_workdays": 5}, on=date(2025, 11, 17), law=library())
    assert cites_of(found) == ("《党政领导干部选拔任用工作条例》（2019年）第四十二条",)


def test_an_exception_must_be_stated():
    assert failing(
        {"is_exceptional": True, "is_exception_stated": False},
        on=date(2025, 11, 17),
        law=library(),
        rules=(EXCEPTION,),
    )
    assert (
        failing(
            {"is_exceptional": False, "is_exception_stated": False},
            on=date(2025, 11, 17),
            law=library(),
            rules=(EXCEPTION,),
        )
        is None
    )


def test_a_day_before_the_first_version_is_refused():
    with pytest.raises(Refused, match="尚无已录入的条例版本"):
        findings(SHORT, on=date(2002, 7, 8), law=library())
