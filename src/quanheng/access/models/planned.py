"""Questions that the server plans once for each connection: under row-level security the plan often takes longer than the answer.

Their values travel beside the SQL, which psycopg prepares and the server plans for any values (`site.database.PLANNED`).
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor


@contextmanager
def planned() -> Iterator[CursorWrapper]:
    """A cursor as Django's own, for SQL that is always the same and whose best plan does not depend on the values."""
    with connection.cursor() as asking:
        if not connection.queries_logged:  # what is prepared is told without its words: where they are wanted, Django's own
            asking.cursor.close()
            asking.cursor = Cursor(connection.connection)
        yield asking
