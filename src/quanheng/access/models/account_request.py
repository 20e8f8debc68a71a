"""A request for an account and how far it has come: asked for, made, activated, seen by the auditor."""

from django.db import models
from django.db.models import F, Q

from quanheng.access.models.account import Account
from quanheng.access.models.authority import Authority


class AccountRequest(models.Model):
    """账号申请: whose account, with which roles, over which authority, on what ground; four hands carry it out."""

    username = models.CharField("账号", max_length=60)
    name = models.CharField("姓名", max_length=60)
    roles = models.JSONField("角色", default=list)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+", verbose_name="管理权限主体")
    until_on = models.DateField("止（不含）", null=True, blank=True)
    basis = models.CharField("依据", max_length=200)
    requested_by = models.ForeignKey(Account, models.PROTECT, related_name="+", verbose_name="申请人")
    requested_at = models.DateTimeField("申请时间")
    account = models.OneToOneField(Account, models.PROTECT, null=True, blank=True, related_name="request")
    created_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="建立人"
    )
    activated_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="启用人"
    )
    acknowledged_by = models.ForeignKey(
        Account, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审计人"
    )
    created_at = models.DateTimeField("建立时间", null=True, blank=True)
    activated_at = models.DateTimeField("启用时间", null=True, blank=True)
    acknowledged_at = models.DateTimeField("审计时间", null=True, blank=True)
    declined_at = models.DateTimeField("退回时间", null=True, blank=True)

    class Meta:
        verbose_name = "账号申请"
        ordering = ["-requested_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(activated_by__isnull=True) | Q(created_by__isnull=False),
                name="request_made_first",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_by__isnull=True) | Q(activated_by__isnull=False),
                name="request_activated_first",
            ),
            models.CheckConstraint(
                condition=(
                    Q(created_by__isnull=True)
                    | Q(activated_by__isnull=True)
                    | ~Q(created_by=F("activated_by"))
                )
                & (
                    Q(activated_by__isnull=True)
                    | Q(acknowledged_by__isnull=True)
                    | ~Q(activated_by=F("acknowledged_by"))
                ),
                name="request_other_hands",
            ),
        ]

    def __str__(self) -> str:
        return self.username

    @property
    def state(self) -> str:
        """How far it has come; the name of the step that waits, or of its end."""
        if self.declined_at:
            return "declined"
        return (
            "done"
            if self.acknowledged_at
            else "activated"
            if self.activated_at
            else "created"
            if self.created_at
            else "requested"
        )
