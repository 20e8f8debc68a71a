"""What stands in each cell of the 任免审批表 as a Word document: labels, values in their counted sizes, and where they stand."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from quanheng.exchange.core.appointment_form_fit import fitted, leading
from quanheng.exchange.core.appointment_form_geometry import MM, PAD, Box, Mark, Sheet, Slot
from quanheng.exchange.core.docx_parts import Cell, Line

_DATE = "年　 月　 日"
"""One and a half characters between, as on the printed form."""
_REPORT = 8 * MM


def cells_of(sheet: Sheet, said: Mapping[str, str], resume: Sequence[Line]) -> list[Cell]:
    """In the order of `sheet.cells`; `resume` is what its cell, the last of the first page, holds."""
    cells = [_cell(sheet, box, said) for box in sheet.cells]
    if resume:
        first, *others = resume
        cells[-1] = Cell((first.below(1.5 * MM), *others), "top")
    return cells


def filled_by(sheet: Sheet, said: str) -> Line:
    """填表人, below the second page's table."""
    return Line(said, sheet.base, sheet.base + 1, "right", right=2 * sheet.base, before=2 * MM)


def _cell(sheet: Sheet, box: Box, said: Mapping[str, str]) -> Cell:
    marks = [mark for mark in sheet.marks if _is_in(mark, box)]
    slots = [mark for mark in marks if isinstance(mark, Slot)]
    labels = [mark for mark in marks if isinstance(mark, Mark)]
    if len(slots) == 2:
        return Cell(tuple(_report(sheet, slots, said)), "bottom")
    if any("（盖章）" in mark.rows for mark in labels):
        return Cell(tuple(_seal(sheet.base)), "bottom")
    if slots:
        return Cell(tuple(_value(sheet, slots[0], said.get(slots[0].key, ""))))
    return Cell(tuple(_label(sheet, labels)))


def _is_in(mark: Mark | Slot, box: Box) -> bool:
    if isinstance(mark, Slot):
        across, down = mark.box.left + mark.box.width / 2, mark.box.top + mark.box.height / 2
    else:
        tall = len(mark.rows) * (mark.points + mark.leading)
        across, down = mark.left + mark.width / 2, mark.top + tall / 2
    return box.left < across < box.right and box.top < down < box.bottom


def _label(sheet: Sheet, labels: Sequence[Mark]) -> Iterator[Line]:
    """Two columns of characters one beneath the other are written row by row."""
    rows = zip_longest(*(mark.rows for mark in labels), fillvalue="　")
    tall = labels[0].points + labels[0].leading if labels else sheet.base
    for row in rows:
        yield Line("".join(row), labels[0].points, tall)


def _value(sheet: Sheet, slot: Slot, said: str) -> Iterator[Line]:
    box = slot.box
    found = fitted(said, box.width, box.height, base=sheet.base, flow=slot.flow, is_kept=slot.is_kept)
    pad = PAD if slot.flow == "left" else 0.6 * MM
    for line in said.split("\n"):
        tall = found.points + leading(found.points)
        yield Line(line, found.points, tall, found.flow, left=pad, right=pad)


def _report(sheet: Sheet, slots: Sequence[Slot], said: Mapping[str, str]) -> Iterator[Line]:
    """呈报单位 at the bottom of its part, the date in the middle of the part below."""
    for slot in slots:
        tall = slot.box.height
        for line in _value(sheet, slot, said.get(slot.key, "")):
            rest = 0.0 if slot.is_low else (tall - line.tall) / 2
            yield Line(
                line.said,
                line.points,
                line.tall,
                "right",
                left=_REPORT,
                right=_REPORT,
                before=rest,
                after=rest,
            )


def _seal(base: float) -> Iterator[Line]:
    yield Line("（盖章）", base, base + 8, "right", right=6 * MM + 1.5 * base)
    yield Line(_DATE, base, base, "right", right=6 * MM, after=4 * MM)
