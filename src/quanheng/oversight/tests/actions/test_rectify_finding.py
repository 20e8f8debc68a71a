"""登记整改: what was done, by whom, once."""

from datetime import date

import pytest

from quanheng.access.models import JournalEntry
from quanheng.access.queries.sealed_rows import open_rows, waiting_of
from quanheng.kernel.refusals import Refused
from quanheng.oversight.actions.rectify_finding import rectify_finding
from quanheng.oversight.models import AuditFinding
from quanheng.oversight.tests import factories as make
from quanheng.oversight.tests.actions.test_run_audit import run

pytestmark = pytest.mark.django_db
AT = make.at(date(2026, 11, 21), 15)


@pytest.fixture
def of() -> make.Office:
    made = make.office()
    make.on_file(made, make.Fault(workdays=4))
    run(made)
    return made


def finding() -> AuditFinding:
    return AuditFinding.objects.get(rule="selection_regulations.42.workdays")


def test_it_says_what_was_done_by_whom_and_when(of):
    rectify_finding(by=of.supervisor, at=AT, finding=finding(), note=" 已责成重新公示。 ")
    found = finding()
    assert open_rows(None, [found]) == 0
    assert (found.state, found.note, found.rectified_by, found.rectified_at) == (
        "rectified",
        "已责成重新公示。",
        of.supervisor,
        AT,
    )
    assert JournalEntry.objects.filter(action="oversight.audit_finding.rectify").count() == 1


@pytest.mark.parametrize("note", ["", " \n"])
def test_an_empty_note_is_refused(of, note):
    with pytest.raises(Refused, match="没有写明整改情况"):
        rectify_finding(by=of.supervisor, at=AT, finding=finding(), note=note)
    assert finding().state == "open"


def test_twice_is_refused_and_the_first_stays(of):
    rectify_finding(by=of.supervisor, at=AT, finding=finding(), note="已整改")
    with pytest.raises(Refused, match="该问题已登记整改"):
        rectify_finding(by=of.supervisor, at=AT, finding=finding(), note="再整改")
    assert waiting_of(finding()) == {"note": "已整改"}


def test_another_authoritys_supervisor_is_refused(of):
    other = make.office("中共青石县委")
    for by in (other.supervisor, of.officer):
        with pytest.raises(Refused, match="开展专项检查"):
            rectify_finding(by=by, at=AT, finding=finding(), note="已整改")
