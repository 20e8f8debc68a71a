"""Sheet A01人员: who is new, who is known already, who manages them, and what the sheet says otherwise."""

from collections import Counter
from typing import Any

from quanheng.access.models import Authority
from quanheng.exchange.core.roster import Roster, Row
from quanheng.exchange.queries.context import Context, on_or_before
from quanheng.exchange.queries.form_person import kept_resume, number_values
from quanheng.exchange.queries.plan import RowError, place_of
from quanheng.exchange.queries.roster_units import into_words
from quanheng.kernel.texts import text
from quanheng.registry.core import codes, identity
from quanheng.registry.models import Organisation, Person
from quanheng.registry.queries.names import spellings

PEOPLE = "A01人员"
_WORKING_AGE = 14
_WORDS = {"ethnic_group": "ethnic_group", "political_status": "political_status", "category": "person_category", "status": "person_status", "staffing_type": "staffing_type"}
_KEYS = {"category": "person_category", "status": "person_status"}


def plan_people(roster: Roster, into: Context) -> None:
    unruled: Counter[str] = Counter()
    for row in roster.sheets[PEOPLE].rows if PEOPLE in roster.sheets else ():
        number, label = row.text("identity_number"), row.text("name")
        if row.is_rejected:
            into.rejected.setdefault(number, row.number)
            continue
        before = len(into.plan.lines)
        with into.row(row, Person, label):
            _person(row, label, into, unruled)
        if len(into.plan.lines) > before and into.plan.lines[-1].effect == "reject":
            into.rejected.setdefault(number, row.number)
    for scope, count in unruled.items():
        into.plan.warn(
            str(Person._meta.verbose_name), scope or "—", place_of(roster.sheets[PEOPLE].rows[0]),
            text("“{scope}”的{count}人没有对应的管理权限规则，归{authority}管理", scope=scope or "—", count=count, authority=into.managers.given.name),
        )  # fmt: skip


def _person(row: Row, label: str, into: Context, unruled: Counter[str]) -> None:
    number, born_on = row.text("identity_number"), row.on("born_on")
    assert born_on is not None
    found = _known(row, into)
    unit = _unit(row, into)
    owner = _owner(row, found, unit, into, unruled)
    _check_dates(row)
    values = {**_values(row), "resume": kept_resume(found, row.text("resume")), "name": label, **number_values(found, number, born_on=born_on, sex=row.text("sex")), "born_on": born_on, "organisation": unit, "authority": owner}
    image = into.roster.photos.get(number, b"")
    if image and not (found and into.people.has_photo(found, image)):
        values["photo"] = image
    if found is None or found.name != label:
        values["pinyin"], values["initials"] = spellings(label)
    made = into.plan.settle(Person, found, values, label=label, place=place_of(row))
    assert isinstance(made, Person)
    into.people.add(made)
    into.by_number[number] = made
    into.claimed[made.pk] = number
    for difference in identity.differences(identity.read(number), born_on=born_on, sex=row.text("sex")):
        into.plan.warn(str(Person._meta.verbose_name), label, place_of(row, "identity_number"), difference)


def _known(row: Row, into: Context) -> Person | None:
    known = into.people.known(row.text("identity_number"), row.text("name"), row.on("born_on"))
    if len(known) > 1:
        raise RowError("name", text("系统中有{count}名同名同出生年月且没有身份证号的人，无法确定是哪一个", count=len(known)))
    if known and into.claimed.get(known[0].pk, row.text("identity_number")) != row.text("identity_number"):
        return None
    return known[0] if known else None


def _unit(row: Row, into: Context) -> Organisation | None:
    said = row.text("statistics_unit")
    unit = into.units.find(said) if said else None
    if said and unit is None:
        message = text("系统中没有“{name}”这个机构，未关联单位", name=said)
        into.plan.warn(str(Person._meta.verbose_name), row.text("name"), place_of(row, "statistics_unit"), message)
    return unit


def _owner(row: Row, found: Person | None, unit: Organisation | None, into: Context, unruled: Counter[str]) -> Authority:
    """By the rule for the label and the unit; without one who manages now, or the authority the file is imported for."""
    scope = row.text("management_scope")
    label = codes.label("management_scope", scope) if scope else ""
    ruled = into.managers.authority_for(unit.code if unit else "", label)
    if found is not None:
        into.require(found.authority, "management_scope")
    elif ruled is None and unit is not None:
        into.require(unit.authority, "statistics_unit")
    if ruled is None and found is None:
        unruled[label] += 1
    owner = ruled or (found.authority if found else into.managers.given)
    into.require(owner, "management_scope")
    return owner


def _check_dates(row: Row) -> None:
    born_on, started = row.on("born_on"), row.on("work_started_on")
    if not on_or_before(born_on, started):
        raise RowError("born_on", text("出生年月{born}晚于参加工作时间{started}", born=f"{born_on:%Y.%m}", started=f"{started:%Y.%m}"))
    if born_on and started and started.year - born_on.year < _WORKING_AGE:
        raise RowError("work_started_on", text("参加工作时不满{age}岁", age=_WORKING_AGE))
    if not on_or_before(born_on, row.on("party_joined_on")):
        raise RowError("party_joined_on", text("入党时间早于出生年月"))


def _values(row: Row) -> dict[str, Any]:
    words = {name: into_words(table, row.text(_KEYS.get(name, name))) for name, table in _WORDS.items()}
    return {
        **words,
        "sex": row.text("sex"),
        "native_place": row.text("native_place"),
        "birth_place": row.text("birth_place"),
        "growth_place": row.text("raised_in"),
        "health": row.raw("health"),
        "work_started_on": row.on("work_started_on"),
        "party_joined_on": row.on("party_joined_on"),
        "party_text": row.text("party_text"),
        "registered_on": row.on("registered_on"),
        "professional_title": row.raw("professional_title"),
        "speciality": row.text("speciality"),
        "current_post": row.text("current_post"),
        "awards": row.text("awards"),
        "appraisals": row.text("assessment"),
    }
