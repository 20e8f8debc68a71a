"""介绍候选人和境外资助: introductions, meetings, funding from abroad."""

from datetime import date

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.rules import Effect, Rule

EQUAL = date(2010, 3, 14)
REVIEW = date(2015, 8, 29)

article_34_stop = Rule(
    id="congress_elections.34.stop",
    catalogue="el-campaign-stop",
    subject="election",
    since=EQUAL,
    term="选举日停止介绍",
    term_en="Introductions stop",
    means="Introductions of candidates stop on election day.",
    means_zh="选举日必须停止对代表候选人的介绍。",
    requires=fact("are_introductions_stopped"),
    effect=Effect.WARN,
    cites=("34",),
)

article_34_meeting = Rule(
    id="congress_elections.34.meeting",
    catalogue="el-campaign-stop",
    subject="election",
    since=EQUAL,
    term="候选人与选民见面",
    term_en="Candidates meet voters",
    means="Where voters ask, the committee has the candidates meet them.",
    means_zh="选民要求的，选举委员会应当组织候选人与选民见面。",
    when=fact("is_meeting_requested"),
    requires=fact("is_meeting_held"),
    effect=Effect.WARN,
    cites=("34",),
)

article_35 = Rule(
    id="congress_elections.35",
    catalogue="el-foreign-funding",
    subject="election",
    since=REVIEW,
    term="境外资助",
    term_en="Funding from abroad",
    means="Who took election funding from abroad is not listed, is struck off, or the win is void.",
    means_zh="接受境外与选举有关资助的，不列入名单、除名或者当选无效。",
    when=fact("has_foreign_funding"),
    requires=((fact("funding_outcome_due") == "not_listed") & (fact("funding_outcome") == "not_listed"))
    | ((fact("funding_outcome_due") == "struck_off") & (fact("funding_outcome") == "struck_off"))
    | ((fact("funding_outcome_due") == "void") & (fact("funding_outcome") == "void")),
    effect=Effect.FORBID,
    cites=("35",),
)
