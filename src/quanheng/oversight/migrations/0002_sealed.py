"""What was done about a finding becomes sealed; words that are there wait for `quanheng keys seal`."""

from django.db import migrations, models

from quanheng.access.migrations._sealed import sealed
from quanheng.access.migrations._together import Together

TOLD = "rectified_findings_say_how"


class Migration(migrations.Migration):
    dependencies = [("oversight", "0001_initial")]
    operations = [
        Together(
            [
                migrations.RemoveConstraint("auditfinding", TOLD),
                sealed("oversight", "auditfinding", "note", "整改说明"),
                migrations.AddConstraint(
                    "auditfinding",
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state", "open"),
                            models.Q(
                                ("rectified_at__isnull", False),
                                ("rectified_by__isnull", False),
                                models.Q(("note", b""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name=TOLD,
                    ),
                ),
            ]
        )
    ]
