"""第六章 讨论决定: consultation before it. The meeting is in `ch6_deliberation` and `ch6_forms`."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions


def _silent_until(*, co_manager_received_on: date, consent_months: int, on: date) -> date:
    return answer_deadline(co_manager_received_on, months=consent_months)


def _deemed(*, co_manager_reply: str, co_manager_silent_until: date, on: date) -> str:
    if co_manager_reply != "silent":
        return co_manager_reply
    return "agreed" if on > co_manager_silent_until else "waiting"


silent_until = Derivation(
    id="selection_regulations.34.silent_until",
    catalogue="b-consult-leaders",
    subject="meeting",
    since=FIRST,
    term="协管方答复期限",
    term_en="The co-manager's time",
    means="One month after the co-manager received the request, the day of receipt not counted.",
    means_zh="协管方收到征求意见之日起一个月，收到当日不计。",
    fact="co_manager_silent_until",
    reads=("co_manager_received_on",),
    params=("selection_regulations.consent_months",),
    reckon=_silent_until,
    cites=("34",),
)

opinion = Derivation(
    id="selection_regulations.34.deemed",
    catalogue="b-consult-leaders",
    subject="meeting",
    since=FIRST,
    term="协管方意见认定",
    term_en="The co-manager's opinion",
    means="Silence until the end of the month counts as consent.",
    means_zh="协管方一个月未答复的，视为同意。",
    fact="co_manager_opinion",
    reads=("co_manager_reply", "co_manager_silent_until"),
    reckon=_deemed,
    cites=("34",),
)

consulted = Rule(
    id="selection_regulations.34.consulted",
    catalogue="b-consult-leaders",
    subject="meeting",
    since=FIRST,
    term="酝酿征求意见",
    term_en="Consultation",
    means="The relevant leaders, and for department posts the superior leader in charge, are consulted before the decision.",
    means_zh="讨论决定前在有关领导成员中酝酿，部门职位征求上级分管领导成员意见。",
    requires=fact("is_leaders_consulted"),
    effect=Effect.FORBID,
    cites=("34",),
)

nonparty = Rule(
    id="selection_regulations.34.nonparty",
    catalogue="b-consult-leaders",
    subject="meeting",
    since=FIRST,
    term="非党人选征求意见",
    term_en="Non-party candidates",
    means="For non-party candidates the united front department, the democratic parties and the federation are consulted.",
    means_zh="非中共党员人选，征求统战部门、民主党派、工商联等方面意见。",
    when=fact("is_nonparty_candidate"),
    requires=fact("is_united_front_consulted"),
    effect=Effect.FORBID,
    cites=("34",),
)

co_manager = Rule(
    id="selection_regulations.34.co_manager",
    catalogue="b-consult-leaders",
    subject="meeting",
    since=FIRST,
    term="双重管理征求意见",
    term_en="Dual management",
    means="The co-manager agrees or is deemed to; over a chief the superior department coordinates, over a deputy the main manager decides.",
    means_zh="双重管理的，协管方同意或者视为同意；对正职意见不一致由上级组织部门协调，对副职由主管方决定。",
    when=fact("is_dual_managed"),
    requires=(fact("co_manager_opinion") == "agreed")
    | (
        (fact("co_manager_opinion") == "disagreed")
        & (
            ((fact("post_role") == "chief") & fact("is_superior_coordinated"))
            | ((fact("post_role") == "deputy") & fact("is_main_manager_decided"))
        )
    ),
    effect=Effect.FORBID,
    cites=("34",),
)

parties = Rule(
    id="selection_regulations.consultation",
    catalogue="b-procedure-nonparty",
    subject="meeting",
    since=FIRST,
    term="民主协商",
    term_en="Democratic consultation",
    means="For candidates of congress, government and CPPCC the democratic parties and the federation are consulted.",
    means_zh="人大、政府、政协领导人选，事前与民主党派、工商联等协商。",
    when=fact("is_for_three_bodies"),
    requires=fact("is_democratically_consulted"),
    effect=Effect.WARN,
    cites=("consultation",),
)
