from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("establishment", "0003_establishment"),
    ]

    operations = [
        migrations.AddField(
            model_name="postscheme",
            name="ratio_document",
            field=models.CharField(blank=True, max_length=80, verbose_name="结构比例批准文号"),
        ),
        migrations.AddIndex(
            model_name="contract",
            index=models.Index(fields=["from_on"], name="contract_begins"),
        ),
        migrations.AddIndex(
            model_name="contract",
            index=models.Index(fields=["probation_until_on"], name="contract_trial_ends"),
        ),
    ]
