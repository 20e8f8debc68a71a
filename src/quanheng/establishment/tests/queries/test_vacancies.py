"""The register of vacancies and the seats that may be reported."""

from datetime import date

import pytest

from quanheng.establishment.queries.vacancies import empty_posts, vacancies
from quanheng.establishment.tests import factories as est
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


def test_open_and_filled_as_of_a_day():
    city = make.authority(code="city")
    wang, unit = make.account("王敏", "section_chief", over=city), make.organisation(of=city)
    est.vacancy(make.post(unit, "副局长"), since_on=date(2026, 1, 1))
    est.vacancy(make.post(unit, "总工程师"), since_on=date(2026, 1, 1), filled_on=date(2026, 6, 1))
    names = lambda **given: [each.post.name for each in vacancies(by=wang, on=ON, **given)]  # noqa: E731  short here
    assert names(is_open=True) == ["副局长"]
    assert names(is_open=False) == ["总工程师"]
    assert names(is_open=True, as_of=date(2026, 5, 31)) == ["副局长", "总工程师"]


def test_a_county_officer_sees_none_of_the_citys():
    city = make.authority(code="city")
    est.vacancy(make.post(make.organisation(of=city)))
    liu = make.account("刘县", "officer", over=make.authority("中共青石县委", parent=city, code="qingshi"))
    assert list(vacancies(by=liu, on=ON)) == []


def test_the_seats_that_may_be_reported():
    city = make.authority(code="city")
    wang, unit = make.account("王敏", "section_chief", over=city), make.organisation(of=city)
    make.post(unit, "空着的副局长")
    make.assignment(make.person(at=unit), make.post(unit, "有人的副局长"))
    make.assignment(make.person(at=unit), make.post(unit, "将退的副局长"), until_on=date(2027, 1, 1))
    est.vacancy(make.post(unit, "已登记的副局长"))
    make.post(unit, "科员", is_leading=False)
    assert {post.name for post in empty_posts(by=wang, on=ON)} == {"空着的副局长", "将退的副局长"}
    officer = make.account("李县", "officer", over=city)
    assert list(empty_posts(by=officer, on=ON)) == []
