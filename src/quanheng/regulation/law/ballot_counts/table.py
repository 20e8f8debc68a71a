"""计票基数总表: which quorum and which majority of which base each kind of vote needs."""

from dataclasses import dataclass
from datetime import date

from quanheng.kernel.shares import Share
from quanheng.regulation.core.derivations import Derivation

ALWAYS = date(1979, 1, 1)


@dataclass(frozen=True)
class Row:
    """表行: the quorum of those entitled (None: not stated), the share that wins (None: no election) and its base."""

    quorum: Share | None
    win: Share | None = Share.GT_HALF
    base: str = "took_part"


ENTITLED, BALLOTS = "entitled", "ballots"
GRASSROOTS_2020, PLENUM_2020 = date(2020, 7, 13), date(2020, 12, 28)
ROWS = {
    "direct_first": Row(Share.GT_HALF),
    "direct_runoff": Row(None, Share.GE_1_3, BALLOTS),
    "indirect": Row(Share.GE_2_3, base=ENTITLED),
    "leaders": Row(Share.GE_2_3, base=ENTITLED),
    "standing_committee": Row(Share.GT_HALF, base=ENTITLED),
    "village_first": Row(Share.GT_HALF),
    "village_runoff": Row(None, Share.GE_1_3, BALLOTS),
    "village_recall": Row(Share.GT_HALF),
    "village_assembly": Row(Share.GT_HALF),
    "village_representatives": Row(Share.GE_2_3),
    "residents_assembly": Row(Share.GT_HALF),
    "party_committee": Row(Share.GE_2_3, base=ENTITLED),
    "plenum_vote": Row(Share.GE_2_3, base=ENTITLED),
    "party_congress": Row(Share.GT_HALF, base=ENTITLED),
    "party_plenum": Row(Share.GT_2_3, base=ENTITLED),
    "party_grassroots": Row(Share.GE_4_5, base=ENTITLED),
    "branch_admission": Row(Share.GT_HALF, base=ENTITLED),
    "branch_other": Row(Share.GE_HALF, base=ENTITLED),
    "branch_committee": Row(Share.GE_HALF, None),
    "recommendation": Row(Share.GE_2_3, None),
}
STAGES = {
    "direct": "direct_first",
    "direct_by_election": "direct_first",
    "direct_runoff": "direct_runoff",
    "indirect": "indirect",
    "indirect_by_election": "indirect",
    "indirect_runoff": "indirect",
    "leaders": "leaders",
    "leaders_by_election": "leaders",
    "leaders_runoff": "leaders",
}


def row(vote_regime: str, on: date) -> Row:
    """The row of a kind of vote; grass-roots Party elections before 2020 went by those present."""
    if vote_regime == "party_grassroots" and on < GRASSROOTS_2020:
        return Row(Share.GT_4_5)
    if vote_regime == "party_plenum" and on < PLENUM_2020:
        return Row(None, base=ENTITLED)  # the quorum of a plenum before 2020 was not seen
    return ROWS[vote_regime]


def regime_of(*, election_stage: str, on: date) -> str | None:
    """The row of a people's congress election."""
    return STAGES.get(election_stage)


def quorum_needed(*, vote_regime: str, people_entitled: int, on: date) -> int | None:
    """The people needed for a quorum; None where none is stated."""
    quorum = row(vote_regime, on).quorum
    return quorum.least(people_entitled) if quorum else None


def is_quorum_met(
    *,
    vote_regime: str,
    people_entitled: int,
    people_took_part: int,
    households_total: int | None,
    households_present: int | None,
    on: date,
) -> bool:
    """Whether enough took part; two thirds of the households do for a villagers' assembly."""
    quorum = row(vote_regime, on).quorum
    if quorum is None or quorum.holds(people_took_part, people_entitled):
        return True
    if vote_regime != "village_assembly" or households_total is None or households_present is None:
        return False
    return Share.GE_2_3.holds(households_present, households_total)


def votes_needed(
    *,
    vote_regime: str,
    people_entitled: int | None,
    people_took_part: int | None,
    ballots_returned: int | None,
    on: date,
) -> int | None:
    """The least votes that win, of the base of the row."""
    found = row(vote_regime, on)
    base = {ENTITLED: people_entitled, BALLOTS: ballots_returned}.get(found.base, people_took_part)
    return found.win.least(base) if found.win and base is not None else None


