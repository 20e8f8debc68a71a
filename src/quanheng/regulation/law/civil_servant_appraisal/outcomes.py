"""What a year's result may be, how outcomes are compared, and the condition that a recorded grade fits one. No rules here."""

from dataclasses import dataclass

from quanheng.kernel.explanations import Explanation
from quanheng.kernel.expressions import Expression, Negation, fact, leaf
from quanheng.kernel.situations import SIGNS, Situation
from quanheng.kernel.texts import text

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


@dataclass(frozen=True, eq=False)
class Fits(Negation):
    """考核结果相符: the recorded result is one that the outcome allows; said in one sentence."""

    outcome: str = ""

    def explain(self, at: Situation) -> Explanation:
        due, grade = fact(self.outcome), fact("appraised_grade")
        blanks = {
            "fact": grade.label(at),
            "value": grade.shown(grade.value(at), at),
            "sign": SIGNS["=="],
            "other": due.label(at),
            "wanted": due.shown(due.value(at), at),
        }
        return leaf(self, text("{fact}：{value}（须{sign}{other}：{wanted}）", **blanks), self.value(at), at)


def fits(outcome: str) -> Expression:
    """The condition that the recorded result is one the outcome allows.

    >>> sorted(fits("state_year_outcome").facts)
    ['appraised_grade', 'state_year_outcome']
    """
    due, grade = fact(outcome), fact("appraised_grade")
    allowed = (
        (due.isin(("free", "supplemented")) & grade.isin(GRADES))
        | ((due == "not_excellent") & grade.isin(GRADES[1:]))
        | (due.isin(("ungraded", "no_comments")) & (grade == "ungraded"))
        | ((due == "not_assessed") & (grade == "absent"))
        | ((due == "incompetent") & (grade == "incompetent"))
    )
    return Fits(~allowed, outcome)


def heaviest(*outcomes: str | None) -> str:
    """The outcome that weighs heaviest on the grade; the unknown are left out.

    >>> heaviest("ungraded", None, "incompetent")
    'incompetent'
    """
    return max((each for each in outcomes if each), key=LIGHT_TO_HEAVY.index)
