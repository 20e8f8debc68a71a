"""Sealed columns of any table: whose record a row is, its words in memory for one page, and the rows that still wait.

Rows that come out opened are never saved again.
"""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from django.apps import apps
from django.db.models import Model, Q, QuerySet

from quanheng.access.core.key_tree import Ring
from quanheng.access.core.sealed_fields import UNSEALED, Place, waiting_words
from quanheng.access.core.sealed_records import sealed_records
from quanheng.access.models import Authority, record_name, sealed_names
from quanheng.access.queries.keys import open_many

Sealed = tuple[Model, str, Place, bytes]


def record_of(row: Model) -> Model:
    """The record that the data keys of a row are named after."""
    return _followed(row, sealed_records()[row._meta.label].record)


def owner_of(row: Model) -> Authority:
    """The authority whose key the row is sealed to."""
    found = _followed(row, sealed_records()[row._meta.label].owner)
    assert isinstance(found, Authority)
    return found


def open_rows(ring: Ring | None, rows: Iterable[Model]) -> int:
    """Put the words in the place of sealed values; how many stay sealed because the reader's keys do not reach them.

    As many queries for one row as for many. Words written before the house had keys wait in plain, and are told to
    whoever may read the page: nobody could hold a key for them.
    """
    found = list(_sealed(rows))  # and what is empty becomes empty words
    values = [(record_name(record_of(row)), place, sealed) for row, _, place, sealed in found]
    words = open_many(ring, values) if ring else [waiting_words(sealed) for _, _, sealed in values]
    for (row, name, _, _), said in zip(found, words, strict=True):
        if said is not None:
            setattr(row, name, said)
    return words.count(None)


def words_of(row: Model, name: str) -> str | None:
    """The words of an opened value; None for one that is still sealed."""
    said = getattr(row, name)
    return said if isinstance(said, str) else None if said else ""


def waiting_rows() -> Iterator[tuple[QuerySet[Model], str]]:
    """(rows, way to their owner) of every table outside the files of persons: those with words that wait to be sealed."""
    for label, under in sealed_records().items():
        model = apps.get_model(label)
        if under.is_file or not sealed_names(model):
            continue
        waiting = reduce(or_, (waits(name) for name in sealed_names(model)))
        yield model._default_manager.filter(waiting).order_by("pk"), under.owner


def count_waiting_rows() -> int:
    """Rows of cases with words that wait to be sealed."""
    return sum(rows.count() for rows, _ in waiting_rows())


def waiting_of(row: Model) -> dict[str, str]:
    """The words of a row that are not sealed yet, by column."""
    said = {name: waiting_words(getattr(row, name)) for name in sealed_names(row)}
    return {name: words for name, words in said.items() if words}


def waits(name: str) -> Q:
    """A zero byte goes before words that are not sealed yet: asked of the bytes as they are ordered."""
    return Q(**{f"{name}__gte": bytes([UNSEALED]), f"{name}__lt": bytes([UNSEALED + 1])})


def _sealed(rows: Iterable[Model]) -> Iterator[Sealed]:
    for row in rows:
        for name in sealed_names(row):
            value = getattr(row, name)
            if value == b"":
                setattr(row, name, "")
            elif isinstance(value, bytes):
                yield row, name, Place(row._meta.label_lower, str(row.pk), name, owner=""), value


def _followed(row: Model, way: str) -> Model:
    found = row
    for step in way.split("__") if way else ():
        found = getattr(found, step)
    return found
