"""The public notice of one person before appointment: what it shows, the period printed on it, when it really hung."""

from django.db import models
from django.db.models import F, Q

from quanheng.access.models import Account
from quanheng.procedure.models import Case
from quanheng.registry.models import Person


class PublicNotice(models.Model):
    """任前公示: `profile` is what was published, frozen; the printed period includes both its days."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="notices", verbose_name="选任事项")
    person = models.ForeignKey(Person, models.PROTECT, related_name="notices", verbose_name="公示对象")
    post = models.CharField("拟任职务", max_length=200)
    slug = models.CharField("网址", max_length=40, unique=True)
    profile = models.JSONField("公示内容")
    redactions = models.JSONField("遮盖", default=list, blank=True)
    decided_on = models.DateField("决定日期")
    printed_from = models.DateField("公示起")
    printed_to = models.DateField("公示止")
    working_days = models.PositiveIntegerField("工作日数")
    posted_at = models.DateTimeField("张贴时间")
    taken_down_at = models.DateTimeField("撤下时间", null=True, blank=True)
    scope = models.CharField("公示范围", max_length=200)
    channels = models.JSONField("公示渠道")
    address = models.CharField("受理地址", max_length=200)
    phone = models.CharField("受理电话", max_length=60)
    cites = models.JSONField("依据", default=list)
    published_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="发布人")

    class Meta:
        verbose_name = "任前公示"
        ordering = ["-printed_from", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(printed_to__gte=F("printed_from")), name="notice_period"),
            models.CheckConstraint(
                condition=Q(printed_from__gte=F("decided_on")), name="notice_after_decision"
            ),
            models.UniqueConstraint(
                fields=["case", "person"],
                condition=Q(taken_down_at__isnull=True),
                name="one_standing_notice_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.post}"
