"""Work asked for on a page and done beside it: who asked, how far it is, how it ended. The row is the queue."""

from django.db import models
from django.db.models import Q

from quanheng.access.models import Account
from quanheng.exchange.models.batch import ImportBatch

LIVE = ("waiting", "running", "interrupted")


class Job(models.Model):
    """后台办理: what every kind of background work has in common."""

    STATES = [
        ("waiting", "等待办理"),
        ("running", "正在办理"),
        ("done", "已办完"),
        ("refused", "未能办理"),
        ("interrupted", "已中断"),
    ]
    PHASES = [
        ("", "准备"),
        ("read", "读取文件"),
        ("compare", "与系统比对"),
        ("keep", "保存预览"),
        ("write", "写入"),
        ("gather", "汇集信息"),
    ]

    state = models.CharField("状态", max_length=12, choices=STATES, default="waiting")
    phase = models.CharField("阶段", max_length=10, choices=PHASES, blank=True)
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


class ImportJob(Job):
    """后台导入: the reading or the writing of one file; one at a time for a file."""

    VERBS = [("preview", "读取预览"), ("commit", "写入")]

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="jobs", verbose_name="批次")
    verb = models.CharField("事项", max_length=10, choices=VERBS)

    class Meta:
        verbose_name = "后台办理"
        verbose_name_plural = "后台办理"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["batch"], condition=Q(state__in=LIVE), name="one_live_job_a_file")
        ]
        indexes = [models.Index(fields=["id"], condition=Q(state__in=LIVE), name="live_import_jobs")]

    def __str__(self) -> str:
        return f"{self.get_verb_display()} {self.get_state_display()}"
