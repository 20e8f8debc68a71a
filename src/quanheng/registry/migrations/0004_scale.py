"""Values day by day, background reckonings, and the index of leading lines."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quanheng.access.migrations._together import Together
from quanheng.registry.migrations import _day_values
from quanheng.registry.queries.selecting_values import education_words


class Migration(migrations.Migration):

    dependencies = [
        ('registry', '0003_workforces_and_plans'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [Together([
        migrations.CreateModel(
            name='DayValue',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='day_value', serialize=False, to='registry.person', verbose_name='干部')),
                ('is_stale', models.BooleanField(default=True, verbose_name='待整理')),
                ('days', django.contrib.postgres.fields.ArrayField(base_field=models.DateField(), null=True, size=None, verbose_name='变动日期')),
                ('levels', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20, null=True), null=True, size=None, verbose_name='职务层次')),
                ('level_since', django.contrib.postgres.fields.ArrayField(base_field=models.DateField(null=True), null=True, size=None, verbose_name='层次批准之日')),
                ('ranks', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20, null=True), null=True, size=None, verbose_name='职级')),
                ('post_since', django.contrib.postgres.fields.ArrayField(base_field=models.DateField(null=True), null=True, size=None, verbose_name='任现职之日')),
                ('education', django.contrib.postgres.fields.ArrayField(base_field=models.SmallIntegerField(null=True), null=True, size=None, verbose_name='最高学历')),
            ],
            options={
                'verbose_name': '逐日要点',
            },
        ),
        migrations.CreateModel(
            name='Reckoning',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('statistics', '统计表'), ('query', '查询'), ('export', '导出查询结果'), ('quality', '核查数据质量')], max_length=12, verbose_name='事项')),
                ('asked', models.JSONField(default=dict, verbose_name='条件')),
                ('key', models.CharField(max_length=64, verbose_name='条件摘要')),
                ('state', models.CharField(choices=[('waiting', '等待办理'), ('running', '正在办理'), ('done', '已办完'), ('refused', '未能办理'), ('interrupted', '已中断')], default='waiting', max_length=12, verbose_name='状态')),
                ('phase', models.CharField(blank=True, max_length=10, verbose_name='阶段')),
                ('done', models.PositiveIntegerField(default=0, verbose_name='已办')),
                ('total', models.PositiveIntegerField(default=0, verbose_name='共')),
                ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='次数')),
                ('asked_at', models.DateTimeField(verbose_name='提交时间')),
                ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='开始时间')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='结束时间')),
                ('found', models.JSONField(blank=True, null=True, verbose_name='结果')),
                ('paper', models.BinaryField(blank=True, null=True, verbose_name='工作簿')),
                ('refusal', models.JSONField(blank=True, default=dict, verbose_name='未能办理的原因')),
            ],
            options={
                'verbose_name': '后台统计',
                'ordering': ['pk'],
            },
        ),
        migrations.AddIndex(
            model_name='assignment',
            index=models.Index(condition=models.Q(('is_leading', True)), fields=['person'], include=('kind', 'from_on', 'until_on'), name='assignment_leading'),
        ),
        migrations.AddIndex(
            model_name='dayvalue',
            index=models.Index(condition=models.Q(('is_stale', True)), fields=['person'], name='day_value_stale'),
        ),
        migrations.AddField(
            model_name='reckoning',
            name='asked_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='办理人'),
        ),
        migrations.AddIndex(
            model_name='reckoning',
            index=models.Index(condition=models.Q(('state__in', ('waiting', 'running'))), fields=['id'], name='live_reckonings'),
        ),
        migrations.AddIndex(
            model_name='reckoning',
            index=models.Index(fields=['asked_by', 'key', 'finished_at'], name='reckoning_found'),
        ),
        migrations.AddConstraint(
            model_name='reckoning',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('waiting', 'running'))), fields=('asked_by', 'key'), name='one_live_reckoning'),
        ),
        migrations.RunSQL(_day_values.education_rank(education_words)),
        migrations.RunSQL(_day_values.MARK),
    ])]  # fmt: skip
