"""申诉处理决定: what may be decided, when it binds, what follows."""

from datetime import date, timedelta

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _outcome(
    appeal_facts_found: str,
    is_appeal_rule_right: bool | None,
    is_appeal_measure_fit: bool | None,
    are_appeal_steps_lawful: bool | None,
    on: date,
) -> str | None:
    """Facts first, then steps and powers, then rule and measure."""
    if appeal_facts_found == "nonexistent":
        return "revoked"
    if appeal_facts_found == "unclear" or are_appeal_steps_lawful is False:
        return "sent_back"
    if None in (is_appeal_rule_right, is_appeal_measure_fit, are_appeal_steps_lawful):
        return None
    return "upheld" if is_appeal_rule_right and is_appeal_measure_fit else "changed"


def _effective(
    appeal_decided_on: date,
    is_second_appeal: bool,
    appeal_decider: str | None,
    second_appeal_due_on: date | None,
    second_appeal_filed_on: date | None,
    on: date,
) -> date | None:
    """At once when nothing more is open; else on the day after the time for a second appeal ran out."""
    if is_second_appeal:
        return appeal_decided_on
    if appeal_decider is None:
        return None
    if appeal_decider.startswith("central"):
        return appeal_decided_on
    if second_appeal_due_on in (None, NO_DATE, OPEN_ENDED) or second_appeal_filed_on != NO_DATE:
        return None
    return second_appeal_due_on + timedelta(days=1)


art_27_due_2008 = Derivation(
    id="civil_servant_appeals.27.due_2008",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="应当作出的申诉处理决定",
    term_en="What the appeal must decide",
    means="All correct: upheld; no facts: revoked; wrong rule or unfit measure: changed; unclear facts, short proof, broken steps or powers: sent back.",
    means_zh="事实清楚、适用规定正确、处理适当、程序合法的维持；事实不存在的撤销；适用规定错误或者处理明显不当的变更；事实不清、证据不足或者违反程序、超越权限的责令重新处理。",
    fact="appeal_outcome_due",
    reads=("appeal_facts_found",),
    optional=(
        "is_appeal_rule_right",
        "is_appeal_measure_fit",
        "are_appeal_steps_lawful",
    ),
    reckon=_outcome,
    cites=("27",),
)

art_27_due = Derivation(
    id="civil_servant_appeals.27.due",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2022, 3, 19),
    term="应当作出的申诉处理决定",
    term_en="What the appeal must decide",
    means="All correct: upheld; no facts: revoked; wrong rule or unfit measure: changed; unclear facts, short proof, broken steps or powers: sent back.",
    means_zh="事实清楚、适用规定正确、处理适当、程序合法的维持；事实不存在的撤销；适用规定错误或者处理明显不当的变更；事实不清、证据不足或者违反程序、超越权限的责令重新处理。",
    fact="appeal_outcome_due",
    reads=("appeal_facts_found",),
    optional=(
        "is_appeal_rule_right",
        "is_appeal_measure_fit",
        "are_appeal_steps_lawful",
    ),
    reckon=_outcome,
    cites=("27",),
    verified=False,
)

art_27_outcome_2008 = Rule(
    id="civil_servant_appeals.27.outcome_2008",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="申诉处理决定与查明情况相符",
    term_en="The decision follows the findings",
    means="One of the four outcomes, the one the findings call for.",
    means_zh="只能作出维持、撤销、变更、责令重新处理四种决定，并与查明的情况相符。",
    requires=fact("appeal_outcome") == fact("appeal_outcome_due"),
    effect=Effect.FORBID,
    cites=("27",),
)

art_27_outcome = Rule(
    id="civil_servant_appeals.27.outcome",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2022, 3, 19),
    term="申诉处理决定与查明情况相符",
    term_en="The decision follows the findings",
    means="One of the four outcomes, the one the findings call for.",
    means_zh="只能作出维持、撤销、变更、责令重新处理四种决定，并与查明的情况相符。",
    requires=fact("appeal_outcome") == fact("appeal_outcome_due"),
    effect=Effect.FORBID,
    cites=("27",),
    verified=False,
)

art_33_effective_2008 = Derivation(
    id="civil_servant_appeals.33.effective_2008",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="申诉处理决定发生效力",
    term_en="When the decision binds",
    means="Second-appeal decisions and those of central bodies at once, others when the time for a second appeal ran out.",
    means_zh="再申诉决定和中央机关的决定自作出之日、其他决定自再申诉期满未再申诉之次日发生效力。",
    fact="appeal_effective_on",
    reads=(
        "appeal_decided_on",
        "is_second_appeal",
    ),
    optional=(
        "appeal_decider",
        "second_appeal_due_on",
        "second_appeal_filed_on",
    ),
    reckon=_effective,
    cites=("33",),
)

art_33_effective = Derivation(
    id="civil_servant_appeals.33.effective",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2022, 3, 19),
    term="申诉处理决定发生效力",
    term_en="When the decision binds",
    means="Second-appeal decisions and those of central bodies at once, others when the time for a second appeal ran out.",
    means_zh="再申诉决定和中央机关的决定自作出之日、其他决定自再申诉期满未再申诉之次日发生效力。",
    fact="appeal_effective_on",
    reads=(
        "appeal_decided_on",
        "is_second_appeal",
    ),
    optional=(
        "appeal_decider",
        "second_appeal_due_on",
        "second_appeal_filed_on",
    ),
    reckon=_effective,
    cites=("33",),
    verified=False,
)

art_35_executed_2008 = Rule(
    id="civil_servant_appeals.35.executed_2008",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="六十日内执行并报告",
    term_en="Executed within sixty days",
    means="Executed and reported within 60 days of binding.",
    means_zh="自发生效力之日起六十日内执行并报告。",
    requires=fact("appeal_executed_on")
    <= later(fact("appeal_effective_on"), days=param("civil_servant_appeals.execution_days")),
    effect=Effect.WARN,
    cites=("35",),
)

art_35_executed = Rule(
    id="civil_servant_appeals.35.executed",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2022, 3, 19),
    term="六十日内执行并报告",
    term_en="Executed within sixty days",
    means="Executed and reported within 60 days of binding.",
    means_zh="自发生效力之日起六十日内执行并报告。",
    requires=fact("appeal_executed_on")
    <= later(fact("appeal_effective_on"), days=param("civil_servant_appeals.execution_days")),
    effect=Effect.WARN,
    cites=("35",),
    verified=False,
)

art_35_filed_2008 = Rule(
    id="civil_servant_appeals.35.filed_2008",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="六十日内备案",
    term_en="Filed within sixty days",
    means="Filed upward within 60 days of the decision.",
    means_zh="自作出决定之日起六十日内报上级备案。",
    requires=fact("appeal_filed_upward_on")
    <= later(fact("appeal_decided_on"), days=param("civil_servant_appeals.filing_days")),
    effect=Effect.WARN,
    cites=("35",),
)

art_35_filed = Rule(
    id="civil_servant_appeals.35.filed",
    catalogue="rm-appeal-outcome",
    subject="appeal",
    since=date(2022, 3, 19),
    term="六十日内备案",
    term_en="Filed within sixty days",
    means="Filed upward within 60 days of the decision.",
    means_zh="自作出决定之日起六十日内报上级备案。",
    requires=fact("appeal_filed_upward_on")
    <= later(fact("appeal_decided_on"), days=param("civil_servant_appeals.filing_days")),
    effect=Effect.WARN,
    cites=("35",),
    verified=False,
)
