"""The two pages of the 任免审批表 as printed for everybody: which cell has which label, and which value goes where."""

from functools import cache

from quanheng.exchange.core.appointment_form_geometry import MM, PAPERS, Box, Mark, Paper, Sheet, Size, Slot

FAMILY_ROWS = 7
_FRONT_COLUMNS = (13.8, 4.2, 23, 18.7, 23, 23.2, 23.5, 36.3)
_BACK_COLUMNS = (13.1, 19.3, 22.5, 10.1, 17.8, 1.7, 13.8, 67.9)
_ARCHIVE = "全国干部人事档案专项审核工作专用"
_RELATIVE = ("relation", "name", "age", "political_status")


@cache
def front(size: Size, is_edition_four: bool) -> Sheet:
    paper = PAPERS[size]
    top, left, right = (side * MM for side in paper.front)
    title_top = top + paper.above * MM + 10.9
    scale = paper.width / sum(_FRONT_COLUMNS)
    columns = [each * MM * scale for each in _FRONT_COLUMNS]
    sheet = Sheet(paper.base, left, title_top + 24 + 4 * MM + 1, columns, [each * MM for each in paper.rows])
    _title(sheet, paper, title_top, paper.page[0] * MM - left - right)
    if paper.above:
        sheet.marks.append(Mark(left, top, 240, 12, 1, "left", (_ARCHIVE,)))
    _particulars(sheet)
    _third_and_fourth(sheet, is_edition_four)
    _studies(sheet)
    for place, (said, key) in enumerate(
        (
            ("现　任　职　务", "current_post"),
            ("拟　任　职　务", "proposed_post"),
            ("拟　免　职　务", "post_to_leave"),
        ),
        8,
    ):
        sheet.label(said, sheet.cell(0, place, 3))
        sheet.long(key, sheet.cell(3, place, 5))
    sheet.vertical(("简历",), sheet.cell(0, 11), 24)
    sheet.cell(1, 11, 7)
    return sheet


@cache
def back(size: Size) -> Sheet:
    paper = PAPERS[size]
    top, left = (side * MM for side in paper.back)
    scale = paper.back_width / sum(_BACK_COLUMNS)
    columns = [each * MM * scale for each in _BACK_COLUMNS]
    sheet = Sheet(paper.base, left, top, columns, [each * MM for each in paper.back_rows])
    notes = ((("奖惩情况",), "awards"), (("年度考", "核结果"), "assessment"), (("任免理由",), "reason"))
    for place, (said, key) in enumerate(notes):
        sheet.vertical(said, sheet.cell(0, place), 2)
        sheet.long(key, sheet.cell(1, place, 7))
    _family(sheet)
    _report(sheet)
    for said, column, span in ((("审批机关", "意　　见"), 0, 5), (("行政机关", "任免意见"), 6, 1)):
        sheet.vertical(said, sheet.cell(column, 13), 6)
        _seal(sheet, sheet.cell(column + 1, 13, span))
    below = Box(left, sheet.frame.bottom + 2 * MM + 1, sheet.frame.width - 2 * paper.base, paper.base)
    sheet.marks.append(Slot("filled_by", below, "right"))
    return sheet


def resume_box(size: Size) -> Box:
    """Where the résumé is written: its cell without margins."""
    cell = front(size, False).cells[-1]
    return Box(cell.left + 1.6 * MM, cell.top + 1.5 * MM, cell.width - 3.2 * MM, cell.height - 3 * MM)


def photo_box(size: Size) -> Box:
    sheet = front(size, False)
    return Box(sheet.frame.right - sheet.columns[7], sheet.top, sheet.columns[7], sum(sheet.rows[:4])).inner(
        1, 1
    )


def _title(sheet: Sheet, paper: Paper, top: float, room: float) -> None:
    wide = paper.title * MM
    left = sheet.left + (room - 7 * wide) / 2
    sheet.marks.extend(
        Mark(left + place * wide, top, wide, 24, 1, "center", (character,))
        for place, character in enumerate("干部任免审批表")
    )


def _pair(sheet: Sheet, said: str, key: str, column: int, row: int, *, is_kept: bool = False) -> None:
    """A label and the cell for its value behind it; the first label of a row is two columns wide."""
    span = 2 if column == 0 else 1
    sheet.label(said, sheet.cell(column, row, span))
    sheet.value(key, sheet.cell(column + span, row), is_kept=is_kept)


