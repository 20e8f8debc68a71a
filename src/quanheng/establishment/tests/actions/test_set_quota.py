"""Setting an approved number of seats."""

from datetime import date

import pytest

from quanheng.establishment.actions.set_quota import set_quota
from quanheng.establishment.models import PostQuota
from quanheng.establishment.tests import factories as est
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    city = make.authority(code="city")
    return make.account("王敏", "section_chief", over=city), make.organisation(of=city)


def order(by, unit, **given):
    fixed = {
        "level": "132",
        "role": "deputy",
        "number": 4,
        "document": "云编发〔2026〕8号",
        "from_on": date(2026, 12, 1),
    }
    return set_quota(by=by, at=make.AT, organisation=unit, **{**fixed, **given})


def test_the_former_order_ends_on_the_day_the_new_one_begins(scene):
    old = est.quota(scene[1], 3)
    made = order(*scene)
    old.refresh_from_db()
    assert (old.until_on, made.number, made.until_on) == (date(2026, 12, 1), 4, None)


def test_a_second_submission_is_refused_with_what_is_on_record(scene):
    order(*scene)
    with pytest.raises(Refused) as refused:
        order(*scene, number=5)
    assert str(refused.value.why) == "已有自2026-12-01起的核定：4名（云编发〔2026〕8号）"
    assert PostQuota.objects.count() == 1


def test_no_order_no_quota(scene):
    with pytest.raises(Refused):
        order(*scene, document=" ")
    assert not PostQuota.objects.exists()


def test_an_officer_may_not(scene):
    officer = make.account("李强", "officer", over=scene[1].authority)
    with pytest.raises(Refused) as refused:
        order(officer, scene[1])
    assert "维护编制职数" in str(refused.value.why)
