"""What the law of the day says of a public notice: each question put to `regulation`, the answers with their clauses."""

from collections.abc import Mapping
from datetime import date

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import Finding, judge
from quanheng.regulation.core.library import Library

INSTRUMENT = "selection_regulations"
WORKDAYS = f"{INSTRUMENT}.42.workdays"
DAYS = f"{INSTRUMENT}.42.days"
EXCEPTION = f"{INSTRUMENT}.42.exception"
# Whether a notice is due is judged before anybody publishes one (by tier and kind of move); here one is due.
_DUE: Mapping[str, object] = {"post_tier": "county", "move": "promotion", "is_notice_exempt": False}


def findings(
    facts: Mapping[str, object], *, on: date, law: Library, rules: tuple[str, ...] = (WORKDAYS, DAYS)
) -> tuple[Finding, ...]:
    """What the rules in force on a day find, undecided ones left out. Refused for a day before the encoded law."""
    try:
        found = judge({**_DUE, **facts}, on=on, rules=rules, law=law).findings
    except NotInForce as unknown:
        raise Refused(
            Text("任前公示"), why=Text("该日期尚无已录入的条例版本"), remedy=Text("更正日期")
        ) from unknown
    return tuple(finding for finding in found if not finding.missing)


def failing(
    facts: Mapping[str, object], *, on: date, law: Library, rules: tuple[str, ...] = (WORKDAYS, DAYS)
) -> Finding | None:
    """The first finding that does not pass; None when all do."""
    return next(
        (each for each in findings(facts, on=on, law=law, rules=rules) if each.light is not Light.PASSED), None
    )


def length_needed(*, on: date, law: Library) -> Text:
    """The length the version in force asks for, in words: working days since 2014, days before."""
    if workdays := law.figure(f"{INSTRUMENT}.notice_workdays", on):
        return text("须不少于{n}个工作日", n=workdays.value)
    least, most = (law.figure(f"{INSTRUMENT}.notice_days_{end}", on) for end in ("least", "most"))
    assert least is not None
    assert most is not None
    return text("一般为{least}至{most}天", least=least.value, most=most.value)


def cites_of(found: tuple[Finding, ...]) -> tuple[str, ...]:
    """The clauses the findings rest on, each once."""
    return tuple(dict.fromkeys(cite for finding in found for cite in finding.cites))
