"""Work out anchors anew where none are kept that hold on a day. Nobody acts here and nothing is decided: no journal entry.

Needs the extra `bulk`; load this module only where it is used.
"""

from datetime import date

from django.db import connection

from quanheng.access.actions.scope import as_system
from quanheng.registry.queries.anchors import made_by
from quanheng.registry.queries.column_anchors import as_kept, work_out

_BATCH = 20_000
_RESTS_ON = ("assignment", "rank", "education", "training", "yeargrade", "relative")
_ABSENT = """SELECT key FROM registry_person WHERE NOT EXISTS (
    SELECT 1 FROM registry_anchor a WHERE a.person_id = key AND a.made_by = %s AND a.holds_from <= %s AND (a.holds_until IS NULL OR a.holds_until > %s)
) ORDER BY key"""

# The persons are held meanwhile: who comes under another authority at this moment waits, and the trigger then finds the row.
_KEEP = """INSERT INTO registry_anchor ({columns}, authority_id)
SELECT {columns}, p.authority_id FROM worked_out JOIN registry_person p ON p.key = person_id FOR SHARE OF p"""


def refresh_anchors(*, on: date) -> int:
    """Keep anchors that hold on the day for everybody who has none; how many were worked out.

    In batches of some thousand persons; while one is at work, nobody else's change to their lines goes through.
    """
    with as_system(on=on), connection.cursor() as cursor:
        cursor.execute(_ABSENT, [made_by(), on, on])
        keys = [str(key) for (key,) in cursor.fetchall()]
    for start in range(0, len(keys), _BATCH):
        _keep(keys[start : start + _BATCH], on)
    return len(keys)


def _keep(keys: list[str], on: date) -> None:
    """Under a lock on the lines: a change seen neither in them nor by the trigger would leave a wrong row."""
    tables = ", ".join(f"registry_{noun}" for noun in _RESTS_ON)
    with as_system(on=on), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {tables} IN SHARE MODE")
        rows = as_kept(work_out(keys, on))
        cursor.execute("DELETE FROM registry_anchor USING seen WHERE person_id = seen.key")
        columns = ", ".join(rows.columns)
        cursor.execute(f"CREATE TEMP TABLE worked_out ON COMMIT DROP AS SELECT {columns} FROM registry_anchor WHERE false")  # noqa: S608
        with cursor.copy(f"COPY worked_out ({columns}) FROM STDIN (FORMAT csv)") as copy:
            copy.write(rows.write_csv(include_header=False))
        cursor.execute(_KEEP.format(columns=columns))
        cursor.execute("DROP TABLE worked_out")
