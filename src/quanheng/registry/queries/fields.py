"""The catalogue of fields in the reader's language: what can be chosen, and a condition as a sentence."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of
from quanheng.registry.core import codes
from quanheng.registry.core.query import Condition, Query
from quanheng.registry.core.query_fields import WORDS, Field, fields
from quanheng.registry.queries.labels import label_of

Choices = list[tuple[str, str]]


def offered(*, by: Account, on: date) -> dict[str, Choices]:
    """The fields `by` may ask for, by topic."""
    may = rights_of(by, on=on).may("registry.sensitive")
    found: dict[str, Choices] = {}
    for field in fields().values():
        if may or not field.is_sensitive:
            found.setdefault(gettext(field.topic), []).append((field.name, gettext(field.label)))
    return found


def operators_of(field: Field) -> Choices:
    return [(operator, gettext(WORDS[operator])) for operator in field.operators]


def values_of(field: Field, *, by: Account, on: date) -> Choices:
    """What a closed field may be; empty for one that is typed."""
    if field.kind == "yes":
        return [("1", gettext("是")), ("0", gettext("否"))]
    if field.kind == "authority":
        return authorities(by=by, on=on)
    if field.words:
        return [(code, gettext(word)) for code, word in field.words.items()]
    return [(code, label_of(field.table, code)) for code in codes.table(field.table)] if field.table else []


def authorities(*, by: Account, on: date, permission: str = "registry.view") -> Choices:
    """The authorities whose persons `by` may see, topmost first."""
    paths = rights_of(by, on=on).paths(permission)
    rows = Authority.objects.order_by("path").values_list("code", "name", "path")
    return [(code, name) for code, name, path in rows if path.startswith(paths)] if paths else []


def sentence(condition: Condition, names: dict[str, str] | None = None) -> str:
    """A condition in words: 年龄 介于 36、40岁. `names` gives those of authorities."""
    field = fields().get(condition.field)
    if field is None:
        return str(condition)
    year = f"{condition.argument} " if condition.argument else ""
    unit = gettext(field.unit) if field.unit and condition.value else ""
    words = gettext(WORDS.get(condition.operator, condition.operator))
    return f"{year}{gettext(field.label)} {words} {_said(condition, field, names or {})}{unit}".strip()


def sentences(query: Query, names: dict[str, str] | None = None) -> str:
    """The whole query in words, groups in brackets."""
    joined = {"and": gettext("，并且"), "or": gettext("，或者")}
    parts: dict[int, list[str]] = {}
    for place, each in enumerate(query.conditions):
        parts.setdefault(each.group or -1 - place, []).append(sentence(each, names))
    said = [
        f"（{joined[query.inside(group)].join(each)}）" if group > 0 and len(each) > 1 else each[0]
        for group, each in parts.items()
    ]
    return joined[query.joined].join(said)


def _said(condition: Condition, field: Field, names: dict[str, str]) -> str:
    values: Sequence[str] = [condition.value]
    if field.kind in ("code", "number", "date"):
        values = condition.value.replace("，", ",").split(",") if condition.value else []
    if field.kind == "yes":
        return {"1": gettext("是"), "0": gettext("否")}.get(condition.value, condition.value)
    if field.kind == "authority":
        return names.get(condition.value, condition.value)
    words = {code: gettext(word) for code, word in field.words.items()}
    said = [words.get(value) or (label_of(field.table, value) if field.table else value) for value in values]
    return gettext("、").join(said)
