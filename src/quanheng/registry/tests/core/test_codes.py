"""Code tables: every table is sound, labels lead back to their codes, unknown labels get help."""

import pytest

from quanheng.registry.core import codes


@pytest.mark.parametrize("name", codes.names())
def test_every_table_is_sound(name: str) -> None:
    table = codes.table(name)
    assert table.title
    assert table.standard
    for row in table.values():
        assert row.label
        assert row.code == row.code.strip()
        assert not row.parent or row.parent in table, row


@pytest.mark.parametrize("name", codes.names())
def test_unambiguous_labels_lead_back(name: str) -> None:
    table = codes.table(name)
    for row in table.values():
        if len(table.codes_of(row.label)) == 1:
            assert codes.find(name, row.label) == row.code


def test_published_figures() -> None:
    assert len([code for code in codes.table("ethnic_group") if int(code) <= 56]) == 56
    assert len(codes.table("political_status")) == 13
    assert codes.label("post_level", "131") == "县处级正职"
    assert codes.table("post_level")["131"].remark("ZB09") == "0131"
    assert codes.find("division", "丰台区") == "110106"


def test_brackets_and_spaces_do_not_matter() -> None:
    assert codes.find("education", "省(区、市)委党校 大学") == "2B"


def test_shared_label_is_told_apart() -> None:
    assert codes.find("award_punishment", "警告") is None
    assert codes.find("award_punishment", "党内警告") == "02250"
    with pytest.raises(codes.UnknownLabel) as refused:
        codes.code("award_punishment", "警告")
    assert "警告（中国共产党党员纪律处分）" in refused.value.nearest


def test_unknown_label_names_the_nearest() -> None:
    with pytest.raises(codes.UnknownLabel) as refused:
        codes.code("rank", "一级调研")
    assert refused.value.nearest[0] == "一级调研员"
    assert codes.nearest("sex", "") == ()
