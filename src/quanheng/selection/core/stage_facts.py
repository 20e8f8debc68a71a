"""What each step of a case tells the law, from plain figures and days: the gates of the acts and the audits ask alike.

A fact that nothing tells is left out (or None): what a gate takes for granted besides is written at that gate.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from quanheng.kernel.dates import months_between
from quanheng.kernel.workdays import workdays_inclusive
from quanheng.meeting.core.count import Tally
from quanheng.meeting.core.law import decision
from quanheng.regulation.core.derived import recommended_until
from quanheng.regulation.core.instruments import NotInForce

Facts = dict[str, object]
MOVES = {"promotion": "promotion", "further_use": "further_use", "lateral": "same_level"}
"""Kinds of motion as the law calls the move."""


@dataclass(frozen=True)
class StageFacts:
    """环节要素: what is on record of one step of a case, the day whose law decides, the entries it rests on."""

    case: int
    stage: str
    on: date
    facts: Mapping[str, object]
    entries: tuple[int, ...] = ()


def attendance_facts(*, scope: int, attended: int) -> Facts:
    """A round of recommendation: who should come, who came."""
    return {"people_in_scope": scope, "people_attended": attended}


def target_facts(
    *, rounds: Mapping[str, date], targets: int, on: date, is_directed: bool, is_concentrated: bool | None
) -> Facts:
    """Fixing `targets` people for one seat; `rounds` is {form of recommendation: its day}.

    >>> facts = target_facts(rounds={"talk": date(2025, 3, 1)}, targets=2, on=date(2026, 3, 1), is_directed=True, is_concentrated=None)
    >>> facts["recommended_until"], facts["has_meeting_recommendation"]
    (datetime.date(2026, 3, 1), False)
    """
    facts: Facts = {
        "case_kind": "individual",
        "seats": 1,
        "target_people": targets,
        "is_opinion_concentrated": is_concentrated,
        "has_talk_recommendation": "talk" in rounds,
        "has_meeting_recommendation": "meeting" in rounds,
        "is_directed": is_directed,
        "is_recommended_post": True,  # the rounds are the case's own, and a case is about one post
        "target_fixed_on": on,
        "recommended_until": _valid_until(rounds),
    }
    if {"talk", "meeting"} <= rounds.keys():
        facts["is_talk_first"] = rounds["talk"] <= rounds["meeting"]
    return facts


def _valid_until(rounds: Mapping[str, date]) -> date | None:
    try:
        return recommended_until(min(rounds.values())) if rounds else None
    except NotInForce:
        return None


def team_facts(*, size: int, has_related: bool | None) -> Facts:
    """The inspection team."""
    return {"team_size": size, "has_related_inspector": has_related}


def must_facts(results: Mapping[str, str]) -> Facts:
    """The four musts of one person, {kind: newest result}: what is not on record was not done.

    The signatures under the integrity opinion are not on record: only that there can be none is.

    >>> must_facts({"file": "clear"})["is_matters_verified"]
    False
    """
    facts: Facts = {
        "is_file_reviewed": "file" in results,
        "is_file_in_doubt": results.get("file") in ("doubt", "dissent"),
        "is_matters_verified": "matters" in results,
        "is_matters_in_doubt": results.get("matters") in ("doubt", "dissent"),
        "is_discipline_consulted": "discipline" in results,
        "is_discipline_dissenting": results.get("discipline") in (None, "dissent", "doubt"),
        "is_petition_checked": "petition" in results,
        "is_petition_open": results.get("petition") in (None, "doubt", "dissent"),
    }
    if "petition" in results:
        facts["has_specific_petition"] = results["petition"] != "none"
    if results.get("discipline") != "clear":
        facts["has_integrity_opinion"] = False
    return facts


def decision_facts(
    *,
    figures: Mapping[str, int | None],
    keeps_recused: bool,
    is_chief_last: bool | None,
    has_related: bool | None,
) -> Facts:
    """A decided item by its frozen figures; figures that contradict each other tell nothing of the count."""
    try:
        tally = Tally(**{name: number or 0 for name, number in figures.items()}, keeps_recused=keeps_recused)
    except ValueError:
        return {"is_chief_last": is_chief_last, "has_related_attendee": has_related}
    return {**decision(tally, is_chief_last=is_chief_last), "has_related_attendee": has_related}


def notice_facts(
    *,
    printed_from: date,
    printed_to: date,
    posted_on: date,
    taken_down_on: date | None,
    decided_on: date,
    open_objections: int,
) -> Facts:
    """A public notice: there is one, so nobody was exempt from it.

    >>> day = date(2026, 11, 16)
    >>> facts = notice_facts(printed_from=day, printed_to=date(2026, 11, 20), posted_on=day, taken_down_on=None, decided_on=day, open_objections=0)
    >>> facts["notice_workdays"], facts["is_posted_on_time"]
    (5, True)
    """
    return {
        "is_notice_exempt": False,
        "notice_workdays": int(workdays_inclusive(printed_from, printed_to)),
        "notice_days": (printed_to - printed_from).days + 1,
        "is_posted_after_decision": posted_on >= decided_on,
        "is_posted_on_time": posted_on <= printed_from,
        "is_full_period_up": taken_down_on is None or taken_down_on >= printed_to,
        "open_objections": open_objections,
    }


def order_facts(
    *,
    notice_until: date | None,
    has_talk: bool,
    probation_months: int,
    is_probation_post: bool | None,
    move: str | None,
) -> Facts:
    """The order that appoints. Without a notice on record it stays unknown whether one was needed."""
    return {
        "is_notice_exempt": None if notice_until is None else False,
        "notice_until": notice_until,
        "has_appointment_talk": has_talk,
        "probation_months": probation_months,
        "is_probation_post": is_probation_post,
        "move": move,
    }


def probation_months(from_on: date, last_on: date) -> int:
    """Full months of a probation from its first to its last day, both counted.

    >>> probation_months(date(2026, 11, 23), date(2027, 11, 22))
    12
    """
    return months_between(from_on, last_on + timedelta(days=1)) if last_on >= from_on else 0
