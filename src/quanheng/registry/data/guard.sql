-- Looking for persons by words. Indexes over pieces and beginnings cannot be used below a policy, so the owner looks here,
-- within the scope that was stated and within the conditions of the list, and gives keys only: at most so many.
CREATE OR REPLACE FUNCTION registry_people_said(
    words text, letters text, among bigint[], own uuid, organisation text, authority text, sex text, status text, level text, most int
) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    people int8multirange := access_reach('people');
    unit bigint := (SELECT o.id FROM registry_organisation o WHERE o.code = organisation);
    owner bigint := (SELECT a.id FROM access_authority a WHERE a.code = authority);
    places bigint[] := ARRAY(SELECT a FROM unnest(among) a WHERE people @> a);
    marks text[] := ARRAY(SELECT '#' || a FROM unnest(places) a);
    begun text := replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_');
BEGIN
    IF own = access_own() THEN
        RETURN QUERY SELECT p.key FROM registry_person p WHERE p.key = own
            AND (letters <> '' AND (p.pinyin ^@ letters OR p.initials ^@ letters) OR length(words) = 1 AND p.name ^@ words
                OR length(words) > 1 AND (strpos(lower(p.name), lower(words)) > 0 OR strpos(lower(p.current_post), lower(words)) > 0));
    END IF;
    RETURN QUERY SELECT p.key FROM registry_person p WHERE
        (letters <> '' AND (p.pinyin LIKE letters || '%' OR p.initials LIKE letters || '%')
            OR length(words) = 1 AND p.name LIKE begun || '%'
            OR length(words) > 1 AND registry_pieces_of(p.authority_id, p.name, p.current_post) @> registry_pieces(words)
                AND (among IS NULL OR registry_pieces_of(p.authority_id, p.name, p.current_post) && marks)
                AND (strpos(lower(p.name), lower(words)) > 0 OR strpos(lower(p.current_post), lower(words)) > 0))
        AND (among IS NULL OR p.authority_id = ANY (places)) AND multirange_contains_elem(people, p.authority_id)
        AND (organisation = '' OR p.organisation_id = unit) AND (authority = '' OR p.authority_id = owner)
        AND (registry_people_said.sex = '' OR p.sex = registry_people_said.sex)
        AND (registry_people_said.status = '' OR p.status = registry_people_said.status)
        AND (registry_people_said.level = '' OR CASE WHEN p.level IS NULL THEN '999' ELSE p.level END = registry_people_said.level)
        LIMIT most;
END $$;

-- Whether so many people or fewer belong to some authorities of the scope: counted in an index alone, which a policy would keep from it.
CREATE OR REPLACE FUNCTION registry_are_few(among bigint[], few int) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE people int8multirange := access_reach('people');
BEGIN
    RETURN (SELECT count(*) <= few FROM (SELECT FROM registry_person
        WHERE authority_id = ANY (ARRAY(SELECT a FROM unnest(among) a WHERE people @> a)) LIMIT few + 1) found);
END $$;

-- Whether so many lines or fewer, of whomever, say a level on a day: by it a list chooses its way, and whose they are is not told.
CREATE OR REPLACE FUNCTION registry_level_is_rare(said text, day date, few int) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN access_is_inside()
        AND (SELECT count(*) <= few FROM (SELECT FROM registry_rank WHERE kind = 'level' AND code = said
            AND from_on <= day AND (until_on IS NULL OR until_on > day) LIMIT few + 1) found)
        AND (SELECT count(*) <= few FROM (SELECT FROM registry_assignment WHERE kind = 'main' AND level = said
            AND from_on <= day AND (until_on IS NULL OR until_on > day) LIMIT few + 1) found);
END $$;

-- Identity numbers are sealed; what is compared is their keyed index. Earlier versions compared the numbers.
DROP FUNCTION IF EXISTS registry_number_is_taken(text, uuid), registry_numbers_elsewhere(text[]), registry_key_of_holder(text, text);

-- Whether a number is somebody else's already, wherever that person is kept: yes or no, and nothing more.
CREATE OR REPLACE FUNCTION registry_number_is_taken(said bytea, but uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN access_is_inside() AND EXISTS (SELECT 1 FROM registry_person WHERE number_index = said AND key IS DISTINCT FROM but);
END $$;

-- Whole numbers of a file to import that are somebody's outside the scope: whose, by authority, so that the row can be refused.
CREATE OR REPLACE FUNCTION registry_numbers_elsewhere(numbers bytea[]) RETURNS TABLE (number_index bytea, authority varchar)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE people int8multirange := access_reach('people');
BEGIN
    IF access_is_inside() THEN
        RETURN QUERY SELECT p.number_index, a.name FROM registry_person p JOIN access_authority a ON a.id = p.authority_id
            WHERE p.number_index = ANY (numbers) AND NOT people @> p.authority_id;
    END IF;
END $$;

-- For linking an account to its holder's file: name and number must both be known already.
CREATE OR REPLACE FUNCTION registry_key_of_holder(said_name text, said_number bytea) RETURNS uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN CASE WHEN access_power('accounts') THEN (SELECT key FROM registry_person WHERE name = said_name AND number_index = said_number) END;
END $$;

-- Whether no number is indexed under another key than the one with this mark: the index is asked at its two ends.
CREATE OR REPLACE FUNCTION registry_numbers_are_under(mark bytea) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN access_is_inside() AND NOT EXISTS (
        SELECT 1 FROM (SELECT
            (SELECT number_index FROM registry_person WHERE number_index IS NOT NULL ORDER BY number_index LIMIT 1) AS least,
            (SELECT number_index FROM registry_person WHERE number_index IS NOT NULL ORDER BY number_index DESC LIMIT 1) AS most) ends
        WHERE substring(least FROM 1 FOR 4) <> mark OR substring(most FROM 1 FOR 4) <> mark);
END $$;
