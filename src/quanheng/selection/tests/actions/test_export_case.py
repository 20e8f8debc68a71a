"""Taking a case or one of its papers: on record, within one's authority, and never a paper that is not there."""

import pytest

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.procedure.core import archive
from quanheng.selection.actions.export_case import export_case, export_paper
from quanheng.selection.tests import factories as make
from quanheng.selection.tests.screens.signing import client_of


def test_the_folder_is_on_record_and_holds(case_at, tmp_path):
    of = case_at("approve_motion")
    files, root = export_case(by=of.staff["王敏"], at=make.at(11, 14, 9), case=of.case)
    archive.write(tmp_path / "case", files)
    assert archive.check(tmp_path / "case", root=root).holds
    entry = JournalEntry.objects.latest("number")
    assert (entry.action, entry.subject, entry.by_name) == ("selection.export_case", f"procedure.case:{of.case.pk}", "王敏")


def test_a_paper_is_on_record_by_its_name(case_at):
    of = case_at("approve_motion")
    found, content = export_paper(by=of.staff["王敏"], at=make.at(11, 14, 9), case=of.case, name="全程纪实表.pdf")
    assert (found.label, content[:5]) == ("全程纪实表", b"%PDF-")
    entry = JournalEntry.objects.latest("number")
    assert (entry.action, entry.facts) == ("selection.export_paper", {"name": "全程纪实表.pdf"})
    with pytest.raises(Refused, match="还没有这份文件"):
        export_paper(by=of.staff["王敏"], at=make.at(11, 14, 9), case=of.case, name="任职通知.pdf")


def test_a_teller_may_take_nothing(case_at):
    of = case_at("approve_motion")
    before = JournalEntry.objects.count()
    with pytest.raises(Refused, match="查阅全程纪实"):
        export_case(by=of.staff["苏晴"], at=make.at(11, 14, 9), case=of.case)
    assert client_of(of, "苏晴").get("/cases/2026-0001/papers/全程纪实表.pdf").status_code == 403
    assert JournalEntry.objects.count() == before
