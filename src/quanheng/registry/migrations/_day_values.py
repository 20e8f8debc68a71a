"""What the database itself keeps of day values: a row for every person with its authority, marked when a line changes, and how educations rank."""

from collections.abc import Callable, Sequence

# The words of the code table as they are now: a test says when they have changed and this must be made again.
_RANK = """
CREATE OR REPLACE FUNCTION registry_education_rank(said varchar) RETURNS smallint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (CASE {cases} END)::smallint
$$;
"""


def education_rank(words_of: Callable[[int], Sequence[str]]) -> str:
    """The function that tells the rank, 5 to 1, of an education as files word it."""
    cases = (
        f"WHEN said IN ({', '.join(_quoted(word) for word in words_of(rank))}) THEN {rank}" for rank in range(5, 0, -1)
    )
    return _RANK.format(cases=" ".join(cases))


def _quoted(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


MARK = """
CREATE OR REPLACE FUNCTION forget_anchors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM registry_anchor WHERE person_id IN (SELECT person_id FROM moved);
    IF TG_TABLE_NAME IN ('registry_assignment', 'registry_rank', 'registry_education') THEN
        UPDATE registry_dayvalue SET is_stale = true WHERE NOT is_stale AND person_id IN (SELECT person_id FROM moved);
    END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION forget_all_anchors() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM registry_anchor;
    UPDATE registry_dayvalue SET is_stale = true WHERE NOT is_stale;
    RETURN NULL;
END $$;
CREATE FUNCTION registry_begin_day_values() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO registry_dayvalue (person_id, is_stale) SELECT key, true FROM made ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER day_value_begun AFTER INSERT ON registry_person REFERENCING NEW TABLE AS made
    FOR EACH STATEMENT EXECUTE FUNCTION registry_begin_day_values();
INSERT INTO registry_dayvalue (person_id, is_stale) SELECT key, true FROM registry_person ON CONFLICT DO NOTHING;
"""

# Row by row, as the trigger of the anchors is: one changes with the other.
OF_AUTHORITY = """
CREATE OR REPLACE FUNCTION registry_begin_day_values() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO registry_dayvalue (person_id, authority_id, is_stale) SELECT key, authority_id, true FROM made ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION forget_anchor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM registry_anchor WHERE person_id = NEW.key;
    UPDATE registry_dayvalue SET authority_id = NEW.authority_id WHERE person_id = NEW.key;
    RETURN NULL;
END $$;
"""
FILLED = "UPDATE registry_dayvalue v SET authority_id = p.authority_id FROM registry_person p WHERE p.key = v.person_id"
