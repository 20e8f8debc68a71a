"""The page on which conditions are built, without script: what its form sends becomes the address of a query, and back."""

from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.registry.core.query import Condition, Query
from quanheng.registry.core.query_fields import WITHOUT_VALUE, Field, fields
from quanheng.registry.queries.fields import operators_of, values_of
from quanheng.web.screens import clock

GROUPS = (0, 1, 2, 3)
KEPT = ("rows", "columns", "sort", "as_of")
"""Words of the address that are no conditions and stay."""


def built(said: QueryDict) -> Query:
    """The query that the form's fields make: rows in order, without the dropped one, with the one to be added."""
    places = sorted(
        int(name[1:]) for name in said if name[:1] == "f" and name[1:].isdecimal() and len(name) < 4
    )
    dropped = said.get("drop", "")
    rows = [_row(said, place) for place in places if str(place) != dropped]
    added = fields().get(said.get("add", ""))
    if added and "drop" not in said:
        rows.append(_new(added))
    groups = {number: said.get(f"g{number}", "") for number in GROUPS[1:]}
    return Query(
        tuple(rows), said.get("join", "and"), {number: word for number, word in groups.items() if word}
    )


def _row(said: QueryDict, place: int) -> Condition:
    name = said.get(f"f{place}", "")
    operator, values = (
        said.get(f"o{place}", ""),
        [each.strip() for each in said.getlist(f"v{place}") if each.strip()],
    )
    field = fields().get(name)
    if field and field.kind == "code" and operator not in ("in", "out"):
        values = values[:1]
    if operator == "between":
        values = [*values[:1], said.get(f"w{place}", "").strip()]
    value = "" if operator in WITHOUT_VALUE else ",".join(each for each in values if each)
    group = said.get(f"n{place}", "0")
    return Condition(
        name, operator, value, said.get(f"a{place}", "")[:4], int(group) if group in "0123" else 0
    )


def _new(field: Field) -> Condition:
    value = "1" if field.kind == "yes" else ""
    return Condition(field.name, field.operators[0], value, "")


def rows_of(
    query: Query, wrong: dict[int, Refused], *, by: Account, request: HttpRequest
) -> list[dict[str, Any]]:
    """A row of the form for each condition, with what is wrong with it."""
    return [
        _shown(place, each, wrong.get(place), by=by, request=request)
        for place, each in enumerate(query.conditions)
    ]


def _shown(
    place: int, condition: Condition, refused: Refused | None, *, by: Account, request: HttpRequest
) -> dict[str, Any]:
    field = fields().get(condition.field)
    if field is None:
        return {
            "place": place,
            "number": place + 1,
            "label": condition.field,
            "name": condition.field,
            "refused": refused,
        }
    parts = condition.value.split(",") if field.kind != "text" else [condition.value]
    last_year = clock.as_of(request).year - 1
    return {
        "place": place,
        "number": place + 1,
        "name": field.name,
        "label": gettext(field.label),
        "unit": gettext(field.unit) if field.unit else "",
        "operators": operators_of(field),
        "operator": condition.operator,
        "has_value": condition.operator not in WITHOUT_VALUE,
        "is_between": condition.operator == "between",
        "is_many": condition.operator in ("in", "out"),
        "choices": values_of(field, by=by, on=clock.today()),
        "chosen": parts,
        "type": {"number": "number", "date": "date"}.get(field.kind, "text"),
        "low": parts[0],
        "high": parts[1] if len(parts) > 1 else "",
        "argument": (condition.argument or str(last_year)) if field.argument else "",
        "argument_label": gettext(field.argument) if field.argument else "",
        "group": condition.group,
        "refused": refused,
    }


def groups_of(query: Query) -> list[dict[str, Any]]:
    """The groups in use and the word inside each."""
    used = sorted({each.group for each in query.conditions if each.group})
    return [{"number": number, "word": query.inside(number)} for number in used]
