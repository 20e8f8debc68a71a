"""Opening what is masked leaves a line with the purpose."""

import pytest

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.open_sensitive import open_sensitive
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def chen():
    return make.person("陈建国")


def test_who_what_and_why_are_kept(chen):
    wang = make.account("王敏", "officer", over=chen.authority)
    open_sensitive(by=wang, at=make.AT, person=chen, purpose="核对任免审批表")
    entry = JournalEntry.objects.first()
    assert (entry.by_name, entry.action, entry.facts) == (
        "王敏",
        "registry.open_sensitive",
        {"purpose": "核对任免审批表"},
    )
    assert entry.subject == f"registry.person:{chen.pk}"


def test_without_a_purpose_it_stays_shut(chen):
    wang = make.account("王敏", "officer", over=chen.authority)
    with pytest.raises(Refused) as refused:
        open_sensitive(by=wang, at=make.AT, person=chen, purpose=" 看看 ")
    assert "至少4个字" in str(refused.value.remedy)
    assert not JournalEntry.objects.exists()


def test_a_supervisor_may_not(chen):
    zhao = make.account("赵磊", "supervisor", over=chen.authority)
    with pytest.raises(Refused):
        open_sensitive(by=zhao, at=make.AT, person=chen, purpose="核对任免审批表")
    assert not JournalEntry.objects.filter(action="registry.open_sensitive").exists()
