"""The levels of today are set for all persons of a statement at once."""

from django.db import migrations

from quanheng.registry.migrations._watch import LEVELS_AT_ONCE


class Migration(migrations.Migration):
    dependencies = [("registry", "0014_lists_of_a_million")]

    operations = [migrations.RunSQL(LEVELS_AT_ONCE, migrations.RunSQL.noop)]
