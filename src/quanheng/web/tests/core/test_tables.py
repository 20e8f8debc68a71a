"""Cells and sorting of the table component."""

from types import SimpleNamespace

from quanheng.web.core.tables import cell_value, next_sort, sort_direction


def test_cell_value_walks_mappings_and_objects() -> None:
    row = {"post": SimpleNamespace(organisation={"name": "市交通运输局"}), "count": lambda: 3}
    assert cell_value(row, "post.organisation.name") == "市交通运输局"
    assert cell_value(row, "count") == 3
    assert cell_value(row, "post.missing.name") is None


def test_a_heading_sorts_up_first_then_down() -> None:
    assert next_sort("age", "") == "age"
    assert next_sort("age", "age") == "-age"
    assert next_sort("age", "-age") == "age"
    assert sort_direction("age", "age") == "ascending"
    assert sort_direction("age", "-age") == "descending"
    assert sort_direction("age", "name") == "none"
    assert sort_direction("", "") == "none"
