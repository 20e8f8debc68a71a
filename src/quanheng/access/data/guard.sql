-- What the policies ask: which scope the transaction has stated, and how far it reaches. Run by the owner after every
-- migration; `access/core/guard.py` says in which order. A scope is stated by access_enter alone, is sealed with a key
-- that only the owner reads, and holds for the transaction in which it was stated.

CREATE TABLE IF NOT EXISTS access_seal (key bytea NOT NULL);
CREATE TABLE IF NOT EXISTS access_rolereach (role text NOT NULL, field text NOT NULL);

CREATE OR REPLACE FUNCTION access_sealed(said text) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE secret bytea;
BEGIN
    SELECT key INTO STRICT secret FROM access_seal;
    RETURN encode(sha256(secret || sha256(secret || convert_to(said, 'UTF8'))), 'hex');
END $$;
REVOKE EXECUTE ON FUNCTION access_sealed(text) FROM PUBLIC;

-- The moment is that of the transaction, parallel workers' too: what was sealed in one says nothing in another.
CREATE OR REPLACE FUNCTION access_scope() RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE said text := current_setting('quanheng.scope', true);
BEGIN
    IF said IS NULL OR said = '' OR left(said, 64) IS DISTINCT FROM
        access_sealed(extract(epoch FROM transaction_timestamp())::text || substr(said, 65)) THEN
        RETURN NULL;
    END IF;
    RETURN substr(said, 65)::jsonb;
END $$;

CREATE OR REPLACE FUNCTION access_reach(field text) RETURNS int8multirange
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT (access_scope() ->> field)::int8multirange $$;
CREATE OR REPLACE FUNCTION access_whole(field text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT COALESCE(access_scope() ->> field = '{(,)}', false) $$;
CREATE OR REPLACE FUNCTION access_any(field text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT COALESCE(access_scope() ->> field <> '{}', false) $$;
CREATE OR REPLACE FUNCTION access_power(field text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT COALESCE(access_scope() -> 'powers' ? field, false) $$;
CREATE OR REPLACE FUNCTION access_own() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT (access_scope() ->> 'own')::uuid $$;
CREATE OR REPLACE FUNCTION access_who() RETURNS bigint
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT (access_scope() ->> 'who')::bigint $$;
CREATE OR REPLACE FUNCTION access_is_wide() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT COALESCE((access_scope() ->> 'wide')::boolean, false) $$;
CREATE OR REPLACE FUNCTION access_is_stated() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT access_scope() IS NOT NULL $$;
CREATE OR REPLACE FUNCTION access_is_system() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT COALESCE(access_scope() ->> 'kind' = 'system', false) $$;
CREATE OR REPLACE FUNCTION access_is_inside() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$ SELECT COALESCE(access_scope() ->> 'kind' IN ('account', 'system'), false) $$;

-- How far an account's grants of a day reach: for each field the keys of the authorities, everything when none is left out.
CREATE OR REPLACE FUNCTION access_reaches(account bigint, day date) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH held AS (
        SELECT r.field, array_agg(DISTINCT a.path::text ORDER BY a.path::text) AS paths
        FROM access_grant g JOIN access_account w ON w.id = g.account_id JOIN access_authority a ON a.id = g.authority_id
        JOIN access_rolereach r ON r.role = g.role
        WHERE g.account_id = account AND w.is_active AND g.from_on <= day AND (g.until_on IS NULL OR g.until_on > day)
            AND (g.delegated_from_id IS NULL OR EXISTS (
                SELECT 1 FROM access_grant f JOIN access_account h ON h.id = f.account_id
                WHERE f.id = g.delegated_from_id AND h.is_active AND f.from_on <= day AND (f.until_on IS NULL OR f.until_on > day)))
        GROUP BY r.field
    ), reached AS (
        SELECT paths, CASE WHEN NOT EXISTS (SELECT 1 FROM access_authority WHERE NOT path::text ^@ ANY (paths)) THEN '{(,)}'
            ELSE (SELECT COALESCE(range_agg(int8range(id, id, '[]')), '{}')::text FROM access_authority WHERE path::text ^@ ANY (paths))
            END AS reach FROM (SELECT DISTINCT paths FROM held) s
    )
    SELECT COALESCE(jsonb_object_agg(held.field, reached.reach), '{}') FROM held JOIN reached USING (paths)
$$;
REVOKE EXECUTE ON FUNCTION access_reaches(bigint, date) FROM PUBLIC;

-- State a scope for this transaction. The proof is made with the installation's key: words slipped into a statement cannot make one.
CREATE OR REPLACE FUNCTION access_enter(kind text, who bigint, day date, slug text, wide boolean, proof text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE reaches jsonb; said text; own uuid;
BEGIN
    IF proof IS DISTINCT FROM access_sealed(concat_ws('|', kind, COALESCE(who, 0), day, slug, wide::int, pg_backend_pid())) THEN
        RAISE EXCEPTION 'this scope was not stated by the application' USING ERRCODE = 'insufficient_privilege';
    END IF;
    reaches := CASE kind
        WHEN 'system' THEN '{"people":"{(,)}","cases":"{(,)}","business":"{(,)}","imports":"{(,)}","journal":"","grants":"","accounts":"","requests":""}'::jsonb
        WHEN 'account' THEN access_reaches(who, day) ELSE '{}'::jsonb END;
    IF reaches ? 'own' THEN
        SELECT person_key INTO own FROM access_account WHERE id = who;
    END IF;
    said := jsonb_build_object('kind', kind, 'who', who, 'day', day, 'slug', slug, 'wide', wide, 'own', own,
        'people', COALESCE(reaches ->> 'people', '{}'), 'cases', COALESCE(reaches ->> 'cases', '{}'),
        'business', COALESCE(reaches ->> 'business', '{}'), 'imports', COALESCE(reaches ->> 'imports', '{}'),
        'powers', COALESCE((SELECT jsonb_agg(k) FROM jsonb_object_keys(reaches) k WHERE k IN ('journal', 'grants', 'accounts', 'requests')), '[]'))::text;
    PERFORM set_config('quanheng.scope', access_sealed(extract(epoch FROM transaction_timestamp())::text || said) || said, true);
END $$;

-- The newest line of the journal, for whoever writes the next one.
CREATE OR REPLACE FUNCTION access_journal_head() RETURNS TABLE (number bigint, digest varchar)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF access_scope() IS NOT NULL THEN
        RETURN QUERY SELECT j.number, j.digest FROM access_journalentry j ORDER BY j.number DESC LIMIT 1;
    END IF;
END $$;

-- Whether the journal has gone on since a line with nothing but this subject: yes or no, and nothing of it.
CREATE OR REPLACE FUNCTION access_journal_is_only(since bigint, head text, about text, most int) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN access_is_inside() AND COALESCE((
        SELECT count(*) <= most AND bool_and(j.subject = about) AND (array_agg(j.previous ORDER BY j.number))[1] = head
        FROM (SELECT * FROM access_journalentry WHERE number > since ORDER BY number LIMIT most + 1) j
    ), false);
END $$;

-- Whether a grant is the account's own: who hands a right on writes the copy of it, and nothing else among the grants.
CREATE OR REPLACE FUNCTION access_own_grant(id bigint, account bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM access_grant g WHERE g.id = access_own_grant.id AND g.account_id = account)
$$;
