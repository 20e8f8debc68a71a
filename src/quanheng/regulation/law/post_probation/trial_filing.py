"""Filing of a trial post and its tenure (articles 3, 7 and 8)."""

from datetime import date

from quanheng.kernel.dates import OPEN_ENDED, add_months
from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _due(probation_notice_on: date, filing_months: int, *, on: date) -> date:
    return add_months(probation_notice_on, -filing_months)


due = Derivation(
    id="post_probation.3.filing_due",
    catalogue="rt-trial-filing",
    subject="appointment",
    since=date(2001, 2, 6),
    term="试任职备案最迟日",
    term_en="Last day to file",
    means="Where a trial post must be filed: one month before the notice.",
    means_zh="需要备案的，在印发试用通知一个月前报送备案。",
    fact="trial_filing_due_on",
    reads=("probation_notice_on",),
    params=("post_probation.filing_months",),
    reckon=_due,
    cites=("3",),
)


filed = Rule(
    id="post_probation.3.filed",
    catalogue="rt-trial-filing",
    subject="appointment",
    since=date(2001, 2, 6),
    term="试任职提前备案",
    term_en="Filed a month before",
    means=(
        "A trial post that must be filed is filed one month before the notice; elected posts "
        "are out of scope."
    ),
    means_zh="需要备案的试任职务，应当在印发通知一个月前报送备案；选举产生的职务不适用。",
    when=fact("is_trial_filing_needed") & ~fact("is_elected_post"),
    requires=fact("trial_filed_on") <= fact("trial_filing_due_on"),
    effect=Effect.WARN,
    cites=("3",),
)


def _tenure(probation_notice_on: date, post_probation_result: str, *, on: date) -> date:
    """Never (OPEN_ENDED) when not confirmed: the trial year is lost."""
    return probation_notice_on if post_probation_result == "competent" else OPEN_ENDED


tenure = Derivation(
    id="post_probation.7.tenure_from",
    catalogue="rt-two-probations",
    subject="appointment",
    since=date(2001, 2, 6),
    term="领导试用职务任职起算日",
    term_en="Tenure of a leader on trial from",
    means=(
        "Once confirmed the trial counts: tenure runs from the trial notice; not confirmed, "
        "it counts for nothing."
    ),
    means_zh="考核胜任的，任职时间自试用通知之日起算；不胜任的，试用期不计入。",
    fact="trial_tenure_from",
    reads=(
        "probation_notice_on",
        "post_probation_result",
    ),
    reckon=_tenure,
    cites=(
        "7",
        "8",
    ),
)
