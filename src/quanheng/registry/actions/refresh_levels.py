"""Set the level of today where a line has begun or ended by the mere passing of time. Nothing is decided: no journal entry.

What changes a line has its effect at once, by the database itself (migration 0007).
"""

from datetime import date

from django.db import connection

from quanheng.access.actions.scope import as_system

# One pass over the running lines, not a look-up for each person: the same answer as registry_level_on for everybody.
_STALE = """
WITH spell AS (
    SELECT DISTINCT ON (person_id) person_id, code FROM registry_rank
    WHERE kind = 'level' AND from_on <= %(day)s AND (until_on IS NULL OR until_on > %(day)s) ORDER BY person_id, from_on DESC
), post AS (
    SELECT person_id, min(level) AS level FROM registry_assignment
    WHERE kind = 'main' AND level <> '' AND from_on <= %(day)s AND (until_on IS NULL OR until_on > %(day)s) GROUP BY person_id
)
SELECT p.key FROM registry_person p LEFT JOIN spell ON spell.person_id = p.key LEFT JOIN post ON post.person_id = p.key
WHERE p.level IS DISTINCT FROM COALESCE(spell.code, post.level)::varchar(10)
"""
# Locked first, in order, and read again by a statement of its own: what others have changed meanwhile is then seen.
_LOCK = "SELECT 1 FROM registry_person WHERE key = ANY(%s) ORDER BY key FOR NO KEY UPDATE"
_SET = "UPDATE registry_person SET level = registry_level_on(key, %s) WHERE key = ANY(%s)"


def refresh_levels(*, on: date) -> int:
    """Bring `Person.level` to the day for everybody; how many had another."""
    with as_system(on=on), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('quanheng.today', %s, true)", [on.isoformat()])
        cursor.execute(_STALE, {"day": on})
        keys = [key for (key,) in cursor.fetchall()]
        if keys:
            cursor.execute(_LOCK, [keys])
            cursor.execute(_SET, [on, keys])
    return len(keys)
