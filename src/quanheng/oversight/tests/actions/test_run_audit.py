"""开展专项检查: planted faults are found, each with its clause and entries; nothing else is called a fault."""

import gc
import resource
from datetime import date
from math import log

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.oversight.actions.run_audit import run_audit
from quanheng.oversight.core.stages import stages
from quanheng.oversight.models import Audit, AuditFinding
from quanheng.oversight.tests import factories as make
from quanheng.procedure.models import Case
from quanheng.regulation.core.library import library
from quanheng.selection.queries.case_facts import case_facts

pytestmark = pytest.mark.django_db
FROM, TO, NOW = date(2024, 1, 1), date(2026, 11, 20), date(2026, 11, 21)
LAW = "selection_regulations"


def run(of: make.Office, **given) -> Audit:
    """An audit by the supervisor of everything so far."""
    asked = {
        "by": of.supervisor,
        "at": make.at(NOW),
        "authority": of.authority,
        "from_on": FROM,
        "to_on": TO,
        "ordered_by": "云监〔2026〕3号",
    }
    return run_audit(**{**asked, **given})


def failing(audit: Audit) -> dict[str, str]:
    """The rules not met, with their lights."""
    return dict(audit.findings.exclude(light="unknown").values_list("rule", "light"))


def refused(of: make.Office, **given) -> Refused:
    with pytest.raises(Refused) as caught:
        run(of, **given)
    assert not Audit.objects.exists()
    return caught.value


def test_a_case_by_the_book_fails_nothing_and_leaves_open_what_is_not_on_record():
    of = make.office()
    make.on_file(of, make.Fault())
    audit = run(of)
    assert (audit.cases, audit.steps, failing(audit)) == (1, 12, {})
    assert set(audit.findings.values_list("rule", flat=True)) == {
        f"{LAW}.motion",
        f"{LAW}.31.four_musts",
        f"{LAW}.36",
        "prior_report.reply",
        "selection_supervision.documentation.record",
    }
    missing = audit.findings.get(rule=f"{LAW}.36").kept["missing"]
    assert missing == ["has_integrity_opinion", "is_audit_open", "prior_report"]


@pytest.mark.parametrize(
    ("fault", "stage", "light", "rules"),
    [
        (make.Fault(workdays=4), "notice", "forbidden", [f"{LAW}.42.workdays"]),
        (make.Fault(days_late=1), "notice", "warning", [f"{LAW}.42.on_time"]),
        (make.Fault(agree=4), "deliberation", "forbidden", [f"{LAW}.39.majority"]),
        (make.Fault(present=5, agree=5), "deliberation", "forbidden", [f"{LAW}.38.quorum"]),
        (make.Fault(is_chief_last=False), "deliberation", "forbidden", [f"{LAW}.38.chief_last"]),
        (make.Fault(heard_before=370), "targets", "forbidden", [f"{LAW}.16.validity"]),
        (make.Fault(talked=(24, 15)), "talks", "warning", [f"{LAW}.16.attendance"]),
        (make.Fault(team=1), "team", "forbidden", [f"{LAW}.33.team"]),
        (make.Fault(is_announced=False), "preview", "warning", [f"{LAW}.inspection_notice"]),
        (
            make.Fault(musts=("file", "discipline", "petition")),
            "agenda",
            "forbidden",
            [f"{LAW}.31.four_musts"],
        ),
        (make.Fault(answers={"matters": "doubt"}), "agenda", "forbidden", [f"{LAW}.36"]),
        (make.Fault(is_inspected=False), "agenda", "forbidden", [f"{LAW}.36"]),
        (make.Fault(is_consulted=False), "agenda", "forbidden", [f"{LAW}.34.consulted"]),
        (
            make.Fault(probation=0),
            "appointment",
            "forbidden",
            [f"{LAW}.43.length", "post_probation.3.length"],
        ),
        (
            make.Fault(probation=6),
            "appointment",
            "forbidden",
            [f"{LAW}.43.length", "post_probation.3.length"],
        ),
        (make.Fault(is_ordered_early=True), "appointment", "forbidden", [f"{LAW}.42.ended"]),
        (make.Fault(has_talk=False), "appointment", "warning", [f"{LAW}.44.talk"]),
        (make.Fault(held=4), "motion", "forbidden", [f"{LAW}.vacancy"]),
    ],
)
def test_a_planted_fault_is_found_with_its_clause_and_its_entries(fault, stage, light, rules):
    of = make.office()
    good, bad = make.on_file(of, make.Fault(), fault)
    audit = run(of)
    assert failing(audit) == dict.fromkeys(rules, light)
    for found in audit.findings.filter(rule__in=rules).exclude(light="unknown"):
        assert (found.case, found.stage) == (bad, stage)
        assert found.cites
        assert all(cite.startswith("《") for cite in found.cites)
        assert found.why
        assert found.kept["means_zh"]
        verbs = set(bad.record.filter(number__in=found.evidence).values_list("verb", flat=True))
        assert len(verbs) == len(found.evidence)
        assert verbs or fault == make.Fault(is_announced=False)
    assert not good.audit_findings.exclude(light="unknown").exists()


def test_a_relative_who_voted_is_found():
    of = make.office()
    (case,) = make.on_file(of, make.Fault())
    member = of.members[3].account.person_key
    make.registry.relative(case.order.person, "弟弟", "常委", other_id=member)
    assert failing(run(of)) == {f"{LAW}.53.meeting": "forbidden"}


