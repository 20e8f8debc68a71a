"""Anchors keep what they have at each level apart: a post asks about three of sixteen. They are worked out anew."""

import django.contrib.postgres.fields
from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):
    dependencies = [("registry", "0011_sealed_numbers")]

    operations = [
        migrations.RunSQL("DELETE FROM registry_anchor", migrations.RunSQL.noop),
        Together([migrations.AddField(
            "anchor",
            "levels",
            django.contrib.postgres.fields.ArrayField(models.TextField(), verbose_name="各层次要点"),
            preserve_default=False,
        )]),
    ]
