"""Exports: people taken out as files, made beside the page, kept some days for whoever asked for them, and then gone."""

from django.db import models
from django.db.models import Q

from quanheng.access.models import HouseSealed
from quanheng.access.models.job import LIVE, Job


class ExportJob(Job):
    """导出任务: whose data, in which format, what for; the file in pieces until it is fetched, dropped or out of date."""

    LOCK = 0x514C
    KINDS = [
        ("workbook", "花名册工作簿（.xlsx）"),
        ("package", "数据交换包（.zip）"),
        ("lrmx", "任免审批表（.lrmx，压缩包）"),
        ("pdf", "任免审批表（PDF，压缩包）"),
    ]
    OPEN = ("package", "lrmx", "pdf")
    """These hold identity numbers and family: only of people whose whole file one may open."""

    kind = models.CharField("格式", max_length=10, choices=KINDS)
    purpose = models.CharField("用途", max_length=200)
    organisation_code = models.CharField("机构编码", max_length=60, blank=True)
    scope = models.JSONField("导出时的权限范围", default=dict, blank=True)
    file_name = models.CharField("文件名", max_length=200, blank=True)
    people = models.PositiveIntegerField("人数", default=0)
    size = models.PositiveBigIntegerField("文件大小", default=0)
    sha256 = models.CharField("文件摘要", max_length=64, blank=True)
    fetched = models.PositiveIntegerField("下载次数", default=0)
    dropped_at = models.DateTimeField("删除时间", null=True, blank=True)

    class Meta:
        verbose_name = "导出任务"
        verbose_name_plural = "导出任务"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["id"], condition=Q(state__in=LIVE), name="live_export_jobs"),
            models.Index(fields=["asked_by", "-id"], name="exports_of_one"),
            models.Index(
                fields=["finished_at"], condition=Q(size__gt=0, dropped_at__isnull=True), name="exports_kept"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.get_state_display()}"

    @property
    def is_ready(self) -> bool:
        """Whether there is a file to fetch."""
        return self.state == "done" and self.dropped_at is None


class ExportChunk(models.Model):
    """导出文件分块: a megabyte of the file, sealed."""

    export = models.ForeignKey(ExportJob, models.CASCADE, related_name="chunks", verbose_name="导出任务")
    number = models.PositiveIntegerField("序号")
    data = HouseSealed("内容")

    class Meta:
        verbose_name = "导出文件分块"
        ordering = ["export", "number"]
        constraints = [models.UniqueConstraint(fields=["export", "number"], name="one_export_chunk_a_number")]

    def __str__(self) -> str:
        return f"{self.number}"
