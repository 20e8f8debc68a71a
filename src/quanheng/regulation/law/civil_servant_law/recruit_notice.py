"""Notice of intended recruits, approval and filing (article 32)."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.workdays import workdays_inclusive
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

NOTICE_FROM = date(2019, 6, 1)  # notices put up from this day on need five working days

noticed = Rule(
    id="civil_servant_law.32.noticed",
    catalogue="rt-public-notice",
    subject="recruitment",
    since=date(2006, 1, 1),
    term="拟录用名单公示",
    term_en="Notice of intended recruits",
    means="Intended recruits are announced in public.",
    means_zh="拟录用人员名单应当公示。",
    requires=fact("has_recruit_notice"),
    effect=Effect.FORBID,
    cites=("32",),
)


def _by_workdays(recruit_notice_from: date | None, *, on: date) -> bool:
    return (recruit_notice_from or on) >= NOTICE_FROM


def _workdays(recruit_notice_from: date, recruit_notice_to: date, *, on: date) -> int:
    return workdays_inclusive(recruit_notice_from, recruit_notice_to)


workdays = Derivation(
    id="civil_servant_law.32.workdays",
    catalogue="rt-public-notice",
    subject="recruitment",
    since=date(2006, 1, 1),
    term="公示工作日数",
    term_en="Working days of the notice",
    means="Working days of the printed period, both ends counted.",
    means_zh="印发的公示起止日之间的工作日数，首尾均计。",
    fact="recruit_notice_workdays",
    reads=(
        "recruit_notice_from",
        "recruit_notice_to",
    ),
    reckon=_workdays,
    cites=("32",),
)


by_workdays = Derivation(
    id="civil_servant_law.32.by_workdays",
    catalogue="rt-public-notice",
    subject="recruitment",
    since=date(2006, 1, 1),
    term="公示期的算法",
    term_en="How the notice is counted",
    means="By working days when put up from 2019-06-01 on; a notice without a date counts as put up on the day of judgement.",
    means_zh="2019年6月1日起公示的按工作日计算；公示起始日不详的，按判定日适用的规定。",
    fact="is_notice_by_workdays",
    reads=(),
    optional=("recruit_notice_from",),
    reckon=_by_workdays,
    cites=("32",),
)

notice = Rule(
    id="civil_servant_law.32.notice",
    catalogue="rt-public-notice",
    subject="recruitment",
    since=date(2019, 6, 1),
    term="公示五个工作日",
    term_en="Notice of five working days",
    means="A notice put up from 2019-06-01 on lasts at least five working days.",
    means_zh="2019年6月1日起公示的，公示期不少于五个工作日。",
    when=fact("is_notice_by_workdays"),
    requires=fact("recruit_notice_workdays") >= param("civil_servant_law.recruit_notice_workdays"),
    effect=Effect.FORBID,
    cites=("32",),
)


cleared = Rule(
    id="civil_servant_law.32.cleared",
    catalogue="rt-approve-or-file",
    subject="recruitment",
    since=date(2006, 1, 1),
    term="审批或者备案",
    term_en="Approve or file",
    means=(
        "After the notice central bodies file with the central authority, local ones get "
        "provincial or city approval, before reporting for work."
    ),
    means_zh=(
        "公示期满，中央机关报中央公务员主管部门备案，地方机关报省级或者设区的市级公务员主管部"
        "门审批，均在报到前完成。"
    ),
    requires=(
        ((fact("recruiting_level") == "central") & (fact("recruit_clearance") == "filed"))
        | (
            (fact("recruiting_level") == "local")
            & fact("recruit_clearance").isin(("approved_province", "approved_city"))
        )
    )
    & (fact("recruit_cleared_on") <= fact("recruit_reported_on")),
    effect=Effect.FORBID,
    cites=("32",),
)
