"""The findings of an audit as a workbook, written by the exchange room's writer. Chinese, as it is handed in."""

from collections.abc import Iterable, Mapping

from quanheng.exchange.core.roster_layout import Column, SheetLayout
from quanheng.exchange.core.workbook_writer import Book

LAYOUT = SheetLayout(
    "检查发现问题",
    (
        Column("案卷编号", "case", "text"),
        Column("事项", "title", "long"),
        Column("环节", "stage", "text"),
        Column("环节日期", "on", "date"),
        Column("结论", "light", "text"),
        Column("检查内容", "term", "text"),
        Column("依据", "cites", "long"),
        Column("理由", "why", "long"),
        Column("纪实条目", "entries", "text"),
        Column("整改情况", "state", "text"),
        Column("整改说明", "note", "long"),
    ),
)


def workbook(rows: Iterable[Mapping[str, str]]) -> bytes:
    """One sheet, a row a finding, each a mapping by the keys of `LAYOUT`.

    >>> workbook([{"case": "2026-0001"}])[:2]
    b'PK'
    """
    book = Book()
    sheet = book.sheet(LAYOUT)
    for number, row in enumerate(rows, start=2):
        for place, column in enumerate(LAYOUT.columns):
            if said := row.get(column.key):
                book.put(sheet, number, place, said)
    return book.finish()
