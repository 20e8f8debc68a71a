"""Work asked for on a page and done beside it: who asked, how far it is, how it ended. A room's own table is its queue."""

from typing import ClassVar

from django.db import models

from quanheng.access.models.account import Account

OPEN = ("waiting", "running")
LIVE = (*OPEN, "interrupted")
PHASES = {
    "": "准备",
    "read": "读取文件",
    "compare": "与系统比对",
    "keep": "保存预览",
    "write": "写入",
    "gather": "汇集信息",
    "count": "统计",
    "judge": "研判",
}


class Job(models.Model):
    """后台办理: what every kind of background work has in common."""

    LOCK: ClassVar[int]
    """Under this number workers hold the jobs of the table."""
    STATES = [
        ("waiting", "等待办理"),
        ("running", "正在办理"),
        ("done", "已办完"),
        ("refused", "未能办理"),
        ("interrupted", "已中断"),
    ]

    state = models.CharField("状态", max_length=12, choices=STATES, default="waiting")
    phase = models.CharField("阶段", max_length=10, blank=True)
    done = models.PositiveIntegerField("已办", default=0)
    total = models.PositiveIntegerField("共", default=0)
    attempts = models.PositiveSmallIntegerField("次数", default=0)
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="办理人")
    asked_at = models.DateTimeField("提交时间")
    started_at = models.DateTimeField("开始时间", null=True, blank=True)
    finished_at = models.DateTimeField("结束时间", null=True, blank=True)
    refusal = models.JSONField("未能办理的原因", default=dict, blank=True)

    class Meta:
        abstract = True

    @property
    def phase_name(self) -> str:
        """What is being done, in a word."""
        return PHASES.get(self.phase, PHASES[""])
