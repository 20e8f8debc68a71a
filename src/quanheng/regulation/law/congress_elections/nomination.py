"""提名推荐和候选人名单: who nominates, numbers, lists, pre-election, introductions, funding."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(1995, 2, 28)
REVIVED = date(2004, 10, 27)
EQUAL = date(2010, 3, 14)

article_30 = Rule(
    id="congress_elections.30",
    catalogue="el-nomination",
    subject="election",
    since=EQUAL,
    term="提名推荐主体",
    term_en="Who may nominate",
    means="Parties and mass organisations, or ten electors jointly.",
    means_zh="政党、人民团体，或者选民、代表十人以上联名，可以推荐候选人。",
    requires=fact("nominated_by").isin(("party", "mass_organisation", "jointly"))
    | (
        (fact("nominated_by") == "electors")
        & (fact("joint_nominators") >= param("congress_elections.joint_nominators"))
    ),
    effect=Effect.FORBID,
    cites=("30",),
)

article_30_number = Rule(
    id="congress_elections.30.number",
    catalogue="el-nomination",
    subject="election",
    since=EQUAL,
    term="推荐人数",
    term_en="Number nominated",
    means="Nobody nominates more than the seats.",
    means_zh="推荐的候选人人数不得超过应选名额。",
    requires=fact("nominees_proposed") <= fact("deputy_seats"),
    effect=Effect.FORBID,
    cites=("30",),
)

article_30_data = Rule(
    id="congress_elections.30.data",
    catalogue="el-nomination",
    subject="election",
    since=EQUAL,
    term="候选人信息真实",
    term_en="True data",
    means="A candidate's data are true; where they are not, this is announced.",
    means_zh="候选人应当如实提供身份、简历；不实的应当通报。",
    when=~fact("is_candidate_data_true"),
    requires=fact("is_falsity_announced"),
    effect=Effect.FORBID,
    cites=("30",),
)

article_31_fewest = Rule(
    id="congress_elections.31.fewest",
    catalogue="el-candidate-number",
    subject="election",
    since=FIRST,
    term="候选人差额下限",
    term_en="Candidates at least",
    means="Enough more candidates than seats.",
    means_zh="候选人人数不得低于差额下限。",
    requires=fact("candidates_listed") >= fact("candidates_least"),
    effect=Effect.FORBID,
    cites=("31", "57"),
)

article_31_highest = Rule(
    id="congress_elections.31.highest",
    catalogue="el-candidate-number",
    subject="election",
    since=FIRST,
    term="候选人差额上限",
    term_en="Candidates at most",
    means="No more candidates than the ceiling.",
    means_zh="候选人人数不得超过差额上限。",
    when=~fact("election_stage").isin(("direct_by_election", "indirect_by_election")),
    requires=fact("candidates_listed") <= fact("candidates_most"),
    effect=Effect.FORBID,
    cites=("31",),
)

article_32_first = Rule(
    id="congress_elections.32.first",
    catalogue="el-list-publication",
    subject="election",
    since=EQUAL,
    term="初步名单公布",
    term_en="First list published",
    means="Direct elections: the first list fifteen days before election day or earlier.",
    means_zh="直接选举的初步候选人名单在选举日十五日以前公布。",
    when=fact("election_stage") == "direct",
    requires=later(fact("nominee_list_on"), days=param("congress_elections.nominee_list_days"))
    <= fact("election_day"),
    effect=Effect.FORBID,
    cites=("32",),
)

article_32_official = Rule(
    id="congress_elections.32.official",
    catalogue="el-list-publication",
    subject="election",
    since=FIRST,
    term="正式名单公布",
    term_en="Official list published",
    means="Direct elections: the official list seven days before election day or earlier.",
    means_zh="直接选举的正式候选人名单在选举日七日以前公布（2010年以前五日，未核实）。",
    when=fact("election_stage") == "direct",
    requires=later(fact("official_list_on"), days=param("congress_elections.official_list_days"))
    <= fact("election_day"),
    effect=Effect.FORBID,
    cites=("32",),
)

article_32_data = Rule(
    id="congress_elections.32.data",
    catalogue="el-list-publication",
    subject="election",
    since=EQUAL,
    term="名单附基本情况",
    term_en="Lists with data",
    means="Both lists carry the candidates' basic data.",
    means_zh="候选人名单应当附基本情况。",
    requires=fact("is_list_with_data"),
    effect=Effect.FORBID,
    cites=("32",),
)

article_32_days = Rule(
    id="congress_elections.32.days",
    catalogue="el-list-publication",
    subject="election",
    since=EQUAL,
    term="提名、酝酿时间",
    term_en="Time of nomination",
    means="Indirect elections: two days or more of nomination and discussion.",
    means_zh="间接选举提名、酝酿候选人的时间不得少于两天。",
    when=fact("election_stage") == "indirect",
    requires=fact("nomination_days") >= param("congress_elections.nomination_days"),
    effect=Effect.FORBID,
    cites=("32",),
)

article_32_pre_2004 = Rule(
    id="congress_elections.32.pre.2004",
    catalogue="el-pre-election",
    subject="election",
    since=REVIVED,
    repealed=EQUAL,
    term="直接选举预选（2010年以前）",
    term_en="Direct pre-election (before 2010)",
    means="Where nominees are too many and the groups do not agree, a pre-election decides.",
    means_zh="推荐人数超过最多人数又不能协商一致的，进行预选（恢复预选的日期未核实）。",
    when=(fact("nominees_total") > fact("candidates_most")) & (fact("election_stage") == "direct"),
    requires=fact("is_agreed_in_groups") | fact("had_pre_election"),
    effect=Effect.FORBID,
    cites=("32",),
    verified=False,
)

article_32_pre = Rule(
    id="congress_elections.32.pre",
    catalogue="el-pre-election",
    subject="election",
    since=EQUAL,
    term="直接选举预选",
    term_en="Direct pre-election",
    means="Where nominees are too many and the groups do not agree, a pre-election decides.",
    means_zh="推荐人数超过最多人数又不能形成较为一致意见的，进行预选。",
    when=(fact("nominees_total") > fact("candidates_most")) & (fact("election_stage") == "direct"),
    requires=fact("is_agreed_in_groups") | fact("had_pre_election"),
    effect=Effect.FORBID,
    cites=("32",),
)

article_32_pre_talk = Rule(
    id="congress_elections.32.pre.talk",
    catalogue="el-pre-election",
    subject="election",
    since=EQUAL,
    term="预选前先协商",
    term_en="Talks before a pre-election",
    means="In direct elections the voters' groups talk before a pre-election.",
    means_zh="直接选举先由选民小组讨论协商，不能一致的才预选。",
    when=(fact("election_stage") == "direct") & fact("had_pre_election"),
    requires=fact("was_discussed_in_groups"),
    effect=Effect.FORBID,
    cites=("32",),
)

article_32_pre_indirect = Rule(
    id="congress_elections.32.pre.indirect",
    catalogue="el-pre-election",
    subject="election",
    since=EQUAL,
    term="间接选举预选",
    term_en="Indirect pre-election",
    means="In indirect elections nominees above the ratio go to a pre-election.",
    means_zh="间接选举推荐人数超过最高差额比例的，进行预选。",
    when=(fact("nominees_total") > fact("candidates_most")) & (fact("election_stage") == "indirect"),
    requires=fact("had_pre_election"),
    effect=Effect.FORBID,
    cites=("32",),
)

article_32_pre_order = Rule(
    id="congress_elections.32.pre.order",
    catalogue="el-pre-election",
    subject="election",
    since=EQUAL,
    term="按预选得票确定",
    term_en="By votes of the pre-election",
    means="The official list follows the votes of the pre-election.",
    means_zh="按预选得票多少的顺序确定正式候选人名单。",
    when=fact("had_pre_election"),
    requires=fact("is_list_by_pre_votes"),
    effect=Effect.FORBID,
    cites=("32",),
)

article_32_pre_tie = Rule(
    id="congress_elections.32.pre.tie",
    catalogue="el-pre-election",
    subject="election",
    since=EQUAL,
    term="预选末位平票",
    term_en="Tie at the cut",
    means="A tie at the cut of the pre-election is voted on again (not stated in the law).",
    means_zh="预选末位票数相等的，就相等者再次投票（法律未规定，提示）。",
    when=fact("has_tie_at_pre_cut"),
    requires=fact("is_pre_tie_revoted"),
    effect=Effect.WARN,
    cites=("pre_tie",),
    verified=False,
)

article_32_pre_beijing = Rule(
    id="congress_elections.32.pre.beijing",
    catalogue="el-pre-election",
    subject="election",
    since=EQUAL,
    term="预选参加人数（北京）",
    term_en="Voters in a pre-election (Beijing)",
    means="Beijing asks a third of the district's voters to take part in a pre-election.",
    means_zh="北京：预选应有选区三分之一以上选民参加（地方规定）。",
    when=(fact("province") == "beijing") & fact("had_pre_election"),
    requires=fact("pre_election_voters") * param("congress_elections.pre_election_of")
    >= fact("registered_voters") * param("congress_elections.pre_election_part"),
    effect=Effect.WARN,
    cites=("pre_turnout",),
    verified=False,
)
