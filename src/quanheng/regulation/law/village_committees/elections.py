"""Candidates, rounds, secrecy, proxies (article 15)."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.kernel.shares import Share, is_share
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

nominator = Rule(
    id="village_committees.15.nomination",
    catalogue="vc-nomination",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="村民直接提名",
    term_en="Direct nomination",
    means="Registered villagers nominate the candidates directly.",
    means_zh="由登记参加选举的村民直接提名候选人。",
    requires=fact("village_nominator") == "villagers",
    effect=Effect.FORBID,
    cites=("15",),
)


surplus = Rule(
    id="village_committees.15.surplus",
    catalogue="vc-nomination",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="差额选举",
    term_en="More candidates than seats",
    means=(
        "For each post there are more candidates than seats; only Zhejiang's rules allow an "
        "election without listed candidates."
    ),
    means_zh="候选人的名额应当多于应选名额，按职务分别计算；浙江允许不设候选人的选举。",
    requires=(fact("village_candidates") > fact("village_post_seats"))
    | ((fact("village_candidates") == 0) & (fact("province") == "zhejiang")),
    effect=Effect.FORBID,
    cites=(
        "15",
        "40",
    ),
)


turnout = Rule(
    id="village_committees.15.turnout",
    catalogue="vc-first-round",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="过半数参加",
    term_en="Over half take part",
    means="An election is valid when over half of those registered take part.",
    means_zh="登记参加选举的村民过半数投票，选举有效。",
    when=fact("village_round") == "first",
    requires=is_share(fact("village_took_part"), Share.GT_HALF, of=fact("village_registered")),
    effect=Effect.FORBID,
    cites=("15",),
)


def _cast(village_valid_ballots: int, village_void_ballots: int, *, on: date) -> int:
    return village_valid_ballots + village_void_ballots


took_part = Derivation(
    id="village_committees.15.took_part",
    catalogue="vc-first-round",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="参加投票人数",
    term_en="Those who took part",
    means="All ballots cast, void ones included, count as taking part.",
    means_zh="收回的有效票和废票都计入参加投票人数。",
    fact="village_took_part",
    reads=(
        "village_valid_ballots",
        "village_void_ballots",
    ),
    reckon=_cast,
    cites=("15",),
)


win = Rule(
    id="village_committees.15.win",
    catalogue="vc-first-round",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="过参加人半数当选",
    term_en="Over half of those voting elect",
    means="A candidate with over half of those who took part is elected.",
    means_zh="候选人获得参加投票的村民过半数的选票，始得当选。",
    when=fact("village_round").isin(("first", "by_election")),
    requires=is_share(fact("village_votes"), Share.GT_HALF, of=fact("village_took_part")),
    effect=Effect.FORBID,
    cites=("15",),
)


runoff_order = Rule(
    id="village_committees.15.runoff_order",
    catalogue="vc-second-round",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="另行选举的候选人",
    term_en="Candidates of the further vote",
    means="Candidates of the further vote are the top of those not elected in the first.",
    means_zh="另行选举的候选人按照第一次投票未当选者得票多少确定；地方允许另选他人的除外。",
    when=fact("village_round") == "runoff",
    requires=fact("is_first_round_runner_up") | fact("is_write_in_allowed_locally"),
    effect=Effect.FORBID,
    cites=("15",),
)


runoff_win = Rule(
    id="village_committees.15.runoff",
    catalogue="vc-second-round",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="另行选举三分之一",
    term_en="A third in the further vote",
    means="In the further vote the most votes win, at least a third of the ballots cast.",
    means_zh="另行选举以得票多的当选，但是所得票数不得少于所投票数的三分之一。",
    when=fact("village_round") == "runoff",
    requires=fact("is_top_in_village_runoff")
    & is_share(fact("village_votes"), Share.GE_1_3, of=fact("village_runoff_ballots")),
    effect=Effect.FORBID,
    cites=("15",),
)


secret = Rule(
    id="village_committees.15.secret",
    catalogue="vc-secret-public-count",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="无记名投票",
    term_en="Secret ballot",
    means="The vote is secret, with a writing booth.",
    means_zh="选举实行无记名投票，设立秘密写票处。",
    requires=(fact("village_vote_mode") == "secret") & fact("has_writing_booth"),
    effect=Effect.FORBID,
    cites=("15",),
)


open_count = Rule(
    id="village_committees.15.count",
    catalogue="vc-secret-public-count",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="公开计票当场公布",
    term_en="Open count, result at once",
    means="Ballots are counted openly and the result announced on the spot.",
    means_zh="公开计票，选举结果当场公布。",
    requires=fact("is_village_count_open")
    & ((fact("village_result_on") == fact("village_election_on")) | fact("is_postponement_lawful")),
    effect=Effect.FORBID,
    cites=(
        "15",
        "40",
    ),
)


def _postponement(province: str | None, is_announcement_postponed: bool | None, *, on: date) -> bool:
    return province == "zhejiang" and bool(is_announcement_postponed)


postponement = Derivation(
    id="village_committees.15.postponement",
    catalogue="vc-secret-public-count",
    subject="village_committee",
    since=date(1998, 11, 4),
    term="延期公布是否有据",
    term_en="Whether the postponement is lawful",
    means="Only Zhejiang's rules let the announcement be postponed with the township's permit.",
    means_zh="只有浙江规定经乡镇同意可以延期公布；没有记录的按没有同意对待。",
    fact="is_postponement_lawful",
    reads=(),
    optional=(
        "province",
        "is_announcement_postponed",
    ),
    reckon=_postponement,
    cites=(
        "15",
        "40",
    ),
)


proxy = Rule(
    id="village_committees.15.proxy",
    catalogue="vc-proxy",
    subject="village_committee",
    since=date(2010, 10, 28),
    term="委托投票",
    term_en="Proxy",
    means=("A proxy is written, goes to a near relative with the vote in this village, and is published."),
    means_zh="委托投票须书面委托本村有选举权的近亲属，并由村民选举委员会公布委托人和受委托人名单。",
    requires=fact("is_village_proxy_written")
    & fact("is_agent_near_relative")
    & fact("is_agent_village_voter")
    & fact("is_proxy_published"),
    effect=Effect.FORBID,
    cites=("15",),
)
