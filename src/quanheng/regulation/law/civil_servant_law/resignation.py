"""辞去公职、降职: bans on resigning, lower post after an incompetent year."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

SINCE = date(2006, 1, 1)

resign_ban = Rule(
    id="civil_servant_law.86",
    catalogue="cv-resign-ban",
    subject="resignation",
    since=SINCE,
    term="不得辞去公职的情形",
    term_en="Bars to resigning from service",
    means="Not before the minimum service is over, nor in a secret post or its cooling-off, nor with an audit or a duty only he can finish open, nor under inquiry or suspicion of crime.",
    means_zh="未满最低服务年限，在涉密等特殊职位或者未满脱密期，重要公务未处理完或者正在接受审计、审查调查，涉嫌犯罪尚未终结的，不得辞去公职。",
    when=fact("is_resigning_from_service"),
    requires=~fact("is_minimum_service_unmet")
    & ~fact("is_in_secrecy_period")
    & ~fact("is_key_duty_unfinished")
    & ~fact("is_audit_running")
    & ~fact("is_under_investigation")
    & ~fact("is_crime_suspect"),
    effect=Effect.FORBID,
    cites=("86",),
)

clue = Rule(
    id="civil_servant_law.86.clue",
    catalogue="cv-resign-ban",
    subject="resignation",
    since=SINCE,
    term="问题线索待查",
    term_en="A clue still to be checked",
    means="A clue not yet taken up as a case is no ban, but the request is held for checks.",
    means_zh="问题线索尚未立案的，不属于禁止情形，但应暂缓并核查。",
    when=fact("is_resigning_from_service"),
    requires=~fact("has_unchecked_clue"),
    effect=Effect.WARN,
    cites=("86",),
)

lower = Rule(
    id="civil_servant_law.50",
    catalogue="cv-demotion",
    subject="removal",
    since=SINCE,
    term="不称职降低一个层次",
    term_en="One layer lower for an incompetent year",
    means="An incompetent year lowers the post or rank by one layer.",
    means_zh="年度考核不称职的，降低一个职务或者职级层次任职。",
    when=fact("last_year_grade") == "incompetent",
    requires=fact("layers_lowered") == 1,
    effect=Effect.WARN,
    cites=("50",),
)
