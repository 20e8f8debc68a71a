"""What stays readable of a sealed identity number: a keyed index, and what was found when it was written. Never a digit of it. Pure.

Flags: `i` it is no valid number, `b` its month of birth and `s` its sex are others than those on file, `d` somebody else's stands already.
"""

from datetime import date
from functools import cache

from quanheng.access.core.blind_index import blind
from quanheng.access.core.profiles import INTL
from quanheng.registry.core import identity

INVALID, BIRTH, SEX, TWICE = "i", "b", "s", "d"
_FIELD = "registry.person.id_number"
_MARK = 4


def index(key: bytes, number: str) -> bytes:
    """What equal numbers share, and nobody can work out without the installation's key; it begins with the mark of that key.

    >>> index(b"k" * 32, "110105491231002") == index(b"k" * 32, "11010519491231002x")
    True
    """
    return mark(key) + blind(INTL, key, identity.normalise(number), field=_FIELD)


@cache
def mark(key: bytes) -> bytes:
    """Four bytes that tell under which key an index was made."""
    return blind(INTL, key, "", field=f"{_FIELD} key")[:_MARK]


def against(born_on: date, sex: str) -> str:
    """What a number is compared with, as it stood then: rules can tell later whether it still stands.

    >>> against(date(1985, 3, 1), "1")
    '1985031'
    """
    return f"{born_on:%Y%m}{sex}"


def flags(number: str, *, born_on: date, sex: str) -> str:
    """What is found wrong with a number beside the birth and sex on file; "" when it fits.

    >>> flags("11010519491231002X", born_on=date(1950, 1, 1), sex="2"), flags("1", born_on=date(1950, 1, 1), sex="2")
    ('b', 'i')
    """
    if not identity.is_valid(number):
        return INVALID
    said = identity.read(number)
    is_other_month = (said.born_on.year, said.born_on.month) != (born_on.year, born_on.month)
    is_other_sex = sex in ("1", "2") and sex != said.sex
    return (BIRTH if is_other_month else "") + (SEX if is_other_sex else "")
