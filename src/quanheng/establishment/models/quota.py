"""Approved post quotas and vacancies: how many seats there may be, and which stand empty and why."""

from django.db import models
from django.db.models import Q

from quanheng.establishment.models.order import QuotaOrder
from quanheng.establishment.models.period import PERIOD
from quanheng.registry.models import Organisation, Post


class PostQuota(models.Model):
    """职数: how many leaders of one role and level an organisation may have, by an approved order."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="quotas", verbose_name="机构")
    level = models.CharField("职务层次", max_length=10)
    role = models.CharField("职务类别", max_length=20, choices=Post.ROLES)
    number = models.PositiveIntegerField("核定职数")
    document = models.CharField("批准文号", max_length=80, blank=True)
    order = models.ForeignKey(QuotaOrder, models.PROTECT, null=True, blank=True, related_name="post_quotas", verbose_name="批文")
    from_on = models.DateField("生效")
    until_on = models.DateField("失效（不含）", null=True, blank=True)

    class Meta:
        verbose_name = "职数"
        ordering = ["organisation__code", "level", "role"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "level", "role", "from_on"], name="quota_once"),
            models.CheckConstraint(condition=PERIOD, name="quota_period"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.get_role_display()} {self.number}"


class Vacancy(models.Model):
    """职位空缺: a seat that stands empty or will, the cause, since when, and how it may be filled."""

    CAUSES = [
        ("retired", "退休"),
        ("moved", "交流、调离"),
        ("promoted", "提任"),
        ("removed", "免职"),
        ("resigned", "辞职"),
        ("new", "新设职位"),
        ("other", "其他"),
    ]
    ROUTES = [("promotion", "选拔任用"), ("transfer", "平级调整"), ("competition", "竞争性选拔")]

    post = models.ForeignKey(Post, models.PROTECT, related_name="vacancies", verbose_name="职务")
    cause = models.CharField("空缺原因", max_length=20, choices=CAUSES)
    since_on = models.DateField("空缺时间")
    route = models.CharField("拟补充方式", max_length=20, choices=ROUTES, default="promotion")
    note = models.TextField("说明", blank=True)
    announced_on = models.DateField("预告日期", null=True, blank=True)
    announced_until_on = models.DateField("预告截止（不含）", null=True, blank=True)
    announcement = models.TextField("职位预告", blank=True)
    filled_on = models.DateField("补充时间", null=True, blank=True)

    class Meta:
        verbose_name = "职位空缺"
        verbose_name_plural = "职位空缺"
        ordering = ["filled_on", "since_on"]
        constraints = [
            models.UniqueConstraint(fields=["post"], condition=Q(filled_on__isnull=True), name="one_open_vacancy_a_post"),
        ]

    def __str__(self) -> str:
        return str(self.post)
