-- A person managed elsewhere who is met here all the same: in a unit of ours, in a case or before a meeting of ours, or, for a
-- visitor, on a notice. Lists of persons state a narrow scope and never ask this.
CREATE OR REPLACE FUNCTION selection_person_is_met(met uuid, unit bigint, said jsonb) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE COST 10 SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE cases int8multirange := said ->> 'cases'; business int8multirange := said ->> 'business';
BEGIN
    IF said ->> 'kind' = 'visitor' THEN
        RETURN EXISTS (SELECT 1 FROM disclosure_publicnotice n WHERE n.person_id = met
            AND disclosure_notice_is_told(n.slug, n.printed_from, n.printed_to, n.taken_down_at, said));
    END IF;
    IF isempty(business) THEN
        RETURN false;
    END IF;
    RETURN EXISTS (SELECT 1 FROM registry_organisation o WHERE o.id = unit AND business @> o.authority_id)
        OR EXISTS (SELECT 1 FROM registry_assignment a JOIN registry_organisation o ON o.id = a.organisation_id
            WHERE a.person_id = met AND business @> o.authority_id)
        OR EXISTS (SELECT 1 FROM selection_candidate c JOIN procedure_case k ON k.id = c.case_id
            WHERE c.person_id = met AND cases @> k.authority_id)
        OR EXISTS (SELECT 1 FROM meeting_item i JOIN meeting_meeting m ON m.id = i.meeting_id JOIN meeting_body b ON b.id = m.body_id
            WHERE i.person_id = met AND cases @> b.authority_id);
END $$;
