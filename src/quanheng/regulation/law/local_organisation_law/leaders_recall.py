"""领导人员的另行选举和罢免: further elections, who proposes a recall, what passes it."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

NEWEST = date(2022, 3, 12)

runoff_list = Rule(
    id="local_organisation_law.runoff.list",
    catalogue="el-leaders-runoff",
    subject="election",
    since=NEWEST,
    term="领导人员另行选举候选人",
    term_en="Candidates of a further election of leaders",
    means="By the order of the first vote, or by a fresh nomination.",
    means_zh="可以按第一次投票得票顺序，也可以重新提名、酝酿确定候选人。",
    when=fact("election_stage") == "leaders_runoff",
    requires=fact("runoff_list_source").isin(("first_order", "fresh_nomination")),
    effect=Effect.FORBID,
    cites=("runoff",),
)

runoff_session = Rule(
    id="local_organisation_law.runoff.session",
    catalogue="el-leaders-runoff",
    subject="election",
    since=NEWEST,
    term="领导人员另行选举的会议",
    term_en="Session of a further election of leaders",
    means="At this session or the next.",
    means_zh="可以在本次会议，也可以在下次会议上进行。",
    when=fact("election_stage") == "leaders_runoff",
    requires=fact("runoff_session").isin(("this", "next")),
    effect=Effect.FORBID,
    cites=("runoff",),
)

runoff_candidates = Rule(
    id="local_organisation_law.runoff.candidates",
    catalogue="el-leaders-runoff",
    subject="election",
    since=NEWEST,
    term="副职、委员另行选举差额",
    term_en="Differential of a further election",
    means="Deputies and members of the standing committee again with more candidates than seats; heads may stand alone.",
    means_zh="副职和常委会委员另行选举仍实行差额，正职可以等额。",
    when=fact("election_stage") == "leaders_runoff",
    requires=(fact("leader_candidates") > fact("leader_seats"))
    | ((fact("elected_post_kind") == "chief") & (fact("leader_candidates") == fact("leader_seats"))),
    effect=Effect.FORBID,
    cites=("runoff",),
)

runoff_win = Rule(
    id="local_organisation_law.runoff.win",
    catalogue="el-leaders-runoff",
    subject="election",
    since=NEWEST,
    term="领导人员另行选举过半数",
    term_en="Win in a further election of leaders",
    means="More than half of all deputies in every round; one third is never enough.",
    means_zh="另行选举仍须全体代表过半数，不适用三分之一。",
    when=fact("election_stage") == "leaders_runoff",
    requires=is_share(fact("leader_votes"), Share.GT_HALF, of=fact("all_deputies")),
    effect=Effect.FORBID,
    cites=("25", "runoff"),
)

article_31 = Rule(
    id="local_organisation_law.31",
    catalogue="el-recall-leaders",
    subject="deputy",
    since=NEWEST,
    term="领导人员罢免案的提出",
    term_en="Who proposes the recall of a leader",
    means="County and above: presidium, standing committee or a tenth of the deputies; township: presidium or a fifth.",
    means_zh="县级以上由主席团、常委会或者十分之一以上代表提出，乡级由主席团或者五分之一以上代表提出。",
    when=fact("recall_target") == "leader",
    requires=(
        fact("congress_level").isin(("province", "municipality", "city", "county"))
        & (
            fact("recall_proposed_by").isin(("presidium", "standing_committee"))
            | (
                (fact("recall_proposed_by") == "deputies")
                & is_share(fact("recall_joint_proposers"), Share.GE_1_10, of=fact("all_deputies"))
            )
        )
    )
    | (
        (fact("congress_level") == "township")
        & (
            (fact("recall_proposed_by") == "presidium")
            | (
                (fact("recall_proposed_by") == "deputies")
                & is_share(fact("recall_joint_proposers"), Share.GE_1_5, of=fact("all_deputies"))
            )
        )
    ),
    effect=Effect.FORBID,
    cites=("31",),
)

article_31_reasons = Rule(
    id="local_organisation_law.31.reasons",
    catalogue="el-recall-leaders",
    subject="deputy",
    since=NEWEST,
    term="罢免案写明理由并可申辩",
    term_en="Reasons and answer",
    means="A recall states its reasons, and the person may answer.",
    means_zh="罢免案应当写明理由，被提出罢免的人员有权申辩。",
    when=fact("recall_target") == "leader",
    requires=fact("is_recall_written") & fact("could_recalled_leader_answer"),
    effect=Effect.FORBID,
    cites=("31",),
)

article_31_inquiry = Rule(
    id="local_organisation_law.31.inquiry",
    catalogue="el-recall-leaders",
    subject="deputy",
    since=NEWEST,
    term="调查后下次会议审议",
    term_en="Decided at the next session",
    means="A recall sent to a committee of inquiry is decided at the next session.",
    means_zh="交调查委员会调查的，由下次会议审议决定。",
    when=fact("is_recall_inquired")
    & fact("congress_level").isin(("province", "municipality", "city", "county")),
    requires=fact("recall_decided_at") == "next",
    effect=Effect.FORBID,
    cites=("31",),
)

article_31_vote = Rule(
    id="local_organisation_law.31.vote",
    catalogue="el-recall-leaders",
    subject="deputy",
    since=NEWEST,
    term="领导人员罢免的通过",
    term_en="Recall of a leader passes",
    means="More than half of all deputies.",
    means_zh="罢免须经全体代表过半数通过。",
    when=fact("recall_target") == "leader",
    requires=is_share(fact("votes_for"), Share.GT_HALF, of=fact("all_deputies")),
    effect=Effect.FORBID,
    cites=("25", "31"),
)
