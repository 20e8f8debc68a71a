"""Accounts by request, grants for a time, former passwords, the register of downloads; and what the database refuses by itself.

The packages' own tables come first, while few tables are known: Django draws all related ones anew at each of their steps.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from quanheng.access.migrations._together import Together

APART = """
CREATE FUNCTION quanheng_office(role text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN role IN ('system_admin', 'security_admin', 'audit_admin') THEN role ELSE 'business' END
$$;
CREATE FUNCTION quanheng_apart() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM access_account WHERE id = NEW.account_id FOR UPDATE;
  IF EXISTS (
    SELECT 1 FROM access_grant other
    WHERE other.account_id = NEW.account_id AND other.id <> NEW.id
      AND quanheng_office(other.role) <> quanheng_office(NEW.role)
      AND daterange(other.from_on, other.until_on) && daterange(NEW.from_on, NEW.until_on)
  ) THEN
    RAISE EXCEPTION 'separated administrators: % may not be held with a role of another office', NEW.role
      USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER separated BEFORE INSERT OR UPDATE ON access_grant FOR EACH ROW EXECUTE FUNCTION quanheng_apart();
"""
TOGETHER = "DROP TRIGGER separated ON access_grant; DROP FUNCTION quanheng_apart(); DROP FUNCTION quanheng_office(text);"
GROWS = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON access_download
  FOR EACH ROW EXECUTE FUNCTION quanheng_append_only();
"""
SHRINKS = "DROP TRIGGER append_only ON access_download;"


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_append_only"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("usersessions", "0001_initial"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
        ("axes", "0010_accessattemptexpiration"),
    ]

    operations = [Together([
        migrations.CreateModel(
            name='AccountRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('username', models.CharField(max_length=60, verbose_name='账号')),
                ('name', models.CharField(max_length=60, verbose_name='姓名')),
                ('roles', models.JSONField(default=list, verbose_name='角色')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='止（不含）')),
                ('basis', models.CharField(max_length=200, verbose_name='依据')),
                ('requested_at', models.DateTimeField(verbose_name='申请时间')),
                ('created_at', models.DateTimeField(blank=True, null=True, verbose_name='建立时间')),
                ('activated_at', models.DateTimeField(blank=True, null=True, verbose_name='启用时间')),
                ('acknowledged_at', models.DateTimeField(blank=True, null=True, verbose_name='审计时间')),
                ('declined_at', models.DateTimeField(blank=True, null=True, verbose_name='退回时间')),
            ],
            options={
                'verbose_name': '账号申请',
                'ordering': ['-requested_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Download',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=16, unique=True, verbose_name='登记号')),
                ('at', models.DateTimeField(verbose_name='时间')),
                ('by_name', models.CharField(max_length=60, verbose_name='姓名')),
                ('what', models.CharField(max_length=80, verbose_name='内容')),
                ('subject', models.CharField(max_length=300, verbose_name='地址')),
                ('file_name', models.CharField(max_length=200, verbose_name='文件名')),
                ('count', models.PositiveIntegerField(verbose_name='数量')),
                ('unit', models.CharField(max_length=10, verbose_name='单位')),
                ('purpose', models.CharField(blank=True, max_length=100, verbose_name='用途')),
                ('digest', models.CharField(max_length=64, verbose_name='摘要')),
            ],
            options={
                'verbose_name': '导出登记',
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='FormerPassword',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128)),
                ('left_at', models.DateTimeField(verbose_name='停用时间')),
            ],
            options={
                'verbose_name': '旧口令',
                'ordering': ['account', '-left_at'],
            },
        ),
        migrations.AddField(
            model_name='account',
            name='active_since',
            field=models.DateTimeField(blank=True, null=True, verbose_name='启用时间'),
        ),
        migrations.AddField(
            model_name='account',
            name='asleep_since',
            field=models.DateTimeField(blank=True, null=True, verbose_name='休眠时间'),
        ),
        migrations.AddField(
            model_name='account',
            name='password_changed_at',
            field=models.DateTimeField(blank=True, null=True, verbose_name='口令修改时间'),
        ),
        migrations.AddField(
            model_name='grant',
            name='basis',
            field=models.CharField(blank=True, max_length=200, verbose_name='依据'),
        ),
        migrations.AddField(
            model_name='grant',
            name='delegated_from',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='delegations', to='access.grant', verbose_name='委托自'),
        ),
        migrations.AddField(
            model_name='grant',
            name='kind',
            field=models.CharField(choices=[('standing', '长期'), ('temporary', '临时'), ('delegated', '委托'), ('duty', '值班')], default='standing', max_length=10, verbose_name='方式'),
        ),
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'standing'), ('until_on__isnull', False), _connector='OR'), name='grant_time_boxed'),
        ),
        migrations.AddConstraint(
            model_name='grant',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('delegated_from__isnull', False), ('kind', 'delegated')), models.Q(models.Q(('kind', 'delegated'), _negated=True), ('delegated_from__isnull', True)), _connector='OR'), name='grant_delegated_from'),
        ),
        migrations.AddField(
            model_name='accountrequest',
            name='account',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='request', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='accountrequest',
            name='acknowledged_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='审计人'),
        ),
        migrations.AddField(
            model_name='accountrequest',
            name='activated_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='启用人'),
        ),
        migrations.AddField(
            model_name='accountrequest',
            name='authority',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.authority', verbose_name='管理权限主体'),
        ),
        migrations.AddField(
            model_name='accountrequest',
            name='created_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='建立人'),
        ),
        migrations.AddField(
            model_name='accountrequest',
            name='requested_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='申请人'),
        ),
        migrations.AddField(
            model_name='download',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='导出人'),
        ),
        migrations.AddField(
            model_name='formerpassword',
            name='account',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_passwords', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='accountrequest',
            constraint=models.CheckConstraint(condition=models.Q(('activated_by__isnull', True), ('created_by__isnull', False), _connector='OR'), name='request_made_first'),
        ),
        migrations.AddConstraint(
            model_name='accountrequest',
            constraint=models.CheckConstraint(condition=models.Q(('acknowledged_by__isnull', True), ('activated_by__isnull', False), _connector='OR'), name='request_activated_first'),
        ),
        migrations.AddConstraint(
            model_name='accountrequest',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('created_by__isnull', True), ('activated_by__isnull', True), models.Q(('created_by', models.F('activated_by')), _negated=True), _connector='OR'), models.Q(('activated_by__isnull', True), ('acknowledged_by__isnull', True), models.Q(('activated_by', models.F('acknowledged_by')), _negated=True), _connector='OR')), name='request_other_hands'),
        ),
        migrations.AddIndex(
            model_name='download',
            index=models.Index(fields=['by', '-id'], name='access_download_own'),
        ),
        migrations.RunSQL(APART, TOGETHER),
        migrations.RunSQL(GROWS, SHRINKS),
    ])]  # fmt: skip
