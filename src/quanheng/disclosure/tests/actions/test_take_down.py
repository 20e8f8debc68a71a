"""Taking a notice down."""

import pytest

from quanheng.disclosure.actions.take_down import take_down
from quanheng.disclosure.tests.factories import desk, moment, notice
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


def test_on_the_fourth_day_it_is_refused_and_told_when():
    at = desk()
    hanging = notice(at)
    with pytest.raises(Refused) as refused:
        take_down(by=at.minister, at=moment(20, 10), notice=hanging)
    assert str(refused.value.why) == "公示期2025-11-17至2025-11-21共5个工作日，现在是第4个工作日"
    assert str(refused.value.remedy) == "2025-11-21 17:00起可以撤下"
    assert refused.value.cites == ("《党政领导干部选拔任用工作条例》（2019年）第四十二条",)
    hanging.refresh_from_db()
    assert hanging.taken_down_at is None


def test_a_minute_before_the_close_of_the_last_day_is_too_early():
    at = desk()
    hanging = notice(at)
    with pytest.raises(Refused, match="现在是第5个工作日"):
        take_down(by=at.minister, at=moment(21, 16, 59), notice=hanging)
    assert take_down(by=at.minister, at=moment(21, 17), notice=hanging).taken_down_at == moment(21, 17)


def test_twice_is_refused():
    at = desk()
    hanging = notice(at)
    take_down(by=at.minister, at=moment(21, 18), notice=hanging)
    with pytest.raises(Refused, match="公示已于2025-11-21 18:00撤下"):
        take_down(by=at.minister, at=moment(22, 9), notice=hanging)


def test_the_supervisor_may_not():
    at = desk()
    with pytest.raises(Refused, match="沈清没有“发布公示”权限"):
        take_down(by=at.supervisor, at=moment(21, 18), notice=notice(at))
