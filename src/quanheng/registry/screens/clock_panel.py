"""The panel of clocks on the record page: each figure opens to the lines that counted, those that did not, and why."""

from datetime import date
from typing import Any

from django.utils.translation import gettext

from quanheng.registry.models import Assignment, Person, Rank
from quanheng.registry.queries.clock_lines import ClockLine, ClockSheet, clock_sheets
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.formats import format_duration, format_month
from quanheng.web.core.tables import Column


def clock_panel(person: Person, *, on: date) -> dict[str, Any]:
    """What the template lays out; a clock without any line is left out."""
    sheets = [sheet for sheet in clock_sheets(person, on) if sheet.lines]
    columns = [
        Column("when", "起止"),
        Column("what", "记载"),
        Column("months", "月数", is_number=True),
        Column("counts", "计入"),
        Column("why", "原因"),
    ]
    return {"clock_sheets": [_sheet(sheet) for sheet in sheets], "clock_columns": columns}


def _sheet(sheet: ClockSheet) -> dict[str, Any]:
    most = gettext("至多{most}").format(most=format_duration(sheet.most, gettext)) if sheet.is_open else ""
    return {
        "label": sheet.label,
        "value": format_duration(sheet.months, gettext),
        "most": most,
        "lines": [_line(each) for each in reversed(sheet.lines)],
    }


def _line(told: ClockLine) -> dict[str, Any]:
    return {
        "when": f"{format_month(told.line.from_on)} — {format_month(told.line.until_on) if told.line.until_on else gettext('至今')}",
        "what": _words(told.line),
        "months": told.months,
        "counts": gettext("计入")
        if told.counts
        else gettext("待核")
        if told.counts is None
        else gettext("不计"),
        "why": told.why,
    }


def _words(line: Assignment | Rank) -> str:
    if isinstance(line, Rank):
        return label_of("post_level", line.code)
    return str(line)