def entitled(*, vote_regime: str, on: date, **known: int | None) -> int | None:
    """Who is entitled: registered voters, all deputies, all members of the committee, those due."""
    return known[_whose(vote_regime)[0]]


def took_part(*, vote_regime: str, on: date, **known: int | None) -> int | None:
    """Who took part: voters, electors present or members present."""
    name = _whose(vote_regime)[1]
    return known[name] if name else None


def _whose(vote_regime: str) -> tuple[str, str]:
    if vote_regime.startswith("direct"):
        return "registered_voters", "voters_took_part"
    if vote_regime in ("indirect", "leaders"):
        return "all_deputies", ""
    if vote_regime == "standing_committee":
        return "committee_total", "members_present"
    if vote_regime in ("party_congress", "party_plenum", "party_grassroots"):
        return "electors_due", "electors_present"
    return "members_should_attend", "members_present"


base_row = Derivation(
    id="ballot_counts.base.row",
    catalogue="bt-base-table",
    subject="tally",
    since=ALWAYS,
    term="适用的表行",
    term_en="Row of the table",
    means="The row of a people's congress election.",
    means_zh="人大代表选举和领导人员选举所用的表行。",
    fact="vote_regime",
    reads=("election_stage",),
    reckon=regime_of,
    cites=("base_table",),
)

base_entitled = Derivation(
    id="ballot_counts.base.entitled",
    catalogue="bt-base-table",
    subject="tally",
    since=ALWAYS,
    term="应到人数",
    term_en="People entitled",
    means="Registered voters, all deputies, all members of the committee, or those due.",
    means_zh="登记选民、全体代表、常委会全体组成人员或者应到会人数。",
    fact="people_entitled",
    reads=("vote_regime",),
    optional=(
        "registered_voters",
        "all_deputies",
        "committee_total",
        "electors_due",
        "members_should_attend",
    ),
    reckon=entitled,
    cites=("base_table",),
)

base_took_part = Derivation(
    id="ballot_counts.base.took_part",
    catalogue="bt-base-table",
    subject="tally",
    since=ALWAYS,
    term="实到人数",
    term_en="People who took part",
    means="Voters who took part, electors or members present.",
    means_zh="参加投票的选民、实到会的选举人或者成员。",
    fact="people_took_part",
    reads=("vote_regime",),
    optional=("voters_took_part", "electors_present", "members_present"),
    reckon=took_part,
    cites=("base_table",),
)

base_quorum_needed = Derivation(
    id="ballot_counts.base.quorum_needed",
    catalogue="bt-base-table",
    subject="tally",
    since=ALWAYS,
    term="法定到会人数",
    term_en="Quorum",
    means="The people needed for a quorum, by the row.",
    means_zh="按表行计算的法定到会人数。",
    fact="quorum_needed",
    reads=("vote_regime", "people_entitled"),
    reckon=quorum_needed,
    cites=("base_table",),
)

base_quorum_met = Derivation(
    id="ballot_counts.base.quorum_met",
    catalogue="bt-base-table",
    subject="tally",
    since=ALWAYS,
    term="是否达到法定人数",
    term_en="Quorum met",
    means="Whether enough of those entitled took part.",
    means_zh="到会人数是否达到法定人数；村民会议也可按户数。",
    fact="is_quorum_met",
    reads=("vote_regime", "people_entitled", "people_took_part"),
    optional=("households_total", "households_present"),
    reckon=is_quorum_met,
    cites=("base_table",),
)

base_votes_needed = Derivation(
    id="ballot_counts.base.votes_needed",
    catalogue="bt-base-table",
    subject="tally",
    since=ALWAYS,
    term="所需票数",
    term_en="Votes needed",
    means="The least votes that win, of the base of the row.",
    means_zh="按表行的基数和比较标准计算的所需票数。",
    fact="votes_needed",
    reads=("vote_regime",),
    optional=("people_entitled", "people_took_part", "ballots_returned"),
    reckon=votes_needed,
    cites=("base_table",),
)
