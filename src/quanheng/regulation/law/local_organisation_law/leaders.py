"""依法提名和选举地方领导人员: nomination, candidates, majority, ties, by-elections."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.rules import Effect, Rule

FIRST, LAST = date(1995, 2, 28), date(2022, 3, 12)  # the first version encoded, the version that was seen

joint = Rule(
    id="local_organisation_law.nomination.joint",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=FIRST,
    term="代表联名提名人数",
    term_en="Deputies nominating jointly",
    means="Joint nomination: thirty deputies in a province, twenty in a city, ten in a county or a township.",
    means_zh="代表联名提名：省级三十名以上，设区的市级二十名以上，县级、乡级十名以上。",
    when=fact("nomination_way") == "joint",
    requires=(
        fact("congress_level").isin(("province", "municipality"))
        & (fact("joint_nominators") >= param("local_organisation_law.province_nominators"))
    )
    | (
        (fact("congress_level") == "city")
        & (fact("joint_nominators") >= param("local_organisation_law.city_nominators"))
    )
    | (
        (fact("congress_level") == "county")
        & (fact("joint_nominators") >= param("local_organisation_law.county_nominators"))
    )
    | (
        (fact("congress_level") == "township")
        & (fact("joint_nominators") >= param("local_organisation_law.township_nominators"))
    ),
    effect=Effect.FORBID,
    cites=("nomination",),
)

days = Rule(
    id="local_organisation_law.nomination.days",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=FIRST,
    term="换届提名酝酿时间",
    term_en="Time to nominate and discuss",
    means="At a change of term in counties and above nomination and discussion take at least two days.",
    means_zh="县级以上换届选举，提名、酝酿候选人的时间不得少于两天。",
    when=(fact("case_kind") == "change_of_term")
    & fact("congress_level").isin(("province", "municipality", "city", "county")),
    requires=fact("nomination_days") >= param("local_organisation_law.nomination_days"),
    effect=Effect.FORBID,
    cites=("nomination",),
)

chief = Rule(
    id="local_organisation_law.candidates.chief",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=FIRST,
    term="正职候选人数",
    term_en="Candidates for a chief",
    means="One more candidate than posts; equal numbers only if no more were nominated.",
    means_zh="正职候选人一般多一人；只提名一人的，可以等额。",
    when=fact("elected_post_kind") == "chief",
    requires=(fact("leader_candidates") == fact("leader_seats") + param("local_organisation_law.chief_extra"))
    | ((fact("leader_candidates") == fact("leader_seats")) & fact("is_only_one_nominated")),
    unless=("local_organisation_law.30",),
    effect=Effect.FORBID,
    cites=("candidates",),
)

deputy = Rule(
    id="local_organisation_law.candidates.deputy",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=FIRST,
    term="副职候选人数",
    term_en="Candidates for deputies",
    means="One to three more candidates than posts.",
    means_zh="副职候选人应当比应选人数多一人至三人。",
    when=fact("elected_post_kind") == "deputy",
    requires=(
        fact("leader_candidates") >= fact("leader_seats") + param("local_organisation_law.deputy_extra_least")
    )
    & (fact("leader_candidates") <= fact("leader_seats") + param("local_organisation_law.deputy_extra_most")),
    unless=("local_organisation_law.30",),
    effect=Effect.FORBID,
    cites=("candidates",),
)

member = Rule(
    id="local_organisation_law.candidates.member",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=FIRST,
    term="常委会委员候选人数",
    term_en="Candidates for committee members",
    means="A tenth to a fifth more candidates than seats.",
    means_zh="常委会委员候选人应当比应选人数多十分之一至五分之一。",
    when=fact("elected_post_kind") == "member",
    requires=(
        (fact("leader_candidates") - fact("leader_seats"))
        * param("local_organisation_law.member_extra_least_of")
        >= fact("leader_seats")
    )
    & (
        (fact("leader_candidates") - fact("leader_seats"))
        * param("local_organisation_law.member_extra_most_of")
        <= fact("leader_seats")
    ),
    unless=("local_organisation_law.30",),
    effect=Effect.FORBID,
    cites=("candidates",),
)

by_election = Rule(
    id="local_organisation_law.30",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=FIRST,
    term="补选可以等额",
    term_en="By-elections may be single",
    means="A by-election may have as many candidates as seats.",
    means_zh="补选时候选人数可以多于应选人数，也可以等额。",
    when=fact("is_by_election"),
    requires=fact("leader_candidates") >= fact("leader_seats"),
    effect=Effect.FORBID,
    cites=("30",),
)

way_before = Rule(
    id="local_organisation_law.nomination.way.before_2022",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=FIRST,
    repealed=LAST,
    term="提名方式（2022年前）",
    term_en="Who nominates (before 2022)",
    means="The presidium nominates, or deputies jointly.",
    means_zh="由大会主席团或者代表联名提名。",
    requires=fact("nomination_way").isin(("presidium", "joint")),
    effect=Effect.FORBID,
    cites=("nomination",),
    verified=False,
)

way = Rule(
    id="local_organisation_law.nomination.way",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=LAST,
    term="提名方式",
    term_en="Who nominates",
    means="The presidium nominates, or deputies jointly.",
    means_zh="由大会主席团或者代表联名提名。",
    requires=fact("nomination_way").isin(("presidium", "joint")),
    effect=Effect.FORBID,
    cites=("nomination",),
)

win_before = Rule(
    id="local_organisation_law.25.before_2022",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=FIRST,
    repealed=LAST,
    term="全体代表过半数当选（2022年前）",
    term_en="Elected by more than half (before 2022)",
    means="Elected by more than half of all deputies, present or not.",
    means_zh="以全体代表的过半数当选。",
    requires=is_share(fact("leader_votes"), Share.GT_HALF, of=fact("all_deputies")),
    effect=Effect.FORBID,
    cites=("25",),
    verified=False,
)

win = Rule(
    id="local_organisation_law.25",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=LAST,
    term="全体代表过半数当选",
    term_en="Elected by more than half",
    means="Elected by more than half of all deputies, present or not.",
    means_zh="以全体代表的过半数当选。",
    requires=is_share(fact("leader_votes"), Share.GT_HALF, of=fact("all_deputies")),
    effect=Effect.FORBID,
    cites=("25",),
)

secret_before = Rule(
    id="local_organisation_law.secret.before_2022",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=FIRST,
    repealed=LAST,
    term="无记名投票选举（2022年前）",
    term_en="By secret ballot (before 2022)",
    means="Elections are by secret ballot.",
    means_zh="选举采用无记名投票方式。",
    requires=fact("election_form") == "secret",
    effect=Effect.FORBID,
    cites=("secret",),
    verified=False,
)

secret = Rule(
    id="local_organisation_law.secret",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=LAST,
    term="无记名投票选举",
    term_en="By secret ballot",
    means="Elections are by secret ballot.",
    means_zh="选举采用无记名投票方式。",
    requires=fact("election_form") == "secret",
    effect=Effect.FORBID,
    cites=("secret",),
)

tie_before = Rule(
    id="local_organisation_law.tie.before_2022",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=FIRST,
    repealed=LAST,
    term="票数相等再次投票（2022年前）",
    term_en="A tie is voted again (before 2022)",
    means="Where votes tie, there is another ballot among the tied.",
    means_zh="得票相等不能确定当选人的，就相等者再次投票。",
    when=fact("is_leader_tie"),
    requires=fact("is_tie_voted_again"),
    effect=Effect.FORBID,
    cites=("tie",),
    verified=False,
)

tie = Rule(
    id="local_organisation_law.tie",
    catalogue="b-legal-nomination",
    subject="nomination",
    since=LAST,
    term="票数相等再次投票",
    term_en="A tie is voted again",
    means="Where votes tie, there is another ballot among the tied.",
    means_zh="得票相等不能确定当选人的，就相等者再次投票。",
    when=fact("is_leader_tie"),
    requires=fact("is_tie_voted_again"),
    effect=Effect.FORBID,
    cites=("tie",),
)
