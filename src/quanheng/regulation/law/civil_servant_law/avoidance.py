"""回避: kinship, posts, family business, regions and duties by the law itself; details are in the avoidance rules."""

from collections.abc import Mapping
from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

CLASSES: Mapping[str, str] = {
    "spouse": "spouse",
    **dict.fromkeys(("grandparent", "parent", "child", "grandchild"), "lineal"),
    **dict.fromkeys(("uncle_or_aunt", "sibling", "cousin", "nephew_or_niece"), "collateral"),
    **dict.fromkeys(("spouse_parent", "spouse_sibling", "spouse_sibling_spouse"), "affinal"),
    **dict.fromkeys(("child_spouse", "child_spouse_parent", "collateral_spouse"), "affinal"),
    **dict.fromkeys(("adoptive", "adoptive_kin", "step"), "raised"),
}
FOUR = ("spouse", "lineal", "collateral", "affinal")
KIN_OWNERS = ("spouse", "child", "child_spouse")
DEPARTMENTS = (
    "party",
    "government",
    "discipline",
    "organization",
    "court",
    "procuratorate",
    "public_security",
)
MAIN_LEADERS = (*DEPARTMENTS, "other_department")


def _class(kin_relation: str, on: date) -> str:
    return CLASSES.get(kin_relation, "none")


def _is_kin(kin_class: str, on: date) -> bool | None:
    return None if kin_class == "raised" else kin_class in FOUR


def _is_raised_kin(kin_relation: str, on: date) -> bool | None:
    """Adoption counts as blood kin, step kin is not listed."""
    return {"adoptive": True, "step": False}.get(kin_relation)


def _is_home(growth_place: str, post_place: str, on: date) -> bool:
    return growth_place == post_place


def _has_ground(recusal_interest: str, on: date) -> bool | None:
    """Another relation is for the organ to decide: unknown until it has."""
    return None if recusal_interest == "other_open" else recusal_interest != "no_interest"


def _is_recused(duty_part: str, on: date) -> bool:
    return duty_part == "no_part"


kin_class = Derivation(
    id="civil_servant_law.74.kin_class",
    catalogue="e-kin-scope",
    subject="avoidance",
    since=date(2006, 1, 1),
    term="亲属类别",
    term_en="Class of kinship",
    means="Kinship has four classes: spouse, lineal, collateral within three generations, near in-laws.",
    means_zh="亲属分夫妻、直系血亲、三代以内旁系血亲、近姻亲四类。",
    fact="kin_class",
    reads=("kin_relation",),
    reckon=_class,
    cites=(
        "74",
        "leader_avoidance:3",
        "civil_servant_avoidance:5",
    ),
)

kin = Derivation(
    id="civil_servant_law.74.kin",
    catalogue="e-kin-scope",
    subject="avoidance",
    since=date(2006, 1, 1),
    term="亲属范围",
    term_en="Kin within the rules",
    means="The four classes of kinship fall under avoidance.",
    means_zh="四类亲属关系属于回避范围。",
    fact="is_avoidance_kin",
    reads=("kin_class",),
    reckon=_is_kin,
    cites=(
        "74",
        "leader_avoidance:3",
        "civil_servant_avoidance:5",
    ),
)

adoptive = Derivation(
    id="civil_servant_law.74.adoptive",
    catalogue="av-kin-scope-institution",
    subject="avoidance",
    since=date(2006, 1, 1),
    term="收养视同血亲",
    term_en="Adoption as blood kin",
    means="Civil-service rules do not list adoption; it counts as lineal kin (not verified).",
    means_zh="公务员规定未列养父母子女，视同直系血亲（待核）。",
    fact="is_avoidance_kin",
    reads=("kin_relation",),
    reckon=_is_raised_kin,
    cites=("74",),
    verified=False,
)

post = Rule(
    id="civil_servant_law.74.post",
    catalogue="av-post-civil",
    subject="avoidance",
    since=date(2006, 1, 1),
    term="任职回避",
    term_en="Post avoidance",
    means="Kin in the civil service are not under one leader, not in a direct line, and not in personnel, discipline, audit or finance where the other leads.",
    means_zh="有回避亲属关系的公务员，不得同受一名领导人员直接领导，不得有直接上下级领导关系，也不得在一方任领导的机关从事组织、人事、纪检、监察、审计、财务工作。",
    when=fact("is_avoidance_kin"),
    requires=(
        ~fact("is_same_leader")
        & ~fact("is_direct_line")
        & ~(fact("is_kin_leading_organ") & fact("is_sensitive_function"))
    )
    | fact("is_variation_approved"),
    effect=Effect.FORBID,
    cites=(
        "74",
        "civil_servant_avoidance:5",
    ),
)

business = Rule(
    id="civil_servant_law.74.2.business",
    catalogue="av-family-business-law",
    subject="avoidance",
    since=date(2019, 6, 1),
    term="亲属经商回避",
    term_en="No post over kin's trade",
    means="No leading post in a body that supervises a trade in which spouse, children or their spouses operate.",
    means_zh="配偶、子女及其配偶经营的企业、营利性组织属于所在部门监管行业的，不得担任该部门领导成员。",
    when=fact("is_supervising_member")
    & fact("family_business_owner").isin(KIN_OWNERS)
    & fact("family_business_form").isin(("operated", "wholly_owned", "major_share")),
    requires=~fact("is_business_supervised"),
    effect=Effect.FORBID,
    cites=("74.2",),
)

