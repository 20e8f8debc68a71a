"""查核结果处理: outcomes by class and severity, bars; only the lightest grade is verified."""

from datetime import date

from quanheng.kernel.dates import NO_DATE, last_day
from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _light(final_class: str, matters_severity: str | None, on: date) -> str | None:
    if final_class == "consistent":
        return "no_treatment"
    return "criticism" if (final_class, matters_severity) == ("omission", "lighter") else None


def _graded(final_class: str, matters_severity: str, has_other_breach: bool | None, on: date) -> str | None:
    if final_class == "omission":
        return "admonition" if matters_severity == "heavier" else None
    if final_class != "concealment":
        return None
    return "removed" if matters_severity == "heavier" or has_other_breach else "admonition_and_cancelled"


def _bar(
    final_class: str,
    matters_severity: str,
    matters_handled_on: date,
    omission_bar_months: int,
    light_bar_months: int,
    heavy_bar_months: int,
    on: date,
) -> date | None:
    if final_class == "open":
        return None
    months = {
        ("omission", "heavier"): omission_bar_months,
        ("concealment", "lighter"): light_bar_months,
        ("concealment", "heavier"): heavy_bar_months,
    }.get((final_class, matters_severity))
    return NO_DATE if months is None else last_day(matters_handled_on, months)


light = Derivation(
    id="matters_verification.5.light",
    catalogue="pm-outcome",
    subject="personal_matters",
    since=date(2017, 2, 8),
    repealed=date(2023, 4, 1),
    term="漏报较轻的处理",
    term_en="Light omission",
    means="A light omission is criticised and put right; a consistent report needs nothing.",
    means_zh="漏报情节较轻的，批评教育、责令改正或者书面检查；一致的无须处理。",
    fact="matters_outcome",
    reads=("final_class",),
    optional=("matters_severity",),
    reckon=_light,
    cites=("5",),
)

light_now = Derivation(
    id="matters_verification.5.light_now",
    catalogue="pm-outcome",
    subject="personal_matters",
    since=date(2023, 4, 1),
    term="漏报较轻的处理",
    term_en="Light omission",
    means="A light omission is criticised and put right; a consistent report needs nothing (by the text of 2017, not verified).",
    means_zh="漏报情节较轻的，批评教育、责令改正或者书面检查；一致的无须处理（按2017年文本，待核）。",
    fact="matters_outcome",
    reads=("final_class",),
    optional=("matters_severity",),
    reckon=_light,
    cites=("5",),
    verified=False,
)

grades_outcome = Derivation(
    id="matters_verification.grades.outcome",
    catalogue="pm-outcome",
    subject="personal_matters",
    since=date(2017, 2, 8),
    term="其他情形的处理",
    term_en="Graded outcomes",
    means="Heavier omission: admonition; lighter concealment: admonition and status cancelled; heavier: removed (not verified).",
    means_zh="漏报较重的诫勉；隐瞒较轻的诫勉并取消资格；隐瞒较重或者涉嫌其他违纪的调离、免职等（待核）。",
    fact="matters_outcome",
    reads=(
        "final_class",
        "matters_severity",
    ),
    optional=("has_other_breach",),
    reckon=_graded,
    cites=("grades",),
    verified=False,
)

grades_bar_until = Derivation(
    id="matters_verification.grades.bar_until",
    catalogue="pm-outcome",
    subject="personal_matters",
    since=date(2017, 2, 8),
    term="提拔受限期",
    term_en="Bar on promotion",
    means="Half a year for a heavier omission or lighter concealment, a year for a heavier one (not verified).",
    means_zh="漏报较重、隐瞒较轻的半年，隐瞒较重的一年（待核）。",
    fact="matters_bar_until",
    reads=(
        "final_class",
        "matters_severity",
        "matters_handled_on",
    ),
    params=(
        "matters_verification.omission_bar_months",
        "matters_verification.light_bar_months",
        "matters_verification.heavy_bar_months",
    ),
    reckon=_bar,
    cites=("grades",),
    verified=False,
)

grades_bar = Rule(
    id="matters_verification.grades.bar",
    catalogue="pm-outcome",
    subject="personal_matters",
    since=date(2017, 2, 8),
    term="查核结果影响期",
    term_en="The bar after a check",
    means="No promotion before the bar has run (not verified).",
    means_zh="查核结果处理的限制期未满，不得提拔（待核）。",
    when=fact("move").isin(("promotion", "further_use")),
    requires=fact("judged_on") > fact("matters_bar_until"),
    effect=Effect.FORBID,
    cites=("grades",),
    verified=False,
)

conclusion = Rule(
    id="matters_verification.5.conclusion",
    catalogue="pm-outcome",
    subject="personal_matters",
    since=date(2017, 2, 8),
    term="漏报须有处理结论",
    term_en="An omission is concluded",
    means="An omission has its written conclusion.",
    means_zh="认定为漏报的，须有书面处理结论。",
    when=fact("final_class") == "omission",
    requires=fact("has_omission_conclusion"),
    effect=Effect.WARN,
    cites=("5",),
)
