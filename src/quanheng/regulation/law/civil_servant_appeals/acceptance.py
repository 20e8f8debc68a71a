"""受理: the time, the reasons of a refusal, withdrawal."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.rules import Effect, Rule

art_17_time_2008 = Rule(
    id="civil_servant_appeals.17.time_2008",
    catalogue="rm-acceptance",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="三十日内决定是否受理",
    term_en="Acceptance within thirty days",
    means="Acceptance is decided within 30 days of receipt.",
    means_zh="自收到申诉书之日起三十日内决定是否受理。",
    requires=fact("appeal_acceptance_decided_on")
    <= later(fact("appeal_received_on"), days=param("civil_servant_appeals.acceptance_days")),
    effect=Effect.WARN,
    cites=("17",),
)

art_17_time = Rule(
    id="civil_servant_appeals.17.time",
    catalogue="rm-acceptance",
    subject="appeal",
    since=date(2022, 3, 19),
    term="三十日内决定是否受理",
    term_en="Acceptance within thirty days",
    means="Acceptance is decided within 30 days of receipt.",
    means_zh="自收到申诉书之日起三十日内决定是否受理。",
    requires=fact("appeal_acceptance_decided_on")
    <= later(fact("appeal_received_on"), days=param("civil_servant_appeals.acceptance_days")),
    effect=Effect.WARN,
    cites=("17",),
    verified=False,
)

art_17_reasons_2008 = Rule(
    id="civil_servant_appeals.17.reasons_2008",
    catalogue="rm-acceptance",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="不予受理说明理由",
    term_en="Reasons for a refusal",
    means="A refusal gives its reasons.",
    means_zh="不予受理的，应当说明理由。",
    when=~fact("is_appeal_accepted"),
    requires=fact("has_refusal_reasons"),
    effect=Effect.WARN,
    cites=("17",),
)

art_17_reasons = Rule(
    id="civil_servant_appeals.17.reasons",
    catalogue="rm-acceptance",
    subject="appeal",
    since=date(2022, 3, 19),
    term="不予受理说明理由",
    term_en="Reasons for a refusal",
    means="A refusal gives its reasons.",
    means_zh="不予受理的，应当说明理由。",
    when=~fact("is_appeal_accepted"),
    requires=fact("has_refusal_reasons"),
    effect=Effect.WARN,
    cites=("17",),
    verified=False,
)

art_22_withdrawn_2008 = Rule(
    id="civil_servant_appeals.22.withdrawn_2008",
    catalogue="rm-acceptance",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="书面撤回申诉",
    term_en="Withdrawal in writing",
    means="An appeal is withdrawn in writing, which ends the case.",
    means_zh="撤回申诉应当书面提出，案件终结。",
    when=fact("is_appeal_withdrawn"),
    requires=fact("is_withdrawal_written") & fact("is_appeal_case_ended"),
    effect=Effect.WARN,
    cites=("22",),
)

art_22_withdrawn = Rule(
    id="civil_servant_appeals.22.withdrawn",
    catalogue="rm-acceptance",
    subject="appeal",
    since=date(2022, 3, 19),
    term="书面撤回申诉",
    term_en="Withdrawal in writing",
    means="An appeal is withdrawn in writing, which ends the case.",
    means_zh="撤回申诉应当书面提出，案件终结。",
    when=fact("is_appeal_withdrawn"),
    requires=fact("is_withdrawal_written") & fact("is_appeal_case_ended"),
    effect=Effect.WARN,
    cites=("22",),
    verified=False,
)
