"""The bodies that decide by meeting, and who sits in them from when until when."""

from django.db import models
from django.db.models import Q

from quanheng.access.models import Account, Authority


class Body(models.Model):
    """会议主体: a committee or group that decides; `keeps_recused` is the house choice for its 应到."""

    KINDS = [
        ("standing_committee", "党委常委会"),
        ("committee", "党委（工委）"),
        ("party_group", "党组"),
        ("plenum", "党委全体会议"),
        ("department", "部务会"),
    ]

    name = models.CharField("名称", max_length=100)
    kind = models.CharField("类别", max_length=30, choices=KINDS)
    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="bodies", verbose_name="管理权限主体"
    )
    keeps_recused = models.BooleanField("回避人员计入应到", default=True)

    class Meta:
        verbose_name = "会议主体"
        ordering = ["authority__path", "name"]
        constraints = [models.UniqueConstraint(fields=["authority", "name"], name="body_once")]

    def __str__(self) -> str:
        return self.name


class BodyMember(models.Model):
    """会议成员: an account that sits in a body for a time; the chief (主要负责人) speaks last."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="members", verbose_name="会议主体")
    account = models.ForeignKey(Account, models.PROTECT, related_name="seats", verbose_name="成员")
    is_chief = models.BooleanField("主要负责人", default=False)
    order = models.PositiveIntegerField("排序", default=0)
    from_on = models.DateField("起")
    until_on = models.DateField("止（不含）", null=True, blank=True)

    class Meta:
        verbose_name = "会议成员"
        ordering = ["body", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["body", "account", "from_on"], name="body_member_once"),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=models.F("from_on")),
                name="body_member_period",
            ),
        ]

    def __str__(self) -> str:
        return self.account.name
