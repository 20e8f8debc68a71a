"""票数的推算: choices, unreturned and unaccounted votes, outcome, winners and ties."""

from datetime import date

from quanheng.regulation.core.derivations import Derivation

ALWAYS = date(1979, 1, 1)


def choices(*, ballot_yes_marks: int, ballot_write_ins: int | None, on: date) -> int:
    """Names marked for and names written in; votes against choose nobody."""
    return ballot_yes_marks + (ballot_write_ins or 0)


def unreturned(*, ballots_issued: int, ballots_returned: int, on: date) -> int:
    """Ballots that did not come back."""
    return max(0, ballots_issued - ballots_returned)


def expected(
    *, vote_mode: str, ballots_valid: int | None, people_took_part: int | None, on: date
) -> int | None:
    """Valid ballots on paper, people present otherwise."""
    return ballots_valid if vote_mode == "paper" else people_took_part


def not_pressed(
    *,
    vote_mode: str,
    people_took_part: int,
    votes_for: int,
    votes_against: int | None,
    votes_abstaining: int | None,
    on: date,
) -> int | None:
    """On the keypad, who is left pressed no key."""
    if vote_mode != "keypad" or votes_against is None or votes_abstaining is None:
        return None
    return max(0, people_took_part - votes_for - votes_against - votes_abstaining)


def accounted(*, votes_for: int, on: date, **others: int | None) -> int:
    """Everything the source explains."""
    return votes_for + sum(each or 0 for each in others.values())


def unaccounted(*, votes_expected: int, votes_accounted: int, on: date) -> int:
    """What the source does not explain; negative when it explains too much."""
    return votes_expected - votes_accounted


def outcome(*, votes_for: int, votes_needed: int, votes_unaccounted: int | None, on: date) -> str | None:
    """Carried, not carried, or undetermined while the unexplained votes could decide."""
    left = votes_unaccounted or 0
    if left < 0:
        return None
    if votes_for >= votes_needed:
        return "passed"
    return "failed" if votes_for + left < votes_needed else "undetermined"


choices_reckoned = Derivation(
    id="ballot_counts.choices",
    catalogue="bt-choices-over-seats",
    subject="tally",
    since=ALWAYS,
    term="一张选票所选人数",
    term_en="Choices on a ballot",
    means="Names marked for and names written in.",
    means_zh="赞成和另选的人数之和；反对不是选择。",
    fact="choices_on_ballot",
    reads=("ballot_yes_marks",),
    optional=("ballot_write_ins",),
    reckon=choices,
    cites=("choices_over_seats",),
)

paper_unreturned = Derivation(
    id="ballot_counts.paper.unreturned",
    catalogue="bt-identity-paper",
    subject="tally",
    since=ALWAYS,
    term="未收回选票",
    term_en="Ballots not returned",
    means="Issued less returned.",
    means_zh="发出减收回。",
    fact="ballots_unreturned",
    reads=("ballots_issued", "ballots_returned"),
    reckon=unreturned,
    cites=("identity_paper",),
)

options_expected = Derivation(
    id="ballot_counts.options.expected",
    catalogue="bt-identity-options",
    subject="tally",
    since=ALWAYS,
    term="应有票数",
    term_en="Votes expected",
    means="Valid ballots on paper, people present otherwise.",
    means_zh="纸质投票为有效票数，其他为到会人数。",
    fact="votes_expected",
    reads=("vote_mode",),
    optional=("ballots_valid", "people_took_part"),
    reckon=expected,
    cites=("identity_options",),
)

options_not_pressed = Derivation(
    id="ballot_counts.options.not_pressed",
    catalogue="bt-not-pressed",
    subject="tally",
    since=ALWAYS,
    term="未按键人数",
    term_en="Pressed no key",
    means="On the keypad, who is left pressed no key.",
    means_zh="表决器表决中其余到会者为未按键。",
    fact="votes_not_pressed",
    reads=("vote_mode", "people_took_part", "votes_for"),
    optional=("votes_against", "votes_abstaining"),
    reckon=not_pressed,
    cites=("not_pressed",),
)

options_accounted = Derivation(
    id="ballot_counts.options.accounted",
    catalogue="bt-identity-options",
    subject="tally",
    since=ALWAYS,
    term="已列明票数",
    term_en="Votes accounted for",
    means="For, against, abstaining, others, blank and not pressed together.",
    means_zh="赞成、反对、弃权、另选、空白和未按键之和。",
    fact="votes_accounted",
    reads=("votes_for",),
    optional=("votes_against", "votes_abstaining", "votes_written_in", "votes_blank", "votes_not_pressed"),
    reckon=accounted,
    cites=("identity_options",),
)

options_unaccounted = Derivation(
    id="ballot_counts.options.unaccounted",
    catalogue="bt-unaccounted",
    subject="tally",
    since=ALWAYS,
    term="去向不明票数",
    term_en="Votes unaccounted for",
    means="Expected less explained; never shared out.",
    means_zh="应有票数减已列明票数，不得分摊。",
    fact="votes_unaccounted",
    reads=("votes_expected", "votes_accounted"),
    reckon=unaccounted,
    cites=("unaccounted",),
)

outcome_reckoned = Derivation(
    id="ballot_counts.outcome",
    catalogue="bt-unaccounted",
    subject="tally",
    since=ALWAYS,
    term="表决结果",
    term_en="Outcome",
    means="Carried, not carried, or undetermined while unexplained votes could decide.",
    means_zh="达到所需票数为通过；加去向不明票仍不足为未通过；否则不能确定。",
    fact="vote_outcome",
    reads=("votes_for", "votes_needed"),
    optional=("votes_unaccounted",),
    reckon=outcome,
    cites=("unaccounted",),
)
