"""任职回避: kin in leading posts, family business, growth place, reporting."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

SAME_LEADER = ("one_leader", "team_members")
LINE = ("leader_and_subordinate", "upper_lower_leaders")
SEVEN = ("party", "government", "discipline", "organization", "court", "procuratorate", "public_security")
KIN_OWNERS = ("spouse", "child", "child_spouse")


def _is_same_leader(pair_positions: str, on: date) -> bool:
    return pair_positions in SAME_LEADER


def _is_line(pair_positions: str, on: date) -> bool:
    return pair_positions in LINE


same_leader = Derivation(
    id="leader_avoidance.3.same_leader",
    catalogue="e-no-direct-reporting",
    subject="avoidance",
    since=date(2006, 6, 10),
    term="同一领导人员",
    term_en="The same leader",
    means="Both directly under one leader, or members of one leadership team.",
    means_zh="同受一名领导人员直接领导，以及同为一个领导班子成员的，属于直接隶属于同一领导人员。",
    fact="is_same_leader",
    reads=("pair_positions",),
    reckon=_is_same_leader,
    cites=(
        "3",
        "civil_servant_avoidance:7",
    ),
)

line = Derivation(
    id="leader_avoidance.3.line",
    catalogue="e-no-direct-reporting",
    subject="avoidance",
    since=date(2006, 6, 10),
    term="直接上下级领导关系",
    term_en="A direct line",
    means="One leads the other, or heads and deputies of one level against those of the next.",
    means_zh="一方直接领导另一方，或者上一级正副职与下一级正副职之间，为直接上下级领导关系。",
    fact="is_direct_line",
    reads=("pair_positions",),
    reckon=_is_line,
    cites=(
        "3",
        "civil_servant_avoidance:7",
    ),
)

kin = Rule(
    id="leader_avoidance.3.kin",
    catalogue="e-no-direct-reporting",
    subject="avoidance",
    since=date(2006, 6, 10),
    term="领导干部任职回避",
    term_en="Avoidance in leading posts",
    means="A leader and kin are not under the same leader, not in a direct line, and the kin not in personnel, discipline, audit or finance there.",
    means_zh="领导干部与所列亲属不得隶属于同一领导人员，不得有直接上下级领导关系，其亲属也不得在其任领导的机关从事组织人事、纪检监察、审计、财务工作。",
    when=fact("is_avoidance_kin") & fact("is_leader_in_pair"),
    requires=~fact("is_same_leader")
    & ~fact("is_direct_line")
    & ~(fact("is_kin_leading_organ") & fact("is_sensitive_function")),
    effect=Effect.FORBID,
    cites=(
        "3",
        "civil_servant_law:74",
    ),
)

business = Rule(
    id="leader_avoidance.4.business",
    catalogue="e-family-business",
    subject="avoidance",
    since=date(2006, 6, 10),
    term="从业回避",
    term_en="No post over kin's trade",
    means="No leading post over a trade of spouse, children or their spouses: stop the business or avoid the post.",
    means_zh="配偶、子女及其配偶独资、持股较大或者举办民办非企业单位的行业，属于所在部门监管的，不得担任该部门领导成员；须停止经营或者回避。",
    when=fact("is_supervising_member")
    & fact("family_business_owner").isin(KIN_OWNERS)
    & fact("family_business_form").isin(("wholly_owned", "major_share", "private_nonprofit")),
    requires=~fact("is_business_supervised"),
    effect=Effect.FORBID,
    cites=("4",),
)

county = Rule(
    id="leader_avoidance.5.county",
    catalogue="e-growth-place",
    subject="avoidance",
    since=date(2006, 6, 10),
    term="县级正职地域回避",
    term_en="Growth place, county",
    means="Not chief of the seven county bodies in the county of growing up.",
    means_zh="不得在本人成长地担任县级党委、政府和纪检、组织、法院、检察院、公安部门正职。",
    when=(fact("regional_tier") == "county") & fact("regional_post").isin(SEVEN),
    requires=~fact("is_in_growth_place") | fact("is_region_exception"),
    effect=Effect.FORBID,
    cites=(
        "5",
        "civil_servant_avoidance:8",
    ),
)

city = Rule(
    id="leader_avoidance.5.city",
    catalogue="e-growth-place",
    subject="avoidance",
    since=date(2006, 6, 10),
    term="市级正职地域回避",
    term_en="Growth place, city",
    means="Normally not chief of the seven city bodies in the city of growing up; else with a reason.",
    means_zh="一般不得在本人成长地担任市级党委、政府和纪检、组织、法院、检察院、公安部门正职，确需担任的说明理由。",
    when=(fact("regional_tier") == "city") & fact("regional_post").isin(SEVEN),
    requires=~fact("is_in_growth_place") | fact("is_region_exception") | fact("is_region_approved"),
    effect=Effect.WARN,
    cites=(
        "5",
        "civil_servant_avoidance:8",
    ),
)

report = Rule(
    id="leader_avoidance.13.report",
    catalogue="e-report-avoidance",
    subject="avoidance",
    since=date(2006, 6, 10),
    term="报告回避情况",
    term_en="Reporting avoidance",
    means="Circumstances are reported truthfully; hiding them is criticised or treated.",
    means_zh="有应当回避情形的，须如实报告；不报告或者隐瞒的，予以批评教育或者组织处理。",
    when=fact("has_avoidance_circumstance"),
    requires=fact("is_avoidance_reported") | fact("is_report_breach_handled"),
    effect=Effect.WARN,
    cites=("13",),
)

refusal = Rule(
    id="leader_avoidance.14.refusal",
    catalogue="e-report-avoidance",
    subject="avoidance",
    since=date(2006, 6, 10),
    term="拒不服从回避决定",
    term_en="Refusing the decision",
    means="Refusing without good reason leads to removal or demotion at once.",
    means_zh="无正当理由拒不服从回避决定的，就地免职或者降职使用。",
    when=fact("has_refused_avoidance") & ~fact("has_refusal_reason"),
    requires=fact("is_avoidance_refusal_handled"),
    effect=Effect.WARN,
    cites=("14",),
)
