"""选任工作指标: open selection (historic), recommendation, inspection, ballots, training, exams, re-checks."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START = date(2008, 1, 1)


def _to_tell(is_full_slate: bool, people_recommended: int, targets_planned: int, on: date) -> int:
    """At a change of term all recommended; for a single vacancy twice as many as will be inspected, if there are."""
    return people_recommended if is_full_slate else min(2 * targets_planned, people_recommended)


open_selection = Rule(
    id="local_trust_opinions.open_selection",
    catalogue="kpi-open-selection-2y",
    subject="indicator",
    since=START,
    repealed=date(2014, 1, 14),
    term="两年一次公开选拔",
    term_en="Open selection every two years",
    means="A district or county holds an open selection at least once in two years.",
    means_zh="各区县原则上两年之内进行一次公开选拔。",
    requires=fact("open_selections") >= param("local_trust_opinions.open_selections_least"),
    effect=Effect.WARN,
    cites=("nomination",),
    gone="2014年条例限定竞争性选拔的适用范围，此后只作历史指标，不再预警",
)

public_direct = Rule(
    id="local_trust_opinions.public_direct",
    catalogue="kpi-public-direct",
    subject="indicator",
    since=START,
    term="公推直选覆盖",
    term_en="Public recommendation and direct election",
    means="Grass-roots Party organisations that change term do so in principle by public recommendation and direct election.",
    means_zh="基层党组织换届原则上都实行公推直选。",
    when=fact("changed_organisations") > 0,
    requires=fact("public_direct_organisations") >= fact("changed_organisations"),
    effect=Effect.WARN,
    cites=("nomination",),
)

record_coverage = Rule(
    id="local_trust_opinions.record_coverage",
    catalogue="kpi-record-coverage",
    subject="indicator",
    since=START,
    term="全程纪实覆盖",
    term_en="Full records",
    means="Every promotion has a complete signed record.",
    means_zh="提拔任用均有齐全并签名的全程纪实。",
    when=fact("promotion_cases") > 0,
    requires=fact("promotions_recorded") >= fact("promotion_cases"),
    effect=Effect.WARN,
    cites=("process",),
)

recheck = Rule(
    id="local_trust_opinions.recheck",
    catalogue="kpi-recheck-20",
    subject="indicator",
    since=START,
    term="督办事项复核",
    term_en="Directed items re-checked",
    means="At least a fifth of the directed items of the year is re-checked, rounded up.",
    means_zh="督办事项每年复核不少于百分之二十（进一）。",
    when=fact("items_directed") > 0,
    requires=fact("items_rechecked") * 100
    >= fact("items_directed") * param("local_trust_opinions.recheck_percent"),
    effect=Effect.WARN,
    cites=("recheck",),
)

staff_training = Rule(
    id="local_trust_opinions.staff_training",
    catalogue="kpi-hr-training-8h",
    subject="indicator",
    since=START,
    term="新进组工干部岗前培训覆盖",
    term_en="New staff trained",
    means="All new organisation staff have eight class hours on selection law before their service.",
    means_zh="新进组工干部岗前培训均不少于8学时。",
    when=fact("staff_entered") > 0,
    requires=fact("staff_trained") >= fact("staff_entered"),
    effect=Effect.WARN,
    cites=("training",),
)

new_staff = Rule(
    id="local_trust_opinions.new_staff",
    catalogue="kpi-hr-training-8h",
    subject="training",
    since=START,
    term="新进组工干部8学时",
    term_en="Eight hours for new staff",
    means="A new member of the organisation department has at least eight class hours on selection law and discipline.",
    means_zh="新进组织人事干部岗前培训中选任法规纪律不少于8学时。",
    when=fact("is_new_personnel_staff"),
    requires=fact("selection_law_hours") >= param("local_trust_opinions.new_staff_hours"),
    effect=Effect.WARN,
    cites=("training",),
)

exam_share = Rule(
    id="local_trust_opinions.exam_share",
    catalogue="kpi-exam-15",
    subject="training",
    since=START,
    term="干部法规占百分之十五",
    term_en="Fifteen percent of exams",
    means="Personnel law makes at least fifteen percent of a qualification exam.",
    means_zh="任职资格考试中干部工作法规和纪律知识不少于百分之十五。",
    when=fact("exam_marks") > 0,
    requires=fact("exam_law_marks") * 100 >= fact("exam_marks") * param("local_trust_opinions.exam_percent"),
    effect=Effect.WARN,
    cites=("training",),
)

results_to_tell = Derivation(
    id="local_trust_opinions.results_to_tell",
    catalogue="kpi-result-told",
    subject="indicator",
    since=START,
    term="应告知推荐结果人数",
    term_en="Who is told the result",
    means="At a full slate everyone recommended; for a single vacancy twice as many as the inspection targets.",
    means_zh="全额定向推荐告知全部被推荐人；个别缺额告知得票靠前者，人数为拟考察人数的两倍。",
    fact="results_to_tell",
    reads=("is_full_slate", "people_recommended", "targets_planned"),
    reckon=_to_tell,
    cites=("nomination",),
)

result_told = Rule(
    id="local_trust_opinions.result_told",
    catalogue="kpi-result-told",
    subject="indicator",
    since=START,
    term="推荐结果告知",
    term_en="Results told",
    means="Everyone who should be told the result of the recommendation is told.",
    means_zh="应告知推荐结果的人全部告知。",
    when=fact("results_to_tell") > 0,
    requires=fact("results_told") >= fact("results_to_tell"),
    effect=Effect.WARN,
    cites=("nomination",),
)

differential_inspection = Rule(
    id="local_trust_opinions.differential_inspection",
    catalogue="kpi-differential-inspect",
    subject="indicator",
    since=START,
    term="副职差额考察",
    term_en="Differential inspection of deputies",
    means="Inspections for deputy posts in principle have more targets than seats.",
    means_zh="党政班子副职人选原则上差额考察。",
    when=fact("deputy_inspections") > 0,
    requires=fact("deputy_inspections_differential") >= fact("deputy_inspections"),
    effect=Effect.WARN,
    cites=("nomination",),
)

ballot_share = Rule(
    id="local_trust_opinions.ballot_share",
    catalogue="kpi-ballot-form",
    subject="indicator",
    since=START,
    term="干部任用票决",
    term_en="Appointments by ballot",
    means="Decisions of district standing committees and department groups are all taken by ballot.",
    means_zh="区县党委常委会和市级部门党组（党委）任用干部全部票决。",
    when=fact("appointment_decisions") > 0,
    requires=fact("decisions_by_ballot") >= fact("appointment_decisions"),
    effect=Effect.WARN,
    cites=("ballot",),
)

meetings_attended = Rule(
    id="local_trust_opinions.meetings_attended",
    catalogue="kpi-supervisor-attend",
    subject="indicator",
    since=START,
    term="上级派员列席",
    term_en="Superior staff attend",
    means="The superior supervision body attends every meeting on important appointments.",
    means_zh="讨论重要任免的会议均有上级干部监督机构派员列席。",
    when=fact("important_meetings") > 0,
    requires=fact("meetings_attended") >= fact("important_meetings"),
    effect=Effect.WARN,
    cites=("process",),
)
