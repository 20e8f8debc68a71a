"""Found a demonstration: the tree, the people who act in it and their roles, in one act. Refused in a house in use."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.utils import timezone

from quanheng.access.actions.account_keys import make_account_key
from quanheng.access.actions.action import action
from quanheng.access.actions.grants import plant, require_apart
from quanheng.access.actions.node_keys import hand, new_version
from quanheng.access.core.agreement import Pair
from quanheng.access.core.password_key import Cost
from quanheng.access.core.roles import TIME_BOXED
from quanheng.access.models import Account, Authority, Grant, NodeKey
from quanheng.access.queries.keys import READS_SEALED
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

# Printed passwords are 70 random bits, which no guessing reaches; Django hashes them anew at full cost at sign-in.
_ITERATIONS = 20_000
_LIGHT = Cost(memory_kib=8_192, passes=1, lanes=1)


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
    keys = _plant_keys(made, at=at)
    for row in accounts:
        account = Account(username=row["username"], name=row["name"], is_active=True, created_at=at)
        account.password = hasher.encode(passwords[row["username"]], hasher.salt(), iterations=_ITERATIONS)
        account.save()
        own = make_account_key(account, passwords[row["username"]], cost=_LIGHT) if keys else None
        for role in row["roles"]:
            begins = timezone.localdate(at)
            until = begins + timedelta(days=365) if role in TIME_BOXED else None
            require_apart(account, role, from_on=begins, until_on=until)
            kind = Grant.TEMPORARY if until else Grant.STANDING
            grant = Grant.objects.create(account=account, role=role, authority=tree[row["authority"]], from_on=begins, until_on=until, kind=kind)
            if own and role in READS_SEALED:
                node, pair = keys[row["authority"]]
                hand(account, node, pair, public=bytes(own.public), profile=own.profile, grant_id=grant.pk, by=by, at=at)
    return made[0]


def _plant_keys(authorities: Sequence[Authority], *, at: datetime) -> dict[str, tuple[NodeKey, Pair]]:
    """The first key of every authority, parents first; none in a house without a recovery key."""
    recovery = NodeKey.objects.filter(authority__isnull=True).first()
    made: dict[str, tuple[NodeKey, Pair]] = {}
    for authority in authorities if recovery else ():
        above = made[authority.parent.code][0] if authority.parent else recovery
        assert above is not None
        made[authority.code] = new_version(authority, above=above, at=at)
    return made
