"""The command that hands people out: the file, who may, and that nothing is left for a worker."""

import io
import stat
from pathlib import Path

import pytest
from rich.console import Console

from quanheng.access.models import Account, JournalEntry
from quanheng.cli.screens.exports import run
from quanheng.exchange.core import workbook
from quanheng.exchange.models import ExportJob
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Account:
    city = factories.authority(code="yunling")
    account = factories.account("王敏", "officer", over=city, username="wangmin")
    books.commit(account, city, books.book(books.person(0, "曾建国"), books.person(1, "周梅")))
    return account


def _run(out: Path, **given: str) -> Path:
    asked = {"kind": "workbook", "username": "wangmin", "purpose": "年度核对", "organisation_code": ""}
    return run(Console(file=io.StringIO()), out=out, **asked | given)  # type: ignore[arg-type]


def test_a_workbook_for_its_owner_only(officer: Account, tmp_path: Path) -> None:
    target = _run(tmp_path / "out")
    rows = workbook.read(target.read_bytes(), file_name=target.name).sheets["A01人员"].rows
    assert [row.text("name") for row in rows] == ["曾建国", "周梅"]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert ExportJob.objects.get().state == "done"
    assert books.work() == 0
    acts = JournalEntry.objects.filter(action__startswith="exchange.export.").order_by("number")
    assert list(acts.values_list("action", flat=True)) == ["exchange.export.ask", "exchange.export.make", "exchange.export.fetch"]


def test_refusals_leave_nothing_waiting(officer: Account, tmp_path: Path) -> None:
    for given, why in (
        ({"kind": "csv"}, "没有“csv”这种格式"),
        ({"purpose": "看"}, "没有写明用途"),
        ({"username": "nobody"}, "没有“nobody”这个账号"),
        ({"organisation_code": "9"}, "没有您可以查阅的人"),
    ):
        with pytest.raises(Refused, match=why):
            _run(tmp_path, **given)
    assert not ExportJob.objects.exists()
    assert list(tmp_path.iterdir()) == []
