"""Opening, filling and closing vacancies."""

from datetime import date

import pytest

from quanheng.establishment.actions.close_vacancy import close_vacancy
from quanheng.establishment.actions.fill_vacancy import fill_vacancy
from quanheng.establishment.actions.open_vacancy import open_vacancy
from quanheng.establishment.models import Vacancy
from quanheng.establishment.tests import factories as est
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
SINCE = date(2026, 9, 1)


@pytest.fixture
def scene():
    city = make.authority(code="city")
    unit = make.organisation(of=city)
    est.quota(unit, 3)
    return make.account("王敏", "section_chief", over=city), make.post(unit)


def report(by, post, **given):
    return open_vacancy(
        **{"by": by, "at": make.AT, "post": post, "cause": "retired", "since_on": SINCE, **given}
    )


def test_a_seat_is_reported_vacant(scene):
    made = report(*scene, note="李红退休")
    assert (made.post, made.cause, made.since_on, made.route, made.note) == (
        scene[1],
        "retired",
        SINCE,
        "promotion",
        "李红退休",
    )


def test_a_second_submission_is_refused(scene):
    report(*scene)
    with pytest.raises(Refused) as refused:
        report(*scene, cause="moved")
    assert str(refused.value.why) == "云岭市交通运输局副局长的空缺已登记（2026-09-01起，退休）"
    assert Vacancy.objects.get().cause == "retired"


def test_a_seat_somebody_holds_is_not_vacant_until_the_day_of_removal(scene):
    line = make.assignment(make.person("李红"), scene[1])
    with pytest.raises(Refused) as refused:
        report(*scene)
    assert "仍由李红担任" in str(refused.value.why)
    line.until_on = SINCE
    line.save()
    assert report(*scene).pk


def test_without_a_quota_there_is_no_vacancy(scene):
    post = make.post(scene[1].organisation, "局长", level="131", role="chief")
    with pytest.raises(Refused) as refused:
        report(scene[0], post)
    assert str(refused.value.why) == "云岭市交通运输局局长没有核定职数"


def test_closing_and_closing_again(scene):
    vacancy = report(*scene)
    close_vacancy(by=scene[0], at=make.AT, vacancy=vacancy, filled_on=date(2026, 11, 20))
    with pytest.raises(Refused) as refused:
        close_vacancy(by=scene[0], at=make.AT, vacancy=vacancy, filled_on=date(2026, 11, 21))
    assert "已于2026-11-20核销" in str(refused.value.why)
    assert Vacancy.objects.get().filled_on == date(2026, 11, 20)


def test_not_filled_before_it_was_vacant(scene):
    vacancy = report(*scene)
    with pytest.raises(Refused) as refused:
        close_vacancy(by=scene[0], at=make.AT, vacancy=vacancy, filled_on=date(2026, 8, 31))
    assert str(refused.value.why) == "补充时间2026-08-31早于空缺时间2026-09-01"


def test_an_appointment_fills_it_by_whoever_runs_the_selection(scene):
    report(*scene)
    officer = make.account("李强", "officer", over=scene[1].organisation.authority)
    filled = fill_vacancy(by=officer, at=make.AT, post=scene[1], filled_on=date(2026, 11, 20))
    assert filled is not None
    assert Vacancy.objects.get().filled_on == date(2026, 11, 20)
    assert fill_vacancy(by=officer, at=make.AT, post=scene[1], filled_on=date(2026, 11, 20)) is None


def test_an_officer_may_not_report_and_a_county_chief_not_the_citys(scene):
    city = scene[1].organisation.authority
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    for who in (
        make.account("李强", "officer", over=city),
        make.account("刘县", "section_chief", over=county),
    ):
        with pytest.raises(Refused):
            report(who, scene[1])
    assert not Vacancy.objects.exists()
