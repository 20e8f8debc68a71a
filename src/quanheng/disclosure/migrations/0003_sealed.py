"""What people report and what came of it becomes sealed; words that are there wait for `quanheng keys seal`."""

from django.db import migrations, models

from quanheng.access.migrations._sealed import sealed
from quanheng.access.migrations._together import Together

NAMED = "named_objections_have_a_name"
COLUMNS = (("name", "反映人"), ("contact", "联系方式"), ("content", "反映内容"), ("conclusion", "核查结论"))


class Migration(migrations.Migration):
    dependencies = [("disclosure", "0002_redactions")]
    operations = [
        Together(
            [
                migrations.RemoveConstraint("objection", NAMED),
                *(sealed("disclosure", "objection", *each) for each in COLUMNS),
                migrations.AddConstraint(
                    "objection",
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_named", False), models.Q(("name", b""), _negated=True), _connector="OR"
                        ),
                        name=NAMED,
                    ),
                ),
            ]
        )
    ]
