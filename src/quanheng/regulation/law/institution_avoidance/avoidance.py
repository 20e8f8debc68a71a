"""事业单位回避: kinship, posts, duties and recruitment."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

CLASSES = ("spouse", "lineal", "collateral", "affinal")


def _is_kin(kin_class: str, kin_relation: str | None, is_brought_up: bool | None, on: date) -> bool | None:
    """Step kin count only where one really brought up the other."""
    if kin_class != "raised":
        return kin_class in CLASSES
    if kin_relation in ("adoptive", "adoptive_kin"):
        return True
    return is_brought_up


def _is_line(institution_positions: str, on: date) -> bool:
    return institution_positions != "colleagues"


def _personnel(institution_activity: str, on: date) -> bool:
    """The regulation of 2014 names personnel matters only."""
    return institution_activity == "personnel"


def _listed(institution_activity: str, on: date) -> bool:
    return institution_activity != "daily"


kin = Derivation(
    id="institution_avoidance.6.kin",
    catalogue="av-kin-scope-institution",
    subject="avoidance",
    since=date(2020, 1, 1),
    term="事业单位亲属范围",
    term_en="Kin in institutions",
    means="Besides the four classes, adoptive kin and step kin with actual upbringing.",
    means_zh="除四类亲属外，养父母子女和形成抚养关系的继父母子女及由此形成的亲属也须回避。",
    fact="is_institution_kin",
    reads=("kin_class",),
    optional=(
        "kin_relation",
        "is_brought_up",
    ),
    reckon=_is_kin,
    cites=("6",),
)

post_line = Derivation(
    id="institution_avoidance.post.line",
    catalogue="av-institution-post",
    subject="avoidance",
    since=date(2020, 1, 1),
    term="直接上下级领导关系",
    term_en="A direct line in an institution",
    means="Team head and deputy, unit head and deputy, upper and lower heads; without internal units the heads against managers, audit and finance staff.",
    means_zh="班子正副职、内设机构正副职、上下级正副职之间，以及不设内设机构的单位负责人与管理和审计、财务人员之间，有直接上下级领导关系。",
    fact="is_institution_line",
    reads=("institution_positions",),
    reckon=_is_line,
    cites=("post",),
)

post_kin = Rule(
    id="institution_avoidance.post.kin",
    catalogue="av-institution-post",
    subject="avoidance",
    since=date(2020, 1, 1),
    term="岗位回避",
    term_en="Post avoidance in institutions",
    means="Kin in one institution are not in a direct line of management, not in personnel, discipline, audit or finance under a leading kin, nor chief of an internal unit under the same leader.",
    means_zh="同一事业单位内有回避亲属关系的，不得担任有直接上下级领导关系的管理岗位，不得在一方任领导时从事人事、纪检、审计、财务工作，也不得受同一领导分管而任内设机构正职。",
    when=fact("is_institution_kin") & fact("is_same_institution"),
    requires=(
        ~fact("is_institution_line")
        & ~(fact("is_unit_leader_kin") & fact("is_institution_sensitive"))
        & ~fact("is_internal_chief_under_same_leader")
    )
    | fact("is_institution_variation"),
    effect=Effect.FORBID,
    cites=(
        "post",
        "6",
    ),
)

duty_activity_2014 = Derivation(
    id="institution_avoidance.duty.activity_2014",
    catalogue="av-institution-duty",
    subject="avoidance",
    since=date(2014, 7, 1),
    repealed=date(2020, 1, 1),
    term="履职回避的活动（2014年）",
    term_en="Activities in 2014",
    means="Personnel matters: engagement, assessment, rewards, sanctions, disputes.",
    means_zh="聘用、考核、奖励、处分、争议处理等人事活动。",
    fact="is_institution_activity",
    reads=("institution_activity",),
    reckon=_personnel,
    cites=("duty",),
)

duty_activity = Derivation(
    id="institution_avoidance.duty.activity",
    catalogue="av-institution-duty",
    subject="avoidance",
    since=date(2020, 1, 1),
    term="履职回避的活动",
    term_en="Activities under duty avoidance",
    means="Personnel matters and exams, titles, admissions, projects, prizes, funds.",
    means_zh="人事活动以及考试、职称、招生、项目和评奖、经费审批等活动。",
    fact="is_institution_activity",
    reads=("institution_activity",),
    reckon=_listed,
    cites=("duty",),
)

duty_recusal = Rule(
    id="institution_avoidance.duty.recusal",
    catalogue="av-institution-duty",
    subject="avoidance",
    since=date(2014, 7, 1),
    term="履职回避",
    term_en="Duty avoidance in institutions",
    means="Staff, supervisors and outside experts with an interest take no part and use no influence.",
    means_zh="工作人员、主管部门人员和外请专家有利害关系的，不得参加调查、考察、讨论、评议、投票、评分、审核、决定，也不得施加影响。",
    when=fact("is_institution_activity") & fact("has_recusal_ground"),
    requires=fact("is_recused"),
    effect=Effect.FORBID,
    cites=("duty",),
)

recruit_kin = Rule(
    id="institution_avoidance.recruit.kin",
    catalogue="av-institution-recruit",
    subject="avoidance",
    since=date(2006, 1, 1),
    term="招聘回避",
    term_en="Recruitment avoidance",
    means="Kin of a leader may not apply for sensitive posts or posts directly under that leader.",
    means_zh="与单位负责人员有亲属关系的，不得应聘秘书、人事、财务、审计、纪检岗位和与其有直接上下级领导关系的岗位。",
    when=fact("is_recruit_kin"),
    requires=fact("recruit_post") == "ordinary",
    effect=Effect.FORBID,
    cites=("recruit",),
    verified=False,
)
