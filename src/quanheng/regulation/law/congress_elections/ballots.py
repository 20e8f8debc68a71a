"""投票: secrecy, write-ins, proxies, validity of the round and of a ballot."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIRST = date(1995, 2, 28)
EQUAL = date(2010, 3, 14)


def ballots_of_agent(*, proxies_of_agent: int, proxies_most: int, on: date) -> int:
    """The agent's own ballot and those of the proxies that count."""
    return 1 + min(proxies_of_agent, proxies_most)


def proxies_void(*, proxies_of_agent: int, proxies_most: int, on: date) -> int:
    """The proxies above the limit; the agent's own ballot is not touched."""
    return max(0, proxies_of_agent - proxies_most)


article_42_ballots = Derivation(
    id="congress_elections.42.ballots",
    catalogue="el-proxy",
    subject="election",
    since=EQUAL,
    term="受托人可投票数",
    term_en="Ballots of an agent",
    means="The agent's own ballot and at most three for others.",
    means_zh="受托人本人一票，加不超过三人的委托票。",
    fact="ballots_of_agent",
    reads=("proxies_of_agent",),
    params=("congress_elections.proxies_most",),
    reckon=ballots_of_agent,
    cites=("42",),
)

article_42_void = Derivation(
    id="congress_elections.42.void",
    catalogue="el-proxy",
    subject="election",
    since=EQUAL,
    term="超额委托无效",
    term_en="Proxies void as too many",
    means="The proxies above three are void, the agent's own ballot is not.",
    means_zh="超过三人的委托无效，受托人本人的选票有效。",
    fact="proxies_void",
    reads=("proxies_of_agent",),
    params=("congress_elections.proxies_most",),
    reckon=proxies_void,
    cites=("42",),
)

article_40 = Rule(
    id="congress_elections.40",
    catalogue="el-ballot-options",
    subject="election",
    since=FIRST,
    term="无记名投票",
    term_en="Secret ballot",
    means="The ballot is secret and there is a secret place to write.",
    means_zh="选举一律采用无记名投票，并设有秘密写票处。",
    requires=fact("is_secret_ballot") & fact("has_secret_booth"),
    effect=Effect.FORBID,
    cites=("40",),
)

article_40_helper = Rule(
    id="congress_elections.40.helper",
    catalogue="el-ballot-options",
    subject="election",
    since=FIRST,
    term="代写选票",
    term_en="Help in writing",
    means="Only a voter who cannot write may have the ballot written by a helper.",
    means_zh="文盲或者因残疾不能写选票的，可以委托信任的人代写。",
    when=fact("is_written_by_helper"),
    requires=fact("is_voter_unable_to_write"),
    effect=Effect.FORBID,
    cites=("40",),
)

article_41 = Rule(
    id="congress_elections.41",
    catalogue="el-ballot-options",
    subject="election",
    since=FIRST,
    term="可以另选他人",
    term_en="Write-ins",
    means="A voter or deputy may vote for, against, for another person, or abstain.",
    means_zh="选举人可以赞成、反对、另选他人，也可以弃权。",
    requires=fact("is_write_in_allowed"),
    effect=Effect.FORBID,
    cites=("41",),
)

article_42 = Rule(
    id="congress_elections.42",
    catalogue="el-proxy",
    subject="election",
    since=EQUAL,
    term="委托投票条件",
    term_en="Proxies",
    means="A proxy is written, for a voter who is away, to another voter, with the committee's consent.",
    means_zh="选民外出，经选举委员会同意，可以书面委托其他选民代为投票。",
    when=fact("is_proxy_vote")
    & fact("election_stage").isin(("direct", "direct_tie", "direct_runoff", "direct_by_election")),
    requires=fact("is_proxy_written")
    & fact("is_principal_away")
    & fact("is_proxy_agreed")
    & fact("is_agent_voter"),
    effect=Effect.FORBID,
    cites=("42",),
)

article_42_number = Rule(
    id="congress_elections.42.number",
    catalogue="el-proxy",
    subject="election",
    since=EQUAL,
    term="接受委托人数",
    term_en="Number of proxies",
    means="Nobody holds more than three proxies.",
    means_zh="每一选民接受的委托不得超过三人。",
    requires=fact("proxies_of_agent") <= param("congress_elections.proxies_most"),
    effect=Effect.FORBID,
    cites=("42",),
)

article_42_wish = Rule(
    id="congress_elections.42.wish",
    catalogue="el-proxy",
    subject="election",
    since=EQUAL,
    term="按委托人意愿",
    term_en="The principal's wish",
    means="The agent votes as the principal wishes.",
    means_zh="受托人应当按照委托人的意愿代为投票。",
    when=fact("is_proxy_vote"),
    requires=fact("is_principal_wish_followed"),
    effect=Effect.FORBID,
    cites=("42",),
)

article_42_indirect = Rule(
    id="congress_elections.42.indirect",
    catalogue="el-proxy",
    subject="election",
    since=EQUAL,
    term="间接选举不得委托",
    term_en="No proxies in indirect elections",
    means="No proxies in indirect elections and elections of leaders.",
    means_zh="间接选举和领导人员选举不得委托投票。",
    when=fact("election_stage").isin(
        (
            "indirect",
            "indirect_tie",
            "indirect_runoff",
            "indirect_by_election",
            "leaders",
            "leaders_tie",
            "leaders_runoff",
            "leaders_by_election",
        )
    ),
    requires=~fact("is_proxy_vote"),
    effect=Effect.FORBID,
    cites=("42",),
)

article_44_p1 = Rule(
    id="congress_elections.44.p1",
    catalogue="el-cast-validity",
    subject="election",
    since=FIRST,
    term="收回票不多于投票人数",
    term_en="No more ballots than voters",
    means="With more ballots than people who voted the round is void and held again.",
    means_zh="收回的选票多于投票人数的，选举无效，须重新选举。",
    requires=fact("ballots_returned") <= fact("voters_took_part"),
    effect=Effect.FORBID,
    cites=("44.p1",),
)

article_44_p2 = Rule(
    id="congress_elections.44.p2",
    catalogue="el-ballot-validity",
    subject="election",
    since=FIRST,
    term="选票有效",
    term_en="A valid ballot",
    means="A ballot with more names than seats is void.",
    means_zh="每张选票所选人数多于应选名额的作废，等于或者少于的有效。",
    requires=fact("choices_on_ballot") <= fact("deputy_seats"),
    effect=Effect.FORBID,
    cites=("44.p2",),
)
