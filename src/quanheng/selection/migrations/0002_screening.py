"""Screenings as jobs; findings that many people of a case share are written once, those that are there already, too."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quanheng.access.migrations._together import Together

SHARE = """
INSERT INTO selection_keptfinding (case_id, digest, said)
SELECT DISTINCT c.case_id, encode(sha256(convert_to(f.said::text, 'UTF8')), 'hex'), f.said
FROM selection_candidate c, jsonb_array_elements(c.findings) f(said);
UPDATE selection_candidate c SET findings = (
    SELECT jsonb_agg(k.id ORDER BY f.place) FROM jsonb_array_elements(c.findings) WITH ORDINALITY f(said, place)
    JOIN selection_keptfinding k ON k.case_id = c.case_id AND k.digest = encode(sha256(convert_to(f.said::text, 'UTF8')), 'hex')
) WHERE c.findings <> '[]';
"""


class Migration(migrations.Migration):

    dependencies = [
        ('procedure', '0003_log'),
        ('selection', '0001_tables'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [Together([
        migrations.CreateModel(
            name='KeptFinding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64, verbose_name='摘要')),
                ('said', models.JSONField(verbose_name='内容')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='procedure.case', verbose_name='事项')),
            ],
            options={
                'verbose_name': '研判明细',
                'constraints': [models.UniqueConstraint(fields=('case', 'digest'), name='kept_finding_once')],
            },
        ),
        migrations.CreateModel(
            name='ScreeningJob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('waiting', '等待办理'), ('running', '正在办理'), ('done', '已办完'), ('refused', '未能办理'), ('interrupted', '已中断')], default='waiting', max_length=12, verbose_name='状态')),
                ('phase', models.CharField(blank=True, max_length=10, verbose_name='阶段')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='已办')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='共')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='次数')),
                ('asked_at', models.DateTimeField(verbose_name='提交时间')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='开始时间')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='结束时间')),
                ('refusal', models.JSONField(blank=True, default=dict, verbose_name='未能办理的原因')),
                ('seen', models.PositiveIntegerField(verbose_name='提交时的办理次数')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='办理人')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='screenings', to='procedure.case', verbose_name='事项')),
            ],
            options={
                'verbose_name': '后台研判',
                'ordering': ['pk'],
                'indexes': [models.Index(condition=models.Q(('state__in', ('waiting', 'running', 'interrupted'))), fields=['id'], name='live_screenings')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('waiting', 'running', 'interrupted'))), fields=('case',), name='one_live_screening')],
            },
        ),
        migrations.RunSQL(SHARE),
    ])]  # fmt: skip
