"""Anchors as one line of text. They are worked out from the records, so the table is made anew, empty."""

import django.db.models.deletion
from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):
    dependencies = [("registry", "0001_tables")]

    operations = [Together([
        migrations.DeleteModel(name="Anchor"),
        migrations.CreateModel(
            name="Anchor",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="anchor",
                        serialize=False,
                        to="registry.person",
                        verbose_name="干部",
                    ),
                ),
                ("made_by", models.IntegerField(verbose_name="整理规则")),
                ("holds_from", models.DateField(verbose_name="适用起")),
                ("holds_until", models.DateField(null=True, verbose_name="适用止（不含）")),
                ("line", models.TextField(verbose_name="要点")),
            ],
            options={"verbose_name": "研判要点"},
        ),
    ])]
