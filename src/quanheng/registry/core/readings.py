"""Words of the file read as the law's facts: Party membership, health, education, yearly results."""

from functools import cache

from quanheng.registry.core import codes

EDUCATION = {"1": 5, "2": 4, "3": 3, "4": 2, "6": 1, "7": 1, "8": 1}
"""First digit of the ZB64 code to the catalogue's education rank."""

ENOUGH_FOR_ANY_POST = 4  # 大学本科: no post asks for more, so what is unreadable beside it cannot matter
GRADES = {
    "1": "excellent",
    "2": "competent",
    "3": "basically_competent",
    "4": "incompetent",
    "5": "ungraded",
    "6": "absent",
}
WEAK = ("basically_competent", "incompetent")
HEALTHY = ("健康", "良好", "健康或良好")
MEMBER = "01"


def party_months(status_said: str) -> int | None:
    """Nobody outside the Party has Party seniority; a member's full membership has no date on the forms: unknown."""
    status = codes.find("political_status", status_said) if status_said else None
    return 0 if status and status != MEMBER else None


def is_fit(health_said: str) -> bool | None:
    """Fit when the file says so in the words of the forms; anything else is for a person to judge."""
    return True if health_said.strip() in HEALTHY or health_said == "1" else None


def rank_of(level_said: str) -> int | None:
    """The catalogue's rank of an education as the file words it; None when it cannot be read."""
    code = _education_code(level_said)
    return EDUCATION.get(code[:1]) if code else None


def grade_of(said: str) -> str | None:
    """The catalogue's word for a yearly result as the file has it."""
    code = _grade_code(said)
    return GRADES.get(code[:1]) if code else None


@cache
def _education_code(said: str) -> str | None:
    return codes.find("education", said) or codes.find(
        "education", said.removeprefix("全日制").removeprefix("在职")
    )


@cache
def _grade_code(said: str) -> str | None:
    return codes.find("appraisal_result", said)
