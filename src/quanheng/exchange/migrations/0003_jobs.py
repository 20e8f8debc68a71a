"""The phases of a job are kept with the code, not with the table."""

from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):

    dependencies = [
        ('exchange', '0002_staged_rows_and_exports'),
    ]

    operations = [Together([
        migrations.AlterField(
            model_name='exportjob',
            name='phase',
            field=models.CharField(blank=True, max_length=10, verbose_name='阶段'),
        ),
        migrations.AlterField(
            model_name='importjob',
            name='phase',
            field=models.CharField(blank=True, max_length=10, verbose_name='阶段'),
        ),
    ])]  # fmt: skip
