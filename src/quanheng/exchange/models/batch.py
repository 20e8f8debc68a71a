"""Imports: a file kept in the database, a preview of what it would change, then one commit that does all of it or nothing."""

from django.db import models
from django.db.models import Q

from quanheng.access.models import Account, Authority, HouseSealed, KeptWords


class ImportBatch(models.Model):
    """导入批次: one file as it was read, what it would change, and whether it was confirmed."""

    KINDS = [("roster", "花名册工作簿"), ("forms", "任免审批表")]
    STATES = [("received", "待读取"), ("previewed", "待确认"), ("committed", "已导入"), ("dropped", "已放弃"), ("unread", "未能读取")]
    WAITING = ("received", "previewed")

    kind = models.CharField("类别", max_length=20, choices=KINDS)
    file_name = KeptWords("文件名", of="by_id", instead="（打不开的文件名）", max_length=200)
    sha256 = models.CharField("文件摘要", max_length=64)
    size = models.PositiveBigIntegerField("文件大小", default=0)
    authority = models.ForeignKey(Authority, models.PROTECT, verbose_name="管理权限主体")
    is_as_found = models.BooleanField("按现状登记", default=False)
    state = models.CharField("状态", max_length=20, choices=STATES, default="previewed")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="导入人")
    at = models.DateTimeField("预览时间")
    committed_at = models.DateTimeField("导入时间", null=True, blank=True)
    counts = models.JSONField("统计", default=dict)
    stage = models.JSONField("待写内容的依据", default=dict, blank=True)

    class Meta:
        verbose_name = "导入批次"
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["by", "sha256", "authority"], condition=Q(state__in=("received", "previewed")), name="one_waiting_import_a_file"
            )
        ]

    def __str__(self) -> str:
        return f"第{self.pk}批"  # the journal keeps this: a file is often named after somebody


class ImportChunk(models.Model):
    """文件分块: a megabyte of a stored file, sealed, so that no file is ever a single value."""

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="chunks", verbose_name="批次")
    number = models.PositiveIntegerField("序号")
    data = HouseSealed("内容")

    class Meta:
        verbose_name = "文件分块"
        ordering = ["batch", "number"]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="one_chunk_a_number")]

    def __str__(self) -> str:
        return f"{self.number}"


class ImportLine(models.Model):
    """导入明细: one thing the file would add or change, or one row it cannot take and why; the words sealed (`queries/kept_lines.py`)."""

    EFFECTS = [("add", "新增"), ("change", "变更"), ("same", "无变化"), ("reject", "退回"), ("warn", "提示")]

    batch = models.ForeignKey(ImportBatch, models.CASCADE, related_name="lines", verbose_name="批次")
    effect = models.CharField("结果", max_length=10, choices=EFFECTS)
    noun = models.CharField("对象", max_length=40)
    said = HouseSealed("名称、位置、说明和变更")

    class Meta:
        verbose_name = "导入明细"
        ordering = ["batch", "pk"]
        indexes = [models.Index(fields=["batch", "effect", "id"])]

    def __str__(self) -> str:
        return f"{self.noun} {self.effect}"
