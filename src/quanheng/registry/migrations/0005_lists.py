"""Indexes of lists of warnings: spells at levels of county and above by their beginning, and the key posts."""

from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):
    dependencies = [("registry", "0004_scale")]

    operations = [Together([
        migrations.AddIndex(
            model_name="rank",
            index=models.Index(
                condition=models.Q(("code__lt", "140"), ("kind", "level")),
                fields=["from_on", "id"],
                include=("person", "until_on", "code"),
                name="rank_high_since",
            ),
        ),
        migrations.AddIndex(
            model_name="post",
            index=models.Index(condition=models.Q(("key_functions__gt", "")), fields=["id"], name="post_key"),
        ),
    ])]
