"""Counts and lists over everybody that take longer than a page may: asked for on a page, done beside it by the worker."""

from django.db import models
from django.db.models import Q

from quanheng.access.models import HouseKept, KeptJSON
from quanheng.access.models.job import OPEN, Job


class Reckoning(Job):
    """后台统计: who asked for what, how far it is, and what came of it. The row is the queue; after some days it is gone."""

    LOCK = 0x514B
    KINDS = [
        ("statistics", "统计表"),
        ("query", "查询"),
        ("export", "导出查询结果"),
        ("quality", "核查数据质量"),
    ]

    kind = models.CharField("事项", max_length=12, choices=KINDS)
    asked = models.JSONField("条件", default=dict)
    key = models.CharField("条件摘要", max_length=64)
    found = KeptJSON("结果", of="key", null=True, blank=True)
    paper = HouseKept("工作簿", of="key", null=True, blank=True)

    class Meta:
        verbose_name = "后台统计"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["asked_by", "key"], condition=Q(state__in=OPEN), name="one_live_reckoning"
            )
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(state__in=OPEN), name="live_reckonings"),
            models.Index(fields=["asked_by", "key", "finished_at"], name="reckoning_found"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.get_state_display()}"
