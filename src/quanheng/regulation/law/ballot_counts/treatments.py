"""票面处理的推算: void ballots in the base, bands, illegible marks, two posts."""

from datetime import date

from quanheng.kernel.shares import Share
from quanheng.regulation.core.derivations import Derivation

ALWAYS = date(1979, 1, 1)


def is_undetermined(*, vote_outcome: str, on: date) -> bool:
    """Whether the unexplained votes could still decide."""
    return vote_outcome == "undetermined"


def base(*, ballots_valid: int, ballots_void: int, is_valid_base_prescribed: bool | None, on: date) -> int:
    """Void ballots took part; only where a rule says so are valid ballots the base."""
    return ballots_valid if is_valid_base_prescribed else ballots_valid + ballots_void


def band(*, votes_for: int, people_entitled: int, on: date) -> str:
    """The band of the votes, by whole numbers."""
    for share, word in (
        (Share.ALL, "all"),
        (Share.GE_2_3, "two_thirds"),
        (Share.GT_HALF, "over_half"),
        (Share.GE_HALF, "half"),
    ):
        if share.holds(votes_for, people_entitled):
            return word
    return "under_half"


def illegible(*, illegible_mark: str, illegible_policy: str | None, on: date) -> str:
    """By the policy fixed before; by default the readable part counts and the ballot stays valid."""
    if illegible_mark != "unreadable":
        return "all_counts"
    return {"whole_void": "ballot_void", "meeting_decides": "meeting_decides"}.get(
        illegible_policy or "", "readable_counts"
    )


def two_posts(*, is_person_named_twice: bool, province: str | None, on: date) -> str:
    """Both marks void and the rest counts; the whole ballot in Zhejiang, a cascade in Henan."""
    if not is_person_named_twice:
        return "none"
    return {"zhejiang": "ballot_void", "henan": "cascade"}.get(province or "", "marks_void")


undetermined = Derivation(
    id="ballot_counts.undetermined",
    catalogue="bt-unaccounted",
    subject="tally",
    since=ALWAYS,
    term="结果不能确定",
    term_en="Undetermined",
    means="Unexplained votes could still decide.",
    means_zh="去向不明票足以左右结果的，不能确定。",
    fact="is_vote_undetermined",
    reads=("vote_outcome",),
    reckon=is_undetermined,
    cites=("unaccounted",),
)

void_base = Derivation(
    id="ballot_counts.void_base",
    catalogue="bt-void-in-base",
    subject="tally",
    since=ALWAYS,
    term="参加投票基数",
    term_en="Base of those who took part",
    means="Valid and void ballots together, unless valid ballots are prescribed.",
    means_zh="有效票与无效票之和；规定以有效票为基数的除外。",
    fact="took_part_base",
    reads=("ballots_valid", "ballots_void"),
    optional=("is_valid_base_prescribed",),
    reckon=base,
    cites=("void_in_base",),
)

band_reckoned = Derivation(
    id="ballot_counts.band",
    catalogue="bt-result-words",
    subject="tally",
    since=ALWAYS,
    term="得票区间",
    term_en="Band of the votes",
    means="The band of the votes by whole numbers.",
    means_zh="以整数比较得出的得票区间。",
    fact="result_band",
    reads=("votes_for", "people_entitled"),
    reckon=band,
    cites=("result_words",),
)

illegible_effect = Derivation(
    id="ballot_counts.illegible.effect",
    catalogue="bt-illegible",
    subject="tally",
    since=ALWAYS,
    term="无法辨认票应作的处理",
    term_en="Treatment of illegible marks",
    means="By the policy fixed before; else the readable part counts.",
    means_zh="按投票前确定的办法；没有的，可辨部分计票，选票有效。",
    fact="illegible_effect",
    reads=("illegible_mark",),
    optional=("illegible_policy",),
    reckon=illegible,
    cites=("illegible",),
)

two_posts_effect = Derivation(
    id="ballot_counts.two_posts.effect",
    catalogue="bt-two-posts",
    subject="tally",
    since=ALWAYS,
    term="一票两职应作的处理",
    term_en="Treatment of two posts",
    means="Both marks void, the rest counts; Zhejiang voids the ballot, Henan cascades.",
    means_zh="该人两处均不计，其余有效；浙江整票作废，河南低职务票累加。",
    fact="two_post_effect",
    reads=("is_person_named_twice",),
    optional=("province",),
    reckon=two_posts,
    cites=("two_posts",),
)
