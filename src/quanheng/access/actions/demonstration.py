"""Found a demonstration: the tree, the people who act in it and their roles, in one act. Refused in a house in use."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.grants import plant, require_apart
from quanheng.access.core.roles import TIME_BOXED
from quanheng.access.models import Account, Authority, Grant
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

# Printed passwords are 70 random bits, which no guessing reaches; Django hashes them anew at full cost at sign-in.
_ITERATIONS = 20_000


@action("access.demonstration.found", label="建立示范", permission=None)
def plant_demonstration(
    *,
    by: Account | None,
    at: datetime,
    authorities: Sequence[tuple[str, str, str]],
    accounts: Sequence[Mapping[str, Any]],
    passwords: Mapping[str, str],
) -> Authority:
    """Checks itself that the house is empty: a house with accounts is never turned into a demonstration."""
    if Account.objects.exists() or Authority.objects.exists():
        raise Refused(text("建立示范"), why=text("系统中已有账号或管理权限主体"), remedy=text("示范只在空的数据库中建立"))
    hasher = PBKDF2PasswordHasher()
    made = plant(list(authorities))
    tree = {authority.code: authority for authority in made}
    for row in accounts:
        account = Account(username=row["username"], name=row["name"], is_active=True, created_at=at)
        account.password = hasher.encode(passwords[row["username"]], hasher.salt(), iterations=_ITERATIONS)
        account.save()
        for role in row["roles"]:
            begins = timezone.localdate(at)
            until = begins + timedelta(days=365) if role in TIME_BOXED else None
            require_apart(account, role, from_on=begins, until_on=until)
            kind = Grant.TEMPORARY if until else Grant.STANDING
            Grant.objects.create(account=account, role=role, authority=tree[row["authority"]], from_on=begins, until_on=until, kind=kind)
    return made[0]
