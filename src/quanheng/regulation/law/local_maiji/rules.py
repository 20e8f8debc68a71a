"""麦积: one to two, the bottom units, nomination, vetting, exams from outside, the record, supervision."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

START = date(2010, 1, 1)
HISTORIC = date(2014, 1, 14)
WAYS = {
    "important_section_post": "committee_meeting",
    "promotion_post": "unit_recommendation",
    "level_transfer_post": "organisation_department",
    "open_selection_post": "open_selection",
}


def _way(nominated_post: str, on: date) -> str:
    return WAYS[nominated_post]


differential_share = Rule(
    id="local_maiji.differential_share",
    catalogue="kpi-differential-1to2",
    subject="indicator",
    since=START,
    term="一比二差额比例",
    term_en="One to two everywhere",
    means="Every promotion to a section post of the year has two real candidates per seat.",
    means_zh="科级提拔岗位全部按一比二差额选任。",
    when=fact("section_posts") > 0,
    requires=fact("section_posts_differential") >= fact("section_posts"),
    effect=Effect.WARN,
    cites=("differential",),
)

one_to_two = Rule(
    id="local_maiji.one_to_two",
    catalogue="kpi-differential-1to2",
    subject="inspection",
    since=START,
    term="一比二差额选任",
    term_en="One to two",
    means="A promotion to a section post has at least two real candidates per seat, concentrated opinions or not.",
    means_zh="科级岗位拟提拔人选按一比二差额选任，意见集中的也不例外（严于全国规定）。",
    when=fact("is_section_promotion"),
    requires=fact("target_people") >= fact("seats") * param("local_maiji.candidates_per_seat"),
    effect=Effect.WARN,
    cites=("differential",),
)

lagging = Rule(
    id="local_maiji.lagging",
    catalogue="kpi-lagging-followup",
    subject="indicator",
    since=START,
    term="排名靠后单位督查",
    term_en="Bottom units followed up",
    means="Every unit at the bottom last year is re-inspected.",
    means_zh="上年排名靠后的单位全部重点督查。",
    when=fact("lagging_units") > 0,
    requires=fact("lagging_units_rechecked") >= fact("lagging_units"),
    effect=Effect.WARN,
    cites=("followup",),
)

record_coverage = Rule(
    id="local_maiji.record_coverage",
    catalogue="kpi-record-coverage",
    subject="indicator",
    since=START,
    term="全程纪实覆盖",
    term_en="Full records",
    means="Every promotion has a complete signed record.",
    means_zh="所有提拔干部均有全程纪实。",
    when=fact("promotion_cases") > 0,
    requires=fact("promotions_recorded") >= fact("promotion_cases"),
    effect=Effect.WARN,
    cites=("record",),
)

record = Rule(
    id="local_maiji.record",
    catalogue="r-documentation",
    subject="supervision",
    since=START,
    term="全程记实",
    term_en="The full record",
    means="Every stage is recorded with time, place, person, cause and result and signed by a recorder who is not the candidate.",
    means_zh="各环节如实记录时间、地点、责任人、事由、结果，由记录人签字存档，记录人不得为人选本人。",
    requires=(fact("documented_stages") >= fact("required_stages"))
    & fact("is_record_complete")
    & fact("is_record_signed")
    & ~fact("is_recorder_candidate"),
    effect=Effect.FORBID,
    cites=("record",),
)

nomination_way = Derivation(
    id="local_maiji.nomination_way",
    catalogue="seed-nomination-modes",
    subject="motion",
    since=START,
    term="应当采用的提名方式",
    term_en="How a post is nominated for",
    means="Important posts by a meeting, promotions by the unit, level transfers by the organisation department, open posts openly.",
    means_zh="重要岗位由会议提名，提拔由基层单位推荐，平级交流由组织部推荐，公选岗位公开提名。",
    fact="section_nomination_way_due",
    reads=("nominated_post",),
    reckon=_way,
    cites=("nomination",),
)

nomination_modes = Rule(
    id="local_maiji.nomination_modes",
    catalogue="seed-nomination-modes",
    subject="motion",
    since=START,
    term="四种提名方式",
    term_en="Four ways of nomination",
    means="The nomination is made in the way set for the kind of post.",
    means_zh="按职位类别采用规定的提名方式。",
    requires=fact("section_nomination_way") == fact("section_nomination_way_due"),
    effect=Effect.WARN,
    cites=("nomination",),
)

nomination_steps = Rule(
    id="local_maiji.nomination_steps",
    catalogue="seed-nomination-steps",
    subject="motion",
    since=START,
    term="四步提名程序",
    term_en="Four steps of nomination",
    means="Conditions and scope, opinions, democratic recommendation, collective study: in this order.",
    means_zh="依次为确定资格条件和范围、征求分管领导和基层意见、民主推荐、集体研究。",
    requires=(fact("nomination_terms_on") <= fact("nomination_opinions_on"))
    & (fact("nomination_opinions_on") <= fact("nomination_recommended_on"))
    & (fact("nomination_recommended_on") <= fact("nomination_studied_on")),
    effect=Effect.WARN,
    cites=("nomination",),
)

six_bans = Rule(
    id="local_maiji.six_bans",
    catalogue="seed-nomination-six-bans",
    subject="motion",
    since=START,
    term="六条提名纪律",
    term_en="Six bans of nomination",
    means="No nomination over quota, by personal view, on the spot, out of order, concealing facts, or lobbied for.",
    means_zh="不得超职数或超职级、以个人意见代替、临时动议、违反程序、隐瞒真相、搞非组织活动提名。",
    requires=~fact("is_nominated_over_quota")
    & ~fact("is_personal_nomination")
    & ~fact("is_sudden_nomination")
    & ~fact("is_nomination_out_of_order")
    & ~fact("is_nomination_concealing")
    & ~fact("is_nomination_lobbied"),
    effect=Effect.FORBID,
    cites=("nomination",),
)

vetting = Rule(
    id="local_maiji.vetting",
    catalogue="seed-joint-vetting",
    subject="inspection",
    since=START,
    term="部门会审",
    term_en="Joint vetting",
    means="Candidates for promotion are vetted by discipline, audit and petitions; each replies.",
    means_zh="拟提拔干部由纪检、审计、信访会审，均须回复。",
    requires=fact("has_discipline_vetting") & fact("has_audit_vetting") & fact("has_petition_vetting"),
    effect=Effect.WARN,
    cites=("vetting",),
)

vetting_family = Rule(
    id="local_maiji.vetting_family",
    catalogue="seed-joint-vetting",
    subject="inspection",
    since=START,
    repealed=HISTORIC,
    term="计生会审",
    term_en="Family-planning vetting",
    means="Family planning replies as well (historic).",
    means_zh="拟提拔干部须有计生部门会审意见（历史做法）。",
    requires=fact("has_family_planning_vetting"),
    effect=Effect.WARN,
    cites=("vetting",),
    gone="计生会审只作历史做法（停用日期随2014年条例，待确认）",
)

three_outside = Rule(
    id="local_maiji.three_outside",
    catalogue="seed-three-outside",
    subject="case",
    since=START,
    term="三个在外",
    term_en="Three from outside",
    means="Exam setting, marking and interviewers of an open selection all come from outside.",
    means_zh="公选做到命题制卷、阅卷登分、面试考官三个在外。",
    when=fact("is_open_exam"),
    requires=fact("is_setting_outside") & fact("is_marking_outside") & fact("is_interview_outside"),
    effect=Effect.WARN,
    cites=("outside",),
)

supervision = Rule(
    id="local_maiji.supervision",
    catalogue="r-supervisor-attends",
    subject="supervision",
    since=START,
    term="报审、列席、备案",
    term_en="Review, attendance, filing",
    means="Review before, superior staff at the meeting, filing after the appointment.",
    means_zh="任前报审、任中派员列席、任后备案。",
    when=fact("is_attendance_required"),
    requires=fact("is_prereview_done") & fact("is_superior_attending") & fact("is_postfiling_done"),
    effect=Effect.FORBID,
    cites=("supervision",),
)
