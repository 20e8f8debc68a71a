"""The command that imports a file: what it prints, writes beside the file, and refuses in plain words."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from quanheng.access.models import Account
from quanheng.cli.screens.imports import run
from quanheng.exchange.core import workbook
from quanheng.exchange.models import ImportBatch
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Person
from quanheng.registry.tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> Account:
    return factories.account("王敏", "officer", over=factories.authority(code="yunling"), username="wangmin")


@pytest.fixture
def console() -> Console:
    return Console(file=io.StringIO(), width=200)


def _printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_imports_and_writes_the_rejected_rows_beside_the_file(console: Console, officer: Account, tmp_path: Path) -> None:
    file = tmp_path / "花名册.xlsx"
    file.write_bytes(books.book(books.person(0, "陈建国"), books.person(1, "周梅", work_started_on="198501")))
    batch = run(console, kind="roster", file=file, username="wangmin", is_sure=True)
    assert (batch.state, list(Person.objects.values_list("name", flat=True))) == ("committed", ["陈建国"])
    printed = _printed(console)
    assert "■ “A01人员”第4行D（出生年月）：周梅 出生年月1986.04晚于参加工作时间1985.01" in printed
    assert "● 已导入《花名册.xlsx》，由王敏办理，归云岭市委" in printed
    back = workbook.read((tmp_path / "花名册-未导入.xlsx").read_bytes(), file_name="退回.xlsx")
    assert [row.text("name") for row in back.sheets["A01人员"].rows] == ["周梅"]


def test_an_unanswered_preview_does_not_stand_in_the_way(console: Console, officer: Account, tmp_path: Path) -> None:
    file = tmp_path / "花名册.xlsx"
    file.write_bytes(books.book(books.person(0, "陈建国")))
    books.preview(officer, factories.Authority.objects.get(), file.read_bytes())
    run(console, kind="roster", file=file, username="wangmin", is_sure=True)
    assert sorted(ImportBatch.objects.values_list("state", flat=True)) == ["committed", "dropped"]


def test_refusals_are_plain(console: Console, officer: Account, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="没有找到文件"):
        run(console, kind="roster", file=tmp_path / "没有.xlsx", username="wangmin", is_sure=True)
    with pytest.raises(Refused, match="没有“nobody”这个账号"):
        run(console, kind="roster", file=tmp_path / "没有.xlsx", username="nobody", is_sure=True)
    factories.account("丁若水", username="dingruoshui")
    with pytest.raises(Refused, match="丁若水没有导入权限"):
        run(console, kind="roster", file=tmp_path / "没有.xlsx", username="dingruoshui", is_sure=True)
