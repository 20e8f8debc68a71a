"""The house's own directory (LDAP) answers whether a name and a password are right. It makes no accounts and gives no roles."""

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.http import HttpRequest
from django_python3_ldap import ldap

from quanheng.access.models import Account


class Directory(ModelBackend):
    """目录认证: an active account of that name, whose password the directory knows. Django's own backend is asked first."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **_given: Any,
    ) -> Account | None:
        account = Account.objects.filter(username=username or "", is_active=True).first()
        if account is None or not password or not _knows(account.username, password):
            return None
        return account


def _knows(username: str, password: str) -> bool:
    """A bind as the person; an empty password would be an anonymous bind, which the caller has refused."""
    with ldap.connection(username=username, password=password) as found:
        return found is not None and found.has_user(username=username)
