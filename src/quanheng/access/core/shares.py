"""A key split among people so that two of three bring it back and one alone learns nothing (Shamir, over GF(256)).

A share is printed: the id of its set, its number, the bytes in base 32, a check against misreading.
"""

import base64
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import xor

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

_POLYNOMIAL = 0x11B
_CHECK = 4
_GROUP = 5
WHAT = "恢复密钥"


@dataclass(frozen=True)
class Share:
    """密钥份额: one point of the polynomials at `number` (1 to 255), of the set `label` (4 bytes)."""

    label: bytes
    number: int
    data: bytes

    def __str__(self) -> str:
        raw = self.label + bytes([self.number]) + self.data
        letters = base64.b32encode(raw + _check(raw)).decode().rstrip("=")
        return "-".join(letters[at : at + _GROUP] for at in range(0, len(letters), _GROUP))


def split(secret: bytes, *, needed: int, made: int) -> list[Share]:
    """`made` shares of which any `needed` give the secret back."""
    if not 1 < needed <= made < 256:
        raise ValueError("at least two shares must be needed, of no more than 255")
    label = os.urandom(4)
    lines = [bytes([each]) + os.urandom(needed - 1) for each in secret]
    return [Share(label, x, bytes(_value(line, x) for line in lines)) for x in range(1, made + 1)]


def combine(shares: Sequence[Share]) -> bytes:
    """The secret from as many shares as were needed; with fewer, or false ones, something else comes out.

    Refused when the shares are not of one set, or one is there twice.
    """
    numbers = [share.number for share in shares]
    if len(set(numbers)) < len(numbers) or len({(share.label, len(share.data)) for share in shares}) != 1:
        raise Refused(text(WHAT), why=text("所输份额重复，或者不属于同一套密钥"), remedy=text("核对份额编号，由两名保管人各输一份"))
    weights = [_weight(number, numbers) for number in numbers]
    return bytes(
        reduce(xor, (_times(weight, share.data[at]) for weight, share in zip(weights, shares, strict=True)))
        for at in range(len(shares[0].data))
    )


def read_share(said: str) -> Share:
    """A share as typed from paper: spaces, hyphens and case do not matter; refused when a letter was misread.

    >>> read_share(str(Share(b"abcd", 2, b"key"))).number
    2
    """
    letters = "".join(said.split()).replace("-", "").upper().replace("0", "O").replace("1", "I").replace("8", "B")
    try:
        raw = base64.b32decode(letters + "=" * (-len(letters) % 8))
    except ValueError:
        raw = b""
    body, check = raw[:-_CHECK], raw[-_CHECK:]
    if len(body) < 6 or _check(body) != check:
        raise Refused(text(WHAT), why=text("份额有误：有字符抄错或者漏抄"), remedy=text("对照纸面逐组核对后重新输入"))
    return Share(body[:4], body[4], body[5:])


def _check(raw: bytes) -> bytes:
    return hashlib.sha256(b"quanheng.share.1" + raw).digest()[:_CHECK]


def _value(line: bytes, x: int) -> int:
    """The polynomial with these coefficients, lowest first, at x (Horner)."""
    total = 0
    for coefficient in reversed(line):
        total = _times(total, x) ^ coefficient
    return total


def _weight(number: int, numbers: Sequence[int]) -> int:
    """The Lagrange weight at zero: the product of x / (x - own), where minus is exclusive or."""
    weight = 1
    for other in numbers:
        if other != number:
            weight = _times(weight, _times(other, _inverse(other ^ number)))
    return weight


def _times(one: int, other: int) -> int:
    """Product in GF(256). Both operands are walked bit by bit, whatever they are."""
    total = 0
    for _ in range(8):
        total ^= one * (other & 1)
        one = (one << 1) ^ (_POLYNOMIAL * (one >> 7))
        other >>= 1
    return total


def _inverse(one: int) -> int:
    """One over a number that is not zero: its 254th power."""
    power = 1
    for _ in range(254):
        power = _times(power, one)
    return power

