"""Grants: one role over one authority from a day on. The database refuses two offices in one hand (三员分立).

The exclusion is a trigger (`migrations`), as it compares rows; the conditions on one row are constraints here.
"""

from django.db import models
from django.db.models import F, Q

from quanheng.access.models.account import Account
from quanheng.access.models.authority import Authority


class Grant(models.Model):
    """授权: one role over one authority and all below it, from a day, until a day or further notice."""

    STANDING, TEMPORARY, DELEGATED, DUTY = "standing", "temporary", "delegated", "duty"
    KINDS = [(STANDING, "长期"), (TEMPORARY, "临时"), (DELEGATED, "委托"), (DUTY, "值班")]

    account = models.ForeignKey(Account, models.PROTECT, related_name="grants")
    role = models.CharField("角色", max_length=40)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="grants")
    from_on = models.DateField("起")
    until_on = models.DateField("止（不含）", null=True, blank=True)
    kind = models.CharField("方式", max_length=10, choices=KINDS, default=STANDING)
    basis = models.CharField("依据", max_length=200, blank=True)
    delegated_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="delegations", verbose_name="委托自"
    )

    class Meta:
        verbose_name = "授权"
        ordering = ["account", "role", "from_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")), name="grant_period"
            ),
            models.UniqueConstraint(fields=["account", "role", "authority", "from_on"], name="grant_once"),
            models.CheckConstraint(
                condition=Q(kind="standing") | Q(until_on__isnull=False), name="grant_time_boxed"
            ),
            models.CheckConstraint(
                condition=Q(kind="delegated", delegated_from__isnull=False)
                | (~Q(kind="delegated") & Q(delegated_from__isnull=True)),
                name="grant_delegated_from",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.role}"
