"""Counts and lists over everybody that take longer than a page may: asked for on a page, done beside it by the worker."""

from django.db import models
from django.db.models import Q

from quanheng.access.models import Account

LIVE = ("waiting", "running")


class Reckoning(models.Model):
    """后台统计: who asked for what, how far it is, and what came of it. The row is the queue; after some days it is gone."""

    KINDS = [
        ("statistics", "统计表"),
        ("query", "查询"),
        ("export", "导出查询结果"),
        ("quality", "核查数据质量"),
    ]
    STATES = [
        ("waiting", "等待办理"),
        ("running", "正在办理"),
        ("done", "已办完"),
        ("refused", "未能办理"),
        ("interrupted", "已中断"),
    ]

    kind = models.CharField("事项", max_length=12, choices=KINDS)
    asked = models.JSONField("条件", default=dict)
    key = models.CharField("条件摘要", max_length=64)
    state = models.CharField("状态", max_length=12, choices=STATES, default="waiting")
    phase = models.CharField("阶段", max_length=10, blank=True)
    done = models.PositiveIntegerField("已办", default=0)
    total = models.PositiveIntegerField("共", default=0)
    attempts = models.PositiveSmallIntegerField("次数", default=0)
    asked_by = models.ForeignKey(Account, models.CASCADE, related_name="+", verbose_name="办理人")
    asked_at = models.DateTimeField("提交时间")
    started_at = models.DateTimeField("开始时间", null=True, blank=True)
    finished_at = models.DateTimeField("结束时间", null=True, blank=True)
    found = models.JSONField("结果", null=True, blank=True)
    paper = models.BinaryField("工作簿", null=True, blank=True)
    refusal = models.JSONField("未能办理的原因", default=dict, blank=True)

    class Meta:
        verbose_name = "后台统计"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["asked_by", "key"], condition=Q(state__in=LIVE), name="one_live_reckoning"
            )
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(state__in=LIVE), name="live_reckonings"),
            models.Index(fields=["asked_by", "key", "finished_at"], name="reckoning_found"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.get_state_display()}"
