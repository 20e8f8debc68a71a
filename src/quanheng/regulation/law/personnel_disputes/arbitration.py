"""人事争议仲裁: what goes to it, its clocks, who proves."""

from datetime import date

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline, last_workday_after
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

ARBITRATED = ("resignation", "dismissal", "contract")


def _route(institution_dispute: str, is_managed_like_civil_service: bool | None, on: date) -> str:
    """Ending and performing the contract to arbitration, the rest to review and appeal; 参公 like civil servants."""
    if is_managed_like_civil_service:
        return "civil_service"
    return "arbitration" if institution_dispute in ARBITRATED else "review_appeal"


ENDED = (NO_DATE, OPEN_ENDED)


def _apply(dispute_known_on: date, apply_days: int, on: date) -> date | None:
    return None if dispute_known_on in ENDED else answer_deadline(dispute_known_on, days=apply_days)


def _apply_contract(dispute_known_on: date, dispute_person: str, apply_days: int, on: date) -> date | None:
    """Since the law of 2007 the sixty days are left for civil servants hired by contract."""
    return _apply(dispute_known_on, apply_days, on) if dispute_person == "contract_civil_servant" else None


def _answer(arbitration_received_on: date, acceptance_workdays: int, on: date) -> date | None:
    received = arbitration_received_on
    return None if received in ENDED else last_workday_after(received, acceptance_workdays)


def _award(
    arbitration_accepted_on: date,
    arbitration_extension_days: int | None,
    award_days: int,
    award_extension_most: int,
    on: date,
) -> date | None:
    if arbitration_accepted_on in ENDED:
        return None
    longer = min(arbitration_extension_days or 0, award_extension_most)
    return answer_deadline(arbitration_accepted_on, days=award_days + longer)


def _proof(who_acted_in_dispute: str, on: date) -> str:
    return "claimant" if who_acted_in_dispute == "claimant" else "unit"


art_36_route = Derivation(
    id="personnel_disputes.36.route",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2007, 10, 1),
    repealed=date(2014, 7, 1),
    term="事业单位人员的救济途径",
    term_en="Route for institution staff",
    means="Resignation, dismissal and contract to arbitration; assessment, sanctions, posts and titles to review and appeal; bodies run like the civil service by its path.",
    means_zh="辞职、辞退、履行聘用合同的争议申请仲裁；考核、处分、岗位、职称复核申诉；参公单位按公务员办理。",
    fact="institution_route",
    reads=("institution_dispute",),
    optional=("is_managed_like_civil_service",),
    reckon=_route,
    cites=(
        "2",
        "36",
    ),
)

art_16_due_2007 = Derivation(
    id="personnel_disputes.16.due_2007",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2007, 10, 1),
    repealed=date(2008, 5, 1),
    term="申请仲裁最后一日",
    term_en="Arbitration may be asked until",
    means="Within 60 days of knowing.",
    means_zh="自知道权利被侵害之日起六十日内申请仲裁。",
    fact="arbitration_due_on",
    reads=("dispute_known_on",),
    params=("personnel_disputes.apply_days",),
    reckon=_apply,
    cites=("16",),
)

art_16_due = Derivation(
    id="personnel_disputes.16.due",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2008, 5, 1),
    term="申请仲裁最后一日",
    term_en="Arbitration may be asked until",
    means="Sixty days for civil servants hired by contract; institutions follow the later law.",
    means_zh="聘任制公务员自知道之日起六十日内申请仲裁；事业单位依照后来的法律为一年。",
    fact="arbitration_due_on",
    reads=(
        "dispute_known_on",
        "dispute_person",
    ),
    params=("personnel_disputes.apply_days",),
    reckon=_apply_contract,
    cites=(
        "16",
        "civil_servant_law:105",
    ),
)

art_16 = Rule(
    id="personnel_disputes.16",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2007, 10, 1),
    term="按期申请仲裁",
    term_en="Arbitration asked in time",
    means="Arbitration is asked in time.",
    means_zh="应当在期限内申请仲裁。",
    when=fact("is_path_arbitration"),
    requires=fact("arbitration_filed_on") <= fact("arbitration_due_on"),
    effect=Effect.WARN,
    cites=(
        "16",
        "labour_arbitration:27",
    ),
)

art_36 = Rule(
    id="personnel_disputes.36",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2007, 10, 1),
    term="不属仲裁的争议",
    term_en="Disputes not arbitrated",
    means="Disputes over assessment, sanctions, posts and titles are not arbitrated.",
    means_zh="考核结果、处分、岗位、职称等争议不申请仲裁，按复核、申诉办理。",
    when=fact("is_path_arbitration") & (fact("dispute_person") == "institution_staff"),
    requires=fact("institution_route") == "arbitration",
    effect=Effect.FORBID,
    cites=("36",),
)

art_18_due = Derivation(
    id="personnel_disputes.18.due",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2007, 10, 1),
    term="决定是否受理仲裁期限",
    term_en="Acceptance due",
    means="Accepted or refused within 10 working days.",
    means_zh="收到申请之日起十个工作日内决定是否受理。",
    fact="arbitration_answer_due_on",
    reads=("arbitration_received_on",),
    params=("personnel_disputes.acceptance_workdays",),
    reckon=_answer,
    cites=("18",),
)

art_18 = Rule(
    id="personnel_disputes.18",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2007, 10, 1),
    term="按期决定是否受理仲裁",
    term_en="Acceptance in time",
    means="Acceptance is decided in time.",
    means_zh="应当在十个工作日内决定是否受理。",
    requires=fact("arbitration_answered_on") <= fact("arbitration_answer_due_on"),
    effect=Effect.WARN,
    cites=("18",),
)

art_23_due = Derivation(
    id="personnel_disputes.23.due",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2007, 10, 1),
    term="仲裁结案期限",
    term_en="Award due",
    means="Settled within 90 days, at most 30 more.",
    means_zh="受理之日起九十日内结案，可以延长不超过三十日。",
    fact="arbitration_award_due_on",
    reads=("arbitration_accepted_on",),
    optional=("arbitration_extension_days",),
    params=(
        "personnel_disputes.award_days",
        "personnel_disputes.award_extension_most",
    ),
    reckon=_award,
    cites=("23",),
)

art_23 = Rule(
    id="personnel_disputes.23",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2007, 10, 1),
    term="按期结案",
    term_en="Award in time",
    means="The case is settled in time.",
    means_zh="仲裁应当在期限内结案。",
    requires=fact("arbitration_awarded_on") <= fact("arbitration_award_due_on"),
    effect=Effect.WARN,
    cites=("23",),
)

art_29_proof = Derivation(
    id="personnel_disputes.29.proof",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2007, 10, 1),
    term="举证责任",
    term_en="Who proves",
    means="The unit proves its case when it ended the relation or refused a resignation.",
    means_zh="单位解除聘用关系或者不同意辞职的，由单位举证。",
    fact="proof_borne_by",
    reads=("who_acted_in_dispute",),
    reckon=_proof,
    cites=("29",),
)
