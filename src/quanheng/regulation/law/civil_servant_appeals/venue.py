"""申诉管辖: where review, appeal and second appeal go."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

VENUES = {
    "own_organ": "same_level_authority",
    "county_leadership": "authority_above",
    "township_leadership": "authority_above",
    "central_vertical": "organ_above",
    "provincial_vertical": "organ_above",
    "provincial_vertical_head": "organ_above",
}


def _venue(appeal_act_by: str, appellant_kind: str | None, on: date) -> str:
    return "managing_body" if appellant_kind == "leader" else VENUES[appeal_act_by]


def _second(appeal_act_by: str, appeal_decider: str, appellant_kind: str | None, on: date) -> str | None:
    """By who decided the appeal; nothing is open against the central bodies."""
    if appellant_kind == "leader":
        return "managing_body_above"
    if appeal_decider.startswith("central"):
        return None
    if appeal_act_by == "central_vertical":
        return "organ_above_that"
    if appeal_act_by == "provincial_vertical":
        return "provincial_government" if appeal_decider == "provincial" else "organ_above_that"
    if appeal_act_by == "provincial_vertical_head":
        return "provincial_government"
    return "provincial_committee" if appeal_decider == "provincial" else "committee_or_authority_above"


art_8_venue_2008 = Derivation(
    id="civil_servant_appeals.8.venue_2008",
    catalogue="rm-venue",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="申诉管辖",
    term_en="Where an appeal goes",
    means="Against one's own organ the same-level authority, against a county or township leadership the authority one level up, in vertical systems the organ above; leaders at the managing body.",
    means_zh="不服所在机关处理的向同级公务员主管部门，不服县级以下党委政府处理的向上一级公务员主管部门，不服垂直管理机关处理的向上一级机关申诉；领导成员按管理权限。",
    fact="appeal_venue",
    reads=("appeal_act_by",),
    optional=("appellant_kind",),
    reckon=_venue,
    cites=("8",),
)

art_8_venue = Derivation(
    id="civil_servant_appeals.8.venue",
    catalogue="rm-venue",
    subject="appeal",
    since=date(2022, 3, 19),
    term="申诉管辖",
    term_en="Where an appeal goes",
    means="Against one's own organ the same-level authority, against a county or township leadership the authority one level up, in vertical systems the organ above; leaders at the managing body.",
    means_zh="不服所在机关处理的向同级公务员主管部门，不服县级以下党委政府处理的向上一级公务员主管部门，不服垂直管理机关处理的向上一级机关申诉；领导成员按管理权限。",
    fact="appeal_venue",
    reads=("appeal_act_by",),
    optional=("appellant_kind",),
    reckon=_venue,
    cites=("8",),
    verified=False,
)

art_8_taken_2008 = Rule(
    id="civil_servant_appeals.8.taken_2008",
    catalogue="rm-venue",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="申诉由有权机关受理",
    term_en="The right body takes the appeal",
    means="An appeal is taken only by the body that it goes to.",
    means_zh="申诉应当由有管辖权的机关受理。",
    when=fact("appeal_filed_with") != "administrative_supervision",
    requires=fact("appeal_filed_with") == fact("appeal_venue"),
    effect=Effect.FORBID,
    cites=("8",),
)

art_8_taken = Rule(
    id="civil_servant_appeals.8.taken",
    catalogue="rm-venue",
    subject="appeal",
    since=date(2022, 3, 19),
    term="申诉由有权机关受理",
    term_en="The right body takes the appeal",
    means="An appeal is taken only by the body that it goes to.",
    means_zh="申诉应当由有管辖权的机关受理。",
    when=fact("appeal_filed_with") != "administrative_supervision",
    requires=fact("appeal_filed_with") == fact("appeal_venue"),
    effect=Effect.FORBID,
    cites=("8",),
    verified=False,
)

art_8_supervision_2008 = Rule(
    id="civil_servant_appeals.8.supervision_2008",
    catalogue="rm-venue",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2018, 3, 20),
    term="行政监察机关受理的申诉",
    term_en="Appeals to administrative supervision",
    means="Appeals against sanctions could go to the administrative supervisory organ until it ended in 2018.",
    means_zh="不服处分的，可以向行政监察机关申诉；该机关2018年撤销。",
    when=fact("appeal_filed_with") == "administrative_supervision",
    requires=fact("appeal_act").isin(("sanction", "grade_sanction")),
    effect=Effect.FORBID,
    cites=("8",),
    gone="行政监察机关撤销",
)

art_8_supervision = Rule(
    id="civil_servant_appeals.8.supervision",
    catalogue="rm-venue",
    subject="appeal",
    since=date(2018, 3, 20),
    term="行政监察机关已撤销",
    term_en="Administrative supervision has ended",
    means="Since it ended, no appeal goes to the administrative supervisory organ.",
    means_zh="行政监察机关撤销后，不再受理申诉。",
    requires=fact("appeal_filed_with") != "administrative_supervision",
    effect=Effect.FORBID,
    cites=("8",),
)

art_8_review = Rule(
    id="civil_servant_appeals.8.review",
    catalogue="rm-venue",
    subject="appeal",
    since=date(2008, 5, 14),
    term="复核由原处理机关办理",
    term_en="Review by the body that acted",
    means="Review is made by the body that acted.",
    means_zh="复核向作出人事处理的机关申请。",
    when=fact("has_asked_review"),
    requires=fact("is_review_by_own_body"),
    effect=Effect.FORBID,
    cites=(
        "8",
        "civil_servant_law:95",
    ),
)

art_13_venue_2008 = Derivation(
    id="civil_servant_appeals.13.venue_2008",
    catalogue="rm-venue",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="再申诉管辖",
    term_en="Where a second appeal goes",
    means="The committee or government of that level or the authority above; against a provincial authority the provincial committee or government; in vertical systems the organ above that one; against a vertical provincial body the provincial government.",
    means_zh="向同级党委、政府或者上一级公务员主管部门；对省级公务员主管部门决定的，向省级党委或者政府；垂直管理的向再上一级机关；对省以下垂直管理的省级机关决定的，向省级政府。",
    fact="second_appeal_venue",
    reads=(
        "appeal_act_by",
        "appeal_decider",
    ),
    optional=("appellant_kind",),
    reckon=_second,
    cites=("13",),
)

art_13_venue = Derivation(
    id="civil_servant_appeals.13.venue",
    catalogue="rm-venue",
    subject="appeal",
    since=date(2022, 3, 19),
    term="再申诉管辖",
    term_en="Where a second appeal goes",
    means="The committee or government of that level or the authority above; against a provincial authority the provincial committee or government; in vertical systems the organ above that one; against a vertical provincial body the provincial government.",
    means_zh="向同级党委、政府或者上一级公务员主管部门；对省级公务员主管部门决定的，向省级党委或者政府；垂直管理的向再上一级机关；对省以下垂直管理的省级机关决定的，向省级政府。",
    fact="second_appeal_venue",
    reads=(
        "appeal_act_by",
        "appeal_decider",
    ),
    optional=("appellant_kind",),
    reckon=_second,
    cites=("13",),
    verified=False,
)

art_13_taken_2008 = Rule(
    id="civil_servant_appeals.13.taken_2008",
    catalogue="rm-venue",
    subject="appeal",
    since=date(2008, 5, 14),
    repealed=date(2022, 3, 19),
    term="再申诉由有权机关受理",
    term_en="The right body takes the second appeal",
    means="A second appeal is taken only by the body that it goes to.",
    means_zh="再申诉应当由有管辖权的机关受理。",
    requires=fact("second_appeal_filed_with") == fact("second_appeal_venue"),
    effect=Effect.FORBID,
    cites=("13",),
)

art_13_taken = Rule(
    id="civil_servant_appeals.13.taken",
    catalogue="rm-venue",
    subject="appeal",
    since=date(2022, 3, 19),
    term="再申诉由有权机关受理",
    term_en="The right body takes the second appeal",
    means="A second appeal is taken only by the body that it goes to.",
    means_zh="再申诉应当由有管辖权的机关受理。",
    requires=fact("second_appeal_filed_with") == fact("second_appeal_venue"),
    effect=Effect.FORBID,
    cites=("13",),
    verified=False,
)
