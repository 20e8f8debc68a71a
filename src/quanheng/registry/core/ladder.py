"""The ladder of levels (职务层次): rungs, tiers, chief and deputy, and the levels that a post of one level asks about."""

RUNGS = ("101", "102", "111", "112", "121", "122", "131", "132", "141", "142", "150", "160")
"""GB/T 12407 level codes, the highest first; one step is one rung."""

TIERS = {"10": "national", "11": "provincial", "12": "bureau", "13": "county", "14": "township"}


def tier_of(level: str) -> str | None:
    """The tier of a level code; None for 科员级 and below."""
    return TIERS.get(level[:2])


def side_of(level: str) -> str | None:
    """Chief or deputy of the tier, which is what the rules on steps mean: 131 chief, 132 deputy."""
    return {"1": "chief", "2": "deputy"}.get(level[-1:]) if tier_of(level) else None


def same_tier_deputy(level: str) -> str:
    """The level of deputies in the tier of a post of this level."""
    return f"{level[:2]}2"


def chief_below(level: str) -> str:
    """The level of chiefs one tier below; "" when there is none."""
    rungs = [each for each in RUNGS if each > level and side_of(each) == "chief"]
    return rungs[0] if rungs else ""


def rung_below(level: str) -> str:
    """The level one rung below; "" when there is none."""
    lower = [each for each in RUNGS if each > level]
    return lower[0] if level in RUNGS and lower else ""
