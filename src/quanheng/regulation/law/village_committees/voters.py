"""Election committee, register of voters, list and objections (articles 12 to 14)."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

committee_origin = Rule(
    id="village_committees.12.origin",
    catalogue="vc-election-committee",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="选举委员会的产生",
    term_en="Origin of the election committee",
    means=("The election committee is chosen by the assembly, the representatives' meeting or the groups."),
    means_zh="村民选举委员会由村民会议、村民代表会议或者各村民小组会议推选产生。",
    requires=fact("election_committee_origin").isin(("assembly", "representatives", "groups")),
    effect=Effect.FORBID,
    cites=("12",),
)


committee_leave = Rule(
    id="village_committees.12.leave",
    catalogue="vc-election-committee",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="被提名的委员退出",
    term_en="A nominated member leaves",
    means="A member of the election committee who is nominated as candidate leaves it.",
    means_zh="村民选举委员会成员被提名为村民委员会成员候选人的，应当退出。",
    when=fact("election_committee_member_stage").isin(("nominated", "fixed")),
    requires=fact("has_left_election_committee"),
    effect=Effect.FORBID,
    cites=("12",),
)


committee_gap = Rule(
    id="village_committees.12.gap",
    catalogue="vc-election-committee",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="选举委员会缺额",
    term_en="Gaps in the election committee",
    means="A gap is filled in the order of the first result or by a new choice.",
    means_zh="村民选举委员会缺额的，按照原推选结果依次递补，也可以另行推选。",
    when=fact("has_election_committee_gap"),
    requires=fact("election_committee_filling").isin(("next_in_order", "new_choice")),
    effect=Effect.FORBID,
    cites=("12",),
)


register_before = Rule(
    id="village_committees.13.register.1998",
    catalogue="vc-register",
    subject="village_committee",
    since=date(1998, 11, 4),
    repealed=date(2010, 10, 28),
    verified=False,
    term="选民登记（1998年）",
    term_en="Register of voters (1998)",
    means="Villagers of eighteen with political rights may vote.",
    means_zh="年满十八周岁、未被剥夺政治权利的村民有选举权。",
    requires=(fact("villager_age") >= param("village_committees.voting_age")) & ~fact("is_villager_deprived"),
    effect=Effect.FORBID,
    cites=("13",),
)


register = Rule(
    id="village_committees.13.register",
    catalogue="vc-register",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="选民登记",
    term_en="Register of voters",
    means=(
        "Registered are those of eighteen with political rights: living here on the "
        "household register; away but saying they take part; or here twelve months, applying "
        "and accepted; in one village only."
    ),
    means_zh=(
        "年满十八周岁、未被剥夺政治权利，且户籍在本村并居住，或者户籍在本村不居住但本人表示参"
        "加，或者户籍不在本村但居住一年以上、本人申请并经会议同意的，登记为选民；只能在一个村"
        "登记。"
    ),
    requires=(fact("villager_age") >= param("village_committees.voting_age"))
    & ~fact("is_villager_deprived")
    & ~fact("is_registered_elsewhere")
    & (
        (fact("is_household_here") & fact("lives_in_village"))
        | (fact("is_household_here") & fact("has_declared_to_vote"))
        | (
            ~fact("is_household_here")
            & (fact("months_lived_here") >= param("village_committees.lived_months"))
            & fact("has_applied_to_vote")
            & fact("is_settler_accepted")
        )
        | fact("is_local_voter_class")
    ),
    effect=Effect.FORBID,
    cites=(
        "13",
        "40",
    ),
)


def _local_class(province: str | None, local_voter_ground: str | None, *, on: date) -> bool:
    grounds = {"zhejiang": ("worker",), "shanghai": ("spouse_village", "collective_member")}
    return local_voter_ground in grounds.get(province or "", ())


local_class = Derivation(
    id="village_committees.13.local_class",
    catalogue="vc-register",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="属于地方规定可登记的人员",
    term_en="Whether a local class of voters",
    means=(
        "Zhejiang adds those who work for the village, Shanghai the spouse's village and "
        "collective members; the local rule judges their conditions."
    ),
    means_zh=(
        "浙江可以登记在本村工作的人员，上海可以登记配偶所在村人员和集体经济组织成员，条件由相"
        "应地方规定判断；没有记录的按没有此类理由对待。"
    ),
    fact="is_local_voter_class",
    reads=(),
    optional=(
        "province",
        "local_voter_ground",
    ),
    reckon=_local_class,
    cites=(
        "13",
        "40",
    ),
)


list_on = Rule(
    id="village_committees.14.list",
    catalogue="vc-list-timeline",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="选民名单公布",
    term_en="List published",
    means="The list is published twenty days before the election.",
    means_zh="选民名单应当在选举日的二十日前公布。",
    requires=later(fact("village_list_on"), days=param("village_committees.list_days"))
    <= fact("village_election_on"),
    effect=Effect.FORBID,
    cites=("14",),
)


objection = Rule(
    id="village_committees.14.objection",
    catalogue="vc-list-timeline",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="名单异议期",
    term_en="Objection to the list",
    means="Objections are made within five days of publication.",
    means_zh="对登记名单有异议的，自公布之日起五日内提出。",
    requires=fact("village_objection_on")
    <= later(fact("village_list_on"), days=param("village_committees.objection_days")),
    effect=Effect.WARN,
    cites=("14",),
)


decision = Rule(
    id="village_committees.14.decision",
    catalogue="vc-list-timeline",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="名单异议处理",
    term_en="Decision on an objection",
    means="An objection is decided within three days of receipt and the result published.",
    means_zh="村民选举委员会自收到异议之日起三日内作出处理决定并公布结果。",
    requires=(
        fact("village_objection_decided_on")
        <= later(fact("village_objection_on"), days=param("village_committees.decision_days"))
    )
    & fact("is_objection_result_published"),
    effect=Effect.FORBID,
    cites=("14",),
)
