"""并列票的推算: seats filled, ties at the last seat."""

from dataclasses import dataclass
from datetime import date

from quanheng.regulation.core.derivations import Derivation

ALWAYS = date(1979, 1, 1)


@dataclass(frozen=True)
class Standing:
    """名次: those who have enough votes, most first, and how many tie at the last seat (0: nobody)."""

    enough: list[int]
    seats: int

    @property
    def tied(self) -> int:
        """How many share the votes of the last seat when not all of them fit."""
        if (
            len(self.enough) <= self.seats
            or self.seats < 1
            or self.enough[self.seats - 1] != self.enough[self.seats]
        ):
            return 0
        return self.enough.count(self.enough[self.seats])

    @property
    def filled(self) -> int:
        """The seats that are decided."""
        if not self.tied:
            return min(len(self.enough), self.seats)
        return sum(votes > self.enough[self.seats] for votes in self.enough)


def _standing(
    candidate_tallies: list[dict[str, int]], deputy_seats: int, votes_needed: int
) -> Standing | None:
    votes = [each.get("votes") for each in candidate_tallies]
    if None in votes:
        return None
    enough = sorted((each for each in votes if each is not None and each >= votes_needed), reverse=True)
    return Standing(enough, deputy_seats)


def filled(
    *, candidate_tallies: list[dict[str, int]], deputy_seats: int, votes_needed: int, on: date
) -> int | None:
    """The seats filled."""
    standing = _standing(candidate_tallies, deputy_seats, votes_needed)
    return standing.filled if standing else None


def is_tied(
    *, candidate_tallies: list[dict[str, int]], deputy_seats: int, votes_needed: int, on: date
) -> bool | None:
    """Whether a tie blocks the last seat."""
    standing = _standing(candidate_tallies, deputy_seats, votes_needed)
    return standing.tied > 0 if standing else None


def tied(
    *, candidate_tallies: list[dict[str, int]], deputy_seats: int, votes_needed: int, on: date
) -> int | None:
    """How many stand again."""
    standing = _standing(candidate_tallies, deputy_seats, votes_needed)
    return standing.tied if standing else None


tie_filled = Derivation(
    id="ballot_counts.tie.filled",
    catalogue="bt-tie",
    subject="tally",
    since=ALWAYS,
    term="已选出名额",
    term_en="Seats filled",
    means="Those with enough votes, up to the seats; a tie at the last seat leaves it open.",
    means_zh="达到所需票数者依次当选；末位票数相等的，该名额待定。",
    fact="seats_filled",
    reads=("candidate_tallies", "deputy_seats", "votes_needed"),
    reckon=filled,
    cites=("tie",),
)

tie_is_tied = Derivation(
    id="ballot_counts.tie.is_tied",
    catalogue="bt-tie",
    subject="tally",
    since=ALWAYS,
    term="末位是否平票",
    term_en="Tie at the last seat",
    means="A tie counts only when it blocks the last seat.",
    means_zh="只有妨碍确定末位当选人的才是需要再投票的平票。",
    fact="has_tie_at_last_seat",
    reads=("candidate_tallies", "deputy_seats", "votes_needed"),
    reckon=is_tied,
    cites=("tie",),
)

tie_tied = Derivation(
    id="ballot_counts.tie.tied",
    catalogue="bt-tie",
    subject="tally",
    since=ALWAYS,
    term="平票人数",
    term_en="Candidates tied",
    means="All who share the votes of the last seat stand again.",
    means_zh="与末位同票者全部再次投票。",
    fact="tied_candidates",
    reads=("candidate_tallies", "deputy_seats", "votes_needed"),
    reckon=tied,
    cites=("tie",),
)
