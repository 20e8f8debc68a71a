"""选民资格和选民名单: age, rights, custody; list, objections, suit."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later, moved
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(1995, 2, 28)
EQUAL = date(2010, 3, 14)


def age_of(*, voter_born_on: date, election_day: date, on: date) -> int | None:
    """Full years on election day, by the day."""
    if voter_born_on > election_day or date.min in (voter_born_on, election_day):
        return None
    birthday = (election_day.month, election_day.day) >= (voter_born_on.month, voter_born_on.day)
    return election_day.year - voter_born_on.year - (not birthday)


def list_due(*, election_day: date, voter_list_days: int, on: date) -> date:
    """The last day on which the list of voters may be published."""
    day: date = moved(election_day, -voter_list_days, "days")
    return day


def suit_due(*, election_day: date, suit_days: int, on: date) -> date:
    """The last day on which a suit about the list may be filed."""
    day: date = moved(election_day, -suit_days, "days")
    return day


article_4_age = Derivation(
    id="congress_elections.4.age",
    catalogue="el-voter-qualification",
    subject="voter",
    since=FIRST,
    term="选举日周岁",
    term_en="Age on election day",
    means="Full years on election day.",
    means_zh="以选举日计算的周岁。",
    fact="voter_age",
    reads=("voter_born_on", "election_day"),
    reckon=age_of,
    cites=("4",),
)

article_28_due = Derivation(
    id="congress_elections.28.due",
    catalogue="el-voter-list-timeline",
    subject="election",
    since=FIRST,
    term="选民名单最迟公布日",
    term_en="Last day for the voter list",
    means="Twenty days before election day at the latest.",
    means_zh="最迟在选举日二十日以前公布。",
    fact="voter_list_due_on",
    reads=("election_day",),
    params=("congress_elections.voter_list_days",),
    reckon=list_due,
    cites=("28",),
)

article_29_due = Derivation(
    id="congress_elections.29.due",
    catalogue="el-voter-list-timeline",
    subject="election",
    since=FIRST,
    term="最迟起诉日",
    term_en="Last day to sue",
    means="Five days before election day at the latest.",
    means_zh="最迟在选举日五日以前起诉。",
    fact="suit_due_on",
    reads=("election_day",),
    params=("congress_elections.suit_days",),
    reckon=suit_due,
    cites=("29",),
)

article_4 = Rule(
    id="congress_elections.4",
    catalogue="el-voter-qualification",
    subject="voter",
    since=FIRST,
    term="选举年龄",
    term_en="Voting age",
    means="A voter is eighteen on election day.",
    means_zh="选民在选举日须年满十八周岁。",
    requires=fact("voter_age") >= param("congress_elections.voting_age"),
    effect=Effect.FORBID,
    cites=("4",),
)

article_4_rights = Rule(
    id="congress_elections.4.rights",
    catalogue="el-voter-qualification",
    subject="voter",
    since=FIRST,
    term="公民和政治权利",
    term_en="Citizenship and political rights",
    means="A voter is a citizen and not deprived of political rights.",
    means_zh="选民须为公民，且未被剥夺政治权利。",
    requires=fact("is_citizen") & (fact("voter_standing") != "deprived"),
    effect=Effect.FORBID,
    cites=("4", "direct_elections:3"),
)

article_27_custody = Rule(
    id="congress_elections.27.custody",
    catalogue="el-voter-qualification",
    subject="voter",
    since=FIRST,
    term="羁押与选举权利",
    term_en="Custody and the vote",
    means="Only those in custody whose rights were suspended by decision may not vote.",
    means_zh="被羁押且经检察院或者法院决定停止行使选举权利的不得投票；其他被限制自由者仍可投票。",
    requires=fact("voter_standing") != "custody_suspended",
    effect=Effect.FORBID,
    cites=("27", "direct_elections:4", "direct_elections:5"),
)

article_27_incapacity = Rule(
    id="congress_elections.27.incapacity",
    catalogue="el-voter-qualification",
    subject="voter",
    since=FIRST,
    term="精神疾病的确认",
    term_en="Incapacity is confirmed",
    means="A voter is left off the list for mental illness only when the election committee has confirmed it.",
    means_zh="因精神疾病不列入选民名单的，须经选举委员会确认。",
    when=fact("is_left_off_for_incapacity"),
    requires=fact("is_incapacity_confirmed"),
    effect=Effect.FORBID,
    cites=("27",),
)

article_28 = Rule(
    id="congress_elections.28",
    catalogue="el-voter-list-timeline",
    subject="election",
    since=FIRST,
    term="选民名单公布",
    term_en="Voter list published",
    means="The list is published twenty days before election day or earlier.",
    means_zh="选民名单应当在选举日二十日以前公布。",
    requires=later(fact("voter_list_on"), days=param("congress_elections.voter_list_days"))
    <= fact("election_day"),
    effect=Effect.FORBID,
    cites=("28",),
)

article_29_objection = Rule(
    id="congress_elections.29.objection",
    catalogue="el-voter-list-timeline",
    subject="election",
    since=FIRST,
    term="名单申诉期限",
    term_en="Time to object",
    means="Objections to the list within five days.",
    means_zh="对名单有异议的，公布之日起五日内申诉。",
    requires=fact("list_objection_on")
    <= later(fact("voter_list_on"), days=param("congress_elections.objection_days")),
    effect=Effect.WARN,
    cites=("29",),
)

article_29_decision = Rule(
    id="congress_elections.29.decision",
    catalogue="el-voter-list-timeline",
    subject="election",
    since=FIRST,
    term="申诉处理期限",
    term_en="Time to decide an objection",
    means="The committee decides within three days.",
    means_zh="选举委员会三日内作出处理决定。",
    requires=fact("objection_decided_on")
    <= later(fact("list_objection_on"), days=param("congress_elections.objection_answer_days")),
    effect=Effect.WARN,
    cites=("29",),
)

article_29_suit = Rule(
    id="congress_elections.29.suit",
    catalogue="el-voter-list-timeline",
    subject="election",
    since=FIRST,
    term="起诉期限",
    term_en="Time to sue",
    means="A suit about the list five days before election day or earlier.",
    means_zh="对处理决定不服的，选举日五日以前起诉。",
    requires=later(fact("list_suit_on"), days=param("congress_elections.suit_days")) <= fact("election_day"),
    effect=Effect.WARN,
    cites=("29",),
)

article_29_judgment = Rule(
    id="congress_elections.29.judgment",
    catalogue="el-voter-list-timeline",
    subject="election",
    since=EQUAL,
    term="判决期限",
    term_en="Time of judgment",
    means="The court decides before election day, finally.",
    means_zh="人民法院在选举日以前判决，判决为最终判决。",
    requires=fact("list_judged_on") < fact("election_day"),
    effect=Effect.WARN,
    cites=("29",),
)
