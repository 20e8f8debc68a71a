"""The career as a time line above its lines on the record page: one bar a post, hatched by the form of holding it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext

from quanheng.registry.models import Assignment, Person
from quanheng.registry.queries.careers import lines_of
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.charts import timeline_figure
from quanheng.web.core.formats import format_month
from quanheng.web.core.tables import Column

WIDE = 12
"""Characters of a post in one line of its label; a phone has no room for more."""

FEWEST = 2
"""Lines of a career that a picture is worth."""


def career_chart(person: Person, *, on: date) -> dict[str, Any] | None:
    """Figure, columns and rows of what had begun by the day, the earliest on top; None for hardly any line."""
    lines = [line for line in lines_of(person) if line.from_on < on]
    if len(lines) < FEWEST:
        return None
    kinds = [gettext(line.get_kind_display()) for line in lines]
    return {
        "figure": timeline_figure([(_label(line), line.from_on, _end(line, on)) for line in lines], kinds=kinds),
        "columns": [
            Column("from_on", "起"), Column("until_on", "止"), Column("organisation", "机构"), Column("title", "职务"),
            Column("level", "职务层次"), Column("kind", "任职形式"),
        ],
        "rows": [_row(line, kind, on) for line, kind in zip(lines, kinds, strict=True)],
    }  # fmt: skip


def _end(line: Assignment, on: date) -> date:
    return line.until_on if line.until_on is not None and line.until_on <= on else on


def _label(line: Assignment) -> str:
    """Unit and post, broken into short lines; plotly breaks at a tag only."""
    words = str(line).replace("<", "＜")
    return "<br>".join(words[start : start + WIDE] for start in range(0, len(words), WIDE))


def _row(line: Assignment, kind: str, on: date) -> dict[str, object]:
    is_over = line.until_on is not None and line.until_on <= on
    return {
        "from_on": format_month(line.from_on),
        "until_on": format_month(line.until_on) if is_over else gettext("至今"),
        "organisation": line.organisation_text,
        "title": line.title,
        "level": label_of("post_level", line.level),
        "kind": kind,
    }
