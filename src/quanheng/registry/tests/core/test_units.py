"""Sorts of unit by category and by name."""

import pytest

from quanheng.registry.core.units import sort_of_unit


@pytest.mark.parametrize(("name", "category", "sort"), [
    ("青石县柳林镇人民政府", "", "township"),
    ("青石县柳林乡党委", "", "township"),
    ("云岭市城关街道办事处", "3480", "street"),
    ("云岭市供水有限公司", "", "enterprise"),
    ("云岭市水务中心", "42", "institution"),
    ("云岭市第一中学", "", "institution"),
    ("云岭市交通运输局", "3419", "other"),
    ("云岭市某处", "", None),
    ("云岭市乡村振兴局", "3422", "other"),
    ("", "", None),
])  # fmt: skip
def test_sorts(name: str, category: str, sort: str | None) -> None:
    assert sort_of_unit(name, category=category) == sort


def test_a_party_committee_of_township_level_is_a_township() -> None:
    assert sort_of_unit("柳林党委", category="1001", level="109") == "township"
