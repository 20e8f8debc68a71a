import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quanheng.access.migrations._together import Together


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ('procedure', '0001_initial'),
        ('registry', '0001_tables'),
    ]

    operations = [
        Together([
            migrations.CreateModel(
                name='Body',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('name', models.CharField(max_length=100, verbose_name='名称')),
                    ('kind', models.CharField(choices=[('standing_committee', '党委常委会'), ('committee', '党委（工委）'), ('party_group', '党组'), ('plenum', '党委全体会议'), ('department', '部务会')], max_length=30, verbose_name='类别')),
                    ('keeps_recused', models.BooleanField(default=True, verbose_name='回避人员计入应到')),
                    ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='bodies', to='access.authority', verbose_name='管理权限主体')),
                ],
                options={
                    'verbose_name': '会议主体',
                    'ordering': ['authority__path', 'name'],
                    'constraints': [models.UniqueConstraint(fields=('authority', 'name'), name='body_once')],
                },
            ),
            migrations.CreateModel(
                name='BodyMember',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('is_chief', models.BooleanField(default=False, verbose_name='主要负责人')),
                    ('order', models.PositiveIntegerField(default=0, verbose_name='排序')),
                    ('from_on', models.DateField(verbose_name='起')),
                    ('until_on', models.DateField(blank=True, null=True, verbose_name='止（不含）')),
                    ('account', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='seats', to=settings.AUTH_USER_MODEL, verbose_name='成员')),
                    ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='members', to='meeting.body', verbose_name='会议主体')),
                ],
                options={
                    'verbose_name': '会议成员',
                    'ordering': ['body', 'order', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('body', 'account', 'from_on'), name='body_member_once'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gt', models.F('from_on')), _connector='OR'), name='body_member_period')],
                },
            ),
            migrations.CreateModel(
                name='Item',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('number', models.PositiveIntegerField(verbose_name='序号')),
                    ('title', models.CharField(max_length=200, verbose_name='议题')),
                    ('reopened_by', models.PositiveIntegerField(blank=True, null=True, verbose_name='同意复议人数')),
                    ('state', models.CharField(choices=[('open', '待议'), ('passed', '通过'), ('failed', '未通过'), ('deferred', '缓议')], default='open', max_length=10, verbose_name='结果')),
                    ('form', models.CharField(blank=True, choices=[('oral', '口头表决'), ('hands', '举手表决')], max_length=10, verbose_name='表决方式')),
                    ('should', models.PositiveIntegerField(blank=True, null=True, verbose_name='应到')),
                    ('present', models.PositiveIntegerField(blank=True, null=True, verbose_name='实到')),
                    ('recused', models.PositiveIntegerField(blank=True, null=True, verbose_name='回避')),
                    ('quorum', models.PositiveIntegerField(blank=True, null=True, verbose_name='法定到会人数')),
                    ('agree', models.PositiveIntegerField(blank=True, null=True, verbose_name='同意')),
                    ('disagree', models.PositiveIntegerField(blank=True, null=True, verbose_name='不同意')),
                    ('defer', models.PositiveIntegerField(blank=True, null=True, verbose_name='缓议')),
                    ('needed', models.PositiveIntegerField(blank=True, null=True, verbose_name='通过所需')),
                    ('reason', models.CharField(blank=True, max_length=200, verbose_name='缓议（暂缓表决）理由')),
                    ('cites', models.JSONField(blank=True, default=list, verbose_name='依据')),
                    ('decided_at', models.DateTimeField(blank=True, null=True, verbose_name='决定时间')),
                    ('case', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='procedure.case', verbose_name='选任事项')),
                    ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='登记人')),
                    ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='registry.person', verbose_name='拟任人选')),
                    ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='registry.post', verbose_name='拟任职务')),
                    ('reopens', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reopened_as', to='meeting.item', verbose_name='复议的议题')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='items', to='meeting.meeting', verbose_name='会议')),
                ],
                options={
                    'verbose_name': '议题',
                    'ordering': ['meeting', 'number'],
                    'indexes': [models.Index(fields=['case', 'person'], name='meeting_ite_case_id_ab446d_idx')],
                    'constraints': [models.UniqueConstraint(fields=('meeting', 'number'), name='item_number_once'), models.CheckConstraint(condition=models.Q(models.Q(('decided_at__isnull', True), ('state', 'open')), models.Q(models.Q(('state', 'open'), _negated=True), ('decided_at__isnull', False)), _connector='OR'), name='decided_items_are_dated')],
                },
            ),
            migrations.CreateModel(
                name='Expression',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('order', models.PositiveIntegerField(verbose_name='次序')),
                    ('stance', models.CharField(choices=[('agree', '同意'), ('disagree', '不同意'), ('defer', '缓议')], max_length=10, verbose_name='意见')),
                    ('remark', models.CharField(blank=True, max_length=500, verbose_name='说明')),
                    ('at', models.DateTimeField(verbose_name='时间')),
                    ('entered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='录入人')),
                    ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='expressions', to='meeting.bodymember', verbose_name='成员')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='expressions', to='meeting.item', verbose_name='议题')),
                ],
                options={
                    'verbose_name': '表态',
                    'ordering': ['item', 'order'],
                    'constraints': [models.UniqueConstraint(fields=('item', 'member'), name='expression_once'), models.UniqueConstraint(fields=('item', 'order'), name='expression_order_once')],
                },
            ),
            migrations.CreateModel(
                name='Meeting',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('title', models.CharField(max_length=120, verbose_name='会议名称')),
                    ('held_at', models.DateTimeField(verbose_name='召开时间')),
                    ('place', models.CharField(max_length=100, verbose_name='地点')),
                    ('convened_at', models.DateTimeField(verbose_name='通知时间')),
                    ('opened_at', models.DateTimeField(blank=True, null=True, verbose_name='开会时间')),
                    ('closed_at', models.DateTimeField(blank=True, null=True, verbose_name='散会时间')),
                    ('body', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='meeting.body', verbose_name='会议主体')),
                    ('convened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='召集人')),
                    ('recorder', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='记录人')),
                ],
                options={
                    'verbose_name': '会议',
                    'ordering': ['-held_at', '-pk'],
                    'constraints': [models.UniqueConstraint(fields=('body', 'held_at'), name='one_meeting_a_moment')],
                },
            ),
            migrations.CreateModel(
                name='Recusal',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('ground', models.CharField(choices=[('self', '本人'), ('relative', '亲属'), ('other', '其他可能影响公正的情形')], max_length=10, verbose_name='事由')),
                    ('at', models.DateTimeField(verbose_name='登记时间')),
                    ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recusals', to='meeting.item', verbose_name='议题')),
                    ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='recusals', to='meeting.bodymember', verbose_name='成员')),
                    ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='登记人')),
                ],
                options={
                    'verbose_name': '回避',
                    'ordering': ['item', 'at', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('item', 'member'), name='recusal_once')],
                },
            ),
            migrations.CreateModel(
                name='RollEntry',
                fields=[
                    ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                    ('is_present', models.BooleanField(verbose_name='到会')),
                    ('reason', models.CharField(blank=True, max_length=100, verbose_name='缺席原因')),
                    ('at', models.DateTimeField(verbose_name='登记时间')),
                    ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='roll', to='meeting.meeting', verbose_name='会议')),
                    ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attendances', to='meeting.bodymember', verbose_name='成员')),
                ],
                options={
                    'verbose_name': '点名',
                    'ordering': ['meeting', 'member__order', 'pk'],
                    'constraints': [models.UniqueConstraint(fields=('meeting', 'member'), name='roll_once'), models.CheckConstraint(condition=models.Q(('is_present', True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='absence_has_reason')],
                },
            ),
        ]),
    ]
