"""What the law of the day says of a meeting: each question put to `regulation`, the answers with their clauses."""

from collections.abc import Mapping
from datetime import date

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text
from quanheng.kernel.verdicts import Light
from quanheng.meeting.core.count import Tally
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import Finding, judge
from quanheng.regulation.core.library import Library, library

INSTRUMENT = "selection_regulations"
QUORUM = f"{INSTRUMENT}.38.quorum"
OPINIONS = f"{INSTRUMENT}.38.opinions"
CHIEF_LAST = f"{INSTRUMENT}.38.chief_last"
MAJORITY = f"{INSTRUMENT}.39.majority"
RECUSAL = f"{INSTRUMENT}.53.meeting"
RULES = (QUORUM, OPINIONS, CHIEF_LAST, MAJORITY, RECUSAL)
MEETING_CLAUSE = (
    "38"  # attendance, opinions, forms of voting, deferral and reconsideration stand in one article
)


def attendance(tally: Tally) -> dict[str, object]:
    """The facts of a quorum."""
    return {"members_should_attend": tally.base, "members_present": tally.attending}


def decision(tally: Tally, *, is_chief_last: bool | None) -> dict[str, object]:
    """The facts of a decision. A member who stepped aside is not waited for, so he counts as having spoken."""
    aside = tally.attending - tally.voters
    return {
        **attendance(tally),
        "votes_for": tally.agree,
        "opinions_stated": tally.expressed + aside,
        "is_chief_last": is_chief_last,
        "has_related_attendee": False,
    }


def findings(
    facts: Mapping[str, object], *, on: date, law: Library, rules: tuple[str, ...] = RULES
) -> tuple[Finding, ...]:
    """What the rules in force on a day find, undecided ones left out. Refused for a day before the encoded law."""
    try:
        found = judge(facts, on=on, rules=rules, law=law).findings
    except NotInForce as unknown:
        raise Refused(
            Text("讨论决定干部任免事项"), why=Text("该日期尚无已录入的条例版本"), remedy=Text("更正会议时间")
        ) from unknown
    return tuple(finding for finding in found if not finding.missing)


def refuse_if_forbidden(
    rule: str, facts: Mapping[str, object], *, on: date, law: Library, what: Text, why: Text, remedy: Text
) -> None:
    """Refuse, with the clause of the version in force, when the rule forbids."""
    for finding in findings(facts, on=on, law=law, rules=(rule,)):
        if finding.light is Light.FORBIDDEN:
            raise Refused(what, why=why, cites=finding.cites, remedy=remedy)


def cites_of(found: tuple[Finding, ...]) -> tuple[str, ...]:
    """The clauses the findings rest on, each once, in order of article."""
    ordered = sorted(found, key=lambda finding: RULES.index(finding.rule.id))
    return tuple(dict.fromkeys(cite for finding in ordered for cite in finding.cites))


def clause(number: str, *, on: date) -> tuple[str, ...]:
    """A clause of the selection regulations as the version in force on a day numbers it; empty before the first."""
    try:
        return (str(library().instruments[INSTRUMENT].cite(number, on)),)
    except NotInForce:
        return ()
