"""What may be asked of an identity number wherever its person is kept: owner's functions answer, with as little as will do."""

from typing import cast
from uuid import UUID

from django.db import connection

from quanheng.registry.models import Person


def key_of_holder(*, name: str, id_number: str) -> UUID | None:
    """The key of the file whose name and number both match, and nothing more of it: for linking an account."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT registry_key_of_holder(%s, %s)", [name, id_number.strip().upper()])
        [key] = cursor.fetchone() or [None]
    return cast("UUID | None", key)


def is_number_taken(number: str, *, but: Person) -> bool:
    """Whether it is somebody else's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT registry_number_is_taken(%s, %s)", [number, but.pk])
        return bool((cursor.fetchone() or [False])[0])
