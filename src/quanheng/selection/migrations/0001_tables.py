import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):

    replaces = [('selection', '0001_initial'), ('selection', '0002_candidate_reason_alter_recommendation_issued')]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('establishment', '0001_tables'),
        ('procedure', '0001_initial'),
        ('registry', '0001_tables'),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='AppointmentOrder',
                fields=[
                    ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='order', serialize=False, to='procedure.case', verbose_name='事项')),
                    ('number', models.CharField(max_length=80, unique=True, verbose_name='发文字号')),
                    ('decided_on', models.DateField(verbose_name='决定日期')),
                    ('issued_on', models.DateField(verbose_name='印发日期')),
                    ('talk_on', models.DateField(blank=True, null=True, verbose_name='任前谈话日期')),
                    ('talk_by', models.CharField(blank=True, max_length=60, verbose_name='谈话人')),
                    ('assignment', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='order', to='registry.assignment', verbose_name='任职')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='registry.person', verbose_name='任职人')),
                    ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='orders', to='registry.post', verbose_name='职务')),
                ],
                options={
                    'verbose_name': '任职通知',
                    'ordering': ['-issued_on'],
                },
            ),
            migrations.CreateModel(
                name='Candidate',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('stage', models.CharField(choices=[('screened', '纳入研判'), ('forecast', '酝酿人选'), ('target', '考察对象'), ('proposed', '拟任人选'), ('appointed', '已任职'), ('out', '不再考虑')], default='screened', max_length=20, verbose_name='阶段')),
                    ('light', models.CharField(blank=True, choices=[('passed', '通过'), ('warning', '提示'), ('superior', '须报上级'), ('forbidden', '不得'), ('unknown', '待核')], max_length=20, verbose_name='研判结论')),
                    ('findings', models.JSONField(blank=True, default=list, verbose_name='研判明细')),
                    ('reason', models.JSONField(blank=True, default=dict, verbose_name='首要理由')),
                    ('note', models.TextField(blank=True, verbose_name='说明')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='candidates', to='procedure.case', verbose_name='事项')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='candidacies', to='registry.person', verbose_name='人选')),
                ],
                options={
                    'verbose_name': '人选',
                    'ordering': ['case', 'person__name'],
                    'indexes': [models.Index(fields=['case', 'light'], name='selection_c_case_id_51ed71_idx')],
                    'constraints': [models.UniqueConstraint(fields=('case', 'person'), name='candidate_once')],
                },
            ),
            migrations.CreateModel(
                name='Inspection',
                fields=[
                    ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='inspection', serialize=False, to='procedure.case', verbose_name='事项')),
                    ('plan', models.TextField(blank=True, verbose_name='考察方案')),
                    ('from_on', models.DateField(blank=True, null=True, verbose_name='考察开始')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='考察结束')),
                    ('notice_on', models.DateField(blank=True, null=True, verbose_name='考察预告日期')),
                    ('notice', models.TextField(blank=True, verbose_name='考察预告')),
                ],
                options={
                    'verbose_name': '考察',
                },
            ),
            migrations.CreateModel(
                name='Probation',
                fields=[
                    ('order', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='probation', serialize=False, to='selection.appointmentorder', verbose_name='任职通知')),
                    ('from_on', models.DateField(verbose_name='开始')),
                    ('last_on', models.DateField(verbose_name='最后一日')),
                    ('assessed_on', models.DateField(blank=True, null=True, verbose_name='考核日期')),
                    ('outcome', models.CharField(blank=True, choices=[('confirmed', '正式任职'), ('removed', '免去试任职务')], max_length=20, verbose_name='结论')),
                    ('note', models.TextField(blank=True, verbose_name='考核意见')),
                ],
                options={
                    'verbose_name': '试用期',
                    'ordering': ['last_on'],
                },
            ),
            migrations.CreateModel(
                name='InspectionReport',
                fields=[
                    ('candidate', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='report', serialize=False, to='selection.candidate', verbose_name='考察对象')),
                    ('performance', models.TextField(verbose_name='主要表现')),
                    ('shortcomings', models.TextField(verbose_name='主要缺点和不足')),
                    ('wish', models.TextField(blank=True, verbose_name='本人意愿')),
                    ('talks', models.PositiveIntegerField(verbose_name='个别谈话人数')),
                    ('rating', models.JSONField(blank=True, default=dict, verbose_name='民主测评')),
                ],
                options={
                    'verbose_name': '考察材料',
                },
            ),
            migrations.CreateModel(
                name='Inspector',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('is_leader', models.BooleanField(default=False, verbose_name='组长')),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='考察人员')),
                    ('inspection', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='team', to='selection.inspection', verbose_name='考察')),
                ],
                options={
                    'verbose_name': '考察组成员',
                    'ordering': ['inspection', '-is_leader', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('inspection', 'account'), name='inspector_once')],
                },
            ),
            migrations.CreateModel(
                name='Motion',
                fields=[
                    ('case', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='motion', serialize=False, to='procedure.case', verbose_name='事项')),
                    ('kind', models.CharField(choices=[('promotion', '个别提拔任职'), ('further_use', '进一步使用'), ('lateral', '平职调整')], default='promotion', max_length=20, verbose_name='选任类型')),
                    ('proposer', models.CharField(max_length=100, verbose_name='动议主体')),
                    ('ground', models.TextField(verbose_name='动议理由')),
                    ('conditions', models.TextField(verbose_name='任职条件')),
                    ('scope', models.TextField(verbose_name='选拔范围')),
                    ('method', models.CharField(max_length=100, verbose_name='选拔方式')),
                    ('plan', models.TextField(blank=True, verbose_name='工作方案')),
                    ('is_directed', models.BooleanField(default=True, verbose_name='定向推荐')),
                    ('screened_on', models.DateField(blank=True, null=True, verbose_name='研判日期')),
                    ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='motions', to='registry.post', verbose_name='职务')),
                    ('vacancy', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='motions', to='establishment.vacancy', verbose_name='职位空缺')),
                ],
                options={
                    'verbose_name': '动议',
                },
            ),
            migrations.CreateModel(
                name='Must',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('file', '干部档案必审'), ('matters', '个人有关事项报告必核'), ('discipline', '纪检监察机关意见必听'), ('petition', '线索具体的信访举报必查')], max_length=20, verbose_name='事项')),
                    ('result', models.CharField(choices=[('clear', '无问题'), ('none', '无此情形'), ('doubt', '存疑'), ('dissent', '有不同意见')], max_length=20, verbose_name='结论')),
                    ('answered_by', models.CharField(max_length=100, verbose_name='回复单位（人）')),
                    ('answered_on', models.DateField(verbose_name='回复日期')),
                    ('document', models.CharField(blank=True, max_length=80, verbose_name='文号')),
                    ('note', models.TextField(blank=True, verbose_name='说明')),
                    ('recorded_at', models.DateTimeField(verbose_name='登记时间')),
                    ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='musts', to='selection.candidate', verbose_name='考察对象')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='登记人')),
                ],
                options={
                    'verbose_name': '凡提四必',
                    'ordering': ['candidate', 'kind', 'recorded_at'],
                },
            ),
            migrations.CreateModel(
                name='Opinion',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('asked', models.CharField(max_length=100, verbose_name='征求对象')),
                    ('capacity', models.CharField(max_length=100, verbose_name='身份')),
                    ('received_on', models.DateField(verbose_name='收到日期')),
                    ('answered_on', models.DateField(verbose_name='答复日期')),
                    ('answer', models.CharField(choices=[('agree', '同意'), ('disagree', '不同意'), ('deemed', '逾期未复视为同意')], max_length=20, verbose_name='意见')),
                    ('note', models.TextField(blank=True, verbose_name='说明')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='procedure.case', verbose_name='事项')),
                ],
                options={
                    'verbose_name': '酝酿意见',
                    'ordering': ['case', 'answered_on', 'pk'],
                },
            ),
            migrations.CreateModel(
                name='Recommendation',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('form', models.CharField(choices=[('talk', '谈话调研推荐'), ('meeting', '会议推荐')], max_length=10, verbose_name='推荐方式')),
                    ('held_at', models.DateTimeField(verbose_name='时间')),
                    ('place', models.CharField(max_length=100, verbose_name='地点')),
                    ('presided_by', models.CharField(max_length=60, verbose_name='主持人')),
                    ('scope_size', models.PositiveIntegerField(verbose_name='应参加人数')),
                    ('attended', models.PositiveIntegerField(verbose_name='实参加人数')),
                    ('issued', models.JSONField(default=list, verbose_name='发出票数（分类）')),
                    ('result', models.JSONField(blank=True, default=dict, verbose_name='推荐结果')),
                    ('confirmed_at', models.DateTimeField(blank=True, null=True, verbose_name='确认时间')),
                    ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recommendations', to='procedure.case', verbose_name='事项')),
                ],
                options={
                    'verbose_name': '民主推荐',
                    'ordering': ['case', 'held_at'],
                    'constraints': [models.UniqueConstraint(fields=('case', 'form'), name='one_round_a_form')],
                },
            ),
            migrations.CreateModel(
                name='Count',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('at', models.DateTimeField(verbose_name='录入时间')),
                    ('figures', models.JSONField(verbose_name='票数')),
                    ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='录入人')),
                    ('recommendation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='selection.recommendation', verbose_name='民主推荐')),
                ],
                options={
                    'verbose_name': '计票录入',
                    'ordering': ['recommendation', 'at'],
                    'constraints': [models.UniqueConstraint(fields=('recommendation', 'by'), name='one_count_a_person')],
                },
            ),
        ]),
    ]
