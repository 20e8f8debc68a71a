"""Requests for correction, papers of verification, gaps and results of reckonings become sealed under the installation's key."""

from django.db import migrations

from quanheng.access.migrations._kept import Kept
from quanheng.access.models.kept import HouseKept, KeptJSON, KeptWords


class Migration(migrations.Migration):
    dependencies = [("registry", "0015_levels_at_once"), ("access", "0005_keys")]
    operations = [
        Kept(
            "verification",
            {
                "claimed": KeptWords(of="person_id", blank=True, max_length=200, verbose_name="自填"),
                "evidenced": KeptWords(of="person_id", blank=True, max_length=200, verbose_name="档案记载"),
                "adopted": KeptWords(of="person_id", blank=True, max_length=200, verbose_name="认定"),
                "note": KeptWords(of="person_id", blank=True, max_length=300, verbose_name="说明"),
            },
        ),
        Kept("filereading", {"value": KeptWords(of="item_id", max_length=200, verbose_name="记载")}),
        Kept(
            "correctionrequest",
            {
                "held": KeptWords(of="person_id", blank=True, max_length=400, verbose_name="现记载"),
                "wanted": KeptWords(of="person_id", max_length=400, verbose_name="应为"),
                "reason": KeptWords(of="person_id", verbose_name="理由和依据材料"),
                "answer": KeptWords(of="person_id", blank=True, verbose_name="答复"),
            },
        ),
        Kept(
            "filegap",
            {
                "source": KeptWords(of="person_id", max_length=200, verbose_name="出处"),
                "message": KeptJSON(of="person_id", default=dict, verbose_name="原因"),
            },
        ),
        Kept(
            "reckoning",
            {
                "found": KeptJSON(of="key", null=True, blank=True, verbose_name="结果"),
                "paper": HouseKept(of="key", null=True, blank=True, verbose_name="工作簿"),
            },
        ),
    ]
