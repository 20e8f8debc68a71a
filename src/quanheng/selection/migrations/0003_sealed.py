"""Inspection reports and the remarks beside answers become sealed; words that are there wait for `quanheng keys seal`."""

from django.db import migrations

from quanheng.access.migrations._sealed import sealed
from quanheng.access.migrations._together import Together

COLUMNS = (
    ("inspectionreport", "performance", "主要表现"),
    ("inspectionreport", "shortcomings", "主要缺点和不足"),
    ("inspectionreport", "wish", "本人意愿"),
    ("inspectionreport", "rating", "民主测评"),
    ("must", "note", "说明"),
    ("opinion", "note", "说明"),
)


class Migration(migrations.Migration):
    dependencies = [("selection", "0002_screening")]
    operations = [Together([sealed("selection", *each) for each in COLUMNS])]
