"""The register of files that left the system: who took what, how much of it, for what purpose. Only grows."""

from django.db import models

from quanheng.access.models.account import Account


class Download(models.Model):
    """导出登记: a file handed out; `code` is printed on it, `digest` is of its bytes as they left."""

    code = models.CharField("登记号", max_length=16, unique=True)
    at = models.DateTimeField("时间")
    by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="导出人")
    by_name = models.CharField("姓名", max_length=60)
    what = models.CharField("内容", max_length=80)
    subject = models.CharField("地址", max_length=300)
    file_name = models.CharField("文件名", max_length=200)
    count = models.PositiveIntegerField("数量")
    unit = models.CharField("单位", max_length=10)
    purpose = models.CharField("用途", max_length=100, blank=True)
    digest = models.CharField("摘要", max_length=64)

    class Meta:
        verbose_name = "导出登记"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["by", "-id"], name="access_download_own")]

    def __str__(self) -> str:
        return self.code
