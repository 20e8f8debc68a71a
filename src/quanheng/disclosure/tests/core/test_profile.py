"""What a notice may show."""

import pytest

from quanheng.disclosure.core.profile import FIELDS, checked_profile
from quanheng.disclosure.tests.factories import profile
from quanheng.kernel.refusals import Refused


def test_items_come_in_their_order_and_empty_ones_are_left_out():
    shown = checked_profile(dict(reversed(profile(ethnic_group="").items())))
    assert list(shown) == [key for key in FIELDS if key in profile() and key != "ethnic_group"]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"id_number": "999001198503010012"}, "公示不得包含：id_number"),
        ({"name": "", "born": ""}, "缺少：姓名、出生年月"),
        ({"born": "1985-03-01"}, "出生年月“1985-03-01”应写到月，如1980.05"),
        ({"resume": "身份证号999001198503010012，2007年参加工作"}, "“主要经历”中有身份证号码"),
        ({"resume": "手机13900000000"}, "“主要经历”中有手机号码"),
        ({"achievements": "见chen@bureau.example"}, "“主要业绩”中有电子邮箱"),
    ],
)
def test_too_much_and_too_little_are_refused(changed, why):
    with pytest.raises(Refused) as refused:
        checked_profile(profile(**changed))
    assert str(refused.value.why) == why
