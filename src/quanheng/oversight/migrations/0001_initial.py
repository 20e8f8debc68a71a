import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0002_append_only'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('procedure', '0002_append_only'),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='Audit',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('from_on', models.DateField(verbose_name='检查期间起')),
                    ('to_on', models.DateField(verbose_name='检查期间止（含）')),
                    ('ordered_by', models.CharField(max_length=200, verbose_name='部署依据')),
                    ('law_day', models.CharField(choices=[('step', '各环节当日有效的规定')], default='step', max_length=20, verbose_name='适用规定')),
                    ('layers', models.JSONField(blank=True, default=list, verbose_name='地方规定')),
                    ('made_at', models.DateTimeField(verbose_name='检查时间')),
                    ('cases', models.PositiveIntegerField(default=0, verbose_name='检查事项数')),
                    ('steps', models.PositiveIntegerField(default=0, verbose_name='检查环节数')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='audits', to='access.authority', verbose_name='管理权限主体')),
                    ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='检查人')),
                ],
                options={
                    'verbose_name': '专项检查',
                    'ordering': ['-made_at', '-pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('to_on__gte', models.F('from_on'))), name='audit_period')],
                },
            ),
            migrations.CreateModel(
                name='AuditFinding',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('stage', models.CharField(max_length=30, verbose_name='环节')),
                    ('on', models.DateField(verbose_name='环节日期')),
                    ('rule', models.CharField(max_length=120, verbose_name='规则')),
                    ('light', models.CharField(choices=[('warning', '提示'), ('superior', '须报上级'), ('unknown', '待核'), ('forbidden', '不得')], max_length=20, verbose_name='结论')),
                    ('cites', models.JSONField(verbose_name='依据')),
                    ('why', models.JSONField(verbose_name='理由')),
                    ('evidence', models.JSONField(default=list, verbose_name='纪实条目')),
                    ('kept', models.JSONField(verbose_name='判定明细')),
                    ('state', models.CharField(choices=[('open', '未整改'), ('rectified', '已整改')], default='open', max_length=20, verbose_name='整改情况')),
                    ('note', models.TextField(blank=True, verbose_name='整改说明')),
                    ('rectified_at', models.DateTimeField(blank=True, null=True, verbose_name='登记时间')),
                    ('audit', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='findings', to='oversight.audit', verbose_name='专项检查')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='audit_findings', to='procedure.case', verbose_name='事项')),
                    ('rectified_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='登记人')),
                ],
                options={
                    'verbose_name': '检查发现问题',
                    'ordering': ['audit', 'case__number', 'on', 'pk'],
                    'indexes': [models.Index(fields=['audit', 'light', 'rule'], name='oversight_a_audit_i_5c49ec_idx')],
                    'constraints': [models.UniqueConstraint(fields=('audit', 'case', 'stage', 'rule'), name='audit_finding_once'), models.CheckConstraint(condition=models.Q(('state', 'open'), models.Q(('rectified_at__isnull', False), ('rectified_by__isnull', False), models.Q(('note', ''), _negated=True)), _connector='OR'), name='rectified_findings_say_how')],
                },
            ),
        ]),
    ]
