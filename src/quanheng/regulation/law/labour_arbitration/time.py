"""仲裁时效: one year for institution staff."""

from datetime import date

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation


def _apply(dispute_known_on: date, dispute_person: str, apply_years: int, on: date) -> date | None:
    if dispute_person != "institution_staff" or dispute_known_on in (NO_DATE, OPEN_ENDED):
        return None
    return answer_deadline(dispute_known_on, months=12 * apply_years)


art_27_due = Derivation(
    id="labour_arbitration.27.due",
    catalogue="rm-institution-path",
    subject="appeal",
    since=date(2008, 5, 1),
    term="申请仲裁最后一日",
    term_en="Arbitration may be asked until",
    means="Institution staff within one year of knowing.",
    means_zh="事业单位工作人员自知道权利被侵害之日起一年内申请仲裁。",
    fact="arbitration_due_on",
    reads=(
        "dispute_known_on",
        "dispute_person",
    ),
    params=("labour_arbitration.apply_years",),
    reckon=_apply,
    cites=(
        "27",
        "52",
    ),
)
