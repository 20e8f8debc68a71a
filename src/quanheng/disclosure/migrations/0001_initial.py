import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('procedure', '0001_initial'),
        ('registry', '0001_tables'),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='PublicNotice',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('post', models.CharField(max_length=200, verbose_name='拟任职务')),
                    ('slug', models.CharField(max_length=40, unique=True, verbose_name='网址')),
                    ('profile', models.JSONField(verbose_name='公示内容')),
                    ('decided_on', models.DateField(verbose_name='决定日期')),
                    ('printed_from', models.DateField(verbose_name='公示起')),
                    ('printed_to', models.DateField(verbose_name='公示止')),
                    ('working_days', models.PositiveIntegerField(verbose_name='工作日数')),
                    ('posted_at', models.DateTimeField(verbose_name='张贴时间')),
                    ('taken_down_at', models.DateTimeField(blank=True, null=True, verbose_name='撤下时间')),
                    ('scope', models.CharField(max_length=200, verbose_name='公示范围')),
                    ('channels', models.JSONField(verbose_name='公示渠道')),
                    ('address', models.CharField(max_length=200, verbose_name='受理地址')),
                    ('phone', models.CharField(max_length=60, verbose_name='受理电话')),
                    ('cites', models.JSONField(default=list, verbose_name='依据')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='procedure.case', verbose_name='选任事项')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notices', to='registry.person', verbose_name='公示对象')),
                    ('published_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='发布人')),
                ],
                options={
                    'verbose_name': '任前公示',
                    'ordering': ['-printed_from', '-pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('printed_to__gte', models.F('printed_from'))), name='notice_period'), models.CheckConstraint(condition=models.Q(('printed_from__gte', models.F('decided_on'))), name='notice_after_decision'), models.UniqueConstraint(condition=models.Q(('taken_down_at__isnull', True)), fields=('case', 'person'), name='one_standing_notice_a_person')],
                },
            ),
            migrations.CreateModel(
                name='Objection',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('receipt', models.CharField(max_length=20, unique=True, verbose_name='回执号')),
                    ('received_at', models.DateTimeField(verbose_name='收到时间')),
                    ('channel', models.CharField(choices=[('web', '网页'), ('phone', '电话'), ('letter', '来信'), ('visit', '来访'), ('other', '其他')], max_length=10, verbose_name='方式')),
                    ('is_named', models.BooleanField(verbose_name='署名')),
                    ('name', models.CharField(blank=True, max_length=60, verbose_name='反映人')),
                    ('contact', models.CharField(blank=True, max_length=100, verbose_name='联系方式')),
                    ('content', models.TextField(verbose_name='反映内容')),
                    ('is_specific', models.BooleanField(blank=True, null=True, verbose_name='线索具体')),
                    ('concluded_at', models.DateTimeField(blank=True, null=True, verbose_name='办结时间')),
                    ('conclusion', models.TextField(blank=True, verbose_name='核查结论')),
                    ('affects_appointment', models.BooleanField(blank=True, null=True, verbose_name='影响任职')),
                    ('checked_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='核查人')),
                    ('notice', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='objections', to='disclosure.publicnotice', verbose_name='公示')),
                ],
                options={
                    'verbose_name': '反映',
                    'ordering': ['notice', 'received_at', 'pk'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('concluded_at__isnull', True), models.Q(('affects_appointment__isnull', False), ('checked_by__isnull', False), ('is_specific__isnull', False)), _connector='OR'), name='concluded_objections_are_whole'), models.CheckConstraint(condition=models.Q(('is_named', False), models.Q(('name', ''), _negated=True), _connector='OR'), name='named_objections_have_a_name')],
                },
            ),
        ]),
    ]
