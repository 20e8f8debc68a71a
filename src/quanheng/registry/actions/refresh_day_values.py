"""Work out the day values that changed lines have left behind. Nobody acts here and nothing is decided: no journal entry."""

from django.db import OperationalError, connection
from psycopg.errors import LockNotAvailable

from quanheng.access.actions.scope import as_system

BATCH = 5_000
_LEFT = "SELECT person_id FROM registry_dayvalue WHERE is_stale ORDER BY person_id LIMIT %s"
_LOCK = "LOCK TABLE registry_assignment, registry_rank, registry_education IN SHARE MODE"
# The same answers as `registry.queries.selecting_values` gives from the lines; an education without an end counts always.
_MAKE = """
WITH whose AS MATERIALIZED (SELECT unnest(%(keys)s::uuid[]) AS who),
line AS MATERIALIZED (
    SELECT person_id, kind, from_on, until_on, code, NULL::smallint AS study FROM registry_rank JOIN whose ON who = person_id
    UNION ALL
    SELECT person_id, kind, from_on, until_on, level, NULL FROM registry_assignment JOIN whose ON who = person_id WHERE kind = 'main'
    UNION ALL
    SELECT person_id, 'study', COALESCE(until_on, DATE '0001-01-01'), NULL, '', registry_education_rank(level)
    FROM registry_education JOIN whose ON who = person_id
),
turn AS (SELECT DISTINCT person_id, day FROM line CROSS JOIN LATERAL (VALUES (from_on), (until_on)) t(day) WHERE day IS NOT NULL),
held AS (
    SELECT t.person_id, t.day,
        COALESCE((array_agg(code ORDER BY from_on DESC) FILTER (WHERE kind = 'level'))[1],
            min(code) FILTER (WHERE kind = 'main' AND code <> '')) AS level,
        max(from_on) FILTER (WHERE kind = 'level') AS level_since,
        (array_agg(code ORDER BY from_on DESC) FILTER (WHERE kind = 'rank'))[1] AS rank,
        (array_agg(from_on ORDER BY code, from_on) FILTER (WHERE kind = 'main'))[1] AS post_since,
        max(study) AS education
    FROM turn t LEFT JOIN line l ON l.person_id = t.person_id AND l.from_on <= t.day AND (l.until_on IS NULL OR l.until_on > t.day)
    GROUP BY t.person_id, t.day
),
made AS (
    SELECT person_id, array_agg(day ORDER BY day) AS days, array_agg(level ORDER BY day) AS levels,
        array_agg(level_since ORDER BY day) AS level_since, array_agg(rank ORDER BY day) AS ranks,
        array_agg(post_since ORDER BY day) AS post_since, array_agg(education ORDER BY day) AS education
    FROM held GROUP BY person_id
)
UPDATE registry_dayvalue v SET is_stale = false, days = made.days, levels = made.levels, level_since = made.level_since,
    ranks = made.ranks, post_since = made.post_since, education = made.education
FROM whose LEFT JOIN made ON made.person_id = whose.who WHERE v.person_id = whose.who
"""


def refresh_day_values(*, at_most: int | None = None) -> int:
    """Bring everybody's up to date, or some of them; how many were made anew.

    Some thousand at a time; while they are at work, nobody else's change to lines goes through. While somebody's is going
    on, it gives way at once: another time will do.
    """
    count = 0
    while at_most is None or count < at_most:
        done = _some()
        if not done:
            break
        count += done
    return count


def _some() -> int:
    try:
        return _under_lock()
    except OperationalError as error:
        if isinstance(error.__cause__, LockNotAvailable):
            return 0
        raise


def _under_lock() -> int:
    """Under a lock on the lines: a change seen neither here nor by the trigger would leave a wrong row."""
    with as_system(), connection.cursor() as cursor:
        cursor.execute(_LEFT, [1])
        if cursor.fetchone() is None:
            return 0
        cursor.execute("SET LOCAL lock_timeout = '100ms'")
        cursor.execute(_LOCK)
        cursor.execute(_LEFT, [BATCH])
        keys = [key for (key,) in cursor.fetchall()]
        cursor.execute(_MAKE, {"keys": keys})
        return len(keys)
