"""Persons that wait to be written hold awards and the like in plain: such a file is read again when it is confirmed."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("exchange", "0005_kept"), ("registry", "0017_kept_people")]
    operations = [migrations.RunSQL("UPDATE exchange_importbatch SET stage = '{}' WHERE state = 'previewed'", migrations.RunSQL.noop)]
