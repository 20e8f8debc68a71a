"""再申诉: its clock, when it is open, and that knowing means being served."""

from collections.abc import Callable
from datetime import date
from typing import Any

from quanheng.kernel.dates import NO_DATE, OPEN_ENDED
from quanheng.kernel.expressions import fact
from quanheng.kernel.workdays import answer_deadline
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _due(start: str, figure: str) -> Callable[..., date | None]:
    def reckon(*, on: date, **told: Any) -> date | None:
        return (
            None if told[start] in (NO_DATE, OPEN_ENDED) else answer_deadline(told[start], days=told[figure])
        )

    return reckon


def _known(decision_served_on: date, on: date) -> date:
    return decision_served_on


def _is_second_open(appeal_decider: str, is_second_appeal: bool, on: date) -> bool:
    """Against decisions of provincial level and below, and only once."""
    return not is_second_appeal and not appeal_decider.startswith("central")


art_41_known_2008 = Derivation(
    id="civil_servant_appeals.41.known_2008",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="知道之日即送达之日",
    term_en="Known means served",
    means="The day of knowing is the day of service.",
    means_zh="知道人事处理之日，指决定送达之日。",
    fact="appeal_known_on",
    reads=("decision_served_on",),
    reckon=_known,
    cites=("41",),
)

art_41_known = Derivation(
    id="civil_servant_appeals.41.known",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2022, 3, 19),
    term="知道之日即送达之日",
    term_en="Known means served",
    means="The day of knowing is the day of service.",
    means_zh="知道人事处理之日，指决定送达之日。",
    fact="appeal_known_on",
    reads=("decision_served_on",),
    reckon=_known,
    cites=("41",),
    verified=False,
)

art_24_due = Derivation(
    id="civil_servant_appeals.24.due",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2008, 5, 14),
    term="提出再申诉最后一日",
    term_en="Second appeal may be filed until",
    means="Within 30 days of receiving the appeal decision.",
    means_zh="收到申诉处理决定之日起三十日内提出再申诉。",
    fact="second_appeal_due_on",
    reads=("appeal_decision_known_on",),
    params=("civil_servant_appeals.second_appeal_days",),
    reckon=_due("appeal_decision_known_on", "second_appeal_days"),
    cites=("24",),
)

art_24_filed = Rule(
    id="civil_servant_appeals.24.filed",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2008, 5, 14),
    term="按期提出再申诉",
    term_en="Second appeal in time",
    means="The second appeal is filed in time, unless the delay is excused.",
    means_zh="应当在期限内提出再申诉；有正当理由的，受理机关可以延长。",
    when=fact("has_filed_second_appeal"),
    requires=(fact("second_appeal_filed_on") <= fact("second_appeal_due_on"))
    | fact("is_appeal_delay_excused"),
    effect=Effect.WARN,
    cites=(
        "24",
        "15",
    ),
)

art_24_open = Derivation(
    id="civil_servant_appeals.24.open",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2008, 5, 14),
    term="可以再申诉",
    term_en="Whether a second appeal is open",
    means="Open once against decisions of provincial level and below.",
    means_zh="对省级以下机关的申诉处理决定可以再申诉一次；中央公务员主管部门和再申诉的决定为最终决定。",
    fact="is_second_appeal_open",
    reads=(
        "appeal_decider",
        "is_second_appeal",
    ),
    reckon=_is_second_open,
    cites=("24",),
)

art_24_allowed = Rule(
    id="civil_servant_appeals.24.allowed",
    catalogue="rm-clocks",
    subject="appeal",
    since=date(2008, 5, 14),
    term="不得对最终决定再申诉",
    term_en="No second appeal against a final decision",
    means="A final decision is not appealed again.",
    means_zh="中央机关作出的和再申诉的处理决定，不得再行申诉。",
    when=fact("has_filed_second_appeal"),
    requires=fact("is_second_appeal_open"),
    effect=Effect.FORBID,
    cites=(
        "24",
        "33",
    ),
)
