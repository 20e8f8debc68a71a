"""轮岗与执行: rotation inside an organ, both chiefs together, refusing an exchange."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.kernel.offsets import later
from quanheng.regulation.core.rules import Effect, Rule

rotation_key_function = Rule(
    id="leader_exchange.rotation.key_function",
    catalogue="c-rotate-internal",
    subject="tenure",
    since=date(2014, 1, 14),
    term="重点岗位满五年轮岗",
    term_en="Key functions rotate at five years",
    means="A leader of an internal unit in a key function rotates after five years (national number not verified).",
    means_zh="内设机构领导干部在重点岗位同一职位任职满五年的，应当轮岗（全国规定的年数待核）。",
    when=fact("is_internal_leader") & fact("is_key_function"),
    requires=fact("months_in_same_post") < param("leader_exchange.rotation_months"),
    effect=Effect.WARN,
    cites=(
        "rotation",
        "selection_regulations:exchange",
    ),
    verified=False,
)

rotation_long = Rule(
    id="leader_exchange.rotation.long",
    catalogue="c-rotate-internal",
    subject="tenure",
    since=date(2014, 1, 14),
    term="内设机构领导任职较长应当交流",
    term_en="Long in an internal post",
    means="Leaders of internal units long in the same post are exchanged or rotated.",
    means_zh="内设机构领导干部在同一职位任职时间较长的，应当交流或者轮岗。",
    when=fact("is_internal_leader") & fact("is_long_in_post"),
    requires=fact("is_rotation_planned"),
    effect=Effect.WARN,
    cites=(
        "rotation",
        "selection_regulations:exchange",
    ),
)

both_chiefs_together = Rule(
    id="leader_exchange.both_chiefs.together",
    catalogue="c-not-both-chiefs",
    subject="tenure",
    since=date(2006, 6, 10),
    term="党政正职一般不同时易地交流",
    term_en="Not both chiefs at once",
    means="The two chiefs of a place are normally not moved elsewhere at once; more than six months lie between (the interval is a setting).",
    means_zh="同一地方党政正职一般不同时易地交流，两次交流须间隔六个月以上（间隔为本系统设定）。",
    requires=(
        later(fact("party_chief_moved_on"), months=param("leader_exchange.both_chiefs_months"))
        < fact("government_chief_moved_on")
    )
    | (
        later(fact("government_chief_moved_on"), months=param("leader_exchange.both_chiefs_months"))
        < fact("party_chief_moved_on")
    ),
    effect=Effect.WARN,
    cites=(
        "selection_regulations:exchange",
        "both_chiefs",
    ),
)

refusal_handled = Rule(
    id="leader_exchange.refusal.handled",
    catalogue="c-refuse-exchange",
    subject="tenure",
    since=date(2014, 1, 14),
    term="不服从交流的处理",
    term_en="Refusing an exchange",
    means="Refusing without good reason leads to removal or demotion.",
    means_zh="无正当理由不服从交流决定的，应当免职或者降职使用。",
    when=fact("has_refused_exchange") & ~fact("has_good_refusal_reason"),
    requires=fact("is_refusal_handled"),
    effect=Effect.WARN,
    cites=(
        "selection_regulations:exchange_refusal",
        "refusal",
    ),
)

refusal_no_suspension = Rule(
    id="leader_exchange.refusal.no_suspension",
    catalogue="c-refuse-exchange",
    subject="tenure",
    since=date(2014, 1, 14),
    term="申诉期间不停止执行",
    term_en="An appeal does not suspend",
    means="An appeal against the exchange does not suspend it.",
    means_zh="对交流决定申诉的，申诉期间不停止执行。",
    when=fact("is_exchange_appealed"),
    requires=fact("is_exchange_executed"),
    effect=Effect.WARN,
    cites=(
        "selection_regulations:exchange_refusal",
        "refusal",
    ),
)
