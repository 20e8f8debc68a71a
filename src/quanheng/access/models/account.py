"""Accounts and the passwords they had. An account alone may do nothing: its grants (`grant.py`) give it roles."""

import uuid
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


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
    password_changed_at = models.DateTimeField("口令修改时间", null=True, blank=True)
    active_since = models.DateTimeField("启用时间", null=True, blank=True)
    asleep_since = models.DateTimeField("休眠时间", null=True, blank=True)

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


class FormerPassword(models.Model):
    """旧口令: the hash of a password its holder has left behind, kept where a profile forbids going back to it."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="former_passwords")
    password = models.CharField(max_length=128)
    left_at = models.DateTimeField("停用时间")

    class Meta:
        verbose_name = "旧口令"
        ordering = ["account", "-left_at"]

    def __str__(self) -> str:
        return f"{self.account_id} {self.left_at:%Y-%m-%d}"
