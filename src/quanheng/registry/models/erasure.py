"""Erasing what is held about a person: asked for by one, decided by another; of a person erased only the key is left here."""

from django.db import models
from django.db.models import F, Q

from quanheng.access.models import Account, Authority


class Erasure(models.Model):
    """个人信息清除: who asked and why, who decided, what went (numbers only) and what had to stay."""

    STATES = [("open", "待审定"), ("done", "已清除"), ("refused", "不予清除")]

    person_key = models.UUIDField("干部")
    name = models.CharField("姓名", max_length=60, blank=True)
    authority = models.ForeignKey(Authority, models.PROTECT, verbose_name="管理权限主体")
    reason = models.CharField("理由", max_length=300)
    basis = models.CharField("依据", max_length=200)
    asked_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="申请人")
    asked_at = models.DateTimeField("申请时间")
    state = models.CharField("状态", max_length=10, choices=STATES, default="open")
    decided_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审定人"
    )
    decided_at = models.DateTimeField("审定时间", null=True, blank=True)
    note = models.CharField("审定意见", max_length=300, blank=True)
    is_whole = models.BooleanField("全部清除", null=True, blank=True)
    counts = models.JSONField("清除的记录", default=dict, blank=True)

    class Meta:
        verbose_name = "个人信息清除"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person_key"], condition=Q(state="open"), name="one_open_erasure_a_person"
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("asked_by")), name="erasure_by_two"
            ),
            models.CheckConstraint(condition=~Q(state="done") | Q(name=""), name="erased_names_are_gone"),
        ]

    def __str__(self) -> str:
        return f"{self.person_key} {self.get_state_display()}"
