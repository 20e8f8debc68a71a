"""Identity numbers and unified social credit codes: every single wrong character is found."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.kernel.refusals import Refused
from quanheng.kernel.tests.letters import ANY
from quanheng.registry.core import identity, social_credit

days = st.dates(date(1930, 1, 1), date(2015, 12, 31))


@st.composite
def numbers(draw: st.DrawFn) -> str:
    body = f"999{draw(st.integers(0, 999)):03d}{draw(days):%Y%m%d}{draw(st.integers(0, 999)):03d}"
    return body + identity.check_character(body)


@given(numbers())
def test_a_number_says_birth_and_sex(number: str) -> None:
    found = identity.read(number)
    assert f"{found.born_on:%Y%m%d}" == number[6:14]
    assert found.sex == ("1" if int(number[16]) % 2 else "2")
    assert identity.differences(found, born_on=found.born_on, sex=found.sex) == ()


@given(numbers(), st.integers(0, 16), st.integers(1, 9))
def test_one_wrong_digit_is_found(number: str, place: int, shift: int) -> None:
    wrong = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    assert not identity.is_valid(wrong)


@given(st.text(ANY, max_size=25))
def test_anything_else_is_refused_not_crashed(said: str) -> None:
    if not identity.is_valid(said):
        with pytest.raises(Refused):
            identity.read(said)


@given(numbers())
def test_masking_hides_the_birth_date(number: str) -> None:
    assert len(identity.mask(number)) == 18
    assert number[6:14] not in identity.mask(number)


def test_habits_of_typing() -> None:
    assert identity.normalise("１１０１０５１９４９１２３１００２ｘ") == "11010519491231002X"
    assert str(identity.fault("11010519491331002X")) == "第7至14位“19491331”不是日期"
    assert str(identity.fault("110")) == "应为18位，现为3位"


def test_differences_only_warn() -> None:
    found = identity.read("11010519491231002X")
    said = [str(each) for each in identity.differences(found, born_on=date(1949, 12, 1), sex="1")]
    assert said == ["性别与身份证号第17位不一致，请核对"]


@pytest.mark.parametrize("code", ["91350100M000100Y43", "9144030071526726XG"])
def test_social_credit_codes(code: str) -> None:
    assert social_credit.fault(code) is None
    for place in range(18):
        wrong = code[:place] + ("2" if code[place] != "2" else "3") + code[place + 1 :]
        assert social_credit.fault(wrong) is not None
