"""Opening what was done about a finding: by whoever audits there, for a purpose."""

import pytest

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.oversight.actions.open_rectification import open_rectification
from quanheng.oversight.models import AuditFinding
from quanheng.oversight.tests import factories as make
from quanheng.oversight.tests.actions.test_rectify_finding import AT
from quanheng.oversight.tests.actions.test_run_audit import run

pytestmark = pytest.mark.django_db


def test_it_leaves_a_line_and_others_are_refused():
    of = make.office()
    make.on_file(of, make.Fault(workdays=4))
    run(of)
    found = AuditFinding.objects.get(rule="selection_regulations.42.workdays")
    open_rectification(by=of.supervisor, at=AT, finding=found, purpose="核对整改情况")
    assert JournalEntry.objects.first().facts == {"purpose": "核对整改情况"}
    with pytest.raises(Refused, match="没有写明查阅用途"):
        open_rectification(by=of.supervisor, at=AT, finding=found, purpose="看")
    with pytest.raises(Refused, match="开展专项检查"):
        open_rectification(by=of.officer, at=AT, finding=found, purpose="核对整改情况")
