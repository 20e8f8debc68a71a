"""Recommendation by talk and by meeting, and the paper ballots counted twice by two people."""

from django.db import models

from quanheng.access.models import Account
from quanheng.procedure.models import Case


class Recommendation(models.Model):
    """民主推荐: one round, by talk (谈话调研推荐) or by meeting (会议推荐)."""

    FORMS = [("talk", "谈话调研推荐"), ("meeting", "会议推荐")]

    case = models.ForeignKey(Case, models.PROTECT, related_name="recommendations", verbose_name="事项")
    form = models.CharField("推荐方式", max_length=10, choices=FORMS)
    held_at = models.DateTimeField("时间")
    place = models.CharField("地点", max_length=100)
    presided_by = models.CharField("主持人", max_length=60)
    scope_size = models.PositiveIntegerField("应参加人数")
    attended = models.PositiveIntegerField("实参加人数")
    issued = models.JSONField("发出票数（分类）", default=list)
    """Pairs of voter class and ballots, in the order of the paper: an object in the database would lose it."""
    result = models.JSONField("推荐结果", default=dict, blank=True)
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True)

    class Meta:
        verbose_name = "民主推荐"
        ordering = ["case", "held_at"]
        constraints = [models.UniqueConstraint(fields=["case", "form"], name="one_round_a_form")]

    def __str__(self) -> str:
        return f"{self.get_form_display()} {self.held_at:%Y-%m-%d}"


class Count(models.Model):
    """计票录入: the whole sheet as one person typed it; two people type it apart and both must agree."""

    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="counts", verbose_name="民主推荐")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="录入人")
    at = models.DateTimeField("录入时间")
    figures = models.JSONField("票数")

    class Meta:
        verbose_name = "计票录入"
        ordering = ["recommendation", "at"]
        constraints = [models.UniqueConstraint(fields=["recommendation", "by"], name="one_count_a_person")]

    def __str__(self) -> str:
        return f"{self.recommendation} {self.by}"
