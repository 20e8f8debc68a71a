"""任期: who has a term, its length and stability, two terms in one post, fifteen years at one level."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.dates import corresponding_day, months_between
from quanheng.kernel.expressions import fact, param
from quanheng.kernel.periods import Months, Period, months_in
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

SCOPE = (
    "central_department_chief",
    "local_team_member",
    "discipline_court_procuratorate_chief",
    "province_city_department_chief",
)
REASONS = ("retirement_age", "health", "incompetent", "resigned", "sanctioned", "special_need")


def _has_term(term_post: str, on: date) -> bool:
    return term_post in SCOPE


def _ends(
    term_started_on: date,
    is_term_post: bool,
    is_elected_term: bool | None,
    congress_term_ends_on: date | None,
    term_months: int,
    on: date,
) -> date | None:
    if not is_term_post:
        return None
    return congress_term_ends_on if is_elected_term else corresponding_day(term_started_on, term_months)


def _left_early(left_post_on: date, term_ends_on: date, on: date) -> bool:
    return left_post_on < term_ends_on


def _in_a_row(terms_served: Sequence[Mapping[str, Any]], partial_term_months: int, on: date) -> int | None:
    """Terms at the end of the career that follow one another without a gap; a short part counts for none."""
    if any(each.get("started_on") is None for each in terms_served):
        return None
    counted, last = 0, None
    for each in sorted(terms_served, key=lambda each: each["started_on"]):
        ended = each.get("ended_on") or on
        counted = counted if last is None or each["started_on"] <= last else 0
        counted += months_between(each["started_on"], ended) > partial_term_months
        last = ended
    return counted


def _at_level(level_spells: Sequence[Mapping[str, Any]], on: date) -> Months | None:
    if any(each.get("started_on") is None or each.get("is_listed") is None for each in level_spells):
        return None
    listed = [each for each in level_spells if each["is_listed"]]
    return months_in([Period(each["started_on"], each.get("ended_on")) for each in listed], on=on)


scope = Derivation(
    id="leader_terms.2.scope",
    catalogue="c-term-5y",
    subject="tenure",
    since=date(2006, 6, 10),
    term="任期制职务",
    term_en="Post with a term",
    means="The listed posts have a term; county departments and internal units do not.",
    means_zh="所列职务实行任期制，县级工作部门正职和内设机构不在其内。",
    fact="is_term_post",
    reads=("term_post",),
    reckon=_has_term,
    cites=("2",),
)

end = Derivation(
    id="leader_terms.3.end",
    catalogue="c-term-5y",
    subject="tenure",
    since=date(2006, 6, 10),
    term="任期五年",
    term_en="Five-year term",
    means="The term ends after five years; an elected term ends with its congress.",
    means_zh="任期自起始日起满五年届满；选举任期随届次届满。",
    fact="term_ends_on",
    reads=(
        "term_started_on",
        "is_term_post",
    ),
    optional=(
        "is_elected_term",
        "congress_term_ends_on",
    ),
    params=("leader_terms.term_months",),
    reckon=_ends,
    cites=("3",),
)

early = Derivation(
    id="leader_terms.4.early",
    catalogue="c-term-stability",
    subject="tenure",
    since=date(2006, 6, 10),
    term="任期未满离任",
    term_en="Left before the end of the term",
    means="Leaving before the day the term ends is leaving early.",
    means_zh="离任日早于任期届满日的，为任期未满离任。",
    fact="has_left_before_term",
    reads=(
        "left_post_on",
        "term_ends_on",
    ),
    reckon=_left_early,
    cites=("4",),
)

stability = Rule(
    id="leader_terms.4.stability",
    catalogue="c-term-stability",
    subject="tenure",
    since=date(2006, 6, 10),
    term="任期稳定",
    term_en="Stable terms",
    means="Leaving before the end of a term needs one of the listed reasons.",
    means_zh="任期未满离任的，须属于所列情形。",
    when=fact("is_term_post") & fact("has_left_before_term"),
    requires=fact("term_leaving_reason").isin(REASONS),
    effect=Effect.WARN,
    cites=("4",),
)

special = Rule(
    id="leader_terms.4.special",
    catalogue="c-term-stability",
    subject="tenure",
    since=date(2006, 6, 10),
    term="任期内特殊调整一般一次",
    term_en="One special move per term",
    means="Normally one special move per term; a second needs the superior's consent and a reason.",
    means_zh="一个任期内因工作特殊需要调整一般不超过一次，再次调整须报上级同意并说明理由。",
    when=fact("is_term_post") & (fact("term_leaving_reason") == "special_need"),
    requires=(fact("special_moves_in_term") <= param("leader_terms.special_moves_most"))
    | fact("is_special_move_agreed"),
    effect=Effect.ASK_SUPERIOR,
    cites=("4",),
)

chief = Rule(
    id="leader_terms.4.chief",
    catalogue="c-term-stability",
    subject="tenure",
    since=date(2010, 3, 1),
    term="党政正职不满三年调整",
    term_en="A chief moved before three years",
    means="Moving a Party or government chief before three years needs the superior's consent.",
    means_zh="党政正职任职不满三年调整的，须报上级同意。",
    when=fact("is_chief_moved"),
    requires=(fact("months_as_chief") >= param("leader_terms.chief_months"))
    | (fact("prior_report") == "agreed"),
    effect=Effect.ASK_SUPERIOR,
    cites=(
        "4",
        "prior_report:matters",
    ),
)

count = Derivation(
    id="leader_terms.6.count",
    catalogue="c-two-terms",
    subject="tenure",
    since=date(2006, 6, 10),
    term="连续任期的计算",
    term_en="Counting terms in a row",
    means="Spells without a gap count as terms when longer than three years; a gap starts the count anew.",
    means_zh="同一职位连续任职，每段超过三年的计为一个任期，三年以内不计，间断的重新计算。",
    fact="consecutive_terms",
    reads=("terms_served",),
    params=("leader_terms.partial_term_months",),
    reckon=_in_a_row,
    cites=(
        "6",
        "partial_term",
    ),
    verified=False,
)

two_terms = Rule(
    id="leader_terms.6.two_terms",
    catalogue="c-two-terms",
    subject="tenure",
    since=date(2006, 6, 10),
    term="同一职位两个任期",
    term_en="Two terms in one post",
    means="After two terms in a row no third term in the same post.",
    means_zh="在同一职位连续任满两个任期的，不得再任同一职务。",
    when=fact("is_term_post") & fact("is_same_post_again"),
    requires=(fact("consecutive_terms") < param("leader_terms.terms_most")) | fact("is_autonomous_exception"),
    effect=Effect.FORBID,
    cites=("6",),
)

months = Derivation(
    id="leader_terms.7.months",
    catalogue="c-15y-same-level",
    subject="tenure",
    since=date(2006, 6, 10),
    term="同一层次任职时间",
    term_en="Time at one level",
    means="Time at a level adds up, before 2006 included, only in posts with a term.",
    means_zh="同一层次任期制职务的任职时间累计，2006年以前的计入，非任期制职务的不计入。",
    fact="months_at_level",
    reads=("level_spells",),
    reckon=_at_level,
    cites=("7",),
)

fifteen_years = Rule(
    id="leader_terms.7.fifteen_years",
    catalogue="c-15y-same-level",
    subject="tenure",
    since=date(2006, 6, 10),
    term="同一层次十五年",
    term_en="Fifteen years at one level",
    means="After fifteen years at one level no further post at that level.",
    means_zh="同一层次领导职务累计任职满十五年的，不得再任该层次领导职务。",
    when=fact("is_term_post") & fact("is_same_level_again"),
    requires=(fact("months_at_level") < param("leader_terms.level_months")) | fact("is_autonomous_exception"),
    effect=Effect.FORBID,
    cites=("7",),
)
