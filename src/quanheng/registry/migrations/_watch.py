"""What the database itself keeps: two-character pieces for search, the level of today, authorities of ranks, and which reckonings are out of date."""

PIECES = """
CREATE FUNCTION registry_pieces(VARIADIC said text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 500 AS $$
    SELECT COALESCE(array_agg(DISTINCT substr(lower(words), at, 2)), '{}')
    FROM unnest(said) AS words, generate_series(1, length(words) - 1) AS at
$$;
"""
# A mark can be taken for two characters of somebody's words, and they for it: who is found is looked at again.
PIECES_OF = """
CREATE FUNCTION registry_pieces_of(authority bigint, VARIADIC said text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 500 AS $$
    SELECT COALESCE(array_agg(DISTINCT substr(lower(words), at, 2)), '{}') || ('#' || authority)
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
# All persons of a statement at once, and planned anew each time: by a plan made while a table was empty, every person had the lines of all
# others read. Who they are is given as an array because a statement without a parameter would keep its first plan.
LEVELS_AT_ONCE = """
CREATE OR REPLACE FUNCTION registry_set_levels() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    today date := registry_today();
    people uuid[] := ARRAY(SELECT DISTINCT person_id FROM moved WHERE kind IN ('level', 'main'));
BEGIN
    PERFORM 1 FROM registry_person WHERE key = ANY (people) ORDER BY key FOR NO KEY UPDATE;
    UPDATE registry_person p SET level = COALESCE(spell.code, post.level)::varchar(10)
    FROM unnest(people) AS one (key)
    LEFT JOIN (
        SELECT DISTINCT ON (person_id) person_id, code FROM registry_rank WHERE person_id = ANY (people) AND kind = 'level'
            AND from_on <= today AND (until_on IS NULL OR until_on > today) ORDER BY person_id, from_on DESC
    ) spell ON spell.person_id = one.key
    LEFT JOIN (
        SELECT person_id, min(level) AS level FROM registry_assignment WHERE person_id = ANY (people) AND kind = 'main' AND level <> ''
            AND from_on <= today AND (until_on IS NULL OR until_on > today) GROUP BY person_id
    ) post ON post.person_id = one.key
    WHERE p.key = one.key AND p.level IS DISTINCT FROM COALESCE(spell.code, post.level)::varchar(10);
    RETURN NULL;
END $$;
"""
# Somebody who saves a person read a while ago writes the level of then: the lines decide, not what was read.
KEPT = """
CREATE TRIGGER level_kept BEFORE UPDATE OF level ON registry_person FOR EACH ROW
    WHEN (OLD.level IS DISTINCT FROM NEW.level AND pg_trigger_depth() = 0) EXECUTE FUNCTION registry_keep_level();
"""

ANCHORS = """
CREATE FUNCTION forget_anchors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM registry_anchor WHERE person_id IN (SELECT person_id FROM moved);
    RETURN NULL;
END $$;
CREATE FUNCTION forget_all_anchors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM registry_anchor;
    RETURN NULL;
END $$;
"""

# Whoever changes a line, and whatever of the anchors that one may see: what rests on it goes. So does what another authority manages now.
ANCHORS_OF_ALL = """
ALTER FUNCTION forget_anchors() SECURITY DEFINER;
ALTER FUNCTION forget_anchors() SET search_path = public, pg_temp;
ALTER FUNCTION forget_all_anchors() SECURITY DEFINER;
ALTER FUNCTION forget_all_anchors() SET search_path = public, pg_temp;
CREATE FUNCTION forget_anchor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM registry_anchor WHERE person_id = NEW.key;
    RETURN NULL;
END $$;
CREATE TRIGGER anchor_elsewhere AFTER UPDATE OF authority_id ON registry_person FOR EACH ROW
    WHEN (OLD.authority_id IS DISTINCT FROM NEW.authority_id) EXECUTE FUNCTION forget_anchor();
