"""The hard stop: nobody beyond the approved number, no seat twice."""

from datetime import date

import pytest

from quanheng.establishment.permissions.seats import require_free_seat
from quanheng.establishment.tests import factories as est
from quanheng.kernel.refusals import Refused
from quanheng.registry.permissions.guards import APPOINTMENT_GUARDS
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def unit():
    return make.organisation()


def sits(unit, name: str, **given):
    person = make.person(name, at=unit)
    make.assignment(person, make.post(unit), **given)
    return person


def test_it_stands_in_every_appointment():
    assert require_free_seat in APPOINTMENT_GUARDS


def test_a_free_seat_gives_the_sum(unit):
    est.quota(unit, 3)
    sits(unit, "李红")
    row = require_free_seat(post=make.post(unit), on=ON)
    assert (row.approved, row.held, row.short) == (3, 1, 2)


def test_a_full_quota_is_refused_with_seats_and_names(unit):
    est.quota(unit, 2)
    sits(unit, "李红"), sits(unit, "周志远")
    with pytest.raises(Refused) as refused:
        require_free_seat(post=make.post(unit), on=ON)
    assert refused.value.why.blanks["approved"] == 2
    assert refused.value.why.blanks["names"] == "李红（副局长）、周志远（副局长）"
    assert str(refused.value.remedy) == "先免去一名现任，或报经批准增加职数后再办理"


def test_the_seat_is_free_on_the_day_of_removal_not_before(unit):
    est.quota(unit, 1)
    sits(unit, "李红", until_on=ON)
    post = make.post(unit)
    with pytest.raises(Refused):
        require_free_seat(post=post, on=date(2026, 11, 20))
    assert require_free_seat(post=post, on=ON).held == 0


def test_an_appointment_of_a_later_day_takes_the_seat_already(unit):
    est.quota(unit, 1)
    sits(unit, "李红", from_on=date(2027, 1, 1))
    with pytest.raises(Refused) as refused:
        require_free_seat(post=make.post(unit), on=ON)
    assert refused.value.why.blanks["day"] == date(2027, 1, 1)


def test_who_moves_within_the_cell_does_not_stand_in_the_own_way(unit):
    est.quota(unit, 1)
    li, post = sits(unit, "李红"), make.post(unit, "总工程师")
    assert require_free_seat(post=post, on=ON, person=li).held == 0
    with pytest.raises(Refused):
        require_free_seat(post=post, on=ON, person=make.person("周志远", at=unit))


def test_one_seat_is_not_given_twice_though_the_quota_is_free(unit):
    est.quota(unit, 3)
    post = make.post(unit)
    make.assignment(make.person("李红", at=unit), post, from_on=date(2024, 1, 1))
    with pytest.raises(Refused) as refused:
        require_free_seat(post=post, on=ON)
    assert str(refused.value.why) == "云岭市交通运输局副局长现由李红担任（2024-01-01起）"


def test_without_an_approved_number_nobody_is_appointed(unit):
    with pytest.raises(Refused) as refused:
        require_free_seat(post=make.post(unit), on=ON)
    assert "未见批准文件" in str(refused.value.why)


def test_an_order_that_has_lapsed_approves_nothing(unit):
    est.quota(unit, 3, until_on=ON)
    with pytest.raises(Refused):
        require_free_seat(post=make.post(unit), on=ON)


def test_posts_that_do_not_lead_need_no_quota(unit):
    assert (
        require_free_seat(
            post=make.post(unit, "科员", level="150", role="other", is_leading=False), on=ON
        ).approved
        is None
    )
