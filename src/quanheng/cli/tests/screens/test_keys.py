"""The commands about keys: what they print, what they refuse, and that shares typed from a file do it all."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from quanheng.access.core.shares import Share
from quanheng.access.models import JournalEntry
from quanheng.access.tests.keyed import holder, house, keyed, ring
from quanheng.cli.screens import keys
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Talk
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


def said(act, **given) -> str:
    out = io.StringIO()
    act(Console(file=out, width=240), **given)
    return out.getvalue()


def written(shares: list[Share], tmp_path: Path) -> Path:
    file = tmp_path / "shares.txt"
    file.write_text("\n\n".join(map(str, shares)), encoding="utf-8")
    return file


def test_found_shows_three_shares_once_and_says_what_waits(city) -> None:
    Talk.objects.create(
        person=make.person("陈建国", of=city), kind="heart", held_on=make.ON, by_text="王敏", summary=b"\0old"
    )
    shown = said(keys.found, profile="intl")
    assert "任意2份可以打开全部涉密内容" in shown
    assert "1份档案、案卷记录有未加密的内容" in shown
    assert "● 已加密1项" in said(keys.seal)
    with pytest.raises(Refused, match="已建立恢复密钥"):
        said(keys.found, profile="intl")


def test_the_chinese_profile_is_refused_without_a_module_for_it() -> None:
    with pytest.raises(Refused, match="quanheng_sm2"):
        said(keys.found, profile="gm")


def test_a_drill_from_a_file_of_shares(city, tmp_path) -> None:
    shares = house()
    holder("wang", city, shares)
    assert "● 打开节点密钥1个、数据密钥0个" in said(keys.drill, shares=written(shares[1:], tmp_path))
    wrong = tmp_path / "wrong.txt"
    wrong.write_text(str(shares[0])[:-2] + "AA", encoding="utf-8")
    with pytest.raises(Refused, match="抄错"):
        said(keys.drill, shares=wrong)


def test_tidy_takes_back_what_ran_out(city) -> None:
    holder("left", city, house()).grants.update(until_on=make.ON)
    assert "收回1项到期授权的密钥" in said(keys.tidy)


def test_recover_and_renew(city, tmp_path) -> None:
    shares = house()
    wang = keyed(make.account("王敏", "officer", over=city, username="wang"))
    file = written(shares, tmp_path)
    assert "王敏：密钥已恢复" in said(keys.recover, username="wang", shares=file)
    assert ring(wang).pair_of("city@1")
    with pytest.raises(Refused, match="没有“nobody”这个账号"):
        said(keys.recover, username="nobody", shares=file)
    said(keys.renew, shares=file)
    with pytest.raises(Refused, match="不是本系统现用恢复密钥"):
        said(keys.drill, shares=file)
    assert set(JournalEntry.objects.values_list("action", flat=True)) == {
        "access.key.found", "access.key.recover", "access.key.renew_recovery",
    }  # fmt: skip


def test_the_status_counts_and_lists_what_is_plain(city) -> None:
    holder("wang", city, house())
    make.account("新人", "officer", over=city)
    shown = " ".join(said(keys.status).split())
    assert "等待交接的授权 / grants that wait for a key │ 1" in shown
    assert "有持有人的主体 / with a holder │ 1" in shown
    assert "registry.Relative.is_abroad" in shown
