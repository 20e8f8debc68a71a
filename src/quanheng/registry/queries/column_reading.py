"""Reading tables as columns: one statement, one message, one Polars frame. Row by row a large registry takes seconds.

Needs the extra `bulk` (Polars); who may lack it loads these modules by name.
"""

from collections.abc import Mapping, Sequence
from datetime import date

import polars as pl
from django.db import connection

from quanheng.registry.core.column_frame import frame
from quanheng.registry.queries.column_text import fetch


def number_persons(keys: pl.DataFrame) -> None:
    """The persons of some rows of `n` and `key` in the temporary table `seen(n, key)`: short numbers to join by, here and in Polars."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS seen")
        cursor.execute("CREATE TEMP TABLE seen (n int, key uuid) ON COMMIT DROP")
        with cursor.copy("COPY seen FROM STDIN (FORMAT csv)") as copy:
            copy.write(keys.select("n", "key").write_csv(include_header=False))
        cursor.execute("ANALYZE seen (key)")


def read(
    columns: Mapping[str, tuple[str, str]], *, source: str, given: Sequence[date | str | int] = ()
) -> pl.DataFrame:
    """The rows of `source` (what follows FROM); `columns` are {name: (kind, SQL expression)}."""
    return frame(fetch(columns, source=source, given=given), {name: kind for name, (kind, _) in columns.items()})
