"""A guard for text that leaves in tables: spreadsheet programs take some beginnings for formulas."""

_RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def is_risky(said: str) -> bool:
    """Whether a spreadsheet program might run this text.

    >>> is_risky("=1+1"), is_risky("张三")
    (True, False)
    """
    return said.startswith(_RISKY)


def guarded(said: str) -> str:
    """The text for a CSV cell, where nothing but an apostrophe can mark it as text.

    >>> guarded("@SUM(A1)"), guarded("张三")
    ("'@SUM(A1)", '张三')
    """
    return f"'{said}" if is_risky(said) else said
