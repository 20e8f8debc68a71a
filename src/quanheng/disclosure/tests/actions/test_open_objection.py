"""Opening a report: for whoever checks it, for a purpose, on record."""

import pytest

from quanheng.access.models import JournalEntry
from quanheng.disclosure.actions.open_objection import open_objection
from quanheng.disclosure.actions.record_objection import record_objection
from quanheng.disclosure.tests.factories import REPORT, desk, moment, notice
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def at():
    return desk()


@pytest.fixture
def report(at):
    return record_objection(by=None, at=moment(18, 20), notice=notice(at), content=REPORT)


def test_it_leaves_a_line_and_changes_nothing(at, report):
    open_objection(by=at.supervisor, at=moment(20, 9), objection=report, purpose="核查公示反映")
    entry = JournalEntry.objects.first()
    assert (entry.subject, entry.facts) == (f"disclosure.objection:{report.pk}", {"purpose": "核查公示反映"})
    report.refresh_from_db()
    assert report.concluded_at is None


def test_without_a_purpose_it_is_refused(at, report):
    with pytest.raises(Refused, match="没有写明查阅用途"):
        open_objection(by=at.supervisor, at=moment(20, 9), objection=report, purpose=" 看 ")


def test_the_minister_may_not(at, report):
    with pytest.raises(Refused, match="何志远没有“核查反映”权限"):
        open_objection(by=at.minister, at=moment(20, 9), objection=report, purpose="核查公示反映")
