"""查核: random and key checks, wealth, holdings in another's name, use in selection, discipline text."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

KEY = ("promotion", "further_use", "reserve", "inspection_tour", "reported", "other_need")
PROMOTED = fact("move").isin(("promotion", "further_use"))


def _random(matters_group_size: int, random_percent: int, on: date) -> int:
    """Rounded up."""
    return -(-matters_group_size * random_percent // 100)


def _is_key(check_occasion: str, on: date) -> bool:
    return check_occasion in KEY


def _duty(is_family_paid_and_enjoyed: bool, is_family_titled: bool, on: date) -> str:
    """Substance first: who paid and enjoys it reports it."""
    if is_family_paid_and_enjoyed:
        return "report"
    return "report_with_note" if is_family_titled else "nothing"


def _text(
    matters_filed_on: date, discipline_2015: date, discipline_2018: date, discipline_2023: date, on: date
) -> str:
    """The conduct is the filing: the text of that day."""
    if matters_filed_on < discipline_2015:
        return "none"
    if matters_filed_on < discipline_2018:
        return "text_2015"
    return "text_2018" if matters_filed_on < discipline_2023 else "text_2023"


def _is_punishable(
    false_report_text: str, final_class: str | None, is_false_report_serious: bool | None, on: date
) -> bool | None:
    if false_report_text == "none" or final_class in ("omission", "consistent"):
        return False
    if final_class is None or final_class == "open":
        return None
    return is_false_report_serious


random_people = Derivation(
    id="personal_matters.11.random_people",
    catalogue="pm-check-kinds",
    subject="personal_matters",
    since=date(2014, 1, 1),
    term="随机抽查人数",
    term_en="People to check at random",
    means="A tenth of the group yearly, rounded up (share not verified).",
    means_zh="每年按百分之十随机抽查，尾数进一（比例待核）。",
    fact="random_check_people",
    reads=("matters_group_size",),
    params=("personal_matters.random_percent",),
    reckon=_random,
    cites=("11",),
    verified=False,
)

random = Rule(
    id="personal_matters.11.random",
    catalogue="pm-check-kinds",
    subject="personal_matters",
    since=date(2014, 1, 1),
    term="随机抽查比例",
    term_en="Random checks",
    means="As many people are checked at random as are due.",
    means_zh="每年随机抽查的人数不少于应抽查人数。",
    requires=fact("randomly_checked_people") >= fact("random_check_people"),
    effect=Effect.WARN,
    cites=("11",),
    verified=False,
)

key_due = Derivation(
    id="personal_matters.11.key_due",
    catalogue="pm-check-kinds",
    subject="personal_matters",
    since=date(2014, 1, 1),
    term="重点查核对象",
    term_en="Key checks",
    means="Intended promotees, further use, reserve, inspection tours, reported persons and other need; level transfers as the body decides.",
    means_zh="拟提拔、拟进一步使用、后备人选、巡视、举报和其他需要的，须重点查核；平级转任由各级自定。",
    fact="is_key_check_due",
    reads=("check_occasion",),
    reckon=_is_key,
    cites=("11",),
)

key = Rule(
    id="personal_matters.11.key",
    catalogue="r-personal-matters",
    subject="personal_matters",
    since=date(2014, 1, 1),
    term="提拔前查核",
    term_en="Checked before promotion",
    means="Nobody due for a key check goes to the meeting unchecked.",
    means_zh="须重点查核的人选，未经查核不得提交会议讨论。",
    when=fact("is_key_check_due"),
    requires=fact("is_matters_verified"),
    effect=Effect.FORBID,
    cites=(
        "10",
        "11",
        "selection_regulations:31",
    ),
)

fresh = Rule(
    id="personal_matters.11.fresh",
    catalogue="pm-check-kinds",
    subject="personal_matters",
    since=date(2014, 1, 1),
    term="查核结果不得早于最近报告",
    term_en="A fresh check",
    means="A check older than the last report is stale and made again.",
    means_zh="查核结果早于最近一次报告的，须重新查核。",
    when=fact("is_key_check_due"),
    requires=fact("matters_checked_on") >= fact("matters_last_reported_on"),
    effect=Effect.FORBID,
    cites=("11",),
)

wealth = Rule(
    id="personal_matters.12.wealth",
    catalogue="pm-wealth-over-income",
    subject="personal_matters",
    since=date(2017, 2, 8),
    term="财产明显超过收入",
    term_en="Wealth above income",
    means="Wealth clearly above lawful income is explained; no threshold, a person judges.",
    means_zh="家庭财产明显超过正常收入的，须说明来源；没有比例界限，由人判断。",
    when=fact("is_wealth_clearly_above"),
    requires=fact("is_wealth_explained"),
    effect=Effect.WARN,
    cites=("12",),
)

nominee_duty = Derivation(
    id="personal_matters.nominee.duty",
    catalogue="pm-nominee",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="代持的报告义务",
    term_en="Held in another's name",
    means="What the family pays for and enjoys is reported by the real owner; what is only in its name, with a note; else nothing.",
    means_zh="本人、配偶或者共同生活的子女出资并享有的，由实际所有人报告；仅登记在其名下的，报告并注明；均不属于的不须报告。",
    fact="nominee_duty",
    reads=(
        "is_family_paid_and_enjoyed",
        "is_family_titled",
    ),
    reckon=_duty,
    cites=("nominee",),
)

nominee_reported = Rule(
    id="personal_matters.nominee.reported",
    catalogue="pm-nominee",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="代持须报告",
    term_en="Nominee holdings reported",
    means="What the family really owns is reported; unreported it is concealment.",
    means_zh="实际由本人、配偶或者共同生活的子女所有的，须报告，未报告的属于隐瞒不报。",
    when=fact("nominee_duty").isin(("report", "report_with_note")),
    requires=fact("is_holding_reported"),
    effect=Effect.FORBID,
    cites=("nominee",),
)

concealment = Rule(
    id="personal_matters.14.concealment",
    catalogue="pm-outcome",
    subject="personal_matters",
    since=date(2014, 12, 1),
    term="隐瞒不报不得提拔",
    term_en="Concealment bars promotion",
    means="Whoever is found to have concealed is not promoted.",
    means_zh="认定为隐瞒不报的，不得提拔或者进一步使用。",
    when=PROMOTED,
    requires=fact("final_class") != "concealment",
    effect=Effect.FORBID,
    cites=(
        "concealment_policy",
        "14",
    ),
)

use = Rule(
    id="personal_matters.14.use",
    catalogue="pm-use-in-process",
    subject="personal_matters",
    since=date(2014, 1, 1),
    term="查核结果运用",
    term_en="Use of the result",
    means="The check is newer than the last report and older than the meeting day, consistent, or an omission with a written conclusion.",
    means_zh="查核结果须晚于最近报告、早于讨论决定之日，且为一致，或者漏报已有书面处理结论。",
    when=PROMOTED,
    requires=(fact("matters_checked_on") >= fact("matters_last_reported_on"))
    & (fact("matters_checked_on") < fact("decided_on"))
    & (
        (fact("final_class") == "consistent")
        | ((fact("final_class") == "omission") & fact("has_omission_conclusion"))
    ),
    effect=Effect.FORBID,
    cites=(
        "10",
        "14",
        "selection_regulations:31",
    ),
)

discipline_text = Derivation(
    id="personal_matters.discipline.text",
    catalogue="pm-discipline-version",
    subject="personal_matters",
    since=date(2016, 1, 1),
    term="不如实报告适用的文本",
    term_en="Which discipline text",
    means="The discipline text of the filing day; before 2016 there is none.",
    means_zh="按提交报告之日确定适用的纪律处分条例文本，2016年以前提交的无处分规定。",
    fact="false_report_text",
    reads=("matters_filed_on",),
    params=(
        "personal_matters.discipline_2015",
        "personal_matters.discipline_2018",
        "personal_matters.discipline_2023",
    ),
    reckon=_text,
    cites=("discipline",),
)

discipline_punishable = Derivation(
    id="personal_matters.discipline.punishable",
    catalogue="pm-discipline-version",
    subject="personal_matters",
    since=date(2016, 1, 1),
    term="不如实报告可否处分",
    term_en="Whether it can be sanctioned",
    means="Filed since 2016, found a concealment and of some gravity; an omission never carries a Party sanction.",
    means_zh="2016年以后提交、认定为隐瞒不报且情节较重的，可予党纪处分；漏报不给予党纪处分。",
    fact="is_false_report_punishable",
    reads=("false_report_text",),
    optional=(
        "final_class",
        "is_false_report_serious",
    ),
    reckon=_is_punishable,
    cites=("discipline",),
)
