"""The journal only grows: the database itself refuses to change or delete a line."""

from django.db import migrations

FORBID = """
CREATE FUNCTION quanheng_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON access_journalentry
  FOR EACH ROW EXECUTE FUNCTION quanheng_append_only();
"""
ALLOW = """
DROP TRIGGER append_only ON access_journalentry;
DROP FUNCTION quanheng_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]
    operations = [migrations.RunSQL(FORBID, ALLOW)]
