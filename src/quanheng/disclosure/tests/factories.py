"""A case of the transport bureau, the people who publish and check, and a notice made by the room's own action."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from quanheng.access.models import Account, Authority
from quanheng.disclosure.actions.publish_notice import publish_notice
from quanheng.disclosure.models import PublicNotice
from quanheng.procedure.models import Case
from quanheng.registry.models import Person
from quanheng.registry.tests import factories as registry

DECIDED_ON = date(2025, 11, 13)
FIRST, LAST = date(2025, 11, 17), date(2025, 11, 21)
"""Monday to Friday, no holiday: five working days."""
POSTED_AT = datetime(2025, 11, 17, 0, 30, tzinfo=UTC)
"""Half past eight in the morning of the Monday, in Shanghai."""
REPORT = "2023年6月，该同志在道路养护工程招标中为亲属谋取利益，招标代理公司为云岭某某公司。"


def moment(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A moment of 2025 in Shanghai."""
    return datetime(2025, month, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai"))


@dataclass
class Desk:
    """公示相关人员: the minister publishes, the supervisor checks."""

    authority: Authority
    minister: Account
    supervisor: Account
    case: Case
    person: Person


def desk() -> Desk:
    """何部长 publishes, 沈清 checks; 陈建国 is to become deputy chief of the transport bureau."""
    city = registry.authority("中共云岭市委")
    minister = registry.account("何志远", "minister", over=city)
    bureau = registry.organisation("云岭市交通运输局", of=city)
    case = Case.objects.create(
        number=f"云选〔2025〕{Case.objects.count() + 1}号",
        title="市交通运输局副局长",
        procedure="promotion",
        procedure_since=date(2019, 3, 3),
        authority=city,
        opened_at=moment(1, 9, month=9),
        opened_by=minister,
    )
    return Desk(
        city,
        minister,
        registry.account("沈清", "supervisor", over=city),
        case,
        registry.person("陈建国", of=city, at=bureau),
    )


def profile(**changed: Any) -> dict[str, object]:
    """What a notice shows of 陈建国."""
    return {
        "name": "陈建国",
        "sex": "男",
        "ethnic_group": "汉族",
        "born": "1985.03",
        "political_status": "中共党员",
        "education": "大学，工学学士",
        "work_started": "2007.07",
        "current_post": "云岭市交通运输局建设管理科科长",
        "proposed_post": "云岭市交通运输局副局长",
        "resume": "2007.07—2015.05 云岭市公路局工程师\n2015.05— 云岭市交通运输局建设管理科副科长、科长",
        "achievements": "主持国道改建工程，按期通车。",
        "awards_and_punishments": "2022年记三等功；无处分。",
        **changed,
    }


def notice(of: Desk | None = None, /, **given: Any) -> PublicNotice:
    """A notice of five working days, posted on its first morning."""
    who = of or desk()
    given = {
        "by": who.minister,
        "at": POSTED_AT,
        "case": who.case,
        "person": who.person,
        "post": "云岭市交通运输局副局长",
        "profile": profile(),
        "decided_on": DECIDED_ON,
        "printed_from": FIRST,
        "printed_to": LAST,
        "scope": "全市",
        "channels": ["云岭先锋网", "所在单位公示栏"],
        "address": "云岭市人民路1号 市委组织部干部监督科",
        **given,
    }
    return publish_notice(**given)
