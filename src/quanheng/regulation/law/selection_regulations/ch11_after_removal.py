"""免职、辞职、降职之后: from when a person may come back, and to which posts."""

from datetime import date

from quanheng.kernel.dates import last_day
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.periods import Months
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions
ACCOUNTABILITY = date(2009, 6, 30)  # the rules on accountability of 2009


def _no_equal(*, blamed_on: date, equal_post_months: int, on: date) -> date:
    return last_day(blamed_on, equal_post_months)


def _no_leading(*, blamed_on: date, accountable_leading_months: int, on: date) -> date:
    return last_day(blamed_on, accountable_leading_months)


def _no_higher(*, blamed_on: date, accountable_higher_months: int, on: date) -> date:
    return last_day(blamed_on, accountable_higher_months)


def _new_post(*, new_post_from_on: date, on: date) -> int:
    return Months.from_day(new_post_from_on, on=on)


new_post = Derivation(
    id="selection_regulations.return.new_post",
    catalogue="cv-return-after",
    subject="removal",
    since=FIRST,
    repealed=SECOND,
    term="在新岗位时间计算",
    term_en="Reckoning time in the new post",
    means="Full months in the new post.",
    means_zh="在新岗位工作的整月数。",
    fact="new_post_months",
    reads=("new_post_from_on",),
    reckon=_new_post,
    cites=("return",),
)

return_2002 = Rule(
    id="selection_regulations.return.2002",
    catalogue="cv-return-after",
    subject="removal",
    since=FIRST,
    repealed=SECOND,
    term="辞职、免职、降职后再任（2002年）",
    term_en="Coming back (2002)",
    means="After a year or more in the new post with outstanding results the person may be appointed or promoted again.",
    means_zh="引咎辞职、责令辞职、免职、降职的，在新岗位工作一年以上且实绩突出，方可重新任用或者提拔。",
    when=fact("is_return_after_blame"),
    requires=(fact("new_post_months") >= param("selection_regulations.new_post_months"))
    & fact("has_outstanding_results"),
    effect=Effect.FORBID,
    cites=("return",),
)

no_equal = Derivation(
    id="selection_regulations.return.no_equal",
    catalogue="cv-return-after",
    subject="removal",
    since=ACCOUNTABILITY,
    repealed=SECOND,
    term="不得任相当职务期限（2009年）",
    term_en="No equal post until (2009)",
    means="No post equal to the old one for a year from the event.",
    means_zh="问责后一年内不得担任与原职务相当的领导职务，自受问责之日起算。",
    fact="no_equal_post_until",
    reads=("blamed_on",),
    params=("selection_regulations.equal_post_months",),
    reckon=_no_equal,
    cites=("accountability:10",),
)

return_2009 = Rule(
    id="selection_regulations.return.2009",
    catalogue="cv-return-after",
    subject="removal",
    since=ACCOUNTABILITY,
    repealed=SECOND,
    term="问责后再任（2009年）",
    term_en="Coming back after accountability (2009)",
    means="No post equal to the old one, nor a higher one, until the year is over.",
    means_zh="一年期满前不得担任与原职务相当或者更高的领导职务。",
    when=fact("is_return_after_blame") & fact("return_level").isin(("equal", "higher")),
    requires=fact("judged_on") > fact("no_equal_post_until"),
    effect=Effect.FORBID,
    cites=("accountability:10",),
)

no_leading = Derivation(
    id="selection_regulations.return.no_leading",
    catalogue="cv-return-after",
    subject="removal",
    since=SECOND,
    term="不得任领导职务期限",
    term_en="No leading post until",
    means="No leading post for a year from the event.",
    means_zh="受问责后一年内不得担任领导职务。",
    fact="no_leading_post_until",
    reads=("blamed_on",),
    params=("selection_regulations.accountable_leading_months",),
    reckon=_no_leading,
    cites=("return",),
)

no_higher = Derivation(
    id="selection_regulations.return.no_higher",
    catalogue="cv-return-after",
    subject="removal",
    since=SECOND,
    term="不得任更高职务期限",
    term_en="No higher post until",
    means="No post above the old level for two years from the event.",
    means_zh="受问责后两年内不得担任高于原职务层次的领导职务。",
    fact="no_higher_post_until",
    reads=("blamed_on",),
    params=("selection_regulations.accountable_higher_months",),
    reckon=_no_higher,
    cites=("return",),
)

return_leading_2014 = Rule(
    id="selection_regulations.return.leading.2014",
    catalogue="cv-return-after",
    subject="removal",
    since=SECOND,
    repealed=THIRD,
    term="问责后一年不得任领导职务（2014年，未核实）",
    term_en="No leading post for a year (2014, not verified)",
    means="No leading post before the year is over.",
    means_zh="一年期满前，不得担任领导职务。",
    when=fact("is_return_after_blame") & fact("is_leading_post"),
    requires=(fact("judged_on") > fact("no_leading_post_until")),
    effect=Effect.FORBID,
    cites=("return",),
    verified=False,
)

return_leading = Rule(
    id="selection_regulations.return.leading",
    catalogue="cv-return-after",
    subject="removal",
    since=THIRD,
    term="问责后一年不得任领导职务",
    term_en="No leading post for a year",
    means="No leading post before the year is over.",
    means_zh="一年期满前，不得担任领导职务。",
    when=fact("is_return_after_blame") & fact("is_leading_post"),
    requires=(fact("judged_on") > fact("no_leading_post_until")),
    effect=Effect.FORBID,
    cites=("return",),
)

return_higher = Rule(
    id="selection_regulations.return.higher",
    catalogue="cv-return-after",
    subject="removal",
    since=SECOND,
    term="问责后两年不得任更高职务",
    term_en="No higher post for two years",
    means="No post above the old level before two years are over.",
    means_zh="两年期满前，不得担任高于原职务层次的职务。",
    when=fact("is_return_after_blame") & (fact("return_level") == "higher"),
    requires=(fact("judged_on") > fact("no_higher_post_until")),
    effect=Effect.FORBID,
    cites=("return",),
)

return_sanction = Rule(
    id="selection_regulations.return.sanction",
    catalogue="cv-return-after",
    subject="removal",
    since=FIRST,
    term="同时受处分的取其长",
    term_en="The longer of window and sanction",
    means="Whoever was also sanctioned waits until that period too is over.",
    means_zh="同时受处分的，处分影响期也须届满。",
    when=fact("is_return_after_blame"),
    requires=fact("restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("return",),
)

honours_2009 = Rule(
    id="selection_regulations.return.honours_2009",
    catalogue="cv-return-after",
    subject="removal",
    since=ACCOUNTABILITY,
    repealed=SECOND,
    gone="此后由问责条例和考核规定处理",
    term="问责当年不评优（2009年）",
    term_en="No honours in the year of blame (2009)",
    means="Whoever is held to account takes no part in the honours of that year.",
    means_zh="受问责的，取消当年年度考核评优和评选先进资格。",
    when=fact("is_blamed_this_year"),
    requires=~fact("is_honoured_this_year"),
    effect=Effect.FORBID,
    cites=("accountability:10",),
)
