"""第六章 讨论决定: forms of voting, reopening, explaining, what is sent up, chiefs voted by the plenum. Quorum and majority are in `ch6_deliberation`."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

FIRST, SECOND, THIRD = date(2002, 7, 9), date(2014, 1, 14), date(2019, 3, 3)  # the three versions

route = Rule(
    id="selection_regulations.37.route",
    catalogue="b-who-nominates-chief",
    subject="meeting",
    since=FIRST,
    term="党政正职提名票决",
    term_en="How chiefs are decided",
    means="City and county chiefs: ballot of the plenum, or if urgent the standing committee after asking every member; else a written reason.",
    means_zh="市、县党政正职一般由全委会票决，急需任用的由常委会征求全委会成员意见后决定。",
    when=fact("is_local_chief_post"),
    requires=(fact("decision_route") == "plenum")
    | ((fact("decision_route") == "urgent") & fact("is_every_member_asked")),
    effect=Effect.WARN,
    cites=("37", "plenary_vote:3"),
)

secret = Rule(
    id="selection_regulations.37.secret",
    catalogue="b-who-nominates-chief",
    subject="meeting",
    since=FIRST,
    term="全委会无记名投票",
    term_en="Secret ballot of the plenum",
    means="The plenum votes by secret ballot.",
    means_zh="全委会表决采用无记名投票方式。",
    when=fact("is_local_chief_post") & (fact("decision_route") == "plenum"),
    requires=fact("decision_form") == "secret",
    effect=Effect.FORBID,
    cites=("37", "plenary_vote:3"),
)

urgent = Rule(
    id="selection_regulations.37.urgent",
    catalogue="b-who-nominates-chief",
    subject="meeting",
    since=FIRST,
    term="急需任用征求意见",
    term_en="Urgent decisions",
    means="An urgent decision between plenums needs the opinion of every plenum member on record.",
    means_zh="急需任用而由常委会决定的，须逐人征求全委会成员意见并记录。",
    when=fact("is_local_chief_post") & (fact("decision_route") == "urgent"),
    requires=fact("is_every_member_asked"),
    effect=Effect.FORBID,
    cites=("37",),
)

form = Rule(
    id="selection_regulations.39.form",
    catalogue="b-ballot-form",
    subject="meeting",
    since=FIRST,
    term="表决方式",
    term_en="Form of voting",
    means="Orally, by show of hands or by secret ballot.",
    means_zh="采用口头、举手或者无记名投票方式表决。",
    requires=fact("decision_form").isin(("oral", "hands", "secret")),
    effect=Effect.WARN,
    cites=("ballot_form",),
)

postpone = Rule(
    id="selection_regulations.39.postpone",
    catalogue="b-ballot-form",
    subject="meeting",
    since=FIRST,
    term="暂缓表决",
    term_en="Postponing the vote",
    means="The vote is postponed when opinions split or an important question is unclear.",
    means_zh="意见分歧较大或者有重大问题不清楚的，暂缓表决。",
    when=fact("is_opinion_split") | fact("is_issue_unclear"),
    requires=fact("is_vote_postponed"),
    effect=Effect.WARN,
    cites=("ballot_form",),
)

reopen = Rule(
    id="selection_regulations.39.reopen",
    catalogue="b-reconsider",
    subject="meeting",
    since=FIRST,
    term="复议须超过半数同意",
    term_en="Reopening a decision",
    means="Reopening a decision needs more than half of the members.",
    means_zh="复议干部任免决定，须经超过半数成员同意。",
    requires=is_share(fact("votes_to_reopen"), Share.GT_HALF, of=fact("members_should_attend")),
    effect=Effect.FORBID,
    cites=("reconsider",),
)

briefing = Rule(
    id="selection_regulations.38.briefing",
    catalogue="b-exceptional-briefing",
    subject="meeting",
    since=SECOND,
    term="破格说明",
    term_en="Explaining an exception",
    means="For an exception the meeting is told the reason and the superior's consent, and the minutes say so.",
    means_zh="破格等事项，会上说明具体情形和理由以及上级同意的批复，并记入纪要。",
    when=fact("is_exceptional"),
    requires=fact("is_exception_explained") & (fact("prior_report") == "agreed"),
    effect=Effect.FORBID,
    cites=("briefing",),
)

materials = Rule(
    id="selection_regulations.40.materials",
    catalogue="b-decision-materials",
    subject="meeting",
    since=FIRST,
    term="呈报材料",
    term_en="What is sent up",
    means="Letter, approval form, inspection report, personal file, minutes and recommendation go up together.",
    means_zh="报上级审批的，附请示、任免审批表、考察材料、本人档案、会议纪要和民主推荐材料。",
    when=fact("is_superior_approval_needed"),
    requires=fact("has_request_letter")
    & fact("has_approval_form")
    & fact("has_inspection_report")
    & fact("has_personal_file")
    & fact("has_meeting_minutes")
    & fact("has_recommendation_material"),
    effect=Effect.FORBID,
    cites=("40",),
)

filing = Rule(
    id="selection_regulations.40.filing",
    catalogue="b-decision-materials",
    subject="meeting",
    since=FIRST,
    term="按时备案",
    term_en="Filing in time",
    means="What must be filed is filed in time.",
    means_zh="须备案的干部任免按时报送备案。",
    when=fact("is_filing_needed"),
    requires=fact("is_filed_on_time"),
    effect=Effect.WARN,
    cites=("40",),
)
