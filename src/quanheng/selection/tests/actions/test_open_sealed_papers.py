"""Opening the sealed papers of a case: with a role that comes with a key, for a purpose, never by the case's own people."""

import pytest

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.selection.actions.open_sealed_papers import open_sealed_papers
from quanheng.selection.tests import factories as make

PURPOSE = "常委会讨论前核对"


def opened(of, name: str, purpose: str = PURPOSE):
    return open_sealed_papers(by=of.staff[name], at=make.at(11, 9), case=of.case, purpose=purpose)


def test_it_leaves_a_line(case_at):
    of = case_at("consultation")
    opened(of, "王敏")
    entry = JournalEntry.objects.first()
    assert (entry.subject, entry.facts) == (f"procedure.case:{of.case.pk}", {"purpose": PURPOSE})


def test_refused_without_a_purpose_without_a_key_role_and_to_a_candidate(case_at):
    of = case_at("consultation")
    with pytest.raises(Refused, match="没有写明查阅用途"):
        opened(of, "王敏", "看")
    with pytest.raises(Refused, match="曹怀没有“使用密钥”权限"):
        opened(of, "曹怀")
    of.staff["何静"].person_key = of.key(make.SECOND)
    with pytest.raises(Refused, match="您是本案人选"):
        opened(of, "何静")
