"""What a million people need: the level of today kept by the database, two-character search, and the indexes of the lists."""

import django.contrib.postgres.indexes
from django.db import migrations, models
from django.db.models.functions import Coalesce

from quanheng.registry.models.pieces import Pieces

PIECES = """
CREATE FUNCTION registry_pieces(VARIADIC said text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 500 AS $$
    SELECT COALESCE(array_agg(DISTINCT substr(lower(words), at, 2)), '{}')
    FROM unnest(said) AS words, generate_series(1, length(words) - 1) AS at
$$;
"""

# The day is what the act says (`@action` sets it for its transaction), so that a demonstration's own date counts too.
# The persons are locked in order before their lines are read again: two acts on one person then see each other's lines.
LEVELS = """
CREATE FUNCTION registry_today() RETURNS date LANGUAGE sql STABLE AS $$
    SELECT COALESCE(NULLIF(current_setting('quanheng.today', true), '')::date, current_date)
$$;
CREATE FUNCTION registry_level_on(who uuid, day date) RETURNS varchar LANGUAGE sql STABLE AS $$
    SELECT COALESCE(
        (SELECT code FROM registry_rank WHERE person_id = who AND kind = 'level' AND from_on <= day
            AND (until_on IS NULL OR until_on > day) ORDER BY from_on DESC LIMIT 1),
        (SELECT level FROM registry_assignment WHERE person_id = who AND kind = 'main' AND level <> '' AND from_on <= day
            AND (until_on IS NULL OR until_on > day) ORDER BY level LIMIT 1)
    )::varchar(10)
$$;
CREATE FUNCTION registry_set_levels() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE today date := registry_today();
BEGIN
    PERFORM 1 FROM registry_person WHERE key IN (SELECT person_id FROM moved) ORDER BY key FOR NO KEY UPDATE;
    UPDATE registry_person p SET level = now_at.level
    FROM (SELECT person_id, registry_level_on(person_id, today) AS level FROM (SELECT DISTINCT person_id FROM moved) m) now_at
    WHERE p.key = now_at.person_id AND p.level IS DISTINCT FROM now_at.level;
    RETURN NULL;
END $$;
CREATE FUNCTION registry_keep_level() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.level := registry_level_on(NEW.key, registry_today());
    RETURN NEW;
END $$;
CREATE FUNCTION registry_clear_levels() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE registry_person SET level = registry_level_on(key, registry_today()) WHERE level IS NOT NULL;
    RETURN NULL;
END $$;
"""
TABLES = ("rank", "assignment")
MOMENTS = (("inserted", "INSERT", "NEW"), ("deleted", "DELETE", "OLD"), ("changed", "UPDATE", "OLD"), ("became", "UPDATE", "NEW"))
WATCH = "".join(
    f"CREATE TRIGGER level_{name} AFTER {event} ON registry_{table} REFERENCING {which} TABLE AS moved "
    f"FOR EACH STATEMENT EXECUTE FUNCTION registry_set_levels();\n"
    for table in TABLES
    for name, event, which in MOMENTS
) + "".join(
    f"CREATE TRIGGER level_emptied AFTER TRUNCATE ON registry_{table} FOR EACH STATEMENT EXECUTE FUNCTION registry_clear_levels();\n"
    for table in TABLES
)
# Somebody who saves a person read a while ago writes the level of then: the lines decide, not what was read.
KEEP = """
CREATE TRIGGER level_kept BEFORE UPDATE OF level ON registry_person FOR EACH ROW
    WHEN (OLD.level IS DISTINCT FROM NEW.level AND pg_trigger_depth() = 0) EXECUTE FUNCTION registry_keep_level();
"""
FILL = """
UPDATE registry_person SET level = registry_level_on(key, registry_today())
WHERE level IS DISTINCT FROM registry_level_on(key, registry_today());
"""
UNWATCH = "DROP TRIGGER level_kept ON registry_person;" + "".join(
    f"DROP TRIGGER level_{name} ON registry_{table};\n"
    for table in TABLES
    for name in (*(moment[0] for moment in MOMENTS), "emptied")
)
FORGET = """
DROP FUNCTION registry_clear_levels(); DROP FUNCTION registry_keep_level(); DROP FUNCTION registry_set_levels();
DROP FUNCTION registry_level_on(uuid, date); DROP FUNCTION registry_today();
"""

OLD = ("registry_pe_name_b9f5b3_idx", "registry_pe_pinyin_081fa4_idx", "registry_pe_initial_9ca16d_idx")
LEVELLED = Coalesce("level", models.Value("999"))


def begins(field, name):
    return models.Index(fields=[field], opclasses=["varchar_pattern_ops"], name=name)


def listed(name, *first):
    return models.Index(*map(models.F, first), LEVELLED, models.F("pinyin"), models.F("name"), models.F("key"), name=name)


INDEXES = (
    ("person", models.Index(fields=["pinyin", "name", "key"], name="person_by_name")),
    ("person", models.Index(fields=["born_on", "key"], name="person_by_age")),
    ("person", listed("person_by_level")),
    ("person", listed("person_of_authority", "authority")),
    ("person", listed("person_of_status", "status")),
    ("person", begins("name", "person_name_begins")),
    ("person", begins("pinyin", "person_pinyin_begins")),
    ("person", begins("initials", "person_initials_begin")),
    ("person", django.contrib.postgres.indexes.GinIndex(Pieces("name", "current_post"), name="person_pieces")),
    ("organisation", models.Index(fields=["order", "code"], name="organisation_in_order")),
    ("organisation", django.contrib.postgres.indexes.GinIndex(Pieces("name", "short_name"), name="organisation_pieces")),
    ("post", django.contrib.postgres.indexes.GinIndex(Pieces("name"), name="post_pieces")),
    ("assignment", models.Index(fields=["level", "person"], condition=models.Q(kind="main"), include=["from_on", "until_on"], name="assignment_at_level")),
    ("rank", models.Index(fields=["code", "person"], condition=models.Q(kind="level"), include=["from_on", "until_on"], name="rank_at_level")),
)


class Migration(migrations.Migration):
    dependencies = [("registry", "0006_verify")]

    operations = [
        migrations.RunSQL(PIECES, "DROP FUNCTION registry_pieces(text[]);"),
        migrations.RunSQL(LEVELS, FORGET),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        *(migrations.RemoveIndex("person", name) for name in OLD),
        *(migrations.AddIndex(table, index) for table, index in INDEXES),
        migrations.RunSQL(WATCH + KEEP, UNWATCH),
    ]
