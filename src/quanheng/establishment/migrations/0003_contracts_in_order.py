"""Lists of contracts go by a day and then by number: thousands end on one day, and a page of fifty is to read fifty."""

from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):
    dependencies = [("establishment", "0002_contract_succeeded")]

    operations = [Together([
        migrations.RemoveIndex("contract", "establishme_until_o_6b6c73_idx"),
        migrations.RemoveIndex("contract", "contract_begins"),
        migrations.RemoveIndex("contract", "contract_trial_ends"),
        migrations.AddIndex("contract", models.Index(fields=["until_on", "id"], name="contract_ends")),
        migrations.AddIndex("contract", models.Index(fields=["from_on", "id"], name="contract_begins")),
        migrations.AddIndex("contract", models.Index(fields=["probation_until_on", "id"], name="contract_trial_ends")),
    ])]
