"""Grants: roles given and taken back by the security administrator, and the tree they are given over."""

from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.key_grants import take_back
from quanheng.access.core.roles import ADMINISTRATORS, ROLES, TIME_BOXED, conflict
from quanheng.access.models import Account, Authority, Grant
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text


@action("access.grant.give", label="授予角色", permission="access.grants", keeps=("account", "role", "authority", "from_on", "until_on", "kind"))
def give_grant(
    *,
    by: Account,
    at: datetime,
    account: Account,
    role: str,
    authority: Authority,
    from_on: date | None = None,
    until_on: date | None = None,
    kind: str = "",
    basis: str = "",
) -> Grant:
    """Activate the account with this role; nobody grants to themselves, nobody joins what must stay apart.

    Without `kind` a grant with an end is temporary, one without is standing.
    """
    if account.pk == by.pk:
        raise Refused(text("授予角色"), why=text("不得给自己授权"), remedy=text("由另一名安全保密管理员授予"))
    begins = from_on or timezone.localdate(at)
    kind = kind or (Grant.TEMPORARY if until_on else Grant.STANDING)
    require_end(role, kind, begins, until_on)
    require_apart(account, role, from_on=begins, until_on=until_on)
    grant = Grant.objects.create(
        account=account, role=role, authority=authority, from_on=begins, until_on=until_on, kind=kind, basis=basis
    )
    if not account.is_active:
        wake(account, at=at)
    return grant


def wake(account: Account, *, at: datetime) -> None:
    """The account may be used from now on; its idle days count from here."""
    account.is_active, account.asleep_since, account.active_since = True, None, at
    account.save(update_fields=["is_active", "asleep_since", "active_since"])


def require_end(role: str, kind: str, begins: date, until_on: date | None) -> None:
    """Refuse a grant for a time that names no end, and one that ends before it begins."""
    if until_on is None and (kind != Grant.STANDING or role in TIME_BOXED):
        raise Refused(
            text("授予角色"),
            why=text("“{role}”只能限期授予，须写明截止日期", role=ROLES[role].name if role in ROLES else role),
            remedy=text("填写截止日期"),
        )
    if until_on is not None and until_on <= begins:
        raise Refused(text("授予角色"), why=text("截止日期须晚于开始日期"), remedy=text("核对日期"))


@action("access.grant.end", label="收回角色", permission="access.grants", keeps=("grant",))
def end_grant(*, by: Account, at: datetime, grant: Grant) -> Grant:
    """The role ends today; the row stays."""
    today = timezone.localdate(at)
    if grant.until_on is not None and grant.until_on <= today:
        raise Refused(text("收回角色"), why=text("该授权已于{day}终止", day=grant.until_on))
    if grant.from_on >= today:
        grant.from_on = date.fromordinal(today.toordinal() - 1)
    grant.until_on = today
    grant.save(update_fields=["from_on", "until_on"])
    take_back(grant, at=at)
    return grant


@action("access.house.found", label="建立系统", permission=None, keeps=("names",))
def found_house(
    *, by: Account | None, at: datetime, authorities: list[tuple[str, str, str]], names: dict[str, str], passwords: dict[str, str]
) -> Authority:
    """The authority tree and the three administrators of an empty house; checks itself that the house is empty.

    `authorities` are (code, name, parent code or "") in order, parents first; `names` {role code: person's name}.
    """
    if Account.objects.exists() or Authority.objects.exists():
        raise Refused(text("建立系统"), why=text("系统中已有账号或管理权限主体"), remedy=text("由系统管理员和安全保密管理员继续办理"))
    if set(names) != ADMINISTRATORS:
        raise Refused(text("建立系统"), why=text("须同时指定系统管理员、安全保密管理员、安全审计员"))
    made = plant(authorities)
    for role, name in names.items():
        account = Account(username=role, name=name, is_active=True, created_at=at)
        account.set_password(passwords[role])
        account.save()
        Grant.objects.create(account=account, role=role, authority=made[0], from_on=timezone.localdate(at))
    return made[0]


def plant(authorities: list[tuple[str, str, str]]) -> list[Authority]:
    """Make the tree; the first is the root. ValueError names a parent that has not come before."""
    made: dict[str, Authority] = {}
    for code, name, parent_code in authorities:
        if parent_code and parent_code not in made:
            raise ValueError(f"authority {code!r} names the parent {parent_code!r}, which does not come before it")
        parent = made.get(parent_code)
        made[code] = Authority.objects.create(code=code, name=name, parent=parent, path=f"{parent.path if parent else '/'}{code}/")
    return list(made.values())


def require_apart(account: Account, role: str, *, from_on: date, until_on: date | None = None) -> None:
    """Refuse a role that must not meet one the account holds in the same days. The database refuses it again."""
    if role not in ROLES:
        raise Refused(text("授予角色"), why=text("没有“{role}”这一角色", role=role))
    meets = Q(until_on__isnull=True) | Q(until_on__gt=from_on)
    meets &= Q(from_on__lt=until_on) if until_on else Q()
    held = frozenset(Grant.objects.filter(meets, account=account).values_list("role", flat=True))
    other = conflict(held, role)
    if other:
        raise Refused(
            text("授予角色"),
            why=text("{name}已是{other}，与“{role}”不得由一人兼任", name=account.name, other=other, role=ROLES[role].name),
            cites=("GB/T 22239-2019 8.1.5",),
            remedy=text("由另一人担任"),
        )


@action("access.authority.add", label="增设管理权限主体", permission="access.grants", keeps=("code", "name", "parent"))
def add_authority(*, by: Account, at: datetime, code: str, name: str, parent: Authority) -> Authority:
    """A new authority below another; its code is unique in the whole tree."""
    whole = f"{parent.code}.{code}"
    if Authority.objects.filter(code=whole).exists():
        raise Refused(text("增设管理权限主体"), why=text("代码“{code}”已使用", code=whole), remedy=text("换一个代码"))
    return Authority.objects.create(code=whole, name=name, parent=parent, path=f"{parent.path}{code}/")
