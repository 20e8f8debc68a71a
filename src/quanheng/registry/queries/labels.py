"""Records in words: labels of code tables in the reader's language, posts held, the months of a line."""

from datetime import date

from django.utils.translation import get_language, gettext

from quanheng.registry.core import codes
from quanheng.registry.models import Assignment, Person
from quanheng.registry.queries.careers import held_on, level_on, lines_of, rank_spell
from quanheng.web.core.formats import format_month


def label_of(table: str, said: str | None) -> str:
    """The label of a code: English when the page is and the table has one. Words of the table count as their code;
    words that are in no table stay as they are.
    """
    if not said:
        return ""
    rows = codes.table(table)
    row = rows.get(said) or rows.get(codes.find(table, said) or "")
    if row is None:
        return said
    return row.label_en if row.label_en and (get_language() or "").startswith("en") else row.label


def choices_of(table: str) -> list[tuple[str, str]]:
    """A code table as the choices of a field, with an empty first one."""
    return [("", gettext("不限")), *((code, label_of(table, code)) for code in codes.table(table))]


def posts_of(person: Person, on: date) -> str:
    """The seats held on a day in words; the words of the form when no line of the career is on file."""
    held = gettext("、").join(str(line) for line in held_on(person, on))
    return held or (person.current_post if not lines_of(person) else "")


def level_of(person: Person, on: date) -> str:
    return label_of("post_level", level_on(person, on))


def rank_of(person: Person, on: date) -> str:
    spell = rank_spell(person, on)
    return label_of("rank", spell.code) if spell else ""


def span(line: Assignment, on: date) -> str:
    """The months of a line as seen on a day: an end still to come is not known then."""
    is_over = line.until_on is not None and line.until_on <= on
    return f"{format_month(line.from_on)} — {format_month(line.until_on) if is_over else gettext('至今')}"
