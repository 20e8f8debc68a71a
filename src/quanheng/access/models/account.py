"""Accounts and grants. An account alone may do nothing; each grant gives one role over one authority for a time."""

import uuid
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from quanheng.access.models.authority import Authority


class Accounts(BaseUserManager["Account"]):
    """Look-up by username; accounts are made by actions only."""


class Account(AbstractBaseUser):
    """账号: one person, one account. There is no superuser."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    username = models.CharField("账号", max_length=60, unique=True)
    name = models.CharField("姓名", max_length=60)
    person_key = models.UUIDField("本人档案", null=True, blank=True, unique=True)
    is_active = models.BooleanField("启用", default=True)
    created_at = models.DateTimeField("建立时间")

    # A page that only reads asks for the same rights many times; `site` gives each request's account a memo of its own.
    rights_memo: dict[Any, Any] | None = None

    objects = Accounts()
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = "账号"
        ordering = ["username"]

    def __str__(self) -> str:
        return self.name


class Grant(models.Model):
    """授权: one role over one authority and all below it, from a day, until a day or further notice."""

    account = models.ForeignKey(Account, models.PROTECT, related_name="grants")
    role = models.CharField("角色", max_length=40)
    authority = models.ForeignKey(Authority, models.PROTECT, related_name="grants")
    from_on = models.DateField("起")
    until_on = models.DateField("止（不含）", null=True, blank=True)

    class Meta:
        verbose_name = "授权"
        ordering = ["account", "role", "from_on"]
        constraints = [
            models.CheckConstraint(condition=Q(until_on__isnull=True) | Q(until_on__gt=models.F("from_on")), name="grant_period"),
            models.UniqueConstraint(fields=["account", "role", "authority", "from_on"], name="grant_once"),
        ]

    def __str__(self) -> str:
        return f"{self.account} {self.role}"
