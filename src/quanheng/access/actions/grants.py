"""Accounts and grants: made by one administrator, activated and granted by another (三员分立)."""

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.core.roles import ADMINISTRATORS, ROLES, conflict
from quanheng.access.models import Account, Authority, Grant
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text


@action("access.account.create", label="建立账号", permission="access.accounts", keeps=("username",))
def create_account(
    *, by: Account, at: datetime, username: str, name: str, password: str, person_key: UUID | None = None
) -> Account:
    """An inactive account; the security administrator's first grant activates it."""
    if Account.objects.filter(username=username).exists():
        raise Refused(text("建立账号"), why=text("账号“{username}”已存在", username=username), remedy=text("换一个账号名"))
    account = Account(username=username, name=name, person_key=person_key, is_active=False, created_at=at)
    account.set_password(password)
    account.save()
    return account


@action("access.grant.give", label="授予角色", permission="access.grants", keeps=("account", "role", "authority", "from_on", "until_on"))
def give_grant(
    *,
    by: Account,
    at: datetime,
    account: Account,
    role: str,
    authority: Authority,
    from_on: date | None = None,
    until_on: date | None = None,
) -> Grant:
    """Activate the account with this role; nobody grants to themselves, nobody joins what must stay apart."""
    if account.pk == by.pk:
        raise Refused(text("授予角色"), why=text("不得给自己授权"), remedy=text("由另一名安全保密管理员授予"))
    require_apart(account, role)
    grant = Grant.objects.create(
        account=account, role=role, authority=authority, from_on=from_on or timezone.localdate(at), until_on=until_on
    )
    if not account.is_active:
        account.is_active = True
        account.save(update_fields=["is_active"])
    return grant


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


def require_apart(account: Account, role: str) -> None:
    """Refuse a role that must not meet one the account holds."""
    if role not in ROLES:
        raise Refused(text("授予角色"), why=text("没有“{role}”这一角色", role=role))
    held = frozenset(Grant.objects.filter(account=account, until_on__isnull=True).values_list("role", flat=True))
    other = conflict(held, role)
    if other:
        raise Refused(
            text("授予角色"),
            why=text("{name}已是{other}，与“{role}”不得由一人兼任", name=account.name, other=other, role=ROLES[role].name),
            cites=("GB/T 22239-2019 8.1.5",),
            remedy=text("由另一人担任"),
        )


@action("access.account.link", label="关联本人档案", permission="access.accounts", keeps=("account",))
def link_account(*, by: Account, at: datetime, account: Account, person_key: UUID) -> Account:
    """The account's holder may see that file as their own; recusal checks follow it. Once only."""
    if account.person_key is not None:
        raise Refused(text("关联本人档案"), why=text("{name}已关联档案", name=account.name), remedy=text("确有错误的，先停用账号再重新建立"))
    account.person_key = person_key
    account.save(update_fields=["person_key"])
    return account


@action("access.authority.add", label="增设管理权限主体", permission="access.grants", keeps=("code", "name", "parent"))
def add_authority(*, by: Account, at: datetime, code: str, name: str, parent: Authority) -> Authority:
    """A new authority below another; its code is unique in the whole tree."""
    whole = f"{parent.code}.{code}"
    if Authority.objects.filter(code=whole).exists():
        raise Refused(text("增设管理权限主体"), why=text("代码“{code}”已使用", code=whole), remedy=text("换一个代码"))
    return Authority.objects.create(code=whole, name=name, parent=parent, path=f"{parent.path}{code}/")


@action("access.account.change_password", label="修改口令", permission=None)
def change_password(*, by: Account, at: datetime, old: str, new: str) -> Account:
    """One's own password: checks the present one itself; nobody sets another person's."""
    account = Account.objects.select_for_update().get(pk=by.pk)
    if not account.check_password(old):
        raise Refused(text("修改口令"), why=text("现在的口令不对"), remedy=text("核对后重新输入"))
    account.set_password(new)
    account.save(update_fields=["password"])
    return account
