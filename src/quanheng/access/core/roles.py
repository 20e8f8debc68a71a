"""Roles and what each may do. Data, not code: an account's rights are the union of its grants' roles."""

from dataclasses import dataclass

PERMISSIONS: dict[str, str] = {
    "registry.view": "查阅干部信息",
    "registry.sensitive": "查阅敏感信息",
    "registry.edit": "维护干部信息",
    "registry.erase": "审定个人信息清除",
    "registry.own": "查阅本人信息",
    "exchange.import": "导入表册",
    "establishment.view": "查阅编制职数",
    "establishment.edit": "维护编制职数",
    "selection.view": "查阅选任事项",
    "selection.run": "办理选任事项",
    "selection.approve": "审定方案和人选",
    "selection.count": "录入计票",
    "selection.inspect": "开展考察",
    "selection.integrity": "回复廉政意见",
    "meeting.view": "查阅会议",
    "meeting.run": "组织会议",
    "meeting.sit": "出席会议并表态",
    "disclosure.publish": "发布公示",
    "disclosure.check": "核查反映",
    "procedure.view": "查阅全程纪实",
    "oversight.audit": "开展专项检查",
    "regulation.adopt": "采用地方规定",
    "access.keys": "使用密钥",
    "access.request": "申请账号",
    "access.accounts": "建立账号",
    "access.grants": "授予权限",
    "access.journal": "审计日志",
}


@dataclass(frozen=True)
class Role:
    """角色: a code, its name in both languages and its permissions."""

    code: str
    name: str
    name_en: str
    permissions: frozenset[str]


def _role(code: str, name: str, name_en: str, permissions: str) -> Role:
    held = frozenset(permissions.split())
    unknown = held - PERMISSIONS.keys()
    if unknown:
        raise ValueError(f"role {code} names unknown permissions: {sorted(unknown)}")
    return Role(code, name, name_en, held)


_READING = "registry.view establishment.view selection.view meeting.view procedure.view"
_SECRETS = "registry.sensitive access.keys"

ROLES: dict[str, Role] = {
    role.code: role
    for role in (
        _role("minister", "组织部部长", "Head of the organisation department",
              f"{_READING} {_SECRETS} selection.approve meeting.sit registry.erase disclosure.publish regulation.adopt access.request"),
        _role("deputy_minister", "组织部副部长", "Deputy head of the organisation department",
              f"{_READING} {_SECRETS} selection.approve registry.erase disclosure.publish access.request"),
        _role("section_chief", "干部科科长", "Cadre section chief",
              f"{_READING} {_SECRETS} registry.edit exchange.import establishment.edit selection.run meeting.run access.request"),
        _role("officer", "干部科干部", "Cadre section officer",
              f"{_READING} {_SECRETS} registry.edit exchange.import selection.run"),
        _role("supervisor", "干部监督科", "Cadre supervision",
              f"{_READING} access.keys disclosure.check oversight.audit access.request"),
        _role("teller", "计票人", "Teller", "selection.view selection.count"),
        _role("inspector", "考察组成员", "Inspector", "registry.view selection.view selection.inspect"),
        _role("discipline_officer", "纪检监察机关", "Discipline body", "selection.view selection.integrity"),
        _role("committee_chief", "党委书记", "Committee secretary", f"{_READING} {_SECRETS} meeting.sit selection.approve"),
        _role("committee_member", "党委常委", "Committee member", f"{_READING} access.keys meeting.sit"),
        _role("observer", "列席观察员", "Observer (reads only, for a time)", "selection.view meeting.view procedure.view"),
        _role("duty_leader", "值班领导", "Duty leader (for the days of duty)", f"{_READING} {_SECRETS}"),
        _role("party_group", "部门党组书记", "Party-group secretary", "selection.view"),
        _role("cadre", "干部本人", "Cadre (own file)", "registry.own"),
        _role("system_admin", "系统管理员", "System administrator", "access.accounts access.request"),
        _role("security_admin", "安全保密管理员", "Security administrator", "access.grants"),
        _role("audit_admin", "安全审计员", "Audit administrator", "access.journal"),
    )
}

ADMINISTRATORS = frozenset({"system_admin", "security_admin", "audit_admin"})

# Given for a time only: an inspection ends, a sitting is over, a day of duty passes.
TIME_BOXED = frozenset({"inspector", "observer", "duty_leader"})
# Nobody hands these on: they are offices of a person, or one's own file.
NOT_DELEGATED = ADMINISTRATORS | {"cadre", "duty_leader", "observer"}


def conflict(held: frozenset[str], wanted: str) -> str:
    """Why `wanted` may not join the roles already held, or "" when it may.

    The three administrators exclude each other and every business role (三员分立).

    >>> conflict(frozenset({"system_admin"}), "officer")
    '系统管理员'
    >>> conflict(frozenset({"officer"}), "teller")
    ''
    """
    others = held - {wanted} if wanted in ADMINISTRATORS else held & ADMINISTRATORS
    return ROLES[sorted(others)[0]].name if others else ""
