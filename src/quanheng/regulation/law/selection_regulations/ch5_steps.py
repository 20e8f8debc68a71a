"""第五章 考察: its steps by version, whom it talks with, the team's head, the two discipline bodies, who fixes the target."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions


Rows = Sequence[Mapping[str, Any]]
STEPS_2002 = frozenset(
    (
        "team_and_plan",
        "plan_agreed",
        "preview",
        "broad_inquiry",
        "candidate_talk",
        "head_exchange",
        "proposal",
    )
)
STEPS_2014 = STEPS_2002 | {"record_comparison", "feedback"}


def _missing(rows: Rows, wanted: frozenset[str]) -> int:
    return len(wanted - {str(row.get("step")) for row in rows})


def _steps_2002(*, inspection_steps: Rows, on: date) -> int:
    return _missing(inspection_steps, STEPS_2002)


def _steps_2014(*, inspection_steps: Rows, on: date) -> int:
    return _missing(inspection_steps, STEPS_2014)


steps_2002 = Derivation(
    id="selection_regulations.28.steps_2002",
    catalogue="cv-inspection-steps",
    subject="inspection",
    since=FIRST,
    repealed=SECOND,
    term="考察步骤（2002年）",
    term_en="Steps of an inspection (2002)",
    means="Which of the six steps of 2002, the talk with the target among them, are missing.",
    means_zh="2002年版六个步骤（含与考察对象面谈）中缺少的项数。",
    fact="inspection_steps_missing",
    reads=("inspection_steps",),
    reckon=_steps_2002,
    cites=("28",),
)

steps_2014 = Derivation(
    id="selection_regulations.28.steps",
    catalogue="cv-inspection-steps",
    subject="inspection",
    since=SECOND,
    term="考察步骤（2014年起）",
    term_en="Steps of an inspection (since 2014)",
    means="The steps of 2002, with the comparison with the long record and the feedback as steps of their own.",
    means_zh="2014年起另有与一贯表现比较分析、反馈两项，缺少的项数。",
    fact="inspection_steps_missing",
    reads=("inspection_steps",),
    reckon=_steps_2014,
    cites=("28",),
)

steps = Rule(
    id="selection_regulations.28.complete",
    catalogue="b-inspection-steps",
    subject="inspection",
    since=FIRST,
    term="考察步骤齐全",
    term_en="All steps of the inspection",
    means="All steps are recorded, the talk with the target among them; internal posts may be simplified.",
    means_zh="考察各步骤均有记录，含与考察对象面谈；内设机构职位可以简化。",
    requires=(fact("inspection_steps_missing") == 0) | fact("is_internal_post"),
    effect=Effect.WARN,
    cites=("28",),
)

enough_time = Rule(
    id="selection_regulations.28.enough_time",
    catalogue="cv-inspection-steps",
    subject="inspection",
    since=SECOND,
    term="足够的考察时间",
    term_en="Enough time",
    means="The inspection has enough time.",
    means_zh="保证充足的考察时间。",
    requires=fact("has_enough_inspection_time"),
    effect=Effect.WARN,
    cites=("28",),
)

talk_scope = Rule(
    id="selection_regulations.28.talk_scope",
    catalogue="b-inspection-scope-local-leaders",
    subject="inspection",
    since=SECOND,
    term="个别谈话范围",
    term_en="Whom the inspection talks with",
    means="For local leadership teams the scope of talks is listed, by knowledge and closeness, with a reason.",
    means_zh="考察地方领导班子成员的，列明谈话和征求意见范围并说明确定依据。",
    when=fact("is_local_team_post"),
    requires=(fact("inspection_talk_groups") > 0) & fact("has_talk_scope_reason"),
    effect=Effect.WARN,
    cites=("inspection_scope",),
)

leader = Rule(
    id="selection_regulations.33.leader",
    catalogue="b-inspection-team",
    subject="inspection",
    since=SECOND,
    term="考察组负责人",
    term_en="Head of the inspection team",
    means="The head is politically reliable, experienced and knows cadre work.",
    means_zh="考察组负责人政治素质好、有经验、熟悉干部工作。",
    requires=fact("is_team_leader_fit"),
    effect=Effect.FORBID,
    cites=("33",),
)

two_bodies = Rule(
    id="selection_regulations.31.two_bodies",
    catalogue="b-four-musts",
    subject="inspection",
    since=THIRD,
    term="两个层面的纪检监察意见",
    term_en="Two discipline bodies heard",
    means="Both the discipline body of the target's own unit and that at the level of the sending organisation department are heard.",
    means_zh="考察对象所在单位的纪检监察机构和派出考察组的组织部门同级的纪检监察机关意见均已听取。",
    requires=fact("is_own_discipline_heard") & fact("is_level_discipline_heard"),
    effect=Effect.FORBID,
    cites=("31",),
)

policy = Rule(
    id="selection_regulations.31.policy_2014",
    catalogue="b-four-musts",
    subject="inspection",
    since=SECOND,
    repealed=THIRD,
    term="凡提四必（2014年起的政策）",
    term_en="The four musts as a policy",
    means="As a policy since 2014: file, personal matters, discipline body and specific petitions are checked.",
    means_zh="2014年起的监督要求：档案、个人有关事项、纪检监察机关意见、具体信访举报均已核查。",
    requires=fact("is_file_reviewed")
    & fact("is_matters_verified")
    & fact("is_discipline_consulted")
    & (~fact("has_specific_petition") | fact("is_petition_checked")),
    effect=Effect.WARN,
    cites=("four_musts_policy",),
)

fixing_2002 = Rule(
    id="selection_regulations.25.fixing_2002",
    catalogue="cv-target-fixing",
    subject="inspection",
    since=FIRST,
    repealed=SECOND,
    term="考察对象确定权（2002年）",
    term_en="Who fixes the target (2002)",
    means="The target is fixed collectively by the body with management authority.",
    means_zh="考察对象由有管理权限的党委（党组）集体研究确定。",
    requires=(fact("target_fixed_by") == "committee") & fact("has_target_authority"),
    effect=Effect.FORBID,
    cites=("target_fixing",),
    verified=False,
)

fixing = Rule(
    id="selection_regulations.25.fixing",
    catalogue="cv-target-fixing",
    subject="inspection",
    since=SECOND,
    term="考察对象确定权",
    term_en="Who fixes the target",
    means="The target is fixed collectively by the committee or group that manages the intended post, by no one person.",
    means_zh="考察对象由拟任职务管理权限所属的党委（党组）集体研究确定，不得由个人或者无权限的机构确定。",
    requires=(fact("target_fixed_by") == "committee") & fact("has_target_authority"),
    effect=Effect.FORBID,
    cites=("target_fixing",),
)

fixing_term = Rule(
    id="selection_regulations.25.fixing_term",
    catalogue="cv-target-fixing",
    subject="inspection",
    since=SECOND,
    term="换届考察名单",
    term_en="List of targets at a change of term",
    means="At a change of term the list is fixed after contact with the superior department, and newcomers to the team are made public.",
    means_zh="换届考察名单经与上级组织部门沟通后确定，拟新进班子人选向社会公布。",
    when=fact("case_kind") == "change_of_term",
    requires=fact("is_superior_contacted") & (~fact("has_team_newcomers") | fact("is_target_list_public")),
    effect=Effect.FORBID,
    cites=("target_fixing",),
)
