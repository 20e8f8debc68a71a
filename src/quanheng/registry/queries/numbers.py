"""Identity numbers, sealed: found and told apart by a keyed index, opened with the reader's keys, else masked.

What must be asked wherever a person is kept, the owner's functions answer, with as little as will do.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Q

from quanheng.access.core.key_tree import Ring
from quanheng.access.core.sealed_fields import UNSEALED, Place, waiting_words
from quanheng.access.models import record_name
from quanheng.access.queries.keys import open_many
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core import held_number
from quanheng.registry.models import Person
from quanheng.web.core.formats import ABSENT, mask_identity

NUMBER_FIELDS = ("id_number", "number_index", "number_flags", "number_against")
"""The columns that go together: the sealed number, by what it is found, what was found wrong with it, and against what."""
BESIDE = NUMBER_FIELDS[1:]
SEALED_MASK = "*" * 18
SEALED_NUMBER = Q(id_number__gte=bytes([UNSEALED + 1]))
"""Whose number only a key opens: by the first byte, which is that of an algorithm."""


def index_of(number: str) -> bytes:
    """By what a number is found, under the key of this installation."""
    return held_number.index(settings.NUMBER_KEY, number)


def beside(number: str, *, born_on: date, sex: str) -> dict[str, Any]:
    """The columns kept readable beside a number, from the number itself."""
    if not number:
        return {"number_index": None, "number_flags": "", "number_against": ""}
    return {
        "number_index": index_of(number),
        "number_flags": held_number.flags(number, born_on=born_on, sex=sex),
        "number_against": held_number.against(born_on, sex),
    }


def place_of_number(person: Person) -> Place:
    """Where the sealed number stands; its owner is told by its data key."""
    return Place(table=person._meta.label_lower, row=str(person.pk), field="id_number", owner="")


def open_numbers(ring: Ring | None, people: Iterable[Person]) -> dict[UUID, str]:
    """The numbers of people as far as they open: one query for some thousand. Numbers that wait to be sealed are told as they are."""
    held = [(each, bytes(each.id_number)) for each in people if each.id_number]
    found = {each.pk: words for each, sealed in held if (words := waiting_words(sealed))}
    if ring is None:
        return found
    wanted = [(each, sealed) for each, sealed in held if each.pk not in found]
    opened = open_many(ring, [(record_name(each), place_of_number(each), sealed) for each, sealed in wanted])
    return found | {each.pk: said for (each, _), said in zip(wanted, opened, strict=True) if said}


def number_of(ring: Ring | None, person: Person) -> str:
    """The number of one person; "" when there is none or it does not open."""
    return open_numbers(ring, [person]).get(person.pk, "")


def masked(person: Person) -> str:
    """How a number is shown to who has not opened it; of a sealed one nothing at all is told."""
    if not person.id_number:
        return ABSENT
    waiting = waiting_words(bytes(person.id_number))
    return mask_identity(waiting) if waiting else SEALED_MASK


def is_sealed(person: Person) -> bool:
    """Whether there is a number that only a key opens."""
    return bool(person.id_number) and waiting_words(bytes(person.id_number)) is None


def key_of_holder(*, name: str, id_number: str) -> UUID | None:
    """The key of the file whose name and number both match, and nothing more of it: for linking an account."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT registry_key_of_holder(%s, %s)", [name, index_of(id_number)])
        [key] = cursor.fetchone() or [None]
    return cast("UUID | None", key)


def is_number_taken(number: str, *, but: Person) -> bool:
    """Whether it is somebody else's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT registry_number_is_taken(%s, %s)", [index_of(number), but.pk])
        return bool((cursor.fetchone() or [False])[0])


def is_index_ours() -> bool:
    """Whether every index was made with the key this installation has."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT registry_numbers_are_under(%s)", [held_number.mark(settings.NUMBER_KEY)])
        return bool((cursor.fetchone() or [False])[0])


def require_index() -> None:
    """Refused where the index was made with another key: a number would be taken for new though it is somebody's."""
    if not is_index_ours():
        raise Refused(
            text("核对身份证号"),
            why=text("身份证号索引是用另一密钥建立的，不能判断号码是否已登记"),
            remedy=text(
                "把原数据文件夹中的 number_key 放回；找不回的，由恢复密钥保管人运行 quanheng keys seal --reindex"
            ),
        )
