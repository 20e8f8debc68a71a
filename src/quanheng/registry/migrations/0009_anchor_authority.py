"""Anchors know the authority of their person, so that a policy can decide about each by itself. They are worked out anew."""

import django.db.models.deletion
from django.db import migrations, models

from quanheng.access.migrations._together import Together
from quanheng.registry.migrations._watch import ANCHORS_OF_ALL


class Migration(migrations.Migration):
    dependencies = [("registry", "0008_erasure"), ("access", "0005_keys")]

    operations = [
        migrations.RunSQL("DELETE FROM registry_anchor", migrations.RunSQL.noop),
        Together([migrations.AddField(
            "anchor",
            "authority",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="access.authority",
                verbose_name="管理机关",
            ),
            preserve_default=False,
        )]),
        migrations.RunSQL(ANCHORS_OF_ALL, migrations.RunSQL.noop),
    ]
