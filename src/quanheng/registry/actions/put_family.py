"""Write family lines: sealed to who manages the person, or waiting to be while the house has no keys. Needs no key of the writer."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from quanheng.access.models import DataKey
from quanheng.registry.actions.seal_words import seal_words
from quanheng.registry.models import Relative
from quanheng.registry.queries.family import put_beside, require_family_index


def save_relative(line: Relative, *, at: datetime) -> None:
    """Save a line of a person that the caller holds; words in its sealed columns are sealed first."""
    require_family_index([line])
    give_numbers([line])
    put_beside(line)
    DataKey.objects.bulk_create(seal_words([line], at=at))
    line.save(force_insert=line._state.adding)


def give_numbers(lines: Sequence[Relative]) -> None:
    """The next numbers of the sequence for lines without: what is sealed is bound to its row."""
    new = [line for line in lines if line.pk is None]
    if new:
        with connection.cursor() as cursor:
            sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(sequence, [Relative._meta.db_table, len(new)])
            for line, (key,) in zip(new, cursor.fetchall(), strict=True):
                line.pk = key
