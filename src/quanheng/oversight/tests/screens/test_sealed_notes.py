"""What was done about a finding: sealed, opened for a purpose with a key, left out of the workbook without one."""

from datetime import date

import pytest
from django.urls import reverse

from quanheng.access.actions.seal_rows import seal_waiting_rows
from quanheng.access.models import JournalEntry
from quanheng.access.tests.keyed import equip, house, ring, unlock
from quanheng.oversight.actions.rectify_finding import rectify_finding
from quanheng.oversight.models import AuditFinding
from quanheng.oversight.queries.lines import SHUT, lines
from quanheng.oversight.tests import factories as make
from quanheng.oversight.tests.actions.test_run_audit import LAW, run
from quanheng.oversight.tests.screens.test_audits import signed_in

pytestmark = pytest.mark.django_db
AT = make.at(date(2026, 11, 21), 15)
DONE = "已责成重新公示，对经办人谈话提醒。"
PURPOSE = {"purpose": "核对整改情况"}


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = date(2026, 11, 21)


@pytest.fixture
def shares():
    return house()


def rectified() -> tuple[make.Office, AuditFinding]:
    of = make.office()
    make.on_file(of, make.Fault(workdays=4))
    run(of)
    found = AuditFinding.objects.get(rule=f"{LAW}.42.workdays")
    return of, rectify_finding(by=of.supervisor, at=AT, finding=found, note=DONE)


def address(found) -> str:
    return reverse("audit_finding", args=[found.audit_id, found.pk])


def notes(held) -> list[str]:
    rows = AuditFinding.objects.select_related("case")
    return [line["note"] for line in lines(rows, ring=held) if line["note"]]


def test_the_supervisor_reads_it_with_an_open_key_for_a_purpose_on_record(shares):
    of, found = rectified()
    equip(of.supervisor, shares)
    client = unlock(signed_in(of.supervisor), of.supervisor)
    assert DONE not in client.get(address(found)).content.decode()
    assert DONE in client.post(address(found), PURPOSE).content.decode()
    entry = JournalEntry.objects.first()
    assert (entry.action, entry.facts) == ("oversight.audit_finding.open_rectification", PURPOSE)
    assert notes(ring(of.supervisor)) == [DONE]


def test_with_the_key_shut_page_and_workbook_say_so(shares):
    of, found = rectified()
    shown = signed_in(of.supervisor).post(address(found), PURPOSE).content.decode()
    assert DONE not in shown
    assert "有1项涉密内容没有打开" in shown
    assert notes(None) == [SHUT]


def test_another_authoritys_supervisor_and_an_officer_do_not(shares):
    of, found = rectified()
    other = make.office("中共青石县委")
    assert signed_in(other.supervisor).post(address(found), PURPOSE).status_code == 404
    assert signed_in(of.officer).post(address(found), PURPOSE).status_code == 403
    assert not JournalEntry.objects.filter(action="oversight.audit_finding.open_rectification").exists()


def test_before_there_were_keys_it_waits():
    of, _found = rectified()
    assert notes(None) == [DONE]
    shares = house()
    assert seal_waiting_rows(by=None, at=AT) == 1
    assert notes(None) == [SHUT]
    assert notes(ring(equip(of.supervisor, shares))) == [DONE]
