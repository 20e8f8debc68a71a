"""Sheets B01单位, 职数, 职位: organisations with the authority that manages them, quotas, and a row a seat."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import models

from quanheng.establishment.models import PostQuota
from quanheng.exchange.core.roster import Roster, Row
from quanheng.exchange.queries.context import Context
from quanheng.exchange.queries.plan import RowError, place_of
from quanheng.kernel.texts import text
from quanheng.registry.core import codes
from quanheng.registry.models import Organisation, Post

UNITS, QUOTAS, SEATS, CAREERS = "B01单位", "职数", "职位", "A02职务"
GROUP = "3"
ROLES = {"principal": "chief", "deputy": "deputy", "inner_principal": "inner_chief", "inner_deputy": "inner_deputy"}
MODES = {"elected": "elected", "appointed": "appointed", "engaged": "contract"}
STAFFING = {
    "行政": "administrative_staffing", "事业（参照）": "reference_staffing", "事业（非参照）": "institution_staffing",
    "工勤": "support_staffing", "其他": "other_staffing",
}  # fmt: skip
_SEATS_APART = 10


def plan_units(roster: Roster, into: Context) -> None:
    """Parents before children, whatever the order of the rows."""
    for row in sorted(roster.accepted(UNITS), key=lambda row: row.text("organisation_code").count(".")):
        code, label = row.text("organisation_code"), row.text("name")
        with into.row(row, Organisation, label):
            _unit(row, code, label, into)


def _unit(row: Row, code: str, label: str, into: Context) -> None:
    if code in into.units_seen:
        raise RowError("organisation_code", text("机构编码与第{row}行重复", row=into.units_seen[code]))
    found = into.units.by_code.get(code)
    authority, is_ruled = into.managers.of_organisation(code, row.text("level"))
    owner = authority if found is None or is_ruled else found.authority
    into.require(owner, "organisation_code")
    if found is not None:
        into.require(found.authority, "organisation_code")
    into.units_seen[code] = row.number
    values = {**_unit_values(row), "code": code, "name": label, "authority": owner, "parent": _parent(row, code, into)}
    if found is None:
        into.units.add(_made(into, Organisation, None, values, label, row))
    else:
        _made(into, Organisation, found, values, label, row)


def _parent(row: Row, code: str, into: Context) -> Organisation | None:
    said = row.text("parent_code")
    if said and said not in into.units.by_code:
        raise RowError("parent_code", text("上级机构编码“{code}”不在表中，系统中也没有", code=said))
    return into.units.by_code.get(said or code.rpartition(".")[0])


def _unit_values(row: Row) -> dict[str, Any]:
    kind = into_words("organisation_category", row.text("category"))
    if not kind and row.text("kind") == GROUP:
        kind = codes.label("organisation_kind", GROUP)
    staffing = {label: row.count(key) for label, key in STAFFING.items() if row.count(key) is not None}
    return {
        "short_name": row.text("short_name"),
        "kind": kind,
        "level": row.text("level"),
        "place": row.raw("division"),
        "credit_code": row.text("social_credit_code"),
        "staffing": staffing,
        "note": row.text("remark"),
        "order": row.count("position"),
    }


def plan_quotas(roster: Roster, into: Context) -> None:
    for row in roster.accepted(QUOTAS):
        label = f"{row.text('organisation')}{codes.label('post_rank', row.text('post_rank'))}"
        with into.row(row, PostQuota, label):
            _quota(row, label, into)


def _quota(row: Row, label: str, into: Context) -> None:
    unit = _owned(row, into)
    from_on, until_on = row.on("from_on"), row.on("until_on")
    if from_on is None:
        raise RowError("from_on", text("不能为空"))
    if until_on is not None and until_on <= from_on:
        raise RowError("until_on", text("失效日期应晚于生效日期"))
    level, role = level_of(row), ROLES[row.text("post_rank")]
    if not level:
        raise RowError("post_level", text("不能为空"))
    quotas = into.units.quotas[unit.code]
    found = next((each for each in quotas if (each.level, each.role, each.from_on) == (level, role, from_on)), None)
    key = (unit.code, level, role, from_on)
    if key in into.quotas_seen:
        raise RowError("", text("与第{row}行重复", row=into.quotas_seen[key]))
    into.quotas_seen[key] = row.number
    values = {
        "organisation": unit, "level": level, "role": role, "from_on": from_on, "until_on": until_on,
        "number": row.count("quota"), "document": row.text("document"),
    }  # fmt: skip
    made = _made(into, PostQuota, found, values, label, row)
    if found is None:
        quotas.append(made)


def plan_seats(roster: Roster, into: Context) -> None:
    """As many seats of a name as the sheet has rows, people sit in, and the quota in force leaves over."""
    rows = defaultdict[tuple[str, str], list[Row]](list)
    for row in roster.accepted(SEATS):
        with into.row(row, Post, f"{row.text('organisation')}{row.text('post')}"):
            rows[(_owned(row, into).code, row.text("post"))].append(row)
    wanted = {key: max(len(same), len(into.units.seats.get(key, ()))) for key, same in rows.items()}
    _seat_holders(roster.accepted(CAREERS), rows, wanted, into)
    _fill_quota(rows, wanted, into)
    for key, same in rows.items():
        for number in range(wanted[key]):
            row = same[min(number, len(same) - 1)]
            with into.row(row, Post, f"{row.text('organisation')}{key[1]}"):
                _seat(row, into.units.by_code[key[0]], number, into)


def _seat_holders(careers: Iterable[Row], rows: dict[tuple[str, str], list[Row]], wanted: dict[tuple[str, str], int], into: Context) -> None:
    """A seat for everybody who sits now; not more than approved, unless the file says how things stand."""
    running: Counter[tuple[str, str]] = Counter()
    for row in careers:
        unit = into.units.find(row.text("organisation"), row.text("organisation_code"))
        until_on = row.on("until_on")
        if unit is not None and row.on("from_on") and (until_on is None or until_on > into.on):
            running[(unit.code, row.text("post"))] += 1
    for key, same in rows.items():
        approved = None if into.is_as_found else _approved(key[0], level_of(same[0]), role_of(same[0]), into)
        wanted[key] = max(wanted[key], running[key] if approved is None else min(running[key], approved))


def _approved(code: str, level: str, role: str, into: Context) -> int | None:
    """The approved number of the day; None when nothing is approved. A later order goes before an earlier one."""
    same = [each for each in into.units.quotas.get(code, ()) if (each.level, each.role) == (level, role) and _runs(each, into.on)]
    return max(same, key=lambda each: each.from_on).number if same else None


def _fill_quota(rows: dict[tuple[str, str], list[Row]], wanted: dict[tuple[str, str], int], into: Context) -> None:
    """What the quota of a level and role leaves over goes to the name with the most seats, the first of them."""
    kinds: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for (code, name), same in rows.items():
        kinds[(code, level_of(same[0]), role_of(same[0]))].append((code, name))
    for (code, level, role), names in kinds.items():
        left = (_approved(code, level, role, into) or 0) - sum(wanted[name] for name in names)
        if left > 0:
            wanted[max(names, key=lambda name: wanted[name])] += left


def _seat(row: Row, unit: Organisation, number: int, into: Context) -> None:
    name = row.text("post")
    same = into.units.seats[(unit.code, name)]
    found = same[number] if number < len(same) else None
    position = (row.count("position") or row.number) * _SEATS_APART
    values = {
        "organisation": unit, "name": name, "level": level_of(row), "role": role_of(row), "mode": MODES.get(row.text("method")),
        "is_leading": row.flag("is_leading"), "key_functions": row.text("key_kind"),
        "order": position + number if found is None else None,
    }  # fmt: skip
    suffix = f"（第{number + 1}席）" if number else ""
    made = _made(into, Post, found, values, f"{unit.name}{name}{suffix}", row)
    if found is None:
        same.append(made)


def _owned(row: Row, into: Context) -> Organisation:
    """The unit a row speaks of, which must be known and within the importer's reach."""
    unit = into.units.find(row.text("organisation"), row.text("organisation_code"))
    key = "organisation_code" if row.text("organisation_code") else "organisation"
    if unit is None:
        raise RowError(key, text("机构“{name}”不在B01单位表中，系统中也没有", name=row.text("organisation")))
    into.require(unit.authority, key)
    return unit


def level_of(row: Row, key: str = "post_level") -> str:
    """GB/T 12407 level code; older ZB09 codes are translated by their label."""
    said = row.text(key)
    if not said or said in codes.table("post_level"):
        return said
    return codes.find("post_level", codes.label("post_level_zb09", said)) or said


def role_of(row: Row) -> str:
    """The role a row states; 其他 when it states none."""
    return ROLES.get(row.text("post_rank"), "other")


@lru_cache(maxsize=4096)
def into_words(table: str, code: str) -> str:
    """The label of a code where the label alone leads back to it, else the code; free words stay as they are."""
    label = codes.label(table, code) if code else ""
    return label if not code or codes.find(table, label) == code else code


def _runs(quota: PostQuota, on: date) -> bool:
    return quota.from_on <= on and (quota.until_on is None or quota.until_on > on)


def _made(into: Context, model: type[models.Model], found: models.Model | None, values: dict[str, Any], label: str, row: Row) -> Any:
    return into.plan.settle(model, found, values, label=label, place=place_of(row))