"""

MOMENTS = (("inserted", "INSERT", "NEW"), ("deleted", "DELETE", "OLD"), ("changed", "UPDATE", "OLD"), ("became", "UPDATE", "NEW"))


def _watched(tables: tuple[str, ...], name: str, each: str, emptied: str) -> str:
    """Triggers that tell function `each` of the rows that a statement touched, and `emptied` of a TRUNCATE."""
    return "".join(
        f"CREATE TRIGGER {name}_{moment} AFTER {event} ON registry_{table} REFERENCING {which} TABLE AS moved "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {each}();\n"
        for table in tables
        for moment, event, which in MOMENTS
    ) + "".join(
        f"CREATE TRIGGER {name}_emptied AFTER TRUNCATE ON registry_{table} FOR EACH STATEMENT EXECUTE FUNCTION {emptied}();\n"
        for table in tables
    )


WATCH_LEVELS = _watched(("rank", "assignment"), "level", "registry_set_levels", "registry_clear_levels") + KEPT
WATCH_ANCHORS = _watched(
    ("assignment", "rank", "education", "training", "yeargrade", "relative"), "anchor", "forget_anchors", "forget_all_anchors"
)

# Lines know the authority of their person: ranks all, assignments the leading ones. Who writes them need not: what is not so is put
# right for a statement at once, after the persons were locked, so that somebody who moves one of them meanwhile is waited for.
_AUTHORITIES = """
CREATE FUNCTION registry_{table}_authorities() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
    SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    people uuid[];
    lines bigint[];
BEGIN
    IF current_setting('quanheng.moving', true) = 'yes' THEN
        RETURN NULL;
    END IF;
    people := ARRAY(SELECT DISTINCT person_id FROM moved WHERE {leads} OR authority_id IS NOT NULL);
    IF cardinality(people) = 0 THEN
        RETURN NULL;
    END IF;
    PERFORM 1 FROM registry_person WHERE key = ANY (people) ORDER BY key FOR NO KEY UPDATE;
    lines := ARRAY(SELECT m.id FROM moved m JOIN registry_person p ON p.key = m.person_id
        WHERE m.authority_id IS DISTINCT FROM CASE WHEN {leads} THEN p.authority_id END);
    IF cardinality(lines) > 0 THEN
        PERFORM set_config('quanheng.moving', 'yes', true);
        UPDATE registry_{table} r SET authority_id = CASE WHEN {leads} THEN p.authority_id END
            FROM registry_person p WHERE r.id = ANY (lines) AND p.key = r.person_id;
        PERFORM set_config('quanheng.moving', '', true);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER authority_inserted AFTER INSERT ON registry_{table} REFERENCING NEW TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION registry_{table}_authorities();
CREATE TRIGGER authority_became AFTER UPDATE ON registry_{table} REFERENCING NEW TABLE AS moved
    FOR EACH STATEMENT EXECUTE FUNCTION registry_{table}_authorities();
ALTER TABLE registry_{table} DISABLE TRIGGER USER;
UPDATE registry_{table} r SET authority_id = p.authority_id FROM registry_person p WHERE p.key = r.person_id AND {leads};
ALTER TABLE registry_{table} ENABLE TRIGGER USER;
"""


def of_authority(table: str, leads: str = "true") -> str:
    """Keeps `authority_id` of the lines of a table for which `leads` holds, and fills it in."""
    return _AUTHORITIES.format(table=table, leads=leads)


# A move is no change of a line: what rests on the lines stands.
MOVED = """
CREATE OR REPLACE FUNCTION forget_anchor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM registry_anchor WHERE person_id = NEW.key;
    UPDATE registry_dayvalue SET authority_id = NEW.authority_id WHERE person_id = NEW.key;
    PERFORM set_config('quanheng.moving', 'yes', true);
    UPDATE registry_rank SET authority_id = NEW.authority_id WHERE person_id = NEW.key;
    UPDATE registry_assignment SET authority_id = NEW.authority_id WHERE person_id = NEW.key AND is_leading;
    PERFORM set_config('quanheng.moving', '', true);
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION forget_anchors() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF current_setting('quanheng.moving', true) = 'yes' THEN
        RETURN NULL;
    END IF;
    DELETE FROM registry_anchor WHERE person_id IN (SELECT person_id FROM moved);
    IF TG_TABLE_NAME IN ('registry_assignment', 'registry_rank', 'registry_education') THEN
        UPDATE registry_dayvalue SET is_stale = true WHERE NOT is_stale AND person_id IN (SELECT person_id FROM moved);
    END IF;
    RETURN NULL;
END $$;
"""
LEVELS_UNMOVED = LEVELS_AT_ONCE.replace("BEGIN", """BEGIN
    IF current_setting('quanheng.moving', true) = 'yes' THEN
        RETURN NULL;
    END IF;""", 1)
