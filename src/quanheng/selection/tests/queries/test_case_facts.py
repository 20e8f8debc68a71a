"""The facts of the steps of real cases, brought there by the real acts."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from quanheng.procedure.models import Case
from quanheng.registry.tests import factories as registry
from quanheng.selection.models import Candidate, KeptFinding
from quanheng.selection.queries.case_facts import STAGES, case_facts
from quanheng.selection.tests import factories as make


def told(of):
    """The steps of the city's one case, by stage."""
    return {step.stage: step for step in case_facts([of.case])}


def test_a_case_from_motion_to_confirmation(case_at):
    steps = told(case_at("closed"))
    assert list(steps) == [stage for stage in STAGES if stage != "reopening"]
    days = {stage: step.on for stage, step in steps.items()}
    assert (days["motion"], days["talks"], days["ballot"]) == (
        date(2026, 10, 12),
        date(2026, 10, 15),
        date(2026, 10, 16),
    )
    assert (days["targets"], days["deliberation"], days["notice"]) == (
        date(2026, 10, 20),
        date(2026, 11, 13),
        date(2026, 11, 16),
    )
    assert (days["appointment"], days["confirmation"], days["record"]) == (
        date(2026, 11, 23),
        date(2027, 11, 23),
        date(2027, 11, 23),
    )
    assert steps["motion"].facts == {
        "is_motion_recorded": True,
        "quota_seats": 4,
        "held_seats": 3,
        "seats": 1,
    }
    assert steps["ballot"].facts == {"people_in_scope": 24, "people_attended": 22}
    assert steps["targets"].facts["recommended_until"] == date(2027, 10, 15)
    assert steps["targets"].facts["is_opinion_concentrated"] is False
    assert steps["agenda"].facts["is_procedure_complete"] is True
    assert steps["deliberation"].facts["votes_for"] == 9
    assert steps["appointment"].facts["probation_months"] == 12
    assert (steps["record"].facts["documented_stages"], steps["record"].facts["required_stages"]) == (8, 8)


def test_the_entries_behind_a_step(case_at):
    of = case_at("closed")
    verbs = dict(of.case.record.values_list("number", "verb"))
    behind = {stage: [verbs[number] for number in step.entries] for stage, step in told(of).items()}
    assert behind["team"] == ["selection.inspection.form_team"]
    assert behind["notice"] == ["selection.notice.publish", "selection.notice.close"]
    assert set(behind["targets"]) == {
        "selection.recommendation.record_talks",
        "selection.recommendation.hold_meeting",
        "selection.recommendation.confirm_count",
        "selection.inspection.fix_targets",
    }
    assert len(behind["record"]) == len(verbs)


def test_what_has_not_happened_has_no_facts(case_at):
    assert list(told(case_at("inspection"))) == ["motion", "talks", "ballot"]


def test_nothing_is_told_that_no_table_keeps(case_at):
    agenda = told(case_at("notice"))["agenda"].facts
    assert {"prior_report", "is_audit_open", "has_integrity_opinion", "is_exceptional"}.isdisjoint(agenda)
    assert agenda["is_reportable"] is None


def test_a_screening_that_asked_the_superior_makes_it_reportable(case_at):
    of = case_at("notice")
    row = Candidate.objects.get(case=of.case, stage="proposed")
    said = KeptFinding.objects.get(pk=row.findings[0]).said
    found = KeptFinding.objects.create(case=of.case, digest="x", said={**said, "light": "superior"})
    row.findings = [*row.findings, found.pk]
    row.save()
    assert told(of)["agenda"].facts["is_reportable"] is True


def test_kin_are_known_where_every_account_is_linked_to_a_file(case_at):
    of = case_at("notice")
    assert told(of)["team"].facts["has_related_inspector"] is None
    leader = of.staff["曹怀"]
    leader.person_key = registry.person("曹怀", at=of.bureau).pk
    leader.save()
    assert told(of)["team"].facts["has_related_inspector"] is None
    other = of.staff["丁若"]
    other.person_key = registry.person("丁若", at=of.bureau).pk
    other.save()
    assert told(of)["team"].facts["has_related_inspector"] is False
    registry.relative(of.people[make.SECOND], "表兄", "丁若", other_id=other.person_key)
    assert told(of)["team"].facts["has_related_inspector"] is True


def test_as_many_queries_for_three_cases_as_for_one(case_at):
    of = case_at("notice")
    one = _queries()
    make.more_cases(of, 2)
    assert Case.objects.count() == 3
    assert _queries() == one


def _queries() -> int:
    with CaptureQueriesContext(connection) as seen:
        case_facts(Case.objects.all())
    return len(seen)
