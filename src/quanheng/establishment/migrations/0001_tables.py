import django.db.models.deletion
from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):

    replaces = [('establishment', '0001_initial'), ('establishment', '0002_province'), ('establishment', '0003_establishment'), ('establishment', '0004_institutions')]

    initial = True

    dependencies = [
        ('registry', '0001_tables'),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='QuotaOrder',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.CharField(max_length=80, unique=True, verbose_name='文号')),
                    ('title', models.CharField(max_length=200, verbose_name='标题')),
                    ('kind', models.CharField(choices=[('set', '核定'), ('raise', '增加'), ('cut', '精简'), ('adjust', '调剂')], max_length=10, verbose_name='类别')),
                    ('issued_by', models.CharField(max_length=120, verbose_name='批准机关')),
                    ('issued_on', models.DateField(verbose_name='批准日期')),
                    ('over_until_on', models.DateField(blank=True, null=True, verbose_name='超配消化期限')),
                    ('note', models.TextField(blank=True, verbose_name='说明')),
                ],
                options={
                    'verbose_name': '职数批文',
                    'ordering': ['-issued_on'],
                },
            ),
            migrations.CreateModel(
                name='PostScheme',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('document', models.CharField(max_length=80, verbose_name='批准文号')),
                    ('approved_on', models.DateField(verbose_name='批准日期')),
                    ('main_class', models.CharField(choices=[('management', '管理岗位'), ('technical', '专业技术岗位'), ('worker', '工勤技能岗位')], default='technical', max_length=20, verbose_name='主体岗位')),
                    ('ratio_document', models.CharField(blank=True, max_length=80, verbose_name='结构比例批准文号')),
                    ('from_on', models.DateField(verbose_name='生效')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='失效（不含）')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='post_schemes', to='registry.organisation', verbose_name='单位')),
                ],
                options={
                    'verbose_name': '岗位设置方案',
                    'ordering': ['organisation__code', '-from_on'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('organisation',), name='one_post_scheme_in_force'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='post_scheme_period')],
                },
            ),
            migrations.CreateModel(
                name='GradeQuota',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('post_class', models.CharField(choices=[('management', '管理岗位'), ('technical', '专业技术岗位'), ('worker', '工勤技能岗位')], max_length=20, verbose_name='岗位类别')),
                    ('grade', models.PositiveSmallIntegerField(verbose_name='等级')),
                    ('number', models.PositiveIntegerField(verbose_name='核准数')),
                    ('scheme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='grades', to='establishment.postscheme', verbose_name='方案')),
                ],
                options={
                    'verbose_name': '岗位等级数',
                    'ordering': ['scheme', 'post_class', 'grade'],
                    'constraints': [models.UniqueConstraint(fields=('scheme', 'post_class', 'grade'), name='grade_once_a_scheme')],
                },
            ),
            migrations.CreateModel(
                name='PostQuota',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('level', models.CharField(max_length=10, verbose_name='职务层次')),
                    ('role', models.CharField(choices=[('chief', '正职'), ('deputy', '副职'), ('inner_chief', '内设正职'), ('inner_deputy', '内设副职'), ('other', '其他')], max_length=20, verbose_name='职务类别')),
                    ('number', models.PositiveIntegerField(verbose_name='核定职数')),
                    ('document', models.CharField(blank=True, max_length=80, verbose_name='批准文号')),
                    ('from_on', models.DateField(verbose_name='生效')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='失效（不含）')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='quotas', to='registry.organisation', verbose_name='机构')),
                    ('order', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='post_quotas', to='establishment.quotaorder', verbose_name='批文')),
                ],
                options={
                    'verbose_name': '职数',
                    'ordering': ['organisation__code', 'level', 'role'],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'level', 'role', 'from_on'), name='quota_once'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='quota_period')],
                },
            ),
            migrations.CreateModel(
                name='RankQuota',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('rank', models.CharField(max_length=20, verbose_name='职级')),
                    ('number', models.PositiveIntegerField(verbose_name='核定职数')),
                    ('from_on', models.DateField(verbose_name='生效')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='失效（不含）')),
                    ('order', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='rank_quotas', to='establishment.quotaorder', verbose_name='批文')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rank_quotas', to='registry.organisation', verbose_name='机构')),
                ],
                options={
                    'verbose_name': '职级职数',
                    'ordering': ['organisation__code', 'rank'],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'rank', 'from_on'), name='rank_quota_once'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='rank_quota_period')],
                },
            ),
            migrations.CreateModel(
                name='StaffCeiling',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('administrative', '行政编制'), ('institution', '事业编制'), ('reference', '参照管理编制'), ('worker', '工勤编制')], max_length=20, verbose_name='编制类别')),
                    ('number', models.PositiveIntegerField(verbose_name='编制数')),
                    ('from_on', models.DateField(verbose_name='生效')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='失效（不含）')),
                    ('order', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ceilings', to='establishment.quotaorder', verbose_name='批文')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='ceilings', to='registry.organisation', verbose_name='机构')),
                ],
                options={
                    'verbose_name': '编制数',
                    'ordering': ['organisation__code', 'kind'],
                    'constraints': [models.UniqueConstraint(fields=('organisation', 'kind', 'from_on'), name='ceiling_once'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='ceiling_period')],
                },
            ),
            migrations.CreateModel(
                name='Vacancy',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('cause', models.CharField(choices=[('retired', '退休'), ('moved', '交流、调离'), ('promoted', '提任'), ('removed', '免职'), ('resigned', '辞职'), ('new', '新设职位'), ('other', '其他')], max_length=20, verbose_name='空缺原因')),
                    ('since_on', models.DateField(verbose_name='空缺时间')),
                    ('route', models.CharField(choices=[('promotion', '选拔任用'), ('transfer', '平级调整'), ('competition', '竞争性选拔')], default='promotion', max_length=20, verbose_name='拟补充方式')),
                    ('note', models.TextField(blank=True, verbose_name='说明')),
                    ('announced_on', models.DateField(blank=True, null=True, verbose_name='预告日期')),
                    ('announced_until_on', models.DateField(blank=True, null=True, verbose_name='预告截止（不含）')),
                    ('announcement', models.TextField(blank=True, verbose_name='职位预告')),
                    ('filled_on', models.DateField(blank=True, null=True, verbose_name='补充时间')),
                    ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='vacancies', to='registry.post', verbose_name='职务')),
                ],
                options={
                    'verbose_name': '职位空缺',
                    'verbose_name_plural': '职位空缺',
                    'ordering': ['filled_on', 'since_on'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('filled_on__isnull', True)), fields=('post',), name='one_open_vacancy_a_post')],
                },
            ),
            migrations.CreateModel(
                name='Contract',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('short', '短期'), ('medium', '中期'), ('long', '长期（至退休）'), ('project', '以完成一定工作为期限')], max_length=10, verbose_name='合同类别')),
                    ('is_full_time', models.BooleanField(default=True, verbose_name='全日制')),
                    ('signed_on', models.DateField(verbose_name='签订日期')),
                    ('from_on', models.DateField(verbose_name='起')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='止（不含）')),
                    ('probation_until_on', models.DateField(blank=True, null=True, verbose_name='试用期止（不含）')),
                    ('ended_on', models.DateField(blank=True, null=True, verbose_name='终止（解除）日期')),
                    ('end_cause', models.CharField(blank=True, choices=[('expired', '期满终止'), ('renewed', '续签'), ('agreed', '协商解除'), ('person', '个人解除'), ('unit', '单位解除'), ('retired', '退休终止'), ('died', '死亡终止')], max_length=10, verbose_name='终止（解除）原因')),
                    ('before', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='renewal', to='establishment.contract', verbose_name='前一合同')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contracts', to='registry.organisation', verbose_name='单位')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='contracts', to='registry.person', verbose_name='人员')),
                ],
                options={
                    'verbose_name': '聘用合同',
                    'ordering': ['organisation__code', 'person', '-from_on'],
                    'indexes': [models.Index(fields=['until_on'], name='establishme_until_o_6b6c73_idx'), models.Index(fields=['from_on'], name='contract_begins'), models.Index(fields=['probation_until_on'], name='contract_trial_ends')],
                    'constraints': [models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='contract_period'), models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('person',), name='one_contract_in_force')],
                },
            ),
            migrations.CreateModel(
                name='DutyStatement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('duties', models.TextField(verbose_name='岗位职责')),
                    ('requirements', models.TextField(blank=True, verbose_name='任职条件和能力标准')),
                    ('approved_by', models.CharField(blank=True, max_length=120, verbose_name='审定机关')),
                    ('from_on', models.DateField(verbose_name='生效')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='失效（不含）')),
                    ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='duty_statements', to='registry.post', verbose_name='职务')),
                ],
                options={
                    'verbose_name': '职责说明',
                    'ordering': ['post', '-from_on'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('post',), name='one_duty_statement_in_force'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='duty_statement_period')],
                },
            ),
            migrations.CreateModel(
                name='Engagement',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('post_class', models.CharField(choices=[('management', '管理岗位'), ('technical', '专业技术岗位'), ('worker', '工勤技能岗位')], max_length=20, verbose_name='岗位类别')),
                    ('grade', models.PositiveSmallIntegerField(verbose_name='等级')),
                    ('title', models.CharField(blank=True, max_length=120, verbose_name='岗位名称')),
                    ('from_on', models.DateField(verbose_name='聘用起')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='聘用止（不含）')),
                    ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='engagements', to='registry.organisation', verbose_name='单位')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='engagements', to='registry.person', verbose_name='人员')),
                ],
                options={
                    'verbose_name': '岗位聘用',
                    'ordering': ['organisation__code', 'post_class', 'grade', 'from_on'],
                    'constraints': [models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='engagement_period')],
                },
            ),
            migrations.CreateModel(
                name='KeyPost',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('kind', models.CharField(choices=[('people', '管人'), ('money', '管钱'), ('goods', '管物'), ('projects', '项目审批'), ('enforcement', '执纪执法'), ('other', '其他重点岗位')], max_length=20, verbose_name='类别')),
                    ('basis', models.CharField(max_length=200, verbose_name='认定依据')),
                    ('months_at_most', models.PositiveIntegerField(blank=True, null=True, verbose_name='轮岗期限（月）')),
                    ('from_on', models.DateField(verbose_name='列入')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='移出（不含）')),
                    ('removal_reason', models.CharField(blank=True, max_length=200, verbose_name='移出原因')),
                    ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='key_registrations', to='registry.post', verbose_name='职务')),
                ],
                options={
                    'verbose_name': '关键岗位',
                    'ordering': ['post', 'kind'],
                    'constraints': [models.UniqueConstraint(condition=models.Q(('until_on__isnull', True)), fields=('post', 'kind'), name='key_post_once'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='key_post_period')],
                },
            ),
        ]),
    ]
