"""Unified social credit codes (统一社会信用代码, GB 32100-2015) and the organisation code inside (GB 11714)."""

from quanheng.kernel.texts import Text, text

_SYMBOLS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WIDE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def check_symbol(body: str) -> str:
    """The eighteenth symbol for the first seventeen.

    >>> check_symbol("91350100M000100Y4")
    '3'
    """
    total = sum(_SYMBOLS.index(symbol) * pow(3, place, 31) for place, symbol in enumerate(body))
    return _SYMBOLS[-total % 31]


def organisation_check(body: str) -> str:
    """The ninth character of an organisation code for the first eight.

    >>> organisation_check("M000100Y"), organisation_check("71526726")
    ('4', 'X')
    """
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    rest = 11 - sum(_WIDE.index(sign) * weight for sign, weight in zip(body, weights, strict=True)) % 11
    return {10: "X", 11: "0"}.get(rest, str(rest))


def fault(said: str) -> Text | None:
    """Why this cannot be a unified social credit code; None when it can.

    >>> fault("9144030071526726XG"), str(fault("9144030071526726XA"))
    (None, '校验位应为G，现为A')
    """
    code = said.strip().upper()
    if len(code) != 18:
        return text("应为18位，现为{count}位", count=len(code))
    strange = sorted(set(code) - set(_SYMBOLS))
    if strange:
        return text("含有不允许的字符：{signs}", signs="、".join(strange))
    if organisation_check(code[8:16]) != code[16]:
        return text("第9至17位的组织机构代码校验位不正确")
    expected = check_symbol(code[:17])
    return None if code[17] == expected else text("校验位应为{expected}，现为{found}", expected=expected, found=code[17])
