"""A small real city with one empty seat, and one case brought act by act to where a test needs it.

Every act of the procedure is a function here with arguments that are right by themselves and the moments of
October and November 2026; a test overrides what it is about. `case_at` runs them in order.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from quanheng.access.models import Account, Authority
from quanheng.establishment.actions.open_vacancy import open_vacancy
from quanheng.establishment.models import PostQuota, Vacancy
from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.call_roll import call_roll
from quanheng.meeting.actions.convene import convene
from quanheng.meeting.actions.decide_item import decide_item
from quanheng.meeting.actions.express import express
from quanheng.meeting.actions.form_body import form_body
from quanheng.meeting.actions.seat_member import seat_member
from quanheng.meeting.models import Body, BodyMember, Item, Meeting
from quanheng.procedure.actions.step import Outcome
from quanheng.procedure.models import Case, RecordEntry
from quanheng.registry.models import Organisation, Person, Post
from quanheng.registry.tests import factories as registry
from quanheng.selection.actions.approve_motion import approve_motion
from quanheng.selection.actions.close_case_notice import close_case_notice
from quanheng.selection.actions.conclude_inspection import conclude_inspection
from quanheng.selection.actions.conclude_probation import conclude_probation
from quanheng.selection.actions.confirm_count import confirm_count
from quanheng.selection.actions.enter_count import enter_count
from quanheng.selection.actions.fix_targets import fix_targets
from quanheng.selection.actions.forecast_candidates import forecast_candidates
from quanheng.selection.actions.form_team import form_team
from quanheng.selection.actions.give_notice import give_notice
from quanheng.selection.actions.hold_meeting import hold_meeting
from quanheng.selection.actions.issue_order import issue_order
from quanheng.selection.actions.open_motion import open_motion
from quanheng.selection.actions.propose import propose
from quanheng.selection.actions.publish_case_notice import publish_case_notice
from quanheng.selection.actions.record_appointment_talk import record_appointment_talk
from quanheng.selection.actions.record_decision import record_decision
from quanheng.selection.actions.record_must import record_must
from quanheng.selection.actions.record_opinion import record_opinion
from quanheng.selection.actions.record_talks import record_talks
from quanheng.selection.actions.report_inspection import report_inspection
from quanheng.selection.actions.screen_candidates import screen_candidates
from quanheng.selection.actions.table_item import table_item
from quanheng.selection.models import Candidate, Motion

NAMES = ("周远行", "陈若溪", "孟思源", "卢承泽", "安沙英")
"""The five who may be considered; the first two become targets, the first is appointed."""
FIRST, SECOND, THIRD = NAMES[:3]
STAFF = {
    "何静": "section_chief",
    "王敏": "officer",
    "秦望": "minister",
    "沈立": "deputy_minister",
    "苏晴": "teller",
    "徐贝": "teller",
    "曹怀": "inspector",
    "丁若": "inspector",
    "方正": "discipline_officer",
    "赵磊": "supervisor",
}
COMMITTEE = ("周正清", "李慧", "张卫东", "赵敏", "钱立", "孙瑞", "吴桐", "郑远", "王岚")
"""周正清 is the secretary, the chief."""
ISSUED = {"班子成员": 4, "内设机构负责人": 18}
NUMBER = "云委干〔2026〕58号"


def at(month: int, day: int, hour: int = 9, minute: int = 0, *, year: int = 2026) -> datetime:
    """A moment of the case in Shanghai."""
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo("Asia/Shanghai"))


HELD_AT = at(11, 13, 9)
"""When the committee meets."""


@dataclass
class City:
    """一座城: its people, staff and committee by name, the empty seat, and the case once it is opened."""

    authority: Authority
    bureau: Organisation
    seat: Post
    people: dict[str, Person]
    staff: dict[str, Account]
    vacancy: Vacancy | None = None
    body: Body | None = None
    made: dict[str, Any] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        """The case as it stands in the database."""
        return Case.objects.select_related("authority").get(pk=self.made["case"])

    @property
    def meeting(self) -> Meeting:
        return Meeting.objects.latest("pk")

    def key(self, name: str) -> Any:
        return self.people[name].pk

    def candidate(self, name: str) -> Candidate:
        return Candidate.objects.select_related("person").get(case=self.case, person=self.people[name])

    def entry(self) -> RecordEntry:
        """The newest record entry of the case."""
        found = RecordEntry.objects.filter(case=self.case).order_by("-number").first()
        assert found is not None
        return found


def city(beside: City | None = None) -> City:
    """市交通运输局 with four approved deputies and three in post; five people fit to be the fourth.

    `beside` another: a second bureau under the same authority, with the same staff and committee.
    """
    authority = beside.authority if beside else registry.authority("中共云岭市委", code="city")
    bureau = registry.organisation("云岭市水利局" if beside else "云岭市交通运输局", of=authority, kind="3419")
    PostQuota.objects.create(
        organisation=bureau, level="132", role="deputy", number=4, document="云编办〔2024〕6号", from_on=date(2024, 1, 1)
    )
    for name in ("顾明川", "尹素兰", "何崇山"):
        registry.assignment(registry.person(name, at=bureau), registry.post(bureau), from_on=date(2022, 5, 10))
    staff = beside.staff if beside else {name: registry.account(name, role, over=authority) for name, role in STAFF.items()}
    people = {name: fit(name, bureau) for name in NAMES}
    return City(authority, bureau, registry.post(bureau), people, staff, body=beside.body if beside else None)


def fit(name: str, bureau: Organisation, *, chief_from: date = date(2019, 3, 1), **given: Any) -> Person:
    """A 乡科级正职 who meets every rule for a 县处级副职 post, with dated records; `chief_from` begins the first such post."""
    given = {"ethnic_group": "汉族", "current_post": "云岭市交通运输局科长", **given}
    person = registry.person(name, at=bureau, id_number=registry.identity_number(), **given)
    deputy = registry.post(bureau, "运输科副科长", level="142", role="inner_deputy")
    first = registry.post(bureau, "运输科科长", level="141", role="inner_chief")
    second = registry.post(bureau, "安全科科长", level="141", role="inner_chief")
    moved = date(chief_from.year + 2, chief_from.month, chief_from.day)
    registry.assignment(
        person, from_on=date(2008, 7, 1), until_on=date(2013, 3, 1), kind="work", title="养护站技术员", is_grassroots=True
    )
    registry.assignment(person, deputy, from_on=date(2013, 3, 1), until_on=chief_from, is_grassroots=False)
    registry.assignment(person, first, from_on=chief_from, until_on=moved, is_grassroots=False)
    registry.assignment(person, second, from_on=moved, is_grassroots=False)
    registry.rank(person, "142", from_on=date(2013, 3, 1), until_on=chief_from)
    registry.rank(person, "141", from_on=chief_from)
    registry.education(person), registry.training(person)
    registry.relative(person, "妻子", f"{name}之妻"), registry.relative(person, "儿子", f"{name}之子")
    for year in (2023, 2024, 2025):
        registry.year_grade(person, year)
    return person


def committee(of: City) -> Body:
    """The standing committee of nine, seated by the recorder 何静."""
    by, moment = of.staff["何静"], at(10, 12, 8)
    of.body = form_body(by=by, at=moment, authority=of.authority, name="市委常委会", kind="standing_committee")
    for order, name in enumerate(COMMITTEE):
        role = "committee_member" if order else "committee_chief"
        account = of.staff[name] = registry.account(name, role, over=of.authority)
        seat_member(by=by, at=moment, body=of.body, account=account, from_on=date(2026, 1, 1), is_chief=not order, order=order)
    return of.body


def vacancy(of: City) -> Vacancy:
    """The empty seat, on the register of vacancies since its holder retired."""
    of.vacancy = open_vacancy(
        by=of.staff["何静"], at=at(10, 12, 8, 30), post=of.seat, cause="retired", since_on=date(2026, 8, 31)
    )
    return of.vacancy


def motion_words(**given: Any) -> dict[str, Any]:
    """What a motion says."""
    return {"proposer": "市委组织部", "ground": "工作需要", "conditions": "熟悉交通运输管理", "scope": "市交通运输系统", **given}


def opened(of: City, **given: Any) -> Motion:
    """提出动议。"""
    filled = of.vacancy or vacancy(of)
    made = open_motion(**{"by": of.staff["王敏"], "at": at(10, 12), "vacancy": filled, **motion_words(), **given})
    of.made["case"] = made.case_id
    return made


def more_cases(of: City, number: int) -> None:
    """Further cases beside the first, for seats outside the quota."""
    first = of.made.get("case")
    for _ in range(number):
        seat = registry.post(of.bureau, "一级调研员", level="132", role="other", is_leading=False)
        row = open_vacancy(by=of.staff["何静"], at=at(10, 12, 8, 30), post=seat, cause="new", since_on=date(2026, 8, 31))
        opened(of, vacancy=row)
    of.made["case"] = first


def _act(function: Callable[..., Any], who: str, when: datetime, **default: Any) -> Callable[..., Outcome]:
    def done(of: City, **given: Any) -> Outcome:
        ready = {key: value(of) if callable(value) else value for key, value in default.items()}
        asked = {"by": of.staff[who], "at": when, "case": of.case, **ready, **given}
        made: Outcome = function(**asked)
        return made

    return done


def sheet(first: int = 15, second: int = 6) -> dict[str, dict[str, Any]]:
    """One teller's sheet of 22 ballots by the places of the two people; the first class gives them 3 and 1."""
    votes = ({"first": 3, "second": 1}, {"first": first - 3, "second": second - 1})
    figures = ({"returned": 4, "valid": 4, "void": 0, "abstained": 0}, {"returned": 18, "valid": 17, "void": 1, "abstained": 0})
    return {name: {**figures[i], "votes": votes[i]} for i, name in enumerate(ISSUED)}


