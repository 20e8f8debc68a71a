"""Ranks know the authority of their person; lists and searches ask it in the index, so that nobody elsewhere is looked at."""

import django.db.models.deletion
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models
from django.db.models import Case, F, Q, Value, When

from quanheng.access.migrations._together import Together
from quanheng.registry.migrations._watch import PIECES_OF, of_authority
from quanheng.registry.models.pieces import PiecesOf

_AUTHORITY = {
    "null": True, "editable": False, "db_index": False, "db_constraint": False, "on_delete": django.db.models.deletion.DO_NOTHING,
    "related_name": "+", "to": "access.authority", "verbose_name": "管理机关",
}  # fmt: skip
_OLD = {
    "person": (
        "by_name", "by_age", "by_level", "of_status", "of_workforce", "name_begins", "pinyin_begins", "initials_begin", "pieces",
    ),
    "rank": ("high_since", "since", "of_code", "held"),
}  # fmt: skip
_LEVELLED = Case(When(level__isnull=True, then=Value("999")), default=F("level"))
_LIST = (_LEVELLED, F("pinyin"), F("name"), F("key"), F("authority"))
_BEGIN = ["varchar_pattern_ops", "int8_ops"]
_HELD = Q(kind="rank")
_NEW = {
    "person": [
        models.Index(fields=["pinyin", "name", "key", "authority"], name="person_by_name"),
        models.Index(fields=["born_on", "key", "authority"], name="person_by_age"),
        models.Index(*_LIST, name="person_by_level"),
        models.Index(F("status"), *_LIST, name="person_of_status"),
        models.Index(F("workforce"), *_LIST, name="person_of_workforce"),
        models.Index(fields=["name"], opclasses=["varchar_pattern_ops"], include=["authority", "key"], name="person_name_begins"),
        models.Index(fields=["pinyin", "authority"], opclasses=_BEGIN, name="person_pinyin_begins"),
        models.Index(fields=["initials", "authority"], opclasses=_BEGIN, name="person_initials_begin"),
        GinIndex(PiecesOf("authority", "name", "current_post"), name="person_pieces"),
    ],
    "rank": [
        models.Index(fields=["from_on", "id"], condition=Q(kind="level", code__lt="140"), include=["person", "until_on", "code", "authority"], name="rank_high_since"),
        models.Index(fields=["from_on", "id"], condition=_HELD, include=["person", "until_on", "code", "authority"], name="rank_since"),
        models.Index(fields=["code", "from_on", "id"], condition=_HELD, include=["person", "until_on", "authority"], name="rank_of_code"),
        models.Index(fields=["authority", "code", "from_on", "id"], condition=_HELD, include=["person", "until_on"], name="rank_of_authority"),
        models.Index(fields=["person"], condition=_HELD, include=["code", "from_on", "until_on", "authority"], name="rank_held"),
    ],
}


class Migration(migrations.Migration):
    dependencies = [("registry", "0017_kept_people"), ("access", "0005_keys")]

    operations = [
        migrations.RunSQL(f"SET LOCAL maintenance_work_mem = '256MB'; {PIECES_OF}", migrations.RunSQL.noop),
        Together([
            *(migrations.RemoveIndex(table, f"{table}_{name}") for table, names in _OLD.items() for name in names),
            migrations.AddField("rank", "authority", models.ForeignKey(**_AUTHORITY)),
        ]),
        migrations.RunSQL(of_authority("rank"), migrations.RunSQL.noop),
        Together([migrations.AddIndex(table, index) for table, indexes in _NEW.items() for index in indexes]),
        migrations.RunSQL("ANALYZE registry_person, registry_rank", migrations.RunSQL.noop),
    ]
