"""The notice on paper, for the board at the unit and for the file of the case."""

from collections.abc import Mapping

from quanheng.disclosure.core.profile import FIELDS
from quanheng.disclosure.core.redaction import shown_profile
from quanheng.disclosure.models import PublicNotice
from quanheng.exchange.core.official import (
    Block,
    Column,
    Paper,
    Paragraph,
    Picture,
    Table,
    chinese_date,
    render,
)


def notice_paper(notice: PublicNotice, *, is_for_board: bool = False) -> bytes:
    """干部任前公示 as PDF. Callers have checked that the reader may see the case."""
    return render(notice_content(notice, is_for_board=is_for_board))


def notice_content(notice: PublicNotice, *, is_for_board: bool = False) -> Paper:
    """The content: who, for which post, the period, how to object and what happens then.

    The file of the case keeps it as it was published; the sheet for the board leaves out what has been covered since.
    """
    shown = shown_profile(notice.profile, notice.redactions) if is_for_board else notice.profile
    period = f"{chinese_date(notice.printed_from)}至{chinese_date(notice.printed_to)}（{notice.working_days}个工作日）"
    blocks: list[Block] = [
        Paragraph(
            f"根据干部选拔任用工作有关规定，经{notice.case.authority.name}研究，现将{notice.person.name}同志拟任职务情况予以公示，"
            "广泛听取意见。"
        ),
        *_photo(notice, shown),
        Table([Column("项目", 38), Column("内容", 0, "left")], _rows(shown)),
        Paragraph(f"公示期：{period}。"),
        Paragraph(
            "对公示对象如有问题反映，请在公示期内通过来信、来电、来访等方式反映。反映问题应当实事求是，提倡署实名；"
            "对线索清楚、内容具体的反映，逐件调查核实，未查清前不办理任职手续。"
        ),
        Paragraph(f"受理地址：{notice.address}；受理电话：{notice.phone}。"),
    ]
    return Paper(
        title="干部任前公示", blocks=blocks, signature=notice.case.authority.name, on=notice.printed_from
    )


def _photo(notice: PublicNotice, shown: Mapping[str, object]) -> list[Block]:
    image = notice.person.photo
    return [Picture(bytes(image), align="right")] if shown.get("has_photo") and image else []


def _rows(shown: Mapping[str, object]) -> list[list[str]]:
    return [
        [label, str(shown[key])] for key, label in FIELDS.items() if key in shown and key != "has_photo"
    ]
