-- What a visitor may see without signing in: the notices that hang on the day, and the one whose address was opened.
CREATE OR REPLACE FUNCTION disclosure_notice_is_told(slug varchar, printed_from date, printed_to date, taken_down_at timestamptz, said jsonb)
RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT COALESCE(said ->> 'kind' = 'visitor' AND (slug = said ->> 'slug' OR (said ->> 'day')::date BETWEEN printed_from AND printed_to
        AND (taken_down_at IS NULL OR taken_down_at::date >= (said ->> 'day')::date)), false)
$$;

CREATE OR REPLACE FUNCTION disclosure_case_is_told(which bigint, said jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE COST 10 SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN said ->> 'kind' = 'visitor' AND EXISTS (SELECT 1 FROM disclosure_publicnotice n WHERE n.case_id = which
        AND disclosure_notice_is_told(n.slug, n.printed_from, n.printed_to, n.taken_down_at, said));
END $$;

-- How many reports came over the web on a notice since a moment: a visitor's is refused after a number, and reads none of them.
CREATE OR REPLACE FUNCTION disclosure_reports_since(notice bigint, since timestamptz) RETURNS bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN CASE WHEN access_scope() IS NULL THEN NULL ELSE
        (SELECT count(*) FROM disclosure_objection o WHERE o.notice_id = notice AND o.channel = 'web' AND o.received_at > since) END;
END $$;
