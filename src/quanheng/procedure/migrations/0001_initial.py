import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='Case',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(max_length=40, unique=True, verbose_name='编号')),
                    ('title', models.CharField(max_length=200, verbose_name='事项')),
                    ('procedure', models.CharField(max_length=60, verbose_name='程序')),
                    ('procedure_since', models.DateField(verbose_name='程序版本')),
                    ('opened_at', models.DateTimeField(verbose_name='启动时间')),
                    ('step', models.CharField(blank=True, max_length=60, verbose_name='当前环节')),
                    ('version', models.PositiveIntegerField(default=0, verbose_name='版次')),
                    ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='办结时间')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='access.authority', verbose_name='管理权限主体')),
                    ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='启动人')),
                ],
                options={
                    'verbose_name': '选任事项',
                    'ordering': ['-opened_at', '-pk'],
                },
            ),
            migrations.CreateModel(
                name='Task',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('what', models.CharField(max_length=200, verbose_name='事由')),
                    ('cites', models.CharField(blank=True, max_length=200, verbose_name='依据')),
                    ('permission', models.CharField(max_length=60, verbose_name='由谁办')),
                    ('due_on', models.DateField(verbose_name='期限')),
                    ('done_at', models.DateTimeField(blank=True, null=True, verbose_name='办结')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='access.authority', verbose_name='管理权限主体')),
                    ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='procedure.case', verbose_name='事项')),
                ],
                options={
                    'verbose_name': '待办',
                    'ordering': ['due_on', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='RecordEntry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField(verbose_name='序号')),
                    ('verb', models.CharField(max_length=80, verbose_name='动作')),
                    ('matter', models.CharField(max_length=200, verbose_name='事项')),
                    ('step', models.CharField(max_length=60, verbose_name='环节')),
                    ('outcome', models.CharField(default='done', max_length=40, verbose_name='结论代码')),
                    ('happened_at', models.DateTimeField(verbose_name='时间')),
                    ('place', models.CharField(blank=True, max_length=200, verbose_name='地点')),
                    ('by_name', models.CharField(max_length=60, verbose_name='责任人姓名')),
                    ('result', models.TextField(verbose_name='结果')),
                    ('cites', models.JSONField(default=list, verbose_name='依据')),
                    ('facts', models.JSONField(default=dict, verbose_name='要素')),
                    ('documents', models.JSONField(default=list, verbose_name='材料')),
                    ('recorded_at', models.DateTimeField(verbose_name='记录时间')),
                    ('is_late', models.BooleanField(default=False, verbose_name='补记')),
                    ('previous', models.CharField(max_length=64)),
                    ('digest', models.CharField(max_length=64, unique=True, verbose_name='摘要')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='责任人')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='record', to='procedure.case', verbose_name='事项')),
                ],
                options={
                    'verbose_name': '纪实',
                    'ordering': ['case', 'number'],
                    'constraints': [models.UniqueConstraint(fields=('case', 'number'), name='record_number_once')],
                },
            ),
        ]),
    ]
