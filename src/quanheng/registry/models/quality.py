"""What the data-quality rules found when they were last run, and the counts of each day. The rules are in `core.quality`."""

from django.db import models

from quanheng.access.models import Authority
from quanheng.registry.models.person import Person


class QualityIssue(models.Model):
    """数据问题: a person whom a rule finds; no record, made anew by every count, at most so many an authority and rule."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="quality_issues", verbose_name="干部")
    authority = models.ForeignKey(Authority, models.CASCADE, related_name="+", verbose_name="管理权限主体")
    rule = models.CharField("规则", max_length=40)
    shows = models.CharField("情形", max_length=200, blank=True)

    class Meta:
        verbose_name = "数据问题"
        ordering = ["pk"]
        indexes = [models.Index(fields=["rule", "authority", "id"], name="quality_issue_list")]

    def __str__(self) -> str:
        return self.rule


class QualityCount(models.Model):
    """数据质量计数: how many persons of one authority a rule found on a day; the history of the fix list (A19)."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="+", verbose_name="管理权限主体")
    rule = models.CharField("规则", max_length=40)
    on = models.DateField("日期")
    count = models.PositiveIntegerField("人数")

    class Meta:
        verbose_name = "数据质量计数"
        ordering = ["-on", "rule"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "rule", "on"], name="one_quality_count_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.on} {self.rule} {self.count}"
