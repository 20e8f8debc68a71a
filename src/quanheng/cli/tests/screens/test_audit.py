"""The command that runs an audit: what it prints, the workbook it writes, and its refusals."""

import io
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from rich.console import Console

from quanheng.cli.screens.audit import run
from quanheng.kernel.refusals import Refused
from quanheng.oversight.models import Audit
from quanheng.oversight.tests import factories as make

pytestmark = pytest.mark.django_db


def audit(of: make.Office, **given) -> str:
    said = io.StringIO()
    asked = {
        "authority": of.authority.code, "from_on": date(2024, 1, 1), "to_on": date(2025, 12, 31), "ordered_by": "日常监督检查",
        "username": of.supervisor.username, "out": None,
    }  # fmt: skip
    run(Console(file=said, width=200), **{**asked, **given})
    return said.getvalue()


def test_it_prints_the_rules_and_writes_the_workbook(tmp_path: Path):
    of = make.office()
    make.on_file(of, make.Fault(workdays=4), make.Fault())
    out = tmp_path / "问题.xlsx"
    said = audit(of, out=out)
    assert "● 中共云岭市委 · 2024-01-01 — 2025-12-31 · 2件" in said
    assert "selection_regulations.42.workdays" in said
    assert "■不得" in said
    assert Audit.objects.get().findings.count() == 11
    assert len(CalamineWorkbook.from_path(out).get_sheet_by_name("检查发现问题").to_python()) == 13


def test_refusals_say_what_to_do():
    of = make.office()
    for given, why in (
        ({"username": "nobody"}, "没有“nobody”这个账号"),
        ({"username": of.officer.username}, "或不在您的检查权限内"),
        ({"authority": "elsewhere"}, "没有“elsewhere”这一级党委"),
        ({"out": Path("x.csv")}, "不能写成.csv文件"),
    ):
        with pytest.raises(Refused, match=why):
            audit(of, **given)
    assert not Audit.objects.exists()