def of_people(of: City, counted: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """The sheet with the keys of the real people."""
    keys = {"first": str(of.key(FIRST)), "second": str(of.key(SECOND))}
    return {
        name: {**row, "votes": {keys.get(person, person): n for person, n in row["votes"].items()}} for name, row in counted.items()
    }


def counted(of: City, who: str = "苏晴", **given: Any) -> Outcome:
    """录入计票, by one teller."""
    given = {"by": of.staff[who], "at": at(10, 16, 14, 5), "case": of.case, "figures": of_people(of, sheet()), **given}
    return enter_count(**given)


def both_counted(of: City) -> None:
    """Two tellers, the same figures."""
    counted(of), counted(of, "徐贝", at=at(10, 16, 14, 20))


def must(of: City, name: str = FIRST, kind: str = "file", **given: Any) -> Outcome:
    """登记凡提四必, one answer for one target; the discipline body's own officer answers for it."""
    given = {
        "by": of.staff["方正" if kind == "discipline" else "王敏"],
        "at": at(11, 4),
        "case": of.case,
        "person": of.key(name),
        "kind": kind,
        "result": "none" if kind == "petition" else "clear",
        "answered_by": "市纪委监委" if kind == "discipline" else "市委组织部",
        "answered_on": date(2026, 11, 3),
        **given,
    }
    return record_must(**given)


def all_musts(of: City, **results: str) -> None:
    """The four answers for both targets; `results` {kind: result} where they are not clear."""
    for name in (FIRST, SECOND):
        for kind in ("file", "matters", "discipline", "petition"):
            must(of, name, kind, **({"result": results[kind]} if kind in results else {}))


def reported(of: City, name: str = FIRST, **given: Any) -> Outcome:
    """提交考察材料, for one target by the leader of the team."""
    given = {
        "by": of.staff["曹怀"],
        "at": at(11, 4, 12),
        "case": of.case,
        "person": of.key(name),
        "performance": "熟悉交通运输管理，作风扎实。",
        "shortcomings": "调查研究还可更深入。",
        "talks": 26,
        "rating": {"优秀": 27, "称职": 8},
        **given,
    }
    return report_inspection(**given)


def both_reported(of: City) -> None:
    reported(of), reported(of, SECOND)


def convened(of: City, held_at: datetime = HELD_AT) -> Meeting:
    """A meeting of the standing committee, called the day before."""
    body = of.body or committee(of)
    return convene(by=of.staff["何静"], at=at(11, 12), body=body, held_at=held_at, place="市委常委会议室")


def tabled(of: City, meeting: Meeting | None = None, **given: Any) -> Outcome:
    """提交会议讨论。"""
    given = {"by": of.staff["何静"], "at": at(11, 13, 8), "case": of.case, "meeting": meeting or convened(of), **given}
    return table_item(**given)


def roll_called(of: City) -> list[BodyMember]:
    """点名: all nine are there."""
    members = list(BodyMember.objects.filter(body=of.meeting.body).select_related("account"))
    call_roll(by=of.staff["何静"], at=of.meeting.held_at, meeting=of.meeting, present=members, absent={})
    return members


def voted(of: City, *, agree: int = 9, disagree: int = 0) -> Item:
    """All nine come and speak, the chief last; the rest defer. Decided an hour and a half in."""
    meeting, by, members = of.meeting, of.staff["何静"], roll_called(of)
    item = meeting.items.latest("number")
    speakers = sorted(members, key=lambda member: member.is_chief)
    for index, member in enumerate(speakers):
        stance = "agree" if index < agree else "disagree" if index < agree + disagree else "defer"
        express(by=member.account, at=meeting.held_at, item=item, stance=stance)
    return decide_item(by=by, at=meeting.held_at + timedelta(minutes=90), item=item)


PLAN = "职位、条件、范围、方式、程序和时间安排"
approved = _act(approve_motion, "沈立", at(10, 13), plan=PLAN, place="部务会议室")
screened = _act(screen_candidates, "王敏", at(10, 14))
forecast = _act(forecast_candidates, "王敏", at(10, 14, 11), persons=lambda of: [person.pk for person in of.people.values()])
talked = _act(
    record_talks, "王敏", at(10, 15, 17), held_at=at(10, 15), place="市交通运输局", presided_by="秦望", scope_size=24,
    attended=22, mentions=lambda of: {str(of.key(FIRST)): 15, str(of.key(SECOND)): 5, str(of.key(THIRD)): 2},
)  # fmt: skip
held = _act(
    hold_meeting, "王敏", at(10, 16, 11), held_at=at(10, 16), place="三楼会议室", presided_by="秦望", scope_size=24,
    issued=ISSUED,
)  # fmt: skip
confirmed = _act(confirm_count, "王敏", at(10, 16, 15))
targeted = _act(
    fix_targets, "秦望", at(10, 20), persons=lambda of: [of.key(FIRST), of.key(SECOND)], reason="推荐票靠前，人岗相适。"
)
teamed = _act(
    form_team, "秦望", at(10, 21), leader=lambda of: of.staff["曹怀"], members=lambda of: [of.staff["丁若"]],
    plan="个别谈话、民主测评", from_on=date(2026, 10, 26), until_on=date(2026, 10, 30),
)  # fmt: skip
noticed = _act(give_notice, "王敏", at(10, 21, 10), notice_on=date(2026, 10, 21), notice="考察对象二人，电话12380")
inspected = _act(conclude_inspection, "曹怀", at(11, 4, 13))
consulted = _act(
    record_opinion, "王敏", at(11, 6), asked="普云生", capacity="分管领导", received_on=date(2026, 11, 5),
    answered_on=date(2026, 11, 6), answer="agree",
)  # fmt: skip
proposed = _act(propose, "秦望", at(11, 10), person=lambda of: of.key(FIRST), reason="人岗相适。")
decided = _act(record_decision, "何静", at(11, 13, 10, 40))
PERIOD = {"printed_from": date(2026, 11, 16), "printed_to": date(2026, 11, 20)}
published = _act(publish_case_notice, "秦望", at(11, 16, 8, 30), **PERIOD, scope="全市", address="市委组织部干部监督科")
unposted = _act(close_case_notice, "秦望", at(11, 20, 18))
spoken = _act(record_appointment_talk, "秦望", at(11, 23), talk_on=date(2026, 11, 23), talk_by="秦望")
ordered = _act(issue_order, "何静", at(11, 23, 10), number=NUMBER, issued_on=date(2026, 11, 23))
assessed = _act(conclude_probation, "何静", at(11, 23, year=2027), outcome="confirmed", note="胜任现职")

CHAIN: tuple[tuple[str, Callable[[City], Any]], ...] = (
    ("motion", opened),
    ("approve_motion", approved),
    ("screen_candidates", screened),
    ("forecast_candidates", forecast),
    ("recommendation", talked),
    ("hold_meeting", held),
    ("enter_count", both_counted),
    ("confirm_count", confirmed),
    ("inspection", targeted),
    ("form_team", teamed),
    ("give_notice", noticed),
    ("record_must", all_musts),
    ("report_inspection", both_reported),
    ("conclude_inspection", inspected),
    ("consultation", consulted),
    ("propose", proposed),
    ("deliberation", tabled),
    ("vote", voted),
    ("record_decision", decided),
    ("notice", published),
    ("close_case_notice", unposted),
    ("appointment", spoken),
    ("issue_order", ordered),
    ("probation", assessed),
    ("closed", lambda of: None),
)
"""What comes next, by the step's id where a step begins, else by the act's name; and the act that does it."""


def case_at(stop: str, of: City | None = None) -> City:
    """A city whose case waits for `stop`: everything before it was done by the real acts."""
    of = of or city()
    names = [name for name, _ in CHAIN]
    for _, act in CHAIN[: names.index(stop)]:
        act(of)
    return of


def refusal(act: Callable[..., Any], *named: Any, **given: Any) -> Refused:
    """The refusal that an act must meet."""
    with pytest.raises(Refused) as caught:
        act(*named, **given)
    return caught.value


def no_right(refused: Refused, name: str, permission: str) -> bool:
    """Whether it was refused because this person does not hold this permission."""
    return str(refused.why) == f"{name}没有“{permission}”权限，或该对象不在其管理权限内"


def out_of_order(refused: Refused, *, at_step: str, first: str) -> bool:
    """Whether it was refused because the case is at another step, naming what to do first."""
    return f"本案现处于“{at_step}”环节，前序未完成：{first}" in str(refused.why) and str(refused.remedy) == f"先办理：{first}"


def done_already(refused: Refused) -> bool:
    """Whether it was refused because it is on record."""
    return str(refused.why) == "本环节已办理，纪实已存"
