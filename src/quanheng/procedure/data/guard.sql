-- The highest number of the year, of whosever cases: numbers are given to the whole house.
CREATE OR REPLACE FUNCTION procedure_last_number(year text) RETURNS varchar
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN CASE WHEN access_scope() IS NULL THEN NULL ELSE (SELECT max(number) FROM procedure_case WHERE starts_with(number, year || '-')) END;
END $$;
