"""A vacancy announced beforehand to internal readers."""

from datetime import date

import pytest

from quanheng.establishment.actions.announce_vacancy import announce_vacancy
from quanheng.establishment.queries.announcements import announcements
from quanheng.establishment.tests import factories as est
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def vacancy():
    return est.vacancy(make.post(make.organisation(of=make.authority(code="city"))))


def announce(vacancy, **given):
    wang = make.account("王敏", "section_chief", over=vacancy.post.organisation.authority)
    given = {"announced_on": ON, "until_on": date(2026, 12, 1), "words": "副局长一名", **given}
    return announce_vacancy(by=wang, at=make.AT, vacancy=vacancy, **given)


def test_it_stands_until_its_day(vacancy):
    announce(vacancy)
    days = (date(2026, 11, 20), ON, date(2026, 11, 30), date(2026, 12, 1))
    assert [announcements(on=day).count() for day in days] == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("given", "words"), [({"until_on": ON}, "不晚于预告日期"), ({"words": " "}, "没有预告内容")]
)
def test_what_is_no_announcement(vacancy, given, words):
    with pytest.raises(Refused) as refused:
        announce(vacancy, **given)
    assert words in str(refused.value.why)


def test_a_filled_vacancy_is_not_announced(vacancy):
    vacancy.filled_on = ON
    vacancy.save()
    with pytest.raises(Refused) as refused:
        announce(vacancy)
    assert "已于2026-11-21补充" in str(refused.value.why)


def test_who_may_not(vacancy):
    officer = make.account("李县", "officer", over=vacancy.post.organisation.authority)
    with pytest.raises(Refused):
        announce_vacancy(by=officer, at=make.AT, vacancy=vacancy, announced_on=ON, until_on=date(2026, 12, 1), words="副局长")  # fmt: skip
