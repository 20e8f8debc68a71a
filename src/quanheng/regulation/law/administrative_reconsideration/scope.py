"""不属行政复议: acts towards civil servants are not reconsidered."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _is_open(remedy_act_kind: str, on: date) -> bool | None:
    if remedy_act_kind == "recruitment_exam":
        return None
    return remedy_act_kind == "as_citizen"


art_12_open = Derivation(
    id="administrative_reconsideration.12.open",
    catalogue="rm-no-court",
    subject="appeal",
    since=date(2024, 1, 1),
    term="行政复议途径",
    term_en="Whether reconsideration is open",
    means="Acts touching rights and duties as a civil servant are not reconsidered.",
    means_zh="涉及公务员权利义务的决定不属于行政复议范围。",
    fact="is_reconsideration_open",
    reads=("remedy_act_kind",),
    reckon=_is_open,
    cites=("12.3",),
)

art_12 = Rule(
    id="administrative_reconsideration.12",
    catalogue="rm-no-court",
    subject="appeal",
    since=date(2024, 1, 1),
    term="人事处理不属行政复议",
    term_en="Personnel acts are not reconsidered",
    means="Reconsideration of a personnel act is not accepted.",
    means_zh="公务员对涉及其权利义务的人事处理申请行政复议的，不予受理。",
    when=fact("is_reconsideration_accepted"),
    requires=fact("is_reconsideration_open"),
    effect=Effect.FORBID,
    cites=("12.3",),
)
