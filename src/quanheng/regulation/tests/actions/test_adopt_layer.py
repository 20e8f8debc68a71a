"""Taking on local rules: who may, from when, not twice; giving them up."""

from datetime import UTC, date, datetime

import pytest

from quanheng.access.tests.factories import account, authority
from quanheng.kernel.refusals import Refused
from quanheng.regulation.actions.adopt_layer import adopt_layer, end_adoption
from quanheng.regulation.models import LayerAdoption

pytestmark = pytest.mark.django_db
AT = datetime(2022, 3, 1, 2, tzinfo=UTC)
CITY = "local_jinchang_2011"


def _adopt(by, over, **changed):
    given = {"layer": CITY, "document": "示例〔2022〕1号", "from_on": date(2022, 4, 1)} | changed
    return adopt_layer(by=by, at=AT, authority=over, **given)


@pytest.fixture
def city():
    return authority()


@pytest.fixture
def minister(city):
    return account("minister", "minister", over=city)


def test_it_is_kept_with_who_and_by_which_order(city, minister):
    made = _adopt(minister, city)
    assert (made.layer, made.document, made.adopted_by, made.until_on) == (
        CITY,
        "示例〔2022〕1号",
        minister,
        None,
    )


def test_only_whom_the_right_is_given_over_that_authority(city):
    officer = account("officer", "officer", over=city)
    elsewhere = account("elsewhere", "minister", over=authority("other"))
    for by in (officer, elsewhere):
        with pytest.raises(Refused, match="采用地方规定"):
            _adopt(by, city)
    assert LayerAdoption.objects.count() == 0


def test_refusals_say_why(city, minister):
    _adopt(minister, city)
    with pytest.raises(Refused, match="已采用该规定（示例〔2022〕1号）"):
        _adopt(minister, city, document="示例〔2022〕2号")
    with pytest.raises(Refused, match="没有收录"):
        _adopt(minister, city, layer="local_nowhere")
    with pytest.raises(Refused, match="不能早于这一天采用"):
        _adopt(minister, city, layer="local_bazhong_2015", from_on=date(2001, 1, 1))


def test_given_up_from_a_day_once_and_taken_on_again_after(city, minister):
    made = _adopt(minister, city)
    with pytest.raises(Refused, match="须晚于施行日期"):
        end_adoption(by=minister, at=AT, adoption=made, until_on=date(2022, 4, 1), document="示例〔2023〕1号")
    done = end_adoption(
        by=minister, at=AT, adoption=made, until_on=date(2023, 1, 1), document="示例〔2023〕1号"
    )
    assert done.until_on == date(2023, 1, 1)
    with pytest.raises(Refused, match="已于2023-01-01停止采用"):
        end_adoption(by=minister, at=AT, adoption=made, until_on=date(2024, 1, 1), document="示例〔2024〕1号")
    assert _adopt(minister, city, from_on=date(2023, 1, 1)).until_on is None
