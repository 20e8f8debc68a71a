"""What members remark beside their votes becomes sealed; words that are there wait for `quanheng keys seal`."""

from django.db import migrations

from quanheng.access.migrations._sealed import sealed


class Migration(migrations.Migration):
    dependencies = [("meeting", "0001_initial")]
    operations = [sealed("meeting", "expression", "remark", "说明")]
