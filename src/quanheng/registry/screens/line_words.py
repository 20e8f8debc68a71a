"""One value of a dated line in words, from the state as versions keep it; what is masked stays masked until opened."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from django.utils.translation import gettext

from quanheng.registry.core.lines import BY_NOUN, LineKind
from quanheng.registry.models import Person
from quanheng.registry.queries.labels import label_of
from quanheng.registry.queries.lines import model_of
from quanheng.web.core.formats import mask_identity

HIDDEN = "******"
_PERSON_CODES = {"ethnic_group": "ethnic_group", "political_status": "political_status", "health": "health"}


def said(kind: LineKind, name: str, state: Mapping[str, Any], *, is_open: bool) -> str:
    """The value of a field as a page shows it; "" when there is none."""
    value = state.get(name)
    if value is None or value == "":
        return ""
    if isinstance(value, Mapping):  # sealed, and the reader's keys are not open or do not reach it
        return HIDDEN
    if name in kind.sensitive and not is_open:
        return HIDDEN
    if isinstance(value, bool):
        return gettext("是") if value else gettext("否")
    if table := table_of(kind, name, state):
        return label_of(table, str(value))
    choices = dict(model_of(kind)._meta.get_field(name).flatchoices)  # type: ignore[union-attr]
    return gettext(choices[value]) if value in choices else str(value)


def table_of(kind: LineKind, name: str, state: Mapping[str, Any]) -> str:
    """The code table of a field, if it has one; the code of a rank is of the table of its kind."""
    if kind.key == "rank" and name == "code":
        return "rank" if state.get("kind") == "rank" else "post_level"
    return dict(kind.codes).get(name, "")


def said_of_person(name: str, state: Mapping[str, Any], *, is_open: bool) -> str:
    """A corrected basic field; the identity number is masked until opened."""
    value = state.get(name)
    if value is None or value == "":
        return ""
    if isinstance(value, Mapping):  # sealed, and the reader's keys are not open or do not reach it
        return HIDDEN
    if name == "id_number" and not is_open:
        return mask_identity(str(value))
    if name in _PERSON_CODES:
        return label_of(_PERSON_CODES[name], str(value))
    return gettext(dict(Person.SEXES)[value]) if name == "sex" and value in dict(Person.SEXES) else str(value)


def label_of_field(noun: str, name: str) -> str:
    columns = _columns(noun)
    return gettext(str(columns[name])) if name in columns else name


@cache
def _columns(noun: str) -> dict[str, Any]:
    """The names of a table's columns, not yet translated; a table does not change while we run."""
    table = model_of(BY_NOUN[noun]) if noun in BY_NOUN else Person
    return {field.name: field.verbose_name for field in table._meta.concrete_fields}


def known_by(state: Mapping[str, Any], kind: LineKind, on: date) -> dict[str, Any]:
    """The state as it was known on a day: ends and doings still to come are left out."""
    later = {name for name in (kind.end, *kind.happened) if str(state.get(name) or "")[:10] > on.isoformat()}
    return {name: None if name in later and "_on" in name else value for name, value in state.items()}


def is_known(state: Mapping[str, Any], kind: LineKind, on: date) -> bool:
    """Whether a line is there to be seen on a day: it had begun, or its year had come."""
    begun = state.get(kind.start) if kind.start else None
    year = state.get("year")
    return (begun is None or str(begun) <= on.isoformat()) and (year is None or int(year) <= on.year)
