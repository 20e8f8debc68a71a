"""Who manages whom, as the roster says it: a label of 管理类别 within a part of the organisation tree, and the authority."""

from django.db import models

from quanheng.access.models import Authority


class ManagementRule(models.Model):
    """管理权限规则: people of this 管理类别 in units under this code belong to this authority; the longest code wins."""

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="management_rules", verbose_name="管理权限主体")
    manages = models.CharField("管理类别", max_length=40)
    organisation_code = models.CharField("机构编码范围", max_length=60, blank=True)

    class Meta:
        verbose_name = "管理权限规则"
        ordering = ["organisation_code", "manages"]
        constraints = [models.UniqueConstraint(fields=["manages", "organisation_code"], name="one_authority_a_label_and_part")]

    def __str__(self) -> str:
        return f"{self.manages} {self.organisation_code} {self.authority}"
