"""The journal: one chained line per act, written by the action decorator, never changed, never deleted."""

from django.db import models

from quanheng.access.models.account import Account


class JournalEntry(models.Model):
    """操作日志: who did what to what, when, with which result; `digest` covers the entry and the one before."""

    number = models.BigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间")
    by = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+", verbose_name="操作人")
    by_name = models.CharField("姓名", max_length=60)
    action = models.CharField("动作", max_length=80)
    subject = models.CharField("对象", max_length=200)
    authority_path = models.CharField("管理权限", max_length=500, blank=True)
    facts = models.JSONField("内容", default=dict)
    previous = models.CharField(max_length=64)
    digest = models.CharField("摘要", max_length=64, unique=True)

    class Meta:
        verbose_name = "日志"
        ordering = ["-number"]
        indexes = [models.Index(fields=["subject"]), models.Index(fields=["action"]), models.Index(fields=["at"], name="journal_at")]

    def __str__(self) -> str:
        return f"{self.number} {self.action}"
