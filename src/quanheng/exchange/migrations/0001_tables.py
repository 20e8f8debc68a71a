import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):

    replaces = [('exchange', '0001_initial'), ('exchange', '0002_imports')]

    initial = True

    dependencies = [
        ('access', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='ImportBatch',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('roster', '花名册工作簿'), ('forms', '任免审批表')], max_length=20, verbose_name='类别')),
                    ('file_name', models.CharField(max_length=200, verbose_name='文件名')),
                    ('sha256', models.CharField(max_length=64, verbose_name='文件摘要')),
                    ('size', models.PositiveBigIntegerField(default=0, verbose_name='文件大小')),
                    ('is_as_found', models.BooleanField(default=False, verbose_name='按现状登记')),
                    ('state', models.CharField(choices=[('received', '待读取'), ('previewed', '待确认'), ('committed', '已导入'), ('dropped', '已放弃'), ('unread', '未能读取')], default='previewed', max_length=20, verbose_name='状态')),
                    ('at', models.DateTimeField(verbose_name='预览时间')),
                    ('committed_at', models.DateTimeField(blank=True, null=True, verbose_name='导入时间')),
                    ('counts', models.JSONField(default=dict, verbose_name='统计')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='access.authority', verbose_name='管理权限主体')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='导入人')),
                ],
                options={
                    'verbose_name': '导入批次',
                    'ordering': ['-at', '-pk'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('received', 'previewed'))), fields=('by', 'sha256', 'authority'), name='one_waiting_import_a_file')],
                },
            ),
            migrations.CreateModel(
                name='ImportChunk',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField(verbose_name='序号')),
                    ('data', models.BinaryField(verbose_name='内容')),
                    ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='chunks', to='exchange.importbatch', verbose_name='批次')),
                ],
                options={
                    'verbose_name': '文件分块',
                    'ordering': ['batch', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('batch', 'number'), name='one_chunk_a_number')],
                },
            ),
            migrations.CreateModel(
                name='ImportJob',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('verb', models.CharField(choices=[('preview', '读取预览'), ('commit', '写入')], max_length=10, verbose_name='事项')),
                    ('state', models.CharField(choices=[('waiting', '等待办理'), ('running', '正在办理'), ('done', '已办完'), ('refused', '未能办理'), ('interrupted', '已中断')], default='waiting', max_length=12, verbose_name='状态')),
                    ('phase', models.CharField(blank=True, choices=[('', '准备'), ('read', '读取文件'), ('compare', '与系统比对'), ('keep', '保存预览'), ('write', '写入')], max_length=10, verbose_name='阶段')),
                    ('done', models.PositiveIntegerField(default=0, verbose_name='已办')),
                    ('total', models.PositiveIntegerField(default=0, verbose_name='共')),
                    ('attempts', models.PositiveSmallIntegerField(default=0, verbose_name='次数')),
                    ('asked_at', models.DateTimeField(verbose_name='提交时间')),
                    ('started_at', models.DateTimeField(blank=True, null=True, verbose_name='开始时间')),
                    ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='结束时间')),
                    ('refusal', models.JSONField(blank=True, default=dict, verbose_name='未能办理的原因')),
                    ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='办理人')),
                    ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='jobs', to='exchange.importbatch', verbose_name='批次')),
                ],
                options={
                    'verbose_name': '后台办理',
                    'verbose_name_plural': '后台办理',
                    'ordering': ['pk'],
                    'indexes': [models.Index(condition=models.Q(('state__in', ('waiting', 'running', 'interrupted'))), fields=['id'], name='live_import_jobs')],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('waiting', 'running', 'interrupted'))), fields=('batch',), name='one_live_job_a_file')],
                },
            ),
            migrations.CreateModel(
                name='ImportLine',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('effect', models.CharField(choices=[('add', '新增'), ('change', '变更'), ('same', '无变化'), ('reject', '退回'), ('warn', '提示')], max_length=10, verbose_name='结果')),
                    ('noun', models.CharField(max_length=40, verbose_name='对象')),
                    ('label', models.CharField(blank=True, max_length=200, verbose_name='名称')),
                    ('sheet', models.CharField(blank=True, max_length=200, verbose_name='工作表（文件）')),
                    ('row', models.PositiveIntegerField(blank=True, null=True, verbose_name='行')),
                    ('column', models.CharField(blank=True, max_length=100, verbose_name='列（标签）')),
                    ('message', models.JSONField(blank=True, default=dict, verbose_name='说明')),
                    ('changes', models.JSONField(blank=True, default=list, verbose_name='变更')),
                    ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='exchange.importbatch', verbose_name='批次')),
                ],
                options={
                    'verbose_name': '导入明细',
                    'ordering': ['batch', 'pk'],
                    'indexes': [models.Index(fields=['batch', 'effect', 'id'], name='exchange_im_batch_i_7e9d07_idx')],
                },
            ),
            migrations.CreateModel(
                name='ManagementRule',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('manages', models.CharField(max_length=40, verbose_name='管理类别')),
                    ('organisation_code', models.CharField(blank=True, max_length=60, verbose_name='机构编码范围')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='management_rules', to='access.authority', verbose_name='管理权限主体')),
                ],
                options={
                    'verbose_name': '管理权限规则',
                    'ordering': ['organisation_code', 'manages'],
                    'constraints': [models.UniqueConstraint(fields=('manages', 'organisation_code'), name='one_authority_a_label_and_part')],
                },
            ),
        ]),
    ]
