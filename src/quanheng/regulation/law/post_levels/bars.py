"""Bars in an effect period, settings that are void, and how township posts stand to the selection regulations."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

RANKS, START = date(2019, 6, 1), date(2020, 3, 3)


def reckon_regime(*, post_tier: str, on: date) -> str:
    """Township posts follow the selection regulations by reference."""
    return "by_reference" if post_tier == "township" else "direct"


def reckon_term(*, post_tier: str, is_elected_post: bool, party_seat: str | None, on: date) -> str | None:
    """Appointed township posts have no national term, elected heads that of the congress."""
    if post_tier != "township":
        return None
    if party_seat not in (None, "none"):
        return "party_election"
    return "congress" if is_elected_post else "none"


window = Rule(
    id="post_levels.16.window",
    catalogue="rk-effect-period-block",
    subject="rank",
    since=START,
    term="影响期内不得晋升职务、职级、级别",
    term_en="No promotion in an effect period",
    means="No promotion of post, rank or level while an admonition, treatment or sanction runs.",
    means_zh="受诫勉、组织处理、处分等影响期未满的，不得晋升职务、职级和级别。",
    when=fact("rise_kind").isin(("post", "rank", "level")),
    requires=fact("restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("16", "civil_servant_law:64"),
)

felt = Rule(
    id="post_levels.16.felt",
    catalogue="rk-effect-period-block",
    subject="rank",
    since=START,
    term="期满仍影响使用",
    term_en="Over, but still affecting use",
    means="No promotion of post, rank or level while a sanction that is over still affects use.",
    means_zh="诫勉、组织处理、处分期满仍影响使用的，不得晋升职务、职级和级别。",
    when=fact("rise_kind").isin(("post", "rank", "level")),
    requires=~fact("is_restriction_still_felt"),
    effect=Effect.FORBID,
    cites=("16",),
)

open_case = Rule(
    id="post_levels.16.case",
    catalogue="rk-effect-period-block",
    subject="rank",
    since=START,
    term="审查调查期间不得晋升",
    term_en="No promotion during an inquiry",
    means="No promotion of post, rank or level under review or investigation without conclusion.",
    means_zh="涉嫌违纪违法正在接受审查调查尚未作出结论的，不得晋升职务、职级和级别。",
    when=fact("rise_kind").isin(("post", "rank", "level")),
    requires=~fact("is_under_investigation"),
    effect=Effect.FORBID,
    cites=("16",),
)

rank_window_2019 = Rule(
    id="post_levels.16.rank.2019",
    catalogue="rk-effect-period-block",
    subject="rank",
    since=RANKS,
    repealed=START,
    term="影响期内不得晋升职级（2019年）",
    term_en="No rank promotion in an effect period (2019)",
    means="From 2019-06-01 the bar covers ranks; from 2020-03-03 posts, ranks and levels.",
    means_zh="2019年6月1日起影响期内不得晋升职级，2020年3月3日起职务、职级、级别均不得晋升。",
    when=fact("rise_kind") == "rank",
    requires=fact("restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=("post_and_rank:21",),
)

open_2019 = Rule(
    id="post_levels.16.open.2019",
    catalogue="rk-effect-period-block",
    subject="rank",
    since=RANKS,
    repealed=START,
    term="审查调查、影响使用不得晋升职级（2019年）",
    term_en="No rank promotion during an inquiry (2019)",
    means="No rank promotion under inquiry, or while a sanction that is over still affects use.",
    means_zh="正在接受审查调查的，或者处分等期满仍影响使用的，不得晋升职级。",
    when=fact("rise_kind") == "rank",
    requires=~fact("is_restriction_still_felt") & ~fact("is_under_investigation"),
    effect=Effect.FORBID,
    cites=("post_and_rank:21",),
)

void = Rule(
    id="post_levels.19",
    catalogue="rk-void-setting",
    subject="rank",
    since=START,
    term="违规设置无效",
    term_en="Void settings",
    means="Posts, ranks or levels set against quota, conditions or steps are not approved, and void if done.",
    means_zh="超职数、不符合资格条件或者不按程序设置、晋升职务、职级、级别的，不予批准，已经作出的无效。",
    requires=fact("is_setting_within_quota") & fact("is_setting_qualified") & fact("is_setting_by_steps"),
    effect=Effect.FORBID,
    cites=("19", "20"),
)

regime = Derivation(
    id="post_levels.township",
    catalogue="tp-by-reference",
    subject="rank",
    since=START,
    term="乡科级参照执行",
    term_en="Township level by reference",
    means="Township posts follow the selection regulations by reference: tenure from these measures, procedure as advice.",
    means_zh="乡科级职务参照党政领导干部选拔任用工作条例：任职年限按本办法，程序作为提示。",
    fact="township_regime",
    reads=("post_tier",),
    reckon=reckon_regime,
    cites=("township",),
)

term = Derivation(
    id="post_levels.township.term",
    catalogue="tp-rotation-note",
    subject="rank",
    since=date(2006, 6, 10),
    term="乡科级职务任期",
    term_en="Term of a township-level post",
    means="Appointed township posts have no national term; elected heads follow the congress, Party committees their own rules.",
    means_zh="乡科级委任制职务没有全国统一的任期；选举产生的乡镇长随本级人大每届任期；党委按党内选举规定。",
    fact="township_term",
    reads=("post_tier", "is_elected_post"),
    optional=("party_seat",),
    reckon=reckon_term,
    cites=("leader_terms:2", "township"),
)