def _particulars(sheet: Sheet) -> None:
    _pair(sheet, "姓　名", "name", 0, 0, is_kept=True)
    _pair(sheet, "性　别", "sex", 3, 0)
    _pair(sheet, "出生年月\n（岁）", "born", 5, 0, is_kept=True)
    sheet.cell(7, 0, 1, 4)
    _pair(sheet, "民　族", "ethnic_group", 0, 1)
    _pair(sheet, "籍　贯", "native_place", 3, 1)
    _pair(sheet, "出 生 地", "birth_place", 5, 1)
    _pair(sheet, "入党\n时间", "party_joined", 0, 2, is_kept=True)
    _pair(sheet, "参加工\n作时间", "work_started", 3, 2, is_kept=True)


def _third_and_fourth(sheet: Sheet, is_edition_four: bool) -> None:
    if is_edition_four:
        _pair(sheet, "到龄\n时间", "age_limit", 5, 2, is_kept=True)
        _pair(sheet, "健康\n状况", "health", 0, 3)
        _pair(sheet, "专业技\n术职务", "professional_title", 3, 3)
        _pair(sheet, "熟悉专业\n有何专长", "speciality", 5, 3)
        return
    _pair(sheet, "健康状况", "health", 5, 2)
    sheet.label("专业技\n术职务", sheet.cell(0, 3, 2))
    sheet.value("professional_title", sheet.cell(2, 3, 2))
    sheet.label("熟悉专业\n有何专长", sheet.cell(4, 3))
    sheet.value("speciality", sheet.cell(5, 3, 2))


def _studies(sheet: Sheet) -> None:
    sheet.label("学历\n学位", sheet.cell(0, 4, 2, 4))
    for said, key, row in (("全日制\n教　育", "full_time", 4), ("在　职\n教　育", "in_service", 6)):
        sheet.label(said, sheet.cell(2, row, 1, 2))
        sheet.value(f"{key}.what", sheet.cell(3, row, 2, 2))
        sheet.label("毕业院校\n系及专业", sheet.cell(5, row, 1, 2))
        sheet.long(f"{key}.school", sheet.cell(6, row, 2, 2))


def _family(sheet: Sheet) -> None:
    sheet.vertical(("家庭主要成员及重要社会关系",), sheet.cell(0, 3, 1, 1 + FAMILY_ROWS), 4.5)
    for place, said in enumerate(("称　谓", "姓　名", "年龄", "政 治\n面 貌"), 1):
        sheet.label(said, sheet.cell(place, 3))
    sheet.label("工 作 单 位 及 职 务", sheet.cell(5, 3, 3))
    for place in range(FAMILY_ROWS):
        for column, key in enumerate(_RELATIVE, 1):
            sheet.value(f"family.{place}.{key}", sheet.cell(column, 4 + place), is_kept=key == "name")
        sheet.long(f"family.{place}.work", sheet.cell(5, 4 + place, 3))


def _report(sheet: Sheet) -> None:
    sheet.vertical(("呈报单位",), sheet.cell(0, 11, 1, 2), 8)
    cell = sheet.cell(1, 11, 7, 2)
    inner = cell.inner(8 * MM, 0)
    unit = Box(inner.left + 1.2 * MM, cell.top + 2.6 * MM, inner.width - 1.2 * MM, sheet.rows[11] - 2.6 * MM)
    sheet.marks.append(Slot("reporting_unit", unit, "right", is_low=True))
    sheet.marks.append(Slot("filled_on", Box(inner.left, unit.bottom, inner.width, sheet.rows[12]), "right"))


def _seal(sheet: Sheet, cell: Box) -> None:
    size, right, bottom = sheet.base, cell.right - 6 * MM, cell.bottom - 4 * MM
    for said, behind, above in (("（盖章）", 5.5, size + 8), ("年", 6, 0), ("月", 3.5, 0), ("日", 1, 0)):
        left, top = right - behind * size, bottom - above - size
        sheet.marks.append(Mark(left, top, len(said) * size, size, 1, "left", (said,)))
