"""The day by which an order's surplus must be gone; why a post left the register of key posts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("establishment", "0002_province")]

    operations = [
        migrations.AddField(
            model_name="quotaorder",
            name="over_until_on",
            field=models.DateField(blank=True, null=True, verbose_name="超配消化期限"),
        ),
        migrations.AddField(
            model_name="keypost",
            name="removal_reason",
            field=models.CharField(blank=True, default="", max_length=200, verbose_name="移出原因"),
            preserve_default=False,
        ),
    ]
