"""The 任免审批表 set in type: every text with its place, size and lines, and what goes on to an attached sheet.
Typst only draws what is decided here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from quanheng.exchange.core.appointment_form_fit import (
    SMALLEST,
    Fitted,
    Units,
    broken,
    fitted,
    height,
    largest,
    leading,
    set_width,
    units_of,
)
from quanheng.exchange.core.appointment_form_geometry import MM, PAPERS, Box, Mark, Sheet, Size, Slot
from quanheng.exchange.core.appointment_form_pages import FAMILY_ROWS, back, front, photo_box, resume_box

HEAD = 9
"""The ems that the dates of a line of the résumé take."""
CONTINUED = "（余见附页）"
_SPARE = {"left": 0.0, "center": 0.5, "right": 1.0}
"""The part of the room left over that stands before a line."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the template draws, and the sizes the texts were given."""

    drawn: Mapping[str, object]
    sizes: Sequence[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A line of the résumé ready to be broken: its dates, its text, its remarks."""

    head: str
    text: Units
    notes: Units

    def rows(self, ems: float) -> list[str]:
        if not self.head:
            return broken(self.text, ems)
        return broken(self.text, ems - HEAD) + broken(self.notes, ems - HEAD)


@dataclass(frozen=True, slots=True)
class ToldResume:
    """The résumé in its cell: which lines stay, at which size; the rest is told on the attached sheet."""

    marks: Sequence[Mark]
    points: float
    kept: int


def setting(values: Mapping[str, Any], size: Size) -> Setting:
    """From the values as printed (see `appointment_form.printed`)."""
    said = said_of(values)
    resume = resume_of(values, size)
    sizes: list[tuple[str, float]] = []
    first = [*_set(front(size, values["is_edition_four"]), said, sizes), *resume.marks]
    sizes.append(("简历", resume.points))
    second = [*_set(back(size), said, sizes)]
    paper = PAPERS[size]
    drawn = {
        "title": values["title"],
        "paper": [side * MM for side in paper.page],
        "base": paper.base,
        "pages": [_page(front(size, values["is_edition_four"]), first), _page(back(size), second)],
        "photo": {"svg": values["photo"], **_place(photo_box(size))},
        "attached": _attached(values, resume.kept, size),
    }
    return Setting(drawn, sizes)


def said_of(values: Mapping[str, Any]) -> dict[str, str]:
    """Every value by the key of its slot."""
    said: dict[str, str] = dict(values["person"])
    for group in ("full_time", "in_service"):
        said |= {f"{group}.{key}": text for key, text in values[group].items()}
    for place, member in enumerate(values["family"][:FAMILY_ROWS]):
        said |= {f"family.{place}.{key}": text for key, text in member.items()}
    said |= {key: values[key] for key in ("awards", "assessment", "reason", "reporting_unit", "filled_on")}
    return said | {"filled_by": f"填表人：{values['filled_by']}"}


def _set(sheet: Sheet, said: Mapping[str, str], sizes: list[tuple[str, float]]) -> Iterator[Mark]:
    """Labels as they are; in place of each slot its value, if there is one."""
    for mark in sheet.marks:
        if isinstance(mark, Mark):
            yield mark
        elif text := said.get(mark.key):
            box = mark.box
            set_text = fitted(
                text, box.width, box.height, base=sheet.base, flow=mark.flow, is_kept=mark.is_kept
            )
            sizes.append((text, set_text.points))
            yield _placed(mark, set_text)


def _placed(slot: Slot, set_text: Fitted) -> Mark:
    above = (slot.box.height - set_text.height) * (1 if slot.is_low else 0.5)
    between = leading(set_text.points)
    return Mark(
        slot.box.left,
        slot.box.top + above,
        slot.box.width,
        set_text.points,
        between,
        set_text.flow,
        set_text.rows,
    )


def resume_of(values: Mapping[str, Any], size: Size) -> ToldResume:
    """The résumé as it stands on this paper: its size, and how many of its lines stay on the first page."""
    lines, closing, box, base = values["resume"], values["closing"], resume_box(size), PAPERS[size].base
    told = [
        _Told(one["head"], units_of(one["text"]), [row for note in one["notes"] for row in units_of(note)])
        for one in lines
    ]
    ending = [units_of(each) for each in closing]

    def is_enough(points: float) -> bool:
        return _tall(told, ending, box.width, points) <= box.height

    points = max(largest(base, is_enough), SMALLEST)
    kept = len(told) if is_enough(points) else _kept(told, box)
    stays = told[:kept]
    marks = [*_resume_marks(stays, ending if kept == len(told) else [], box, points)]
    if kept < len(told):
        marks.append(
            Mark(
                box.left,
                marks[-1].top + len(marks[-1].rows) * (points + leading(points)),
                box.width,
                points,
                0,
                "right",
                (CONTINUED,),
            )
        )
    return ToldResume(marks, points, kept)


def _kept(told: Sequence[_Told], box: Box) -> int:
    """How many lines stay on the first page when not all of them fit at the smallest size: one at least."""
    taken = 0.0
    for place, line in enumerate(told):
        taken += len(line.rows(box.width / SMALLEST)) * (SMALLEST + leading(SMALLEST))
        if taken > box.height - 10:
            return max(place, 1)
    return max(len(told) - (1 if len(told) > 1 else 0), 0)


def _tall(told: Sequence[_Told], closing: Sequence[Units], width: float, points: float) -> float:
    rows = sum(len(line.rows(width / points)) for line in told)
    ending = sum(len(broken(each, width / points)) for each in closing)
    return height(rows + ending + (1 if ending else 0), points)


def _resume_marks(told: Sequence[_Told], closing: Sequence[Units], box: Box, points: float) -> Iterator[Mark]:
    between, top = leading(points), box.top
    for line in told:
        rows = tuple(line.rows(box.width / points))
        behind = HEAD * points if line.head else 0
        if line.head:
            yield Mark(box.left, top, behind, points, between, "left", (line.head,))
        yield Mark(box.left + behind, top, box.width - behind, points, between, "left", rows)
        top += len(rows) * (points + between)
    if rows := tuple(row for each in closing for row in broken(each, box.width / points)):
        yield Mark(box.left, top + points, box.width, points, between, "left", rows)


def _page(sheet: Sheet, marks: Sequence[Mark]) -> dict[str, object]:
    return {
        "frame": _place(sheet.frame),
        "rules": sheet.segments,
        "texts": [text for mark in marks for text in _kept_texts(mark)],
    }


def _place(box: Box) -> dict[str, float]:
    return {"x": box.left, "y": box.top, "width": box.width, "height": box.height}


@lru_cache(maxsize=512)
def _kept_texts(mark: Mark) -> tuple[tuple[object, ...], ...]:
    """The labels are the same on every form, and so are many short values: reckoned once."""
    return tuple(_texts(mark))


def _texts(mark: Mark) -> Iterator[tuple[object, ...]]:
    """As drawn: (x, y, size, leading, text), lines that begin below each other as one, every other line by itself."""
    widths = {set_width(row) for row in mark.rows}
    if mark.flow == "left" or len(widths) == 1:
        before = _SPARE[mark.flow] * (mark.width - max(widths) * mark.points)
        yield (
            round(mark.left + before, 3),
            round(mark.top, 3),
            mark.points,
            mark.leading,
            "\n".join(mark.rows),
        )
        return
    for place, row in enumerate(mark.rows):
        top = mark.top + place * (mark.points + mark.leading)
        yield from _texts(Mark(mark.left, top, mark.width, mark.points, mark.leading, mark.flow, (row,)))


def _attached(values: Mapping[str, Any], kept: int, size: Size) -> dict[str, object] | None:
    """What the two pages do not hold."""
    resume, family = values["resume"][kept:], values["family"][FAMILY_ROWS:]
    if not resume and not family:
        return None
    sheet = back(size)
    return {
        "name": values["person"]["name"], "resume": resume, "closing": values["closing"] if resume else [], "family": family,
        "left": sheet.left, "top": sheet.top, "columns": sheet.columns[1:5],
    }  # fmt: skip
