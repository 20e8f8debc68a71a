"""Citizen identity numbers (公民身份号码, GB 11643-1999): check, upgrade from 15 digits, read, compare, mask.
An unknown division prefix is not an error: divisions come and go, and invented people use 999.
"""

import re
from dataclasses import dataclass
from datetime import date

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SYMBOLS = "10X98765432"


@dataclass(frozen=True)
class Identity:
    """What a valid number says (身份证号所载)."""

    number: str
    division: str
    born_on: date
    sex: str
    """Code of the table `sex`: "1" male, "2" female."""


def check_character(body: str) -> str:
    """The eighteenth character for the first seventeen digits.

    >>> check_character("11010519491231002"), check_character("44052418800101001")
    ('X', '4')
    """
    return _SYMBOLS[sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True)) % 11]


def normalise(said: str) -> str:
    """Spaces out, full-width characters narrowed, `x` capital, 15 digits made 18.

    >>> normalise(" 11010519491231002x "), normalise("110105491231002")
    ('11010519491231002X', '11010519491231002X')
    """
    narrow = "".join(chr(ord(sign) - 0xFEE0) if "！" <= sign <= "～" else sign for sign in said)
    number = re.sub(r"[\s\u200b-\u200d\ufeff'-]", "", narrow).upper()
    return upgrade(number) if re.fullmatch(r"[0-9]{15}", number) else number


def upgrade(fifteen: str) -> str:
    """The 18-character form of an old 15-digit number: `19` goes before the year.

    >>> upgrade("110105491231002")
    '11010519491231002X'
    """
    body = f"{fifteen[:6]}19{fifteen[6:]}"
    return body + check_character(body)


def read(said: str) -> Identity:
    """What the number says; Refused with the reason when it cannot be one.

    >>> read("11010519491231002x").born_on, read("11010519491231002x").sex
    (datetime.date(1949, 12, 31), '2')
    """
    number = normalise(said)
    wrong = fault(number)
    if wrong:
        raise Refused(text("身份证号“{number}”不正确", number=said.strip()), why=wrong, cites=["GB 11643—1999"])
    return Identity(number, number[:6], _birth(number[6:14]), "1" if int(number[16]) % 2 else "2")


def is_valid(said: str) -> bool:
    """Whether the number, once normalised, can be one.

    >>> is_valid("110105194912310021")
    False
    """
    return fault(normalise(said)) is None


def fault(number: str) -> Text | None:
    """Why a normalised number cannot be one; None when it can."""
    if len(number) != 18:
        return text("应为18位，现为{count}位", count=len(number))
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return text("前17位应为数字，末位应为数字或X")
    try:
        _birth(number[6:14])
    except ValueError:
        return text("第7至14位“{digits}”不是日期", digits=number[6:14])
    expected = check_character(number[:17])
    return None if number[17] == expected else text("校验位应为{expected}，现为{found}", expected=expected, found=number[17])


def differences(identity: Identity, *, born_on: date | None = None, sex: str | None = None) -> tuple[Text, ...]:
    """Warnings only: for cadres the birth month verified in the personal file prevails over the number.

    >>> [str(said) for said in differences(read("11010519491231002X"), born_on=date(1950, 1, 1), sex="2")]
    ['出生年月为1950.01，身份证号所载为1949.12，请以干部档案认定为准']
    """
    found: list[Text] = []
    if born_on and (born_on.year, born_on.month) != (identity.born_on.year, identity.born_on.month):
        months = {"said": f"{born_on:%Y.%m}", "number": f"{identity.born_on:%Y.%m}"}
        found.append(text("出生年月为{said}，身份证号所载为{number}，请以干部档案认定为准", **months))
    if sex in {"1", "2"} and sex != identity.sex:
        found.append(text("性别与身份证号第17位不一致，请核对"))
    return tuple(found)


def mask(number: str) -> str:
    """The number with the birth date hidden, for screens that need only tell people apart.

    >>> mask("11010519491231002X")
    '110***********002X'
    """
    return number[:3] + "*" * (len(number) - 7) + number[-4:] if len(number) > 7 else "*" * len(number)


def _birth(digits: str) -> date:
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
