"""Orders that approve numbers, the numbers of ranks and of finance-supported staff, and what each post is for."""

from django.db import models
from django.db.models import Q

from quanheng.establishment.models.period import PERIOD
from quanheng.registry.models import Organisation, Post


class QuotaOrder(models.Model):
    """职数批文: one order by which quotas of several organisations are set, raised or cut (B10)."""

    KINDS = [("set", "核定"), ("raise", "增加"), ("cut", "精简"), ("adjust", "调剂")]

    number = models.CharField("文号", max_length=80, unique=True)
    title = models.CharField("标题", max_length=200)
    kind = models.CharField("类别", max_length=10, choices=KINDS)
    issued_by = models.CharField("批准机关", max_length=120)
    issued_on = models.DateField("批准日期")
    over_until_on = models.DateField("超配消化期限", null=True, blank=True)
    note = models.TextField("说明", blank=True)

    class Meta:
        verbose_name = "职数批文"
        ordering = ["-issued_on"]

    def __str__(self) -> str:
        return self.number


class RankQuota(models.Model):
    """职级职数: how many holders of one rank an organisation may have (B02)."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="rank_quotas", verbose_name="机构")
    rank = models.CharField("职级", max_length=20)
    number = models.PositiveIntegerField("核定职数")
    order = models.ForeignKey(QuotaOrder, models.PROTECT, null=True, blank=True, related_name="rank_quotas", verbose_name="批文")
    from_on = models.DateField("生效")
    until_on = models.DateField("失效（不含）", null=True, blank=True)

    class Meta:
        verbose_name = "职级职数"
        ordering = ["organisation__code", "rank"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "rank", "from_on"], name="rank_quota_once"),
            models.CheckConstraint(condition=PERIOD, name="rank_quota_period"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.rank} {self.number}"


class StaffCeiling(models.Model):
    """编制数: how many finance-supported staff an organisation may have, by kind of establishment (B12)."""

    KINDS = [("administrative", "行政编制"), ("institution", "事业编制"), ("reference", "参照管理编制"), ("worker", "工勤编制")]

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="ceilings", verbose_name="机构")
    kind = models.CharField("编制类别", max_length=20, choices=KINDS)
    number = models.PositiveIntegerField("编制数")
    order = models.ForeignKey(QuotaOrder, models.PROTECT, null=True, blank=True, related_name="ceilings", verbose_name="批文")
    from_on = models.DateField("生效")
    until_on = models.DateField("失效（不含）", null=True, blank=True)

    class Meta:
        verbose_name = "编制数"
        ordering = ["organisation__code", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "kind", "from_on"], name="ceiling_once"),
            models.CheckConstraint(condition=PERIOD, name="ceiling_period"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_kind_display()} {self.number}"


class DutyStatement(models.Model):
    """职责说明: what a post is for and what it asks of its holder; a new text is a new version (B08)."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="duty_statements", verbose_name="职务")
    duties = models.TextField("岗位职责")
    requirements = models.TextField("任职条件和能力标准", blank=True)
    approved_by = models.CharField("审定机关", max_length=120, blank=True)
    from_on = models.DateField("生效")
    until_on = models.DateField("失效（不含）", null=True, blank=True)

    class Meta:
        verbose_name = "职责说明"
        ordering = ["post", "-from_on"]
        constraints = [
            models.UniqueConstraint(fields=["post"], condition=Q(until_on__isnull=True), name="one_duty_statement_in_force"),
            models.CheckConstraint(condition=PERIOD, name="duty_statement_period"),
        ]

    def __str__(self) -> str:
        return str(self.post)


class KeyPost(models.Model):
    """关键岗位: a post entered into the register of posts over people, money, projects or enforcement (B09)."""

    KINDS = [
        ("people", "管人"),
        ("money", "管钱"),
        ("goods", "管物"),
        ("projects", "项目审批"),
        ("enforcement", "执纪执法"),
        ("other", "其他重点岗位"),
    ]

    post = models.ForeignKey(Post, models.PROTECT, related_name="key_registrations", verbose_name="职务")
    kind = models.CharField("类别", max_length=20, choices=KINDS)
    basis = models.CharField("认定依据", max_length=200)
    months_at_most = models.PositiveIntegerField("轮岗期限（月）", null=True, blank=True)
    from_on = models.DateField("列入")
    until_on = models.DateField("移出（不含）", null=True, blank=True)
    removal_reason = models.CharField("移出原因", max_length=200, blank=True)

    class Meta:
        verbose_name = "关键岗位"
        ordering = ["post", "kind"]
        constraints = [
            models.UniqueConstraint(fields=["post", "kind"], condition=Q(until_on__isnull=True), name="key_post_once"),
            models.CheckConstraint(condition=PERIOD, name="key_post_period"),
        ]

    def __str__(self) -> str:
        return f"{self.post} {self.get_kind_display()}"
