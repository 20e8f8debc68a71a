"""Which birth date counts, that a correction needs a finding, and how papers write dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.kernel.refusals import Refused
from quanheng.kernel.tests.letters import ANY
from quanheng.registry.core.file_dates import read_file_day, same_month
from quanheng.registry.core.file_law import (
    BirthReading,
    governing_birth,
    refuse_without_finding,
    refuse_wrong_birth,
)

ON = date(2026, 11, 21)
EARLY, LATE = (
    BirthReading(date(1965, 3, 1), date(1984, 1, 1), False),
    BirthReading(date(1966, 3, 1), date(2000, 1, 1), False),
)


@given(st.permutations([EARLY, LATE, BirthReading(date(1967, 1, 1), date(2010, 1, 1), True)]))
def test_the_earliest_paper_counts_whatever_the_order(papers) -> None:
    counts = governing_birth(papers, on=ON)
    assert counts is not None
    assert counts[0] == date(1965, 3, 1)
    assert any("出生日期" in cite for cite in counts[1])


@pytest.mark.parametrize("papers", [[], [BirthReading(date(1965, 3, 1), None, False), LATE], [BirthReading(None, date(1980, 1, 1), False), LATE],
                                    [BirthReading(date(1965, 3, 1), date(1984, 1, 1), True), LATE]])  # fmt: skip
def test_papers_that_do_not_settle_it_leave_it_open(papers) -> None:
    assert governing_birth(papers, on=ON) is None
    with pytest.raises(Refused) as refused:
        refuse_wrong_birth(date(1965, 3, 1), papers, on=ON, approved_on=None, what="认定")
    assert "不能认定" in str(refused.value.why)


def test_another_month_is_refused_and_an_approval_prevails() -> None:
    with pytest.raises(Refused) as refused:
        refuse_wrong_birth(date(1966, 3, 1), [EARLY, LATE], on=ON, approved_on=None, what="认定")
    assert "应当认定的出生年月为1965.03" in str(refused.value.why)
    assert refused.value.cites
    refuse_wrong_birth(date(1965, 3, 20), [EARLY, LATE], on=ON, approved_on=None, what="认定")
    refuse_wrong_birth(date(1966, 3, 1), [EARLY, LATE], on=ON, approved_on=date(1966, 3, 1), what="认定")


def test_a_correction_needs_its_finding() -> None:
    refuse_without_finding(has_document=True, on=ON, what="更正")
    with pytest.raises(Refused) as refused:
        refuse_without_finding(has_document=False, on=ON, what="更正")
    assert refused.value.cites


@given(
    st.dates(date(1900, 1, 1), date(2050, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%Y.%m.%d", "%Y%m%d", "%Y年%m月%d日", "%Y/%m/%d"]),
)
def test_days_are_read_in_every_hand(day: date, hand: str) -> None:
    assert read_file_day(day.strftime(hand)) == day


@given(st.text(ANY, max_size=20))
def test_anything_else_is_no_day(said: str) -> None:
    found = read_file_day(said)
    assert found is None or same_month(found, found)
