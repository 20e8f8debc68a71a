"""The clauses of the version in force, and what the law did not yet ask in earlier years."""

from datetime import date

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text
from quanheng.meeting.core.count import Tally
from quanheng.meeting.core.law import (
    CHIEF_LAST,
    MEETING_CLAUSE,
    QUORUM,
    attendance,
    cites_of,
    clause,
    decision,
    findings,
    refuse_if_forbidden,
)
from quanheng.regulation.core.library import library

SHORT = attendance(Tally(should=9, present=5))


def _refuse(rule, facts, on):
    refuse_if_forbidden(
        rule, facts, on=on, law=library(), what=Text("表态"), why=Text("人数不足"), remedy=Text("补足")
    )


@pytest.mark.parametrize(
    ("on", "cite"),
    [
        (date(2019, 3, 3), "《党政领导干部选拔任用工作条例》（2019年）第三十八条"),
        (date(2019, 3, 2), "《党政领导干部选拔任用工作条例》（2014年）第三十七条"),
    ],
)
def test_a_quorum_is_refused_by_the_clause_of_its_day(on, cite):
    with pytest.raises(Refused) as refused:
        _refuse(QUORUM, SHORT, on)
    assert refused.value.cites == (cite,)


def test_the_chief_may_speak_first_before_the_version_of_2019():
    _refuse(CHIEF_LAST, {"is_chief_last": False}, date(2019, 3, 2))
    with pytest.raises(Refused):
        _refuse(CHIEF_LAST, {"is_chief_last": False}, date(2019, 3, 3))


def test_a_day_before_the_first_version_is_refused():
    with pytest.raises(Refused, match="尚无已录入的条例版本"):
        findings(SHORT, on=date(2002, 7, 8), law=library())
    assert clause(MEETING_CLAUSE, on=date(2002, 7, 8)) == ()


def test_a_whole_decision_rests_on_three_articles():
    facts = decision(Tally(should=9, present=8, recused=1, agree=7), is_chief_last=True)
    found = findings(facts, on=date(2026, 11, 13), law=library())
    assert [str(cite).rpartition("）")[2] for cite in cites_of(found)] == [
        "第三十八条",
        "第三十九条",
        "第五十三条",
    ]
