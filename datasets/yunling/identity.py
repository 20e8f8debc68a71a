"""Identity numbers and social credit codes under an area code that does not exist (999). Check characters are real."""

from datetime import date

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
ORGAN_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
REGISTERS = {"机关": "11", "事业": "12", "群团": "13", "企业": "91"}


def identity_check(body: str) -> str:
    """The eighteenth character of an identity number.

    >>> identity_check("11010519491231002")
    'X'
    """
    return "10X98765432"[sum(int(c) * w for c, w in zip(body, WEIGHTS, strict=True)) % 11]


def identity_number(area: str, birth: date, sequence: int) -> str:
    """Area (999…), birth date and sequence (odd for men) with the check character."""
    body = f"{area}{birth:%Y%m%d}{sequence:03d}"
    return body + identity_check(body)


def credit_check(body: str) -> str:
    """The last character of a unified social credit code.

    >>> credit_check("91350100M000100Y4")
    '3'
    """
    return CREDIT[-sum(CREDIT.index(c) * w for c, w in zip(body, CREDIT_WEIGHTS, strict=True)) % 31]


def organ_check(body: str) -> str:
    """The last character of a nine-place organisation code.

    >>> organ_check("71526726")
    'X'
    """
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    value = 11 - sum(alphabet.index(c) * w for c, w in zip(body, ORGAN_WEIGHTS, strict=True)) % 11
    return {10: "X", 11: "0"}.get(value, str(value))


def credit_code(family: str, number: int) -> str:
    """A social credit code of the invented area 999100 for the n-th organisation."""
    organ = f"MY{number:06d}"
    body = f"{REGISTERS[family]}999100{organ}{organ_check(organ)}"
    return body + credit_check(body)
