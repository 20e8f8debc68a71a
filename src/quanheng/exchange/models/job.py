"""The reading and the writing of a file, done beside the page."""

from django.db import models
from django.db.models import Q

from quanheng.access.models.job import LIVE, Job
from quanheng.exchange.models.batch import ImportBatch


class ImportJob(Job):
    """后台导入: the reading or the writing of one file; one at a time for a file."""

    LOCK = 0x514A
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
