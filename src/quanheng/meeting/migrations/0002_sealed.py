"""What members remark beside their votes becomes sealed; words that are there wait for `quanheng keys seal`."""

from django.db import migrations

from quanheng.access.migrations._sealed import sealed
from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):
    dependencies = [("meeting", "0001_initial")]
    operations = [Together([sealed("meeting", "expression", "remark", "说明")])]
