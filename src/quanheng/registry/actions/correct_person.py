"""Correct the basic fields of a file, with the reason. What changes over time is in lines of its own, not here."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext

from quanheng.access.actions.action import action
from quanheng.access.core.chain import digest, plain
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.keep_revision import keep_revision
from quanheng.registry.actions.put_number import kept_number, put_number
from quanheng.registry.core import held_number, identity
from quanheng.registry.models import Person
from quanheng.registry.queries.names import spellings
from quanheng.registry.queries.numbers import BESIDE, index_of, is_number_taken

WHAT, NUMBER = "更正干部信息", "id_number"
CORRECTABLE = (
    "name", "sex", "born_on", "id_number", "ethnic_group", "native_place", "birth_place", "growth_place", "health",
    "work_started_on", "party_joined_on", "political_status", "professional_title", "speciality", "registered_on",
)  # fmt: skip


def state_of(person: Person) -> str:
    """A short mark of the correctable fields as they stand; a form carries it so that nobody overwrites another."""
    state = {field: getattr(person, field) for field in CORRECTABLE if field != NUMBER}
    return digest("", state | {NUMBER: bytes(person.number_index or b"").hex()})[:16]


@action(
    "registry.person.correct",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["person"].authority.path,
    keeps=("reason",),
    also=lambda given: {"fields": sorted(given["changes"])},
)
def correct_person(
    *, by: Account, at: datetime, person: Person, changes: Mapping[str, object], reason: str, seen: str = ""
) -> Person:
    """Write `changes` (field to value). The journal keeps the reason and the names of the fields, not their contents.

    `seen` is the mark of the state the user looked at: when somebody changed the file in between, this is refused.
    """
    row = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    _check(row, changes, reason, seen)
    before = _kept(row, changes)
    for field, value in changes.items():
        if field != NUMBER:
            setattr(row, field, value)
    if "name" in changes:
        row.pinyin, row.initials = spellings(row.name)
    if NUMBER in changes:  # after the others: it is checked against birth and sex
        put_number(row, identity.normalise(str(changes[NUMBER] or "")), at=at)
    row.save(update_fields=[*changes, "pinyin", "initials", *(BESIDE if NUMBER in changes else ())])
    after = _kept(row, changes)
    keep_revision(
        by=by, at=at, person=row, noun="person", line=row.pk, before=before, after=after, reason=reason
    )
    return row


def _kept(row: Person, changes: Mapping[str, object]) -> dict[str, object]:
    return {field: kept_number(row) if field == NUMBER else plain(getattr(row, field)) for field in changes}


def _is_same(row: Person, field: str, value: object, changes: Mapping[str, object]) -> bool:
    """Whether the file says so already; a number typed again is checked anew when birth or sex are others than it was checked against."""
    if field != NUMBER:
        return bool(getattr(row, field) == value)
    if not value:
        return row.number_index is None and not row.id_number
    born_on, sex = changes.get("born_on", row.born_on), changes.get("sex", row.sex)
    assert isinstance(born_on, date)
    held = bytes(row.number_index or b"") == index_of(str(value))
    return held and row.number_against == held_number.against(born_on, str(sex))


def _check(row: Person, changes: Mapping[str, object], reason: str, seen: str) -> None:
    strange = sorted(set(changes) - set(CORRECTABLE))
    if strange:
        raise Refused(text(WHAT), why=text("这些栏目不能在此更正：{fields}", fields="、".join(strange)))
    if not reason.strip():
        raise Refused(text(WHAT), why=text("没有写明更正理由"), remedy=text("写明依据的档案材料或认定文件"))
    if seen and seen != state_of(row):
        raise Refused(
            text(WHAT),
            why=text("您打开页面之后，{name}的信息已被更正", name=row.name),
            remedy=text("先前的更正已保留；请查看最新信息后再决定是否更正"),
        )
    if all(_is_same(row, field, value, changes) for field, value in changes.items()):
        raise Refused(text(WHAT), why=text("所填与现有信息相同，没有可更正的内容"))
    number = changes.get(NUMBER)
    if number:
        _check_number(row, str(number))


def _check_number(row: Person, number: str) -> None:
    found = identity.read(number)
    other = Person.objects.filter(number_index=index_of(found.number)).exclude(pk=row.pk).first()
    if other or is_number_taken(found.number, but=row):
        raise Refused(
            text(WHAT),
            why=text("该身份证号已登记在{name}名下", name=other.name if other else gettext("由其他管理权限主体管理的人")),
            remedy=text("核对号码；确系同一人重复建档的，先合并档案"),
        )
