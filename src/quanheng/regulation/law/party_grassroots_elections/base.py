"""应到会人数和公推直选范围: who is due, where members recommend and elect directly."""

from datetime import date

from quanheng.regulation.core.derivations import Derivation

FIRST = date(1990, 6, 27)
PUBLIC = date(2011, 1, 1)


FULL, PILOT = ("organ", "enterprise", "school"), ("village", "community", "township")


def due(
    *,
    branch_full_members_total: int,
    members_under_observation: int | None,
    members_left_out: int | None,
    on: date,
) -> int:
    """Full members, less those under observation and those left out by the rules."""
    return max(0, branch_full_members_total - (members_under_observation or 0) - (members_left_out or 0))


def public_scope(*, public_organ_kind: str, on: date) -> str:
    """How far units of this kind hold elections by public recommendation."""
    if public_organ_kind in FULL:
        return "full"
    return "pilot" if public_organ_kind in PILOT else "none"


due_reckoned = Derivation(
    id="party_grassroots_elections.due",
    catalogue="n-elect-grassroots",
    subject="party_election",
    since=FIRST,
    term="应到会有选举权人数",
    term_en="Electors due",
    means="Full members, less those under observation and those left out by the rules; probationary members never count.",
    means_zh="正式党员数减去留党察看和依规定不计算的党员；预备党员不计。",
    fact="electors_due",
    reads=("branch_full_members_total",),
    optional=("members_under_observation", "members_left_out"),
    reckon=due,
    cites=("5", "left_out"),
)

public = Derivation(
    id="party_grassroots_elections.public",
    catalogue="n-public-recommend",
    subject="party_election",
    since=PUBLIC,
    term="公推直选范围",
    term_en="Scope of public recommendation",
    means="Organs, enterprises and schools everywhere from 2011; villages, communities and townships as pilots (local, unverified).",
    means_zh="机关、企业、中小学2011年起全面推行，村、社区、乡镇试点（地方做法，未核实）。",
    fact="public_recommend_scope",
    reads=("public_organ_kind",),
    reckon=public_scope,
    cites=("public",),
    verified=False,
)
