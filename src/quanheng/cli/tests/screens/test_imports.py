"""The command that imports a file: what it prints, writes beside the file, and refuses in plain words."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from quanheng.access.models import Account
from quanheng.cli.screens.imports import PASSWORD, run
from quanheng.exchange.core import lrmx, workbook
from quanheng.exchange.models import ImportBatch
from quanheng.exchange.tests import books
from quanheng.exchange.tests.core.test_locks import sealed
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


def test_a_password_comes_from_the_environment_or_a_prompt_never_from_the_command_line(
    console: Console, officer: Account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "表.zip"
    file.write_bytes(sealed("甲.lrmx", lrmx.write(books.form("陈建国")), "云岭-1234"))
    asked = {"kind": "forms", "file": file, "username": "wangmin", "is_sure": True}
    with pytest.raises(Refused, match="压缩包设有密码") as refused:
        run(console, **asked)
    assert PASSWORD in str(refused.value.remedy)
    monkeypatch.setenv(PASSWORD, "错")
    with pytest.raises(Refused, match="密码不正确"):
        run(console, **asked)
    monkeypatch.setenv(PASSWORD, "云岭-1234")
    assert run(console, **asked).state == "committed"
    assert Person.objects.get().name == "陈建国"
    assert "云岭-1234" not in _printed(console)


def test_a_wrong_kind_is_named_before_anything_is_kept(console: Console, officer: Account, tmp_path: Path) -> None:
    for name, content, kind, why in (
        ("县.hzb", b"7z\xbc\xaf\x27\x1c" + bytes(40), "roster", "7-Zip格式"),
        ("县.zzb3", b"PK\x03\x04" + bytes(40), "roster", "数据库转储"),
        ("表.rar", b"Rar!\x1a\x07" + bytes(40), "forms", "RAR格式"),
        ("名单.csv", b"a,b", "roster", "内容不是Excel工作簿"),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Refused, match=why):
            run(console, kind=kind, file=tmp_path / name, username="wangmin", is_sure=True)
    assert not ImportBatch.objects.exists()
