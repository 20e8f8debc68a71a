"""The facts of every step of many cases, as record and tables have them: what the law is asked in an audit.

The law on the day of the step decides, so each step carries its day. A step that did not happen has no facts; a fact
that nothing tells stays unknown. What the full-process record has no entry of was not done.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from uuid import UUID

from quanheng.procedure.models import Case
from quanheng.procedure.queries.catalogue import procedure_of
from quanheng.registry.core.ladder import tier_of
from quanheng.registry.queries.facts_post import post_facts
from quanheng.selection.core.stage_facts import (
    MOVES,
    Facts,
    StageFacts,
    attendance_facts,
    decision_facts,
    must_facts,
    notice_facts,
    order_facts,
    probation_months,
    target_facts,
    team_facts,
)
from quanheng.selection.queries.case_rows import CaseRows, case_rows, day_of

_OPEN, _TARGETS, _TEAM = (
    "selection.motion.open",
    "selection.inspection.fix_targets",
    "selection.inspection.form_team",
)
_TALKS, _MEETING = "selection.recommendation.record_talks", "selection.recommendation.hold_meeting"
_COUNTED, _INSPECTED = "selection.recommendation.confirm_count", "selection.inspection.conclude"
_PREVIEW, _MUST = "selection.inspection.give_notice", "selection.inspection.record_must"
_TABLE, _DECISION = "selection.deliberation.table", "selection.deliberation.record_decision"
_OPINION, _PROPOSED = "selection.consultation.record_opinion", "selection.consultation.propose"
_PUBLISHED, _CLOSED = "selection.notice.publish", "selection.notice.close"
_TALKED, _ORDERED = "selection.appointment.record_talk", "selection.appointment.issue_order"
_ASSESSED = "selection.probation.conclude"


def case_facts(cases: Iterable[Case]) -> list[StageFacts]:
    """The steps of some cases, which the caller may see, in the order of the procedure; as many queries for one as for many."""
    return [stage for rows in case_rows(cases) for make in _STAGES for stage in make(rows)]


def _motion(rows: CaseRows) -> Iterator[StageFacts]:
    entry, motion = rows.last(_OPEN), rows.motion
    if motion is None:
        return
    told: Facts = {
        "is_motion_recorded": all(
            said.strip() for said in (motion.ground, motion.conditions, motion.scope, motion.method)
        ),
        "quota_seats": entry.figures["approved"] if entry else None,
        "held_seats": entry.figures["held"] if entry else None,
        "seats": 1,
    }
    yield _stage(rows, "motion", day_of(rows.case.opened_at), told, _OPEN)


def _attendance(form: str, stage: str, verb: str) -> Callable[[CaseRows], Iterator[StageFacts]]:
    def facts(rows: CaseRows) -> Iterator[StageFacts]:
        if heard := rows.rounds.get(form):
            told = attendance_facts(scope=heard.scope_size, attended=heard.attended)
            yield _stage(rows, stage, day_of(heard.held_at), told, verb)

    return facts


def _targets(rows: CaseRows) -> Iterator[StageFacts]:
    entry, motion = rows.last(_TARGETS), rows.motion
    if entry is None or motion is None:
        return
    on = day_of(entry.happened_at)
    told = target_facts(
        rounds={form: day_of(heard.held_at) for form, heard in rows.rounds.items()},
        targets=entry.figures["targets"] or len(rows.candidates),
        on=on,
        is_directed=motion.is_directed,
        is_concentrated=entry.figures["is_concentrated"],
    )
    yield _stage(rows, "targets", on, told, _TALKS, _MEETING, _COUNTED, _TARGETS)


def _team(rows: CaseRows) -> Iterator[StageFacts]:
    entry = rows.last(_TEAM)
    if entry is None and not rows.team:
        return
    begun = rows.inspection.from_on if rows.inspection else None
    day = day_of(entry.happened_at) if entry else begun
    if day is not None:
        told = team_facts(
            size=len(rows.team),
            has_related=rows.related([row.person_id for row in rows.candidates], rows.team),
        )
        yield _stage(rows, "team", day, told, _TEAM)


def _preview(rows: CaseRows) -> Iterator[StageFacts]:
    if (inspection := rows.inspection) is None or inspection.from_on is None:
        return
    is_before = inspection.notice_on is not None and inspection.notice_on <= inspection.from_on
    yield _stage(rows, "preview", inspection.from_on, {"has_inspection_notice": is_before}, _PREVIEW)


def _agenda(rows: CaseRows) -> Iterator[StageFacts]:
    entry, item = rows.last(_TABLE), rows.item
    moment = entry.happened_at if entry else item.decided_at if item else None
    person = rows.chosen()
    if moment is None or person is None:
        return
    on = day_of(moment)
    before = {done.verb for done in rows.entries if done.happened_at <= moment}
    told: Facts = {
        **must_facts(_answered(rows, person, on)),
        "is_procedure_complete": {_COUNTED, _TARGETS, _INSPECTED} <= before,
        "is_leaders_consulted": any(opinion.answered_on <= on for opinion in rows.opinions),
        "is_motion_raised_at_meeting": rows.case.opened_at >= item.meeting.held_at if item else None,
        "is_reportable": True if rows.is_superior_asked else None,
    }
    yield _stage(rows, "agenda", on, told, _COUNTED, _MUST, _INSPECTED, _OPINION, _PROPOSED, _TABLE)


def _answered(rows: CaseRows, person: UUID, on: date) -> dict[str, str]:
    """The newest answer of each kind for one person, received by the day."""
    musts = (must for must in rows.musts if must.candidate.person_id == person and must.answered_on <= on)
    return {must.kind: must.result for must in musts}


def _deliberation(rows: CaseRows) -> Iterator[StageFacts]:
    if (item := rows.item) is None or item.decided_at is None:
        return
    on, chief = day_of(item.decided_at), next((seat for seat in rows.voters if seat.is_chief), None)
    figures = {
        name: getattr(item, name) for name in ("should", "present", "recused", "agree", "disagree", "defer")
    }
    told = decision_facts(
        figures=figures,
        keeps_recused=item.meeting.body.keeps_recused,
        is_chief_last=rows.last_speaker == chief.member if chief and rows.last_speaker else None,
        has_related=rows.related([item.person_id], [seat.person for seat in rows.voters]),
    )
    yield _stage(rows, "deliberation", on, {**told, "decision_form": item.form or None}, _DECISION)
    if item.reopens_id is not None:
        again: Facts = {"votes_to_reopen": item.reopened_by, "members_should_attend": item.should}
        yield _stage(rows, "reopening", on, again, _TABLE, _DECISION)


def _notice(rows: CaseRows) -> Iterator[StageFacts]:
    if (notice := rows.notice) is None:
        return
    issued = rows.order.issued_on if rows.order else date.max
    left = [
        each for each in rows.objections if each.concluded_at is None or day_of(each.concluded_at) > issued
    ]
    told = notice_facts(
        printed_from=notice.printed_from,
        printed_to=notice.printed_to,
        posted_on=day_of(notice.posted_at),
        taken_down_on=day_of(notice.taken_down_at) if notice.taken_down_at else None,
        decided_on=notice.decided_on,
        open_objections=len(left),
    )
    post = (
        {"post_tier": tier_of(rows.motion.post.level), "move": MOVES[rows.motion.kind]} if rows.motion else {}
    )
    yield _stage(rows, "notice", day_of(notice.posted_at), {**told, **post}, _PUBLISHED, _CLOSED)


def _appointment(rows: CaseRows) -> Iterator[StageFacts]:
    if (order := rows.order) is None:
        return
    probation, motion = getattr(order, "probation", None), rows.motion
    told = order_facts(
        notice_until=rows.notice.printed_to if rows.notice else None,
        has_talk=order.talk_on is not None and order.talk_on <= order.issued_on,
        probation_months=probation_months(probation.from_on, probation.last_on) if probation else 0,
        is_probation_post=None,
        move=MOVES[motion.kind] if motion else None,
    )
    if motion is not None:
        told["is_probation_post"] = post_facts(motion.post, order.issued_on)["is_probation_post"]
    yield _stage(rows, "appointment", order.issued_on, told, _CLOSED, _TALKED, _ORDERED)


def _confirmation(rows: CaseRows) -> Iterator[StageFacts]:
    probation = getattr(rows.order, "probation", None)
    if probation is None or probation.assessed_on is None or probation.outcome != "confirmed":
        return
    told: Facts = {
        "is_confirmation": True,
        "probation_until": probation.last_on,
        "is_probation_assessed": bool(probation.note.strip()),
    }
    yield _stage(rows, "confirmation", probation.assessed_on, told, _ORDERED, _ASSESSED)


def _record(rows: CaseRows) -> Iterator[StageFacts]:
    """The record of a closed case as a whole."""
    if rows.case.closed_at is None:
        return
    person = rows.chosen()
    told: Facts = {
        "required_stages": len(procedure_of(rows.case).steps),
        "documented_stages": len({entry.step for entry in rows.entries}),
        "is_recorder_candidate": any(entry.by_person == person for entry in rows.entries) if person else None,
    }
    numbers = tuple(entry.number for entry in rows.entries)
    yield StageFacts(rows.case.pk, "record", day_of(rows.case.closed_at), told, numbers)


def _stage(rows: CaseRows, stage: str, on: date, facts: Facts, *verbs: str) -> StageFacts:
    return StageFacts(rows.case.pk, stage, on, facts, rows.numbers(*verbs))


_STAGES: tuple[Callable[[CaseRows], Iterator[StageFacts]], ...] = (
    _motion,
    _attendance("talk", "talks", _TALKS),
    _attendance("meeting", "ballot", _MEETING),
    _targets,
    _team,
    _preview,
    _agenda,
    _deliberation,
    _notice,
    _appointment,
    _confirmation,
    _record,
)
STAGES = ("motion", "talks", "ballot", "targets", "team", "preview", "agenda", "deliberation", "reopening", "notice",
          "appointment", "confirmation", "record")  # fmt: skip
"""Every step that `case_facts` tells of, in the order of the procedure."""
