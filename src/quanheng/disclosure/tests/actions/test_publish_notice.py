"""Publishing a notice."""

from datetime import date

import pytest

from quanheng.access.models import JournalEntry
from quanheng.disclosure.actions.take_down import take_down
from quanheng.disclosure.models import PublicNotice
from quanheng.disclosure.tests.factories import POSTED_AT, desk, moment, notice, profile
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db
CITE = "《党政领导干部选拔任用工作条例》（2019年）第四十二条"


def test_a_week_is_published_with_its_clause_and_an_unguessable_address():
    made = notice()
    assert (made.working_days, made.posted_at, made.cites) == (5, POSTED_AT, [CITE])
    assert (len(made.slug), notice().slug == made.slug) == (16, False)
    assert made.profile["name"] == "陈建国"


def test_the_journal_has_no_personal_data():
    notice()
    facts = JournalEntry.objects.get(action="disclosure.notice.publish").facts
    assert set(facts) == {"case", "printed_from", "printed_to"}


def test_four_working_days_are_refused_and_named():
    with pytest.raises(Refused) as refused:
        notice(printed_to=date(2025, 11, 20))
    assert str(refused.value.why) == (
        "公示期2025-11-17至2025-11-20共4个工作日（11-17、11-18、11-19、11-20），须不少于5个工作日"
    )
    assert refused.value.cites == (CITE,)
    assert not PublicNotice.objects.exists()


def test_a_week_of_holiday_does_not_count():
    with pytest.raises(Refused, match="共1个工作日（09-30），须不少于5个工作日"):
        notice(
            decided_on=date(2025, 9, 26),
            printed_from=date(2025, 9, 30),
            printed_to=date(2025, 10, 8),
            at=moment(30, 9, month=9),
        )


def test_not_before_the_decision():
    with pytest.raises(Refused) as refused:
        notice(decided_on=date(2025, 11, 18))
    assert str(refused.value.why) == "公示自2025-11-17起，讨论决定在2025-11-18，公示应在决定之后"
    assert refused.value.cites == (CITE,)


def test_an_end_before_the_beginning_and_a_post_after_the_end():
    with pytest.raises(Refused, match="公示止日2025-11-14早于起日2025-11-17"):
        notice(printed_to=date(2025, 11, 14))
    with pytest.raises(Refused, match="张贴日2025-11-22已在公示止日2025-11-21之后"):
        notice(at=moment(22, 9))


def test_a_second_notice_while_one_hangs_is_refused_and_the_first_kept():
    at = desk()
    first = notice(at)
    with pytest.raises(Refused, match="陈建国的公示已发布，公示期2025-11-17至2025-11-21"):
        notice(at)
    take_down(by=at.minister, at=moment(21, 17), notice=first)
    again = notice(at, printed_from=date(2025, 11, 24), printed_to=date(2025, 11, 28), at=moment(24, 9))
    assert list(PublicNotice.objects.filter(case=at.case)) == [again, first]


def test_an_exceptional_promotion_says_why():
    with pytest.raises(Refused, match="没有写明破格情形和理由") as refused:
        notice(is_exceptional=True)
    assert refused.value.cites == (CITE,)
    made = notice(is_exceptional=True, profile=profile(exceptional_reason="工作特殊需要：援建任务"))
    assert made.profile["exceptional_reason"] == "工作特殊需要：援建任务"


def test_an_identity_number_is_not_published():
    with pytest.raises(Refused, match="“主要经历”中有身份证号码"):
        notice(profile=profile(resume="身份证999001198503010012"))


def test_the_supervisor_may_not_publish():
    at = desk()
    with pytest.raises(Refused, match="沈清没有“发布公示”权限"):
        notice(at, by=at.supervisor)
