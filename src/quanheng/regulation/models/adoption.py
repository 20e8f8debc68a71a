"""Which authority has taken on which local instrument, and for how long."""

from django.db import models
from django.db.models import Q

from quanheng.access.models import Account, Authority


class LayerAdoption(models.Model):
    """地方规定采用: a local instrument binds one authority and those under it for a period, beside the national law."""

    authority = models.ForeignKey(
        Authority, models.PROTECT, related_name="layer_adoptions", verbose_name="管理权限主体"
    )
    layer = models.CharField("地方规定", max_length=60)
    document = models.CharField("采用文号", max_length=80)
    from_on = models.DateField("施行")
    until_on = models.DateField("停止（不含）", null=True, blank=True)
    adopted_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="办理人")
    adopted_at = models.DateTimeField("办理时间")

    class Meta:
        verbose_name = "地方规定采用"
        ordering = ["authority__path", "layer", "from_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "layer"], condition=Q(until_on__isnull=True), name="one_open_adoption"
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=models.F("from_on")),
                name="adoption_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority} {self.layer}"
