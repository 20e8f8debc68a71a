"""Rights of a member after probation within the Party: by application, vote and decision (article 15)."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

decided = Rule(
    id="party_rights.15.decided",
    catalogue="br-restore-rights",
    subject="branch_meeting",
    since=date(2020, 12, 1),
    term="恢复权利须有决定",
    term_en="Rights return by a decision",
    means="After probation rights return by a decision, never by themselves.",
    means_zh="留党察看期满，党员权利须经决定恢复，不自动恢复。",
    when=fact("are_rights_treated_as_restored"),
    requires=fact("is_restoration_decided"),
    effect=Effect.FORBID,
    cites=(
        "15",
        "party_discipline:restoration",
    ),
)

path = Rule(
    id="party_rights.15.path",
    catalogue="br-restore-rights",
    subject="branch_meeting",
    since=date(2020, 12, 1),
    term="恢复权利的程序",
    term_en="Path of restoration",
    means=(
        "Application, vote of the branch meeting, base committee, then the committee one "
        "level below the deciding body with the discipline body's view; straight to the "
        "committee for a secret case, a head involved, or no resolution in time."
    ),
    means_zh=(
        "本人申请，支部大会表决，基层党委审查，由作出处分决定机关的下一级党委（党组）听取纪检"
        "机关意见后批准；涉密、负责人涉案或者不能及时形成决议的，直接由党委办理。"
    ),
    when=fact("is_restoration_decided"),
    requires=fact("has_restoration_application")
    & fact("is_base_committee_review_done")
    & fact("is_discipline_view_asked")
    & (
        fact("is_restoration_passed_by_branch")
        | fact("direct_decision_ground").isin(("secret", "base_unable", "no_resolution"))
    ),
    effect=Effect.FORBID,
    cites=("15",),
)

leaves = Rule(
    id="party_rights.15.leaves",
    catalogue="br-restore-rights",
    subject="branch_meeting",
    since=date(2020, 12, 1),
    term="本人回避表决",
    term_en="The person leaves the vote",
    means="The person attends and answers but leaves for the vote.",
    means_zh="本人到会说明情况，表决时回避。",
    when=fact("branch_meeting_kind") == "restoration",
    requires=fact("has_accused_left_vote"),
    effect=Effect.FORBID,
    cites=("15",),
)

clue = Rule(
    id="party_rights.15.clue",
    catalogue="br-restore-rights",
    subject="branch_meeting",
    since=date(2020, 12, 1),
    term="发现新的违纪不予恢复",
    term_en="No restoration with a new breach",
    means=(
        "A new or concealed breach found in the period cancels restoration; a checkable clue may put it off."
    ),
    means_zh=(
        "留党察看期间发现新的或者隐瞒的违纪的，不予恢复，按开除党籍的途径处理；期满前有可查线索的，可以暂缓。"
    ),
    when=fact("restoration_obstacle").isin(("new_breach", "open_clue")),
    requires=~fact("is_restoration_decided"),
    effect=Effect.FORBID,
    cites=(
        "15",
        "party_discipline:restoration",
    ),
)
