"""Procedure: time limits, investigators, hearing, the order for elected persons; pairs of Party and state sanctions."""

from datetime import date

from quanheng.kernel.dates import add_months
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

RULES_2007, LAW_2018, LAW_2020 = date(2007, 6, 1), date(2018, 3, 20), date(2020, 7, 1)
OPENED = fact("case_opened_on")
ELECTED = fact("is_elected_or_congress_appointed") & fact("sanction_kind").isin(
    ("post_removal", "service_dismissal")
)
USUAL = {
    "warning": ("demerit", "none"),
    "serious_warning": ("major_demerit", "grade_demotion", "none"),
    "party_post_removal": ("post_removal",),
    "party_probation": ("post_removal",),
    "party_expulsion": ("service_dismissal",),
    "none": ("warning", "demerit", "major_demerit"),
}


def _decision_due(
    *,
    case_opened_on: date,
    is_case_complicated: bool,
    decision_months: int,
    decision_months_most: int,
    on: date,
) -> date:
    return add_months(case_opened_on, decision_months_most if is_case_complicated else decision_months)


in_time = Rule(
    id="state_sanctions.39.time",
    catalogue="h-admin-procedure",
    subject="sanction",
    since=RULES_2007,
    term="处分决定期限",
    term_en="Decided in time",
    means="Decided within six months of the opened case, a complicated one within twelve.",
    means_zh="立案之日起六个月内作出处分决定，案情复杂的最长十二个月。",
    requires=(fact("sanction_decided_on") <= later(OPENED, months=param("state_sanctions.decision_months")))
    | (
        fact("is_case_complicated")
        & (fact("sanction_decided_on") <= later(OPENED, months=param("state_sanctions.decision_months_most")))
    ),
    effect=Effect.WARN,
    cites=("39",),
)

decision_due = Derivation(
    id="state_sanctions.39.due",
    catalogue="h-admin-procedure",
    subject="sanction",
    since=RULES_2007,
    term="处分决定期限",
    term_en="Decision due",
    means="Six months after the case was opened, twelve for a complicated one.",
    means_zh="立案之日起六个月，案情复杂的十二个月。",
    fact="sanction_decision_due_on",
    reads=("case_opened_on", "is_case_complicated"),
    params=("state_sanctions.decision_months", "state_sanctions.decision_months_most"),
    reckon=_decision_due,
    cites=("39",),
)

two = Rule(
    id="state_sanctions.39.investigators",
    catalogue="h-admin-procedure",
    subject="sanction",
    since=RULES_2007,
    term="调查人员",
    term_en="Investigators",
    means="Two or more investigators.",
    means_zh="调查由二名以上办案人员进行。",
    requires=fact("investigators") >= param("state_sanctions.investigators_least"),
    effect=Effect.WARN,
    cites=("39",),
)

heard = Rule(
    id="state_sanctions.39.heard",
    catalogue="h-admin-procedure",
    subject="sanction",
    since=RULES_2007,
    term="听取陈述申辩",
    term_en="The person is heard",
    means="The person is heard before the decision.",
    means_zh="作出处分决定前听取本人陈述和申辩。",
    requires=fact("is_person_heard"),
    effect=Effect.WARN,
    cites=("39",),
)

removed_first_2007 = Rule(
    id="state_sanctions.36.order",
    catalogue="h-admin-procedure",
    subject="sanction",
    since=RULES_2007,
    repealed=LAW_2020,
    term="选举任命人员的处分顺序",
    term_en="Order for elected persons",
    means="Elected and appointed persons are first removed by the body, but for urgent cases of provincial level.",
    means_zh="对人大选举、决定任命的人员给予撤职、开除，先由人大罢免、撤销或者免职；省级以上紧急特殊情形除外。",
    when=ELECTED,
    requires=(fact("removed_by_congress_on") <= fact("sanction_decided_on"))
    | fact("is_urgent_provincial_case"),
    effect=Effect.FORBID,
    cites=("36",),
)

removed_first = Rule(
    id="state_sanctions.50.order",
    catalogue="h-admin-procedure",
    subject="sanction",
    since=LAW_2020,
    term="选举任命人员的处分顺序",
    term_en="Order for elected persons",
    means="Elected and appointed persons are first removed by the body.",
    means_zh="对人大、政协选举任命的人员给予撤职、开除，先由该机关罢免、撤销或者免去职务。",
    when=ELECTED,
    requires=fact("removed_by_congress_on") <= fact("sanction_decided_on"),
    effect=Effect.FORBID,
    cites=("50",),
)

match = Derivation(
    id="state_sanctions.match",
    catalogue="h-sanction-match",
    subject="sanction",
    since=LAW_2018,
    term="党纪政务处分是否匹配",
    term_en="Whether the pair is usual",
    means="Heavy Party sanctions go with heavy state ones; light ones may stand alone.",
    means_zh="重党纪处分与撤职、开除相匹配；警告对记过，严重警告对记大过、降级；轻处分可以单独给予。",
    fact="is_match_usual",
    reads=("paired_party_kind", "paired_state_kind"),
    reckon=lambda *, paired_party_kind, paired_state_kind, on: (
        paired_state_kind in USUAL[paired_party_kind] if paired_party_kind in USUAL else None
    ),
    cites=("match",),
    verified=False,
)

matched = Rule(
    id="state_sanctions.match.usual",
    catalogue="h-sanction-match",
    subject="sanction",
    since=LAW_2018,
    term="党纪政务处分匹配",
    term_en="Party and state sanctions match",
    means="An unusual pair is shown for a person to look at; those who can only get light kinds are treated otherwise.",
    means_zh="党纪处分与政务处分不匹配的，提示人工复核；只能给予轻处分的人员以组织处理衔接。",
    requires=fact("is_match_usual") | fact("official_kind").isin(("village_manager", "other_official")),
    effect=Effect.WARN,
    cites=("match",),
    verified=False,
)
