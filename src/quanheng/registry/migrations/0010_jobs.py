"""A reckoning is a job like the others: it names an account that stays."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0009_anchor_authority'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [Together([
        migrations.AlterField(
            model_name='reckoning',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='办理人'),
        ),
    ])]
