"""调任: age ceilings by target, and the bars."""

from datetime import date

from quanheng.kernel.dates import age_on
from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

SINCE = date(2008, 2, 29)


def _age(*, transfer_born_on: date, on: date) -> int:
    return age_on(transfer_born_on, on)


age = Derivation(
    id="transfer_in.6.age",
    catalogue="a-transfer-in-age",
    subject="transfer",
    since=SINCE,
    term="调任年龄计算",
    term_en="Reckoning the age",
    means="Full years by month: the age is reached in the month of birth.",
    means_zh="年龄按月计算，到出生之月即满周岁。",
    fact="transfer_age",
    reads=("transfer_born_on",),
    reckon=_age,
    cites=("6.5",),
)

bureau_age = Rule(
    id="transfer_in.6.bureau",
    catalogue="a-transfer-in-age",
    subject="transfer",
    since=SINCE,
    term="调任年龄（厅局级）",
    term_en="Age of transfer (bureau)",
    means="Transfer in to bureau posts: in principle not over 55, unless the authority approves a special need.",
    means_zh="调任厅局级职务的，原则上不超过55周岁，特殊需要的报批。",
    when=fact("transfer_target") == "bureau",
    requires=(fact("transfer_age") <= param("transfer_in.bureau_age")) | fact("is_transfer_age_approved"),
    effect=Effect.ASK_SUPERIOR,
    cites=("6.5",),
)

county_team_age = Rule(
    id="transfer_in.6.county_team",
    catalogue="a-transfer-in-age",
    subject="transfer",
    since=SINCE,
    term="调任年龄（县（市）领导班子）",
    term_en="Age of transfer (county team)",
    means="Transfer in to county team posts: in principle not over 50, unless the authority approves a special need.",
    means_zh="调任县（市）领导班子职务的，原则上不超过50周岁，特殊需要的报批。",
    when=fact("transfer_target") == "county_team",
    requires=(fact("transfer_age") <= param("transfer_in.county_team_age"))
    | fact("is_transfer_age_approved"),
    effect=Effect.ASK_SUPERIOR,
    cites=("6.5",),
)

county_age = Rule(
    id="transfer_in.6.county",
    catalogue="a-transfer-in-age",
    subject="transfer",
    since=SINCE,
    term="调任年龄（其他县处级）",
    term_en="Age of transfer (county)",
    means="Transfer in to county posts: in principle not over 45, unless the authority approves a special need.",
    means_zh="调任其他县处级职务的，原则上不超过45周岁，特殊需要的报批。",
    when=fact("transfer_target") == "county",
    requires=(fact("transfer_age") <= param("transfer_in.county_age")) | fact("is_transfer_age_approved"),
    effect=Effect.ASK_SUPERIOR,
    cites=("6.5",),
)

section_age = Rule(
    id="transfer_in.6.section",
    catalogue="a-transfer-in-age",
    subject="transfer",
    since=SINCE,
    term="调任年龄（科级）",
    term_en="Age of transfer (section)",
    means="Transfer in to section posts: in principle not over 40, unless the authority approves a special need.",
    means_zh="调任科级职务的，原则上不超过40周岁，特殊需要的报批。",
    when=fact("transfer_target") == "section",
    requires=(fact("transfer_age") <= param("transfer_in.section_age")) | fact("is_transfer_age_approved"),
    effect=Effect.ASK_SUPERIOR,
    cites=("6.5",),
)

barred = Rule(
    id="transfer_in.8",
    catalogue="a-transfer-in-age",
    subject="transfer",
    since=SINCE,
    term="不得调任的情形",
    term_en="Bars to a transfer",
    means="No criminal penalty, no expulsion from public service, no inquiry, no sanction period running, no audit running.",
    means_zh="受过刑事处罚、被开除公职、正在接受审查、处分期或者影响期未满、正在接受审计的，不得调任。",
    requires=~fact("has_penalty_or_expulsion")
    & ~fact("is_under_investigation")
    & (fact("restricted_until") < fact("judged_on"))
    & ~fact("is_audit_running"),
    effect=Effect.FORBID,
    cites=("8",),
)
