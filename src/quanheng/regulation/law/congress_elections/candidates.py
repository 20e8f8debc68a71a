"""候选人: numbers by kind and round, funding outcomes, last days of the lists."""

from datetime import date

from quanheng.kernel.offsets import moved
from quanheng.regulation.core.derivations import Derivation

FIRST = date(1995, 2, 28)
EQUAL = date(2010, 3, 14)
REVIEW = date(2015, 8, 29)


FUNDING = {"nominee": "not_listed", "listed": "struck_off", "elected": "void"}


def least_candidates(*, election_stage: str, deputy_seats: int, on: date) -> int | None:
    """A third more than the seats in direct elections, a fifth more in indirect ones, rounded up."""
    kind, _, round_ = election_stage.partition("_")
    if kind == "leaders" or round_ == "tie":
        return None
    if round_ == "by_election":
        return deputy_seats
    return deputy_seats + -(-deputy_seats // (3 if kind == "direct" else 5))


def most_candidates(*, election_stage: str, deputy_seats: int, on: date) -> int | None:
    """Twice the seats in direct elections, half more in indirect ones, rounded down; two for a single seat."""
    kind, _, round_ = election_stage.partition("_")
    if kind == "leaders" or round_ in ("tie", "by_election"):
        return None
    return deputy_seats * 2 if kind == "direct" or deputy_seats == 1 else deputy_seats + deputy_seats // 2


def funding_outcome(*, candidacy_stage: str, on: date) -> str | None:
    """What follows funding from abroad, by the stage at which it is found."""
    return FUNDING.get(candidacy_stage)


def nominee_list_due(*, election_day: date, nominee_list_days: int, on: date) -> date:
    """The last day on which the first list may be published."""
    day: date = moved(election_day, -nominee_list_days, "days")
    return day


def official_list_due(*, election_day: date, official_list_days: int, on: date) -> date:
    """The last day on which the official list may be published."""
    day: date = moved(election_day, -official_list_days, "days")
    return day


article_31_least = Derivation(
    id="congress_elections.31.least",
    catalogue="el-candidate-number",
    subject="election",
    since=FIRST,
    term="候选人最少人数",
    term_en="Fewest candidates",
    means="A third more than the seats in direct, a fifth more in indirect elections; equal in by-elections.",
    means_zh="直接选举至少多三分之一，间接选举至少多五分之一，补选可以等额。",
    fact="candidates_least",
    reads=("election_stage", "deputy_seats"),
    reckon=least_candidates,
    cites=("31", "57"),
)

article_31_most = Derivation(
    id="congress_elections.31.most",
    catalogue="el-candidate-number",
    subject="election",
    since=FIRST,
    term="候选人最多人数",
    term_en="Most candidates",
    means="Twice the seats in direct, half more in indirect elections; two for a single seat.",
    means_zh="直接选举至多多一倍，间接选举至多多二分之一，一个名额为两名。",
    fact="candidates_most",
    reads=("election_stage", "deputy_seats"),
    reckon=most_candidates,
    cites=("31",),
)

article_35_outcome = Derivation(
    id="congress_elections.35.outcome",
    catalogue="el-foreign-funding",
    subject="election",
    since=REVIEW,
    term="接受境外资助的处理",
    term_en="Outcome of foreign funding",
    means="Not listed, struck off, or the win void, by the stage.",
    means_zh="按阶段不列入名单、除名或者当选无效。",
    fact="funding_outcome_due",
    reads=("candidacy_stage",),
    reckon=funding_outcome,
    cites=("35",),
)

article_32_first_due = Derivation(
    id="congress_elections.32.first.due",
    catalogue="el-list-publication",
    subject="election",
    since=EQUAL,
    term="初步名单最迟公布日",
    term_en="Last day for the first list",
    means="Fifteen days before election day at the latest.",
    means_zh="最迟在选举日十五日以前公布。",
    fact="nominee_list_due_on",
    reads=("election_day",),
    params=("congress_elections.nominee_list_days",),
    reckon=nominee_list_due,
    cites=("32",),
)

article_32_official_due = Derivation(
    id="congress_elections.32.official.due",
    catalogue="el-list-publication",
    subject="election",
    since=FIRST,
    term="正式名单最迟公布日",
    term_en="Last day for the official list",
    means="Seven days before election day at the latest.",
    means_zh="最迟在选举日七日以前公布（2010年以前五日，未核实）。",
    fact="official_list_due_on",
    reads=("election_day",),
    params=("congress_elections.official_list_days",),
    reckon=official_list_due,
    cites=("32",),
)
