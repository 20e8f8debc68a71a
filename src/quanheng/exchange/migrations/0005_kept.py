"""Names of imported files become sealed. Rows that wait to be written hold gaps in plain: such a file is read again when it is confirmed."""

from django.db import migrations

from quanheng.access.migrations._kept import Kept
from quanheng.access.models.kept import KeptWords


class Migration(migrations.Migration):
    dependencies = [("exchange", "0004_sealed_files"), ("registry", "0016_kept")]
    operations = [
        Kept("importbatch", {"file_name": KeptWords(of="by_id", instead="（打不开的文件名）", max_length=200, verbose_name="文件名")}),
        migrations.RunSQL("UPDATE exchange_importbatch SET stage = '{}' WHERE state = 'previewed'", migrations.RunSQL.noop),
    ]
