"""不属行政诉讼: acts towards civil servants are not tried; disputes of institution staff are, after arbitration."""

from datetime import date

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _is_open(remedy_act_kind: str, on: date) -> bool | None:
    """Closed for acts as a civil servant; the recruitment examination is not answered here."""
    if remedy_act_kind == "recruitment_exam":
        return None
    return remedy_act_kind == "as_citizen"


def _arbitrated(institution_dispute: str, is_managed_like_civil_service: bool | None, on: date) -> str | None:
    """What courts hear after arbitration since 2003; of other disputes nothing was said."""
    if is_managed_like_civil_service:
        return "civil_service"
    return "arbitration" if institution_dispute in ("resignation", "dismissal", "contract") else None


def _sue(arbitration_award_known_on: date, court_days: int, on: date) -> date | None:
    known = arbitration_award_known_on
    return None if known in (NO_DATE, OPEN_ENDED) else answer_deadline(known, days=court_days)


art_13_open = Derivation(
    id="court_review.13.open",
    catalogue="rm-no-court",
    subject="appeal",
    since=date(1990, 10, 1),
    term="行政诉讼途径",
    term_en="Whether the court is open",
    means="Acts touching rights and duties as a civil servant are not tried: the appeal path only.",
    means_zh="涉及公务员权利义务的决定不属于行政诉讼受案范围，只能复核、申诉。",
    fact="is_court_open",
    reads=("remedy_act_kind",),
    reckon=_is_open,
    cites=("13.3",),
)

art_13 = Rule(
    id="court_review.13",
    catalogue="rm-no-court",
    subject="appeal",
    since=date(1990, 10, 1),
    term="人事处理不属行政诉讼",
    term_en="Personnel acts are not tried",
    means="A court does not take a civil servant's suit against a personnel act.",
    means_zh="公务员对涉及其权利义务的人事处理提起行政诉讼的，法院不予受理。",
    when=fact("is_administrative_suit_accepted"),
    requires=fact("is_court_open"),
    effect=Effect.FORBID,
    cites=("13.3",),
)

institution_court_route_entry = Derivation(
    id="court_review.institution_court.route",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2003, 9, 5),
    repealed=date(2007, 10, 1),
    term="事业单位人员的救济途径",
    term_en="Route for institution staff",
    means="Resignation, dismissal and contract to arbitration; assessment, sanctions, posts and titles to review and appeal; bodies run like the civil service by its path.",
    means_zh="辞职、辞退、履行聘用合同的争议申请仲裁；考核、处分、岗位、职称复核申诉；参公单位按公务员办理。",
    fact="institution_route",
    reads=("institution_dispute",),
    optional=("is_managed_like_civil_service",),
    reckon=_arbitrated,
    cites=("institution_court",),
)

institution_court_due_entry = Derivation(
    id="court_review.institution_court.due",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2003, 9, 5),
    term="起诉最后一日",
    term_en="The court may be seized until",
    means="The court within 15 days of the award.",
    means_zh="收到仲裁裁决之日起十五日内起诉。",
    fact="dispute_court_due_on",
    reads=("arbitration_award_known_on",),
    params=("court_review.court_days",),
    reckon=_sue,
    cites=(
        "institution_court",
        "personnel_disputes:32",
        "civil_servant_law:105",
    ),
)

institution_court_sued_entry = Rule(
    id="court_review.institution_court.sued",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2003, 9, 5),
    term="按期起诉",
    term_en="Sued in time",
    means="Whoever disputes the award sues within 15 days.",
    means_zh="对仲裁裁决不服的，应当在十五日内起诉。",
    requires=fact("dispute_sued_on") <= fact("dispute_court_due_on"),
    effect=Effect.WARN,
    cites=(
        "institution_court",
        "personnel_disputes:32",
        "civil_servant_law:105",
    ),
)
