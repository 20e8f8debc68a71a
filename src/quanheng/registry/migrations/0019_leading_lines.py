"""Leading lines know the authority of their person; a person who moves takes them along, and the ranks."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Case, F, Q, When

from quanheng.access.migrations._together import Together
from quanheng.registry.migrations._watch import LEVELS_UNMOVED, MOVED, of_authority

_AUTHORITY = {
    "null": True, "editable": False, "db_index": False, "db_constraint": False, "on_delete": django.db.models.deletion.DO_NOTHING,
    "related_name": "+", "to": "access.authority", "verbose_name": "管理机关",
}  # fmt: skip
_LEADING = models.Index(
    Case(When(is_leading=True, then=F("authority"))), F("from_on"), condition=Q(kind="main", is_leading=True),
    include=["person", "role", "until_on", "authority", "is_leading"], name="assignment_leading_of",
)  # fmt: skip
_HIGH = models.Index(
    fields=["person"], condition=Q(kind="level", code__lt="140"), include=["from_on", "until_on", "code", "authority", "id"], name="rank_high_held",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("registry", "0018_people_of_a_city"), ("access", "0005_keys")]

    operations = [
        Together([migrations.AddField("assignment", "authority", models.ForeignKey(**_AUTHORITY))]),
        migrations.RunSQL(of_authority("assignment", "is_leading"), migrations.RunSQL.noop),
        migrations.RunSQL(MOVED + LEVELS_UNMOVED, migrations.RunSQL.noop),
        Together([migrations.AddIndex("assignment", _LEADING), migrations.AddIndex("rank", _HIGH)]),
        migrations.RunSQL("ANALYZE registry_assignment", migrations.RunSQL.noop),
    ]
