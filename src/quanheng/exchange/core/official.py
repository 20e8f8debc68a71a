"""Official papers (公文) after GB/T 9704: notices, orders, decision sheets, record tables. Content in, PDF out.
Rooms build a `Paper` from their records; how it looks is in `documents/official/official.typ`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from quanheng.exchange.core import pdf, photo

Align = Literal["left", "center", "right"]
_PAPER = pdf.DOCUMENTS / "official" / "paper.typ"


@dataclass(frozen=True)
class Paragraph:
    """A body paragraph, indented by two characters (正文); `is_strong` sets it heavier."""

    text: str
    is_strong: bool = False

    def data(self) -> Mapping[str, object]:
        return {"kind": "strong" if self.is_strong else "paragraph", "text": self.text}


@dataclass(frozen=True)
class Plain:
    """A line without indent (不缩进的一行)."""

    text: str
    align: Align = "left"

    def data(self) -> Mapping[str, object]:
        return {"kind": "plain", "text": self.text, "align": self.align}


@dataclass(frozen=True)
class Heading:
    """A heading (层次标题); the numbering 一、（一）1.（1） is part of the text, levels 1 to 4."""

    text: str
    level: int = 1

    def data(self) -> Mapping[str, object]:
        return {"kind": "heading", "text": self.text, "level": self.level}


@dataclass(frozen=True)
class Column:
    """A table column (列); width in millimetres, 0 shares what is left."""

    label: str
    width: float = 0
    align: Align = "center"


@dataclass(frozen=True)
class Table:
    """A table (表格) whose header repeats on every page; text size in points."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    caption: str = ""
    size: float = 12

    def data(self) -> Mapping[str, object]:
        columns = [{"label": each.label, "width": each.width, "align": each.align} for each in self.columns]
        rows = [[*row, *[""] * (len(columns) - len(row))][: len(columns)] for row in self.rows]
        return {"kind": "table", "columns": columns, "rows": rows, "caption": self.caption, "size": self.size}


@dataclass(frozen=True)
class Signing:
    """Rules to sign on (签名栏): a label before each."""

    labels: Sequence[str]
    per_row: int = 2

    def data(self) -> Mapping[str, object]:
        return {"kind": "signing", "labels": list(self.labels), "per_row": self.per_row}


@dataclass(frozen=True)
class Picture:
    """A photo (照片) in millimetres; an image that cannot be printed leaves its place empty."""

    image: bytes
    width: float = 25
    height: float = 34
    align: Align = "left"

    def data(self) -> Mapping[str, object]:
        svg = photo.as_svg(self.image, self.width, self.height)
        return {"kind": "picture", "svg": svg, "width": self.width, "height": self.height, "align": self.align}


@dataclass(frozen=True)
class Drawing:
    """A drawing (图) given as SVG, in millimetres."""

    svg: str
    width: float
    height: float
    align: Align = "left"

    def data(self) -> Mapping[str, object]:
        return {"kind": "picture", "svg": self.svg, "width": self.width, "height": self.height, "align": self.align}


@dataclass(frozen=True)
class PageBreak:
    """A new page (另起一页)."""

    def data(self) -> Mapping[str, object]:
        return {"kind": "break"}


Block = Paragraph | Plain | Heading | Table | Signing | Picture | Drawing | PageBreak


@dataclass(frozen=True)
class Paper:
    """An official paper (公文). `issuer` sets the red head; without it the paper has none, as tables and sheets do."""

    title: str
    blocks: Sequence[Block] = ()
    issuer: str = ""
    number: str = ""
    signer: str = ""
    addressee: str = ""
    attachments: Sequence[str] = ()
    signature: str = ""
    on: date | None = None
    copies: str = ""
    printed_by: str = ""
    """The office that prints and sends it out (印发机关), with the day, at the foot of the last page."""
    secrecy: str = ""
    urgency: str = ""
    is_wide: bool = False
    has_page_numbers: bool = True


def render(paper: Paper) -> bytes:
    """The PDF of a paper.

    >>> render(Paper("关于张三同志的任职通知", [Paragraph("经研究决定：")], on=date(2025, 3, 1)))[:5]
    b'%PDF-'
    """
    return pdf.render(_PAPER, data(paper))


def data(paper: Paper) -> dict[str, object]:
    """What the template reads."""
    names = ("title", "issuer", "number", "signer", "addressee", "signature", "copies", "printed_by", "secrecy", "urgency")
    return {
        **{name: getattr(paper, name) for name in names},
        "blocks": [block.data() for block in paper.blocks],
        "attachments": list(paper.attachments),
        "date": chinese_date(paper.on) if paper.on else "",
        "is_wide": paper.is_wide,
        "has_page_numbers": paper.has_page_numbers,
    }


def chinese_date(on: date) -> str:
    """A date as documents write it, without leading zeros.

    >>> chinese_date(date(2025, 3, 1))
    '2025年3月1日'
    """
    return f"{on.year}年{on.month}月{on.day}日"
