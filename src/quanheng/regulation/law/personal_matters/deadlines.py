"""报告时限: the yearly report, changes, the newly appointed, those who resign."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule


def _due(matters_year: int, annual_month: int, annual_day: int, on: date) -> date:
    return date(matters_year + 1, annual_month, annual_day)


due = Derivation(
    id="personal_matters.5.due",
    catalogue="r-personal-matters",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="年度报告截止日",
    term_en="Yearly deadline",
    means="The year's matters are reported by 31 January of the next.",
    means_zh="上一年度的事项于次年1月31日前报告。",
    fact="matters_due_on",
    reads=("matters_year",),
    params=(
        "personal_matters.annual_month",
        "personal_matters.annual_day",
    ),
    reckon=_due,
    cites=("5",),
)

annual = Rule(
    id="personal_matters.5.annual",
    catalogue="r-personal-matters",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="年度报告期限",
    term_en="Yearly report in time",
    means="The yearly report is in by 31 January; if late for a special reason, with it in writing.",
    means_zh="年度报告不晚于次年1月31日；因特殊原因逾期的及时补报并书面说明。",
    when=fact("must_report_matters"),
    requires=(fact("matters_filed_on") <= fact("matters_due_on")) | fact("is_lateness_excused"),
    effect=Effect.WARN,
    cites=(
        "5",
        "13",
    ),
)

change = Rule(
    id="personal_matters.6.change",
    catalogue="pm-deadlines",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="变化报告期限",
    term_en="Changes in thirty days",
    means="A change in a family matter is reported within thirty days.",
    means_zh="家事发生变化的，事后三十日内报告。",
    when=fact("must_report_matters") & fact("is_change_report_needed"),
    requires=(
        fact("matters_change_filed_on")
        <= later(fact("matter_event_on"), days=param("personal_matters.change_days"))
    )
    | fact("is_lateness_excused"),
    effect=Effect.WARN,
    cites=("6",),
)

new = Rule(
    id="personal_matters.6.new",
    catalogue="pm-deadlines",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="新任报告期限",
    term_en="The newly appointed",
    means="Whoever is newly in scope reports within thirty days.",
    means_zh="新成为报告主体的，三十日内报告。",
    when=fact("is_newly_in_scope"),
    requires=fact("first_report_filed_on")
    <= later(fact("scope_began_on"), days=param("personal_matters.new_days")),
    effect=Effect.WARN,
    cites=("6",),
)

resign = Rule(
    id="personal_matters.6.resign",
    catalogue="pm-deadlines",
    subject="personal_matters",
    since=date(2010, 5, 26),
    term="辞去公职时报告",
    term_en="With a request to resign",
    means="A request to leave public service comes with the report.",
    means_zh="申请辞去公职的，随申请一并报告。",
    when=fact("must_report_matters") & fact("is_resigning_from_service"),
    requires=fact("is_resignation_report_enclosed"),
    effect=Effect.WARN,
    cites=("6",),
)
