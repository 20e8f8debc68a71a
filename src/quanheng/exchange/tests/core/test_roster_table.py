"""Rosters as files: numbering, groups, guarded cells, size of the letters."""

import io
from datetime import date

from python_calamine import CalamineWorkbook

from quanheng.exchange.core.roster_table import RosterTable, chosen, columns, document, presets, workbook

ON = date(2026, 11, 21)


def table(*rows, keys=("sex",), groups=None):
    return RosterTable("干部名册", chosen(keys), groups or [("", list(rows))], "制表：王敏", ON)


def read(content):
    return CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()


def test_people_are_numbered_through_the_groups():
    groups = [("市交通运输局", [["陈建国", "男"]]), ("市财政局", [["李红", "女"], ["王岚", "女"]])]
    rows = read(workbook(table(groups=groups)))
    assert rows[0][0] == "干部名册"
    assert rows[1][0] == "制表：王敏　2026年11月21日　共3人"
    assert rows[2] == ["序号", "姓名", "性别"]
    assert [row[0] for row in rows[3:]] == ["市交通运输局（1人）", 1, "市财政局（2人）", 2, 3]


def test_what_looks_like_a_formula_stays_text():
    assert read(workbook(table(["=1+1", "男"])))[3][1] == "=1+1"


def test_every_preset_is_made_of_columns_and_hides_nothing_secret():
    for keys in presets().values():
        assert set(keys) <= columns().keys()
        assert not any(column.is_sensitive for column in chosen(keys))


def test_a_long_table_has_more_pages_and_the_same_bytes_each_time():
    long = table(*([["欧阳司徒上官慕容诸葛夏侯", "男"]] * 200))
    made = document(long, size="A4")
    assert made == document(long, size="A4")
    assert b"/Type/Pages/Count 1/" in document(table(["陈建国", "男"]), size="A4")
    assert b"/Type/Pages/Count 6/" in made
