"""Provincial options on voters, committees, candidates: only where the fact `province` names the province (article 40)."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.rules import Effect, Rule

permit = Rule(
    id="village_committees.local.permit",
    catalogue="vc-term",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="提前或者延期换届（浙江）",
    term_en="Change of date (Zhejiang)",
    means="Zhejiang: with a permit an election moves by six months at most.",
    means_zh="浙江：经批准，换届可以提前或者延期，最长不超过六个月。",
    when=(fact("province") == "zhejiang") & (fact("is_village_term_change_permitted")),
    requires=fact("judged_on")
    <= later(fact("village_term_ends_on"), months=param("village_committees.permit_months_zhejiang")),
    effect=Effect.WARN,
    cites=("40",),
)

worker = Rule(
    id="village_committees.local.register_worker",
    catalogue="vc-register",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="为本村工作一年登记（浙江）",
    term_en="Worked for the village (Zhejiang)",
    means=("Zhejiang: who has worked for the village a year, applies and is accepted may be registered."),
    means_zh="浙江：在本村工作一年以上、本人申请并经会议同意的，可以登记。",
    when=(fact("province") == "zhejiang") & (fact("local_voter_ground") == "worker"),
    requires=(fact("villager_age") >= param("village_committees.voting_age"))
    & ~fact("is_villager_deprived")
    & ~fact("is_registered_elsewhere")
    & (fact("months_worked_for_village") >= param("village_committees.worked_months_zhejiang"))
    & fact("has_applied_to_vote")
    & fact("is_settler_accepted"),
    effect=Effect.FORBID,
    cites=("40",),
)

kin_voter = Rule(
    id="village_committees.local.register_kin",
    catalogue="vc-register",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="配偶村、集体经济成员登记（上海）",
    term_en="Spouse's village, collective members (Shanghai)",
    means=(
        "Shanghai: members of the spouse's village or of the collective economy may be "
        "registered, of age, with political rights, in one village."
    ),
    means_zh="上海：配偶所在村的人员、集体经济组织成员，年满十八周岁且未被剥夺政治权利的，可以登记。",
    when=(fact("province") == "shanghai")
    & (fact("local_voter_ground").isin(("spouse_village", "collective_member"))),
    requires=(fact("villager_age") >= param("village_committees.voting_age"))
    & ~fact("is_villager_deprived")
    & ~fact("is_registered_elsewhere"),
    effect=Effect.FORBID,
    cites=("40",),
)

committee_east = Rule(
    id="village_committees.local.committee_zhejiang",
    catalogue="vc-election-committee",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="选举委员会人数（浙江）",
    term_en="Size of the election committee (Zhejiang)",
    means="Zhejiang: the election committee has 5 to nine members.",
    means_zh="浙江：村民选举委员会由5至九人组成。",
    when=(fact("province") == "zhejiang"),
    requires=(fact("election_committee_size") >= param("village_committees.committee_least_zhejiang"))
    & (fact("election_committee_size") <= param("village_committees.committee_most")),
    effect=Effect.FORBID,
    cites=("40",),
)

committee_port = Rule(
    id="village_committees.local.committee_shanghai",
    catalogue="vc-election-committee",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="选举委员会人数（上海）",
    term_en="Size of the election committee (Shanghai)",
    means="Shanghai: the election committee has 7 to nine members.",
    means_zh="上海：村民选举委员会由7至九人组成。",
    when=(fact("province") == "shanghai"),
    requires=(fact("election_committee_size") >= param("village_committees.committee_least_shanghai"))
    & (fact("election_committee_size") <= param("village_committees.committee_most")),
    effect=Effect.FORBID,
    cites=("40",),
)

committee_kin = Rule(
    id="village_committees.local.committee_kin",
    catalogue="vc-election-committee",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="近亲属为候选人的委员退出（浙江）",
    term_en="Relatives leave the election committee (Zhejiang)",
    means="Zhejiang: a member whose relative is a candidate leaves the election committee.",
    means_zh="浙江：近亲属为候选人的选举委员会成员也应当退出。",
    when=(fact("province") == "zhejiang") & (fact("is_committee_member_relative_candidate")),
    requires=fact("has_left_election_committee"),
    effect=Effect.FORBID,
    cites=("40",),
)

candidates_one = Rule(
    id="village_committees.local.candidates_shanghai",
    catalogue="vc-nomination",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="主任副主任候选人数（上海）",
    term_en="Candidates for head and deputy (Shanghai)",
    means="Shanghai, article 12: for head and deputy exactly one candidate more than seats.",
    means_zh="上海第十二条：主任、副主任候选人比应选名额多一人。",
    when=(fact("province") == "shanghai") & (fact("village_post").isin(("head", "deputy"))),
    requires=fact("village_candidates") == fact("village_post_seats") + 1,
    effect=Effect.FORBID,
    cites=("40",),
)

candidates_more = Rule(
    id="village_committees.local.candidates_members_shanghai",
    catalogue="vc-nomination",
    subject="village_committee",
    since=date(2020, 1, 1),
    term="委员候选人数（上海）",
    term_en="Candidates for members (Shanghai)",
    means="Shanghai, article 12: for members one to three candidates more than seats.",
    means_zh="上海第十二条：委员候选人比应选名额多一至三人。",
    when=(fact("province") == "shanghai") & (fact("village_post") == "member"),
    requires=(fact("village_candidates") > fact("village_post_seats"))
    & (
        fact("village_candidates")
        <= fact("village_post_seats") + param("village_committees.extra_members_shanghai")
    ),
    effect=Effect.FORBID,
    cites=("40",),
)
