"""Seal the rows of cases that were written before the house had keys: reports on notices, papers of inspections."""

from datetime import datetime

from django.db.models import Model

from quanheng.access.actions.action import action
from quanheng.access.actions.seal import Writing, begin_writing
from quanheng.access.models import Account
from quanheng.access.queries.sealed_rows import owner_of, record_of, waiting_of, waiting_rows


@action("access.data_key.seal_waiting", label="加密原有案卷内容", permission=None)
def seal_waiting_rows(*, by: Account | None, at: datetime) -> int:
    """How many values were sealed. Anybody may: no word is changed, none is shown, and sealing needs no key."""
    done = 0
    for rows, owner in waiting_rows():
        for row in rows.select_related(owner).iterator():
            record = record_of(row)
            type(record)._default_manager.select_for_update(of=("self",)).get(pk=record.pk)
            done += seal_row(row, begin_writing(record, owner=owner_of(row), at=at))
    return done


def seal_row(row: Model, writing: Writing) -> int:
    """Seal the words of a stored row that wait; how many."""
    waiting = waiting_of(row)
    for name, words in waiting.items():
        setattr(row, name, writing.seal(words, table=row._meta.label_lower, row=row.pk, field=name))
    if waiting:
        row.save(update_fields=list(waiting))
    return len(waiting)
