"""What a year's result may be, how outcomes are compared, and the condition that a recorded grade fits one. No rules here."""

from quanheng.kernel.expressions import Expression, fact

GRADES = ("excellent", "competent", "basically_competent", "incompetent")
LIGHT_TO_HEAVY = (
    "free",
    "supplemented",
    "not_excellent",
    "ungraded",
    "no_comments",
    "not_assessed",
    "incompetent",
)


def fits(outcome: str) -> Expression:
    """The condition that the recorded result is one the outcome allows.

    >>> sorted(fits("state_year_outcome").facts)
    ['appraised_grade', 'state_year_outcome']
    """
    due, grade = fact(outcome), fact("appraised_grade")
    return (
        (due.isin(("free", "supplemented")) & grade.isin(GRADES))
        | ((due == "not_excellent") & grade.isin(GRADES[1:]))
        | (due.isin(("ungraded", "no_comments")) & (grade == "ungraded"))
        | ((due == "not_assessed") & (grade == "absent"))
        | ((due == "incompetent") & (grade == "incompetent"))
    )


def heaviest(*outcomes: str | None) -> str:
    """The outcome that weighs heaviest on the grade; the unknown are left out.

    >>> heaviest("ungraded", None, "incompetent")
    'incompetent'
    """
    return max((each for each in outcomes if each), key=LIGHT_TO_HEAVY.index)
