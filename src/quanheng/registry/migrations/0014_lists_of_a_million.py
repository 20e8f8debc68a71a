"""Day values know the authority of their person, as anchors do; indexes of ranks, of a unit's leading lines, of retirements."""

import django.db.models.deletion
from django.db import migrations, models

from quanheng.access.migrations._together import Together
from quanheng.registry.migrations._day_values import FILLED, OF_AUTHORITY

_AUTHORITY = {
    "db_index": False, "on_delete": django.db.models.deletion.CASCADE, "related_name": "+", "to": "access.authority", "verbose_name": "管理机关",
}  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("registry", "0013_sealed_family"), ("access", "0005_keys")]

    operations = [
        Together([migrations.AddField("dayvalue", "authority", models.ForeignKey(null=True, **_AUTHORITY))]),
        migrations.RunSQL(FILLED, migrations.RunSQL.noop),
        Together([migrations.AlterField("dayvalue", "authority", models.ForeignKey(**_AUTHORITY))]),
        migrations.RunSQL(OF_AUTHORITY, migrations.RunSQL.noop),
        Together([migrations.AddIndex(
            model_name='assignment',
            index=models.Index(condition=models.Q(('is_leading', True), ('kind', 'main')), fields=['organisation'], include=('person', 'post', 'from_on', 'until_on'), name='assignment_leading_of_unit'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(models.Func(models.F('born_on'), models.Func(models.Case(models.When(level__lt='140', then=models.Value(60)), models.When(sex='2', then=models.Value(55)), default=models.Value(60)), function='make_interval', output_field=models.DurationField(), template='%(function)s(years => %(expressions)s)'), arg_joiner=' + ', output_field=models.DateField(), template='(%(expressions)s)::date'), models.F('key'), condition=models.Q(('status__in', ('1', '现职人员'))), name='person_old_age'),
        ),
        migrations.AddIndex(
            model_name='rank',
            index=models.Index(condition=models.Q(('kind', 'rank')), fields=['from_on', 'id'], include=('person', 'until_on', 'code'), name='rank_since'),
        ),
        migrations.AddIndex(
            model_name='rank',
            index=models.Index(condition=models.Q(('kind', 'rank')), fields=['code', 'from_on', 'id'], include=('person', 'until_on'), name='rank_of_code'),
        ),
        migrations.AddIndex(
            model_name='rank',
            index=models.Index(condition=models.Q(('kind', 'rank')), fields=['person'], include=('code', 'from_on', 'until_on'), name='rank_held'),
        )]),
        migrations.RunSQL("ANALYZE registry_person, registry_rank, registry_dayvalue", migrations.RunSQL.noop),
    ]