def test_the_reason_says_the_figures():
    of = make.office()
    make.on_file(of, make.Fault(workdays=4))
    found = run(of).findings.get(rule=f"{LAW}.42.workdays")
    assert found.cites == ["《党政领导干部选拔任用工作条例》（2019年）第四十二条"]
    (said,) = make.sentences(found)
    assert said == "公示工作日数：4个工作日（须≥5个工作日）"


def test_only_steps_of_the_period_are_judged():
    of = make.office()
    make.on_file(of, make.Fault(workdays=4, heard_before=370))
    audit = run(of, from_on=make.START, to_on=date(2024, 3, 20))
    assert failing(audit) == {f"{LAW}.16.validity": "forbidden"}
    later = run(of, from_on=date(2024, 3, 31), to_on=date(2024, 12, 31))
    assert failing(later) == {f"{LAW}.42.workdays": "forbidden"}
    assert (run(of, from_on=date(2026, 1, 1)).cases, run(of, to_on=date(2024, 2, 1)).cases) == (0, 0)


def test_level_by_level():
    city = make.office()
    county = make.office("中共青石县委", parent=city.authority)
    make.on_file(county, make.Fault(workdays=4))
    assert run(city).cases == 0
    assert run(city, authority=county.authority).cases == 1
    assert run(county).cases == 1


def test_without_the_right_over_that_authority_it_is_refused():
    city = make.office()
    county = make.office("中共青石县委", parent=city.authority)
    assert str(refused(city, by=city.officer).why) == "王敏没有“开展专项检查”权限，或该对象不在其管理权限内"
    assert "开展专项检查" in str(refused(city, by=county.supervisor).why)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"from_on": date(2025, 2, 1), "to_on": date(2025, 1, 1)}, "检查期间止2025-01-01早于起2025-02-01"),
        ({"from_on": date(2026, 12, 1), "to_on": date(2026, 12, 31)}, "检查期间2026-12-01尚未开始"),
        ({"ordered_by": " "}, "没有写明部署依据"),
        ({"layers": ["nowhere"]}, "没有“nowhere”这一地方规定"),
    ],
)
def test_an_audit_that_cannot_be_is_refused(given, said):
    assert str(refused(make.office(), **given).why) == said


def test_it_is_journalled():
    of = make.office()
    audit = run(of)
    line = JournalEntry.objects.get(action="oversight.audit.run")
    assert (line.subject, line.authority_path, line.by_name) == (
        f"oversight.audit:{audit.pk}",
        of.authority.path,
        "赵磊",
    )


def test_with_and_without_columns_the_findings_are_the_same():
    pytest.importorskip("polars")
    of = make.office()
    make.on_file(
        of,
        make.Fault(),
        make.Fault(workdays=3, agree=4),
        make.Fault(team=1, probation=0),
        make.Fault(held=4, talked=(9, 1)),
    )
    many, single = (_told(run(of, is_bulk=is_bulk)) for is_bulk in (True, False))
    assert many == single
    assert len(many) > 20


def _told(audit: Audit) -> list[object]:
    return list(
        audit.findings.order_by("case", "stage", "rule").values(
            "case", "stage", "rule", "light", "on", "cites", "why", "evidence"
        )
    )


def test_every_rule_asked_can_be_decided_by_something_on_record():
    """No rule stands at a step whose facts nothing tells: it would be unknown in every audit."""
    of = make.office()
    make.on_file(of, make.Fault())
    told = {step.stage: set(step.facts) for step in case_facts(Case.objects.all())}
    told["reopening"] = {"votes_to_reopen", "members_should_attend"}
    for stage in stages().values():
        for rule in stage.rules:
            assert library().rule(rule).fact_names & told[stage.id], f"{stage.id}: {rule}"


@pytest.mark.volume
def test_six_hundred_cases_take_as_many_queries_as_two_and_no_more_time_each():
    """One case in ten has a fault. The ceiling is a ratio of CPU times: ten times the cases, at most fifteen times the work."""
    of = make.office()
    faults = [make.Fault(workdays=4) if n % 10 == 0 else make.Fault() for n in range(600)]
    make.on_file(of, *faults[:2], start=date(2021, 3, 1))
    run(of, from_on=date(2021, 1, 1), to_on=date(2023, 1, 1))  # the law is read
    few, _ = _measured(of, date(2021, 1, 1), date(2022, 9, 1))
    make.on_file(of, *faults[:60], start=date(2023, 3, 1))
    some, small = _measured(of, date(2023, 1, 1), date(2024, 12, 31))
    make.on_file(of, *faults, start=date(2025, 3, 3))
    many, large = _measured(of, date(2025, 1, 1), date(2026, 11, 20))
    audit = Audit.objects.get(cases=600)
    assert few == some == many
    assert audit.findings.filter(rule=f"{LAW}.42.workdays").count() == 60
    ratio = large / small
    assert ratio < 15, (
        f"600 cases took {ratio:.1f} times the CPU of 60; linear would be 10, exponent {log(ratio, 10):.2f}"
    )
    assert AuditFinding.objects.filter(audit=audit).count() > 2400


def _measured(of: make.Office, from_on: date, to_on: date) -> tuple[int, float]:
    """Queries and CPU seconds of one audit; without the collector, whose passes grow with whatever else the process holds."""
    gc.disable()
    try:
        before = resource.getrusage(resource.RUSAGE_SELF)
        with CaptureQueriesContext(connection) as seen:
            run(of, from_on=from_on, to_on=to_on)
        after = resource.getrusage(resource.RUSAGE_SELF)
    finally:
        gc.enable()
    return len(seen), after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
