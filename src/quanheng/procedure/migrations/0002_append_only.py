"""The full-process record only grows."""

from django.db import migrations

FORBID = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON procedure_recordentry
  FOR EACH ROW EXECUTE FUNCTION quanheng_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("procedure", "0001_initial"), ("access", "0002_append_only")]
    operations = [migrations.RunSQL(FORBID, "DROP TRIGGER append_only ON procedure_recordentry;")]