home = Derivation(
    id="civil_servant_law.75.home",
    catalogue="e-growth-place",
    subject="avoidance",
    since=date(2006, 1, 1),
    term="任职地与成长地",
    term_en="Post and growth place",
    means="A post in the place where the person grew up; the native place does not count.",
    means_zh="任职地与成长地相同的，为在成长地任职；籍贯不作依据。",
    fact="is_in_growth_place",
    reads=(
        "growth_place",
        "post_place",
    ),
    reckon=_is_home,
    cites=(
        "75",
        "leader_avoidance:5",
    ),
)

frame_2005 = Rule(
    id="civil_servant_law.75.frame_2005",
    catalogue="av-region-2020",
    subject="avoidance",
    since=date(2006, 1, 1),
    repealed=date(2019, 6, 1),
    term="地域回避（2005年法）",
    term_en="Regional avoidance, law of 2005",
    means="Main leaders of township and county organs and departments are normally not in their growth place.",
    means_zh="乡级、县级机关及其有关部门主要领导，一般不在成长地任职。",
    when=fact("regional_post").isin(MAIN_LEADERS) & fact("regional_tier").isin(("township", "county")),
    requires=~fact("is_in_growth_place") | fact("is_region_exception"),
    effect=Effect.WARN,
    cites=("75",),
)

frame = Rule(
    id="civil_servant_law.75.frame",
    catalogue="av-region-2020",
    subject="avoidance",
    since=date(2019, 6, 1),
    term="地域回避（现行法）",
    term_en="Regional avoidance, present law",
    means="Main leaders of township, county and district-city organs and departments are normally not in their growth place.",
    means_zh="乡级、县级和设区的市级机关及其有关部门主要领导，一般不在成长地任职。",
    when=fact("regional_post").isin(MAIN_LEADERS)
    & fact("regional_tier").isin(("township", "county", "city")),
    requires=~fact("is_in_growth_place") | fact("is_region_exception"),
    effect=Effect.WARN,
    cites=("75",),
)

ground = Derivation(
    id="civil_servant_law.76.ground",
    catalogue="av-duty-civil",
    subject="avoidance",
    since=date(2006, 1, 1),
    term="公务回避情形",
    term_en="Ground of duty avoidance",
    means="Own interest, kin's interest, or an effect on fairness found by the organ.",
    means_zh="涉及本人或者须回避亲属利害关系，或者机关认定可能影响公正的，应当回避。",
    fact="has_recusal_ground",
    reads=("recusal_interest",),
    reckon=_has_ground,
    cites=("76",),
)

recused = Derivation(
    id="civil_servant_law.76.recused",
    catalogue="av-duty-civil",
    subject="avoidance",
    since=date(2006, 1, 1),
    term="是否已回避",
    term_en="Whether recused",
    means="No part in inquiry, discussion, review or decision and no influence; taking notes is a part.",
    means_zh="未参加调查、讨论、审核、决定，也未以任何方式施加影响的，为已回避；在场记录不算回避。",
    fact="is_recused",
    reads=("duty_part",),
    reckon=_is_recused,
    cites=("76",),
)

duty = Rule(
    id="civil_servant_law.76.duty",
    catalogue="av-duty-civil",
    subject="avoidance",
    since=date(2006, 1, 1),
    term="公务回避",
    term_en="Duty avoidance",
    means="Whoever has a ground is recused from the activity and uses no influence.",
    means_zh="执行公务时有回避情形的，应当回避，不得参加有关活动，也不得施加影响。",
    when=fact("is_duty_activity") & fact("has_recusal_ground"),
    requires=fact("is_recused"),
    effect=Effect.FORBID,
    cites=("76",),
)

ask = Rule(
    id="civil_servant_law.77.ask",
    catalogue="av-apply-decide",
    subject="avoidance",
    since=date(2006, 1, 1),
    term="本人应当申请回避",
    term_en="The person asks",
    means="Whoever has a ground asks to be recused; if nobody asks, the organ decides by itself.",
    means_zh="有回避情形的，本人应当申请；无人申请的，机关直接决定。",
    when=fact("has_recusal_ground"),
    requires=fact("is_recusal_asked") | fact("is_recusal_decided"),
    effect=Effect.WARN,
    cites=("77",),
)

hold = Rule(
    id="civil_servant_law.77.hold",
    catalogue="av-apply-decide",
    subject="avoidance",
    since=date(2006, 1, 1),
    term="决定前暂停执行公务",
    term_en="No going on before the decision",
    means="Once asked and undecided, the activity is not continued (default, not verified).",
    means_zh="已申请回避而机关尚未决定的，不得继续执行该项公务（本系统默认，待核）。",
    when=fact("is_recusal_applied") & ~fact("is_recusal_decided"),
    requires=~fact("is_duty_continued"),
    effect=Effect.FORBID,
    cites=("77",),
    verified=False,
)

tell = Rule(
    id="civil_servant_law.77.tell",
    catalogue="av-apply-decide",
    subject="avoidance",
    since=date(2006, 1, 1),
    term="回避决定告知申请人",
    term_en="The applicant is told",
    means="The organ tells the applicant its decision.",
    means_zh="机关作出回避决定后，告知申请人。",
    when=fact("is_recusal_applied") & fact("is_recusal_decided"),
    requires=fact("is_applicant_told"),
    effect=Effect.WARN,
    cites=("77",),
)
