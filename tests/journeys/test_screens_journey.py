"""One appointment through the addresses that people really open: from the vacancy to the signed order.

Every act is a form posted by a named person; the day moves by the demonstration's date, the clock itself stays as it is.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from quanheng.disclosure.models import Objection, PublicNotice
from quanheng.meeting.models import Body, BodyMember, Meeting
from quanheng.procedure.models import Case, RecordEntry, Task
from quanheng.registry.models import Person
from quanheng.registry.tests import factories as registry
from quanheng.registry.tests.factories import number_words
from quanheng.selection.models import AppointmentOrder, Candidate
from quanheng.selection.tests import factories as make

pytestmark = pytest.mark.django_db
CHIEF, OTHERS = make.COMMITTEE[0], make.COMMITTEE[1:]
PASSWORD = "Yunling-2026-autumn"


@dataclass
class Walk:
    """一路走来: the city, whose day it is, the browsers of its people, the case once it is opened."""

    of: make.City
    settings: Any
    day: date = date(2026, 10, 9)
    browsers: dict[str, Client] = field(default_factory=dict)
    case: Case | None = None

    def go(self, day: date) -> date:
        self.day = self.settings.DEMONSTRATION_DATE = day
        return day

    def tomorrow(self) -> date:
        return self.go(self.day + timedelta(days=1))

    def browser(self, name: str) -> Client:
        if name not in self.browsers:
            self.browsers[name] = Client()
            self.browsers[name].force_login(self.of.staff[name])
        return self.browsers[name]

    def sees(self, name: str, address: str, *words: str) -> None:
        page = self.browser(name).get(address)
        assert page.status_code == 200, f"{name} {address}: {page.status_code}"
        missing = [word for word in words if word not in page.content.decode()]
        assert not missing, f"{name} {address}: {missing}"

    def posts(self, who: str, address: str, status: int = 302, /, **typed: Any) -> HttpResponse:
        response = self.browser(who).post(address, typed)
        assert response.status_code == status, f"{who} {address}: {response.status_code}\n{response.content.decode()[:6000]}"
        return response

    def acts(self, who: str, verb: str, status: int = 302, /, **typed: Any) -> HttpResponse:
        """Open the page of an act the next day, fill in its form, send it off."""
        self.tomorrow()
        assert self.case is not None
        address = reverse("act", args=[self.case.number, f"selection.{verb}"])
        page = self.browser(who).get(address)
        assert page.status_code == 200
        return self.posts(who, address, status, seen=page.context["form"]["seen"].value(), **typed)

    def key(self, name: str) -> str:
        return str(self.of.key(name))

    def address(self) -> str:
        assert self.case is not None
        return reverse("case", args=[self.case.number])


def test_an_appointment_through_the_pages(settings: Any) -> None:
    walk = Walk(make.city(), settings)
    for name in make.COMMITTEE:
        role = "committee_chief" if name == CHIEF else "committee_member"
        walk.of.staff[name] = registry.account(name, role, over=walk.of.authority)
    for scene in (sign_in, motion, screening, recommendation, targets, musts, consultation, committee, decision, notice, order, record):
        scene(walk)


def sign_in(walk: Walk) -> None:
    """何静 signs in with her password; a wrong one is not let in."""
    walk.go(date(2026, 10, 10))
    account = walk.of.staff["何静"]
    account.set_password(PASSWORD)
    account.save()
    client = walk.browsers["何静"] = Client()
    assert client.get("/cases/").status_code == 302
    assert client.post(reverse("sign_in"), {"username": account.username, "password": "wrong"}).status_code == 200
    assert client.get("/cases/").status_code == 302
    assert client.post(reverse("sign_in"), {"username": account.username, "password": PASSWORD}).status_code == 302
    assert client.get("/cases/").status_code == 200


def motion(walk: Walk) -> None:
    """The vacancy, the motion for it, the plan approved by somebody else."""
    walk.sees("何静", reverse("vacancy_open"), "云岭市交通运输局副局长")
    given = {"post": walk.of.seat.pk, "cause": "retired", "since_on": "2026-08-31", "route": "promotion", "note": "到龄退休"}
    walk.posts("何静", reverse("vacancy_open"), **given)
    walk.sees("王敏", reverse("vacancies"), "云岭市交通运输局副局长", "退休")
    vacancy = walk.of.seat.vacancies.get()
    address = reverse("motion_open", args=[vacancy.pk])
    walk.sees("王敏", address, "云岭市交通运输局副局长")
    walk.posts("王敏", address, **make.motion_words(), method="民主推荐", is_directed="on")
    walk.case = Case.objects.select_related("authority").get()
    walk.sees("王敏", walk.address(), "下一步：动议", "由组织部干部科办理")
    walk.acts("沈立", "motion.approve", plan=make.PLAN, place="部务会议室")


def screening(walk: Walk) -> None:
    """Everybody judged; the forecast from those who may be considered."""
    assert walk.case is not None
    walk.acts("王敏", "motion.screen")
    walk.sees("王敏", reverse("screening", args=[walk.case.number]), "通过", *make.NAMES)
    walk.sees("王敏", reverse("verdict", args=[walk.case.number, walk.key(make.FIRST)]), "下级正职任职年限", "第八条")
    walk.acts("王敏", "motion.forecast", persons=[walk.key(name) for name in make.NAMES])


def recommendation(walk: Walk) -> None:
    """Talks, ballots, two tellers: one slips and puts it right."""
    votes = {f"votes-{walk.key(name)}": n for name, n in zip(make.NAMES, (15, 5, 2, 0, 0), strict=True)}
    given = {"place": "市交通运输局", "presided_by": "秦望", "scope_size": 24}
    walk.acts("王敏", "recommendation.record_talks", **given, held_at=f"{walk.day}T09:00", attended=22, **votes)
    issued = "\n".join(f"{name} {ballots}" for name, ballots in make.ISSUED.items())
    walk.acts("王敏", "recommendation.hold_meeting", **given, held_at=f"{walk.day}T09:00", issued=issued)
    walk.acts("苏晴", "recommendation.enter_count", **sheet(walk, 12, 5))
    walk.acts("徐贝", "recommendation.enter_count", **sheet(walk, 11, 6))
    refused = walk.acts("王敏", "recommendation.confirm_count", 409)
    assert "“内设机构负责人”的“周远行”：一人录入12，另一人录入11" in refused.content.decode()
    walk.acts("徐贝", "recommendation.enter_count", **sheet(walk, 12, 5))
    walk.acts("王敏", "recommendation.confirm_count")
    walk.sees("王敏", walk.address(), "下一步：考察", "发出 22，收回 22，有效 21，作废 1，弃权 0")


def sheet(walk: Walk, first: int, second: int) -> dict[str, int]:
    """The fields of the count sheet: two classes, five people."""
    figures = ((4, 4, 0, 0), (18, 17, 1, 0))
    headings = ("returned", "valid", "void", "abstained")
    typed = {f"c{i}-{name}": n for i, row in enumerate(figures) for name, n in zip(headings, row, strict=True)}
    typed |= {f"c{i}-v-{walk.key(name)}": 0 for i in (0, 1) for name in make.NAMES}
    votes = {make.FIRST: (3, first), make.SECOND: (1, second)}
    return typed | {f"c{i}-v-{walk.key(name)}": pair[i] for name, pair in votes.items() for i in (0, 1)}


def targets(walk: Walk) -> None:
    """Two targets, a team of two, the notice before the inspection."""
    chosen = [walk.key(make.FIRST), walk.key(make.SECOND)]
    walk.acts("秦望", "inspection.fix_targets", persons=chosen, reason="推荐票靠前，人岗相适。")
    leader, member = walk.of.staff["曹怀"].pk, walk.of.staff["丁若"].pk
    days = {"from_on": walk.day + timedelta(days=5), "until_on": walk.day + timedelta(days=9)}
    alone = walk.acts("秦望", "inspection.form_team", 409, leader=leader, members=[leader], plan="个别谈话", **days)
    assert "考察组由两名以上成员组成" in alone.content.decode()
    walk.acts("秦望", "inspection.form_team", leader=leader, members=[member], plan="个别谈话", **days)
    walk.acts("王敏", "inspection.give_notice", notice_on=walk.day, notice="考察对象二人，电话12380")


def musts(walk: Walk) -> None:
    """The four answers for both, the discipline body's by its own officer; the reports; the end of the inspection."""
    kinds = (("file", "clear", "曹怀"), ("matters", "clear", "王敏"), ("discipline", "clear", "方正"), ("petition", "none", "王敏"))
    for name in (make.FIRST, make.SECOND):
        for kind, result, who in kinds:
            given = {"person": walk.key(name), "kind": kind, "result": result, "answered_by": who, "answered_on": walk.day}
            walk.acts(who, "inspection.record_must", **given)
    early = walk.acts("曹怀", "inspection.conclude", 409)
    assert "前序未完成：提交考察材料" in early.content.decode()
    ratings = {"r-优秀": 27, "r-称职": 8, "r-基本称职": 0, "r-不称职": 0}
    words = {"performance": "熟悉交通运输管理", "shortcomings": "调查研究还可更深入", "talks": 26}
    for name in (make.FIRST, make.SECOND):
        walk.acts("曹怀", "inspection.report", person=walk.key(name), **words, **ratings)
    walk.acts("曹怀", "inspection.conclude")


def consultation(walk: Walk) -> None:
    """Whoever must be asked, then the person proposed."""
    given = {"asked": "普云生", "capacity": "分管领导", "received_on": walk.day, "answered_on": walk.day, "answer": "agree"}
    walk.acts("王敏", "consultation.record_opinion", **given)
    walk.acts("秦望", "consultation.propose", person=walk.key(make.FIRST), reason="人岗相适")
    walk.sees("何静", walk.address(), "下一步：讨论决定", "拟任人选")


def committee(walk: Walk) -> None:
    """The committee is set up and seated, a meeting called, the matter put on its agenda."""
    walk.posts("何静", reverse("bodies"), authority=walk.of.authority.pk, name="市委常委会", kind="standing_committee", keeps_recused="on")
    body = Body.objects.get()
    for place, name in enumerate(make.COMMITTEE):
        given = {"account": walk.of.staff[name].pk, "from_on": "2026-10-10", "order": place}
        walk.posts("何静", reverse("body", args=[body.pk]), **given, **({"is_chief": "on"} if name == CHIEF else {}))
    held_on = walk.day + timedelta(days=2)
    walk.posts("何静", reverse("meeting_convene"), body=body.pk, held_at=f"{held_on}T09:00", place="市委常委会议室")
    walk.acts("何静", "deliberation.table", meeting=Meeting.objects.get().pk)
    walk.sees("何静", reverse("meetings"), "市委常委会会议", "市委常委会议室")


def decision(walk: Walk) -> None:
    """The roll, every member on his own page, the chief last; the result comes into the case."""
    walk.tomorrow()
    meeting = Meeting.objects.get()
    address, seat = reverse("meeting", args=[meeting.pk]), reverse("meeting_seat", args=[meeting.pk])
    keys = BodyMember.objects.values_list("pk", flat=True)
    walk.posts("何静", address, act="roll", **{f"present_{key}": "1" for key in keys})
    refused = walk.posts(CHIEF, seat, 409, item=1, stance="agree")
    assert "主要负责人周正清须最后表态，尚有8人未表态" in refused.content.decode()
    for index, name in enumerate((*OTHERS, CHIEF)):
        walk.sees(name, seat, "周远行拟任云岭市交通运输局副局长")
        walk.posts(name, seat, item=1, stance="defer" if not index else "agree")
    walk.posts("何静", address, act="decide", item=1, form="oral")
    walk.posts("何静", address, act="close")
    walk.sees("李慧", reverse("decision", args=[meeting.pk, 1]), "周远行", "通过")
    pdf = walk.browser("何静").get(reverse("decision_pdf", args=[meeting.pk, 1]))
    assert pdf.content.startswith(b"%PDF-")
    walk.acts("何静", "deliberation.record_decision")
    walk.sees("何静", walk.address(), "应到9人，实到9人，回避0人；同意8，不同意0，缓议1，须5人同意，结果：通过")


def notice(walk: Walk) -> None:
    """Five working days in public; a report comes in and is checked; four days are not enough."""
    monday = walk.go(walk.day + timedelta(days=7 - walk.day.weekday()))
    friday = monday + timedelta(days=4)
    walk.go(monday - timedelta(days=1))
    given = {"scope": "全市", "address": "市委组织部干部监督科", "phone": "12380", "printed_from": monday}
    refused = walk.acts("秦望", "notice.publish", 409, **given, printed_to=friday - timedelta(days=1))
    assert "共4个工作日" in refused.content.decode()
    walk.go(monday - timedelta(days=1))
    walk.acts("秦望", "notice.publish", **given, printed_to=friday)
    row = PublicNotice.objects.get()
    objected(walk, row)
    walk.go(friday - timedelta(days=2))
    early = walk.acts("秦望", "notice.close", 409)
    assert "现在是第4个工作日" in early.content.decode()
    walk.sees("秦望", reverse("notice", args=[row.pk]), "第4个工作日，共5个")
    walk.go(friday)
    walk.acts("秦望", "notice.close")
    assert walk.day == friday + timedelta(days=1)
    gone = Client().get(reverse("public_notice", args=[row.slug]))
    assert "周远行" not in gone.content.decode()


def objected(walk: Walk, row: PublicNotice) -> None:
    """Somebody without an account reads the notice and reports; 赵磊 checks it."""
    anybody, address = Client(), reverse("public_notice", args=[row.slug])
    assert "周远行" in anybody.get(reverse("public_notices")).content.decode()
    page = anybody.get(address)
    assert "云岭市交通运输局副局长" in page.content.decode()
    assert number_words(walk.of.people[make.FIRST]) not in page.content.decode()
    said = {"content": "2023年6月在道路养护工程招标中为亲属谋取利益。"}
    assert anybody.post(address, said).status_code == 302
    objection = Objection.objects.get()
    walk.sees("赵磊", reverse("objections"), objection.receipt, "待核查")
    opened = walk.posts("赵磊", reverse("objection", args=[objection.pk]), 200, purpose="核查公示反映")
    assert said["content"] in opened.content.decode()
    concluded = {"is_specific": "1", "conclusion": "经查不实。", "affects_appointment": "0"}
    walk.posts("赵磊", reverse("objection", args=[objection.pk]), **concluded)


def order(walk: Walk) -> None:
    """The talk, the order, the probation; the file and the vacancies say so."""
    early = walk.acts("何静", "appointment.issue_order", 409, number=make.NUMBER, issued_on=walk.day)
    assert "前序未完成：任职谈话" in early.content.decode()
    walk.acts("秦望", "appointment.record_talk", talk_on=walk.day, talk_by="秦望", place="部长办公室")
    walk.acts("何静", "appointment.issue_order", number=make.NUMBER, issued_on=walk.day)
    made = AppointmentOrder.objects.select_related("probation").get()
    assert (made.number, made.person_id, made.post) == (make.NUMBER, walk.of.key(make.FIRST), walk.of.seat)
    walk.sees("何静", walk.address(), "下一步：试用期", make.NUMBER)
    walk.sees("何静", reverse("person", args=[walk.of.key(make.FIRST)]), "云岭市交通运输局副局长")
    filled = walk.browser("何静").get(reverse("vacancies"), {"filled": "1"}).content.decode()
    assert "云岭市交通运输局副局长" in filled
    walk.go(made.probation.last_on - timedelta(days=1))
    last = walk.acts("何静", "probation.conclude", 409, outcome="confirmed", note="胜任现职")
    assert f"试用期至{made.probation.last_on}止" in last.content.decode()


def record(walk: Walk) -> None:
    """What is left: one appointed, one task, an unbroken record with every paper."""
    assert walk.case is not None
    case = Case.objects.get()
    assert (case.step, case.closed_at) == ("probation", None)
    stages = dict(Candidate.objects.exclude(stage__in=("screened", "forecast")).values_list("person__name", "stage"))
    assert stages == {make.FIRST: "appointed", make.SECOND: "target"}
    line = Person.objects.get(pk=walk.of.key(make.FIRST)).assignments.get(until_on=None)
    assert (line.post, line.document) == (walk.of.seat, make.NUMBER)
    assert [task.what for task in Task.objects.filter(done_at=None)] == ["试用期满考核：周远行"]
    count = RecordEntry.objects.filter(case=case).count()
    walk.sees("王敏", reverse("record", args=[case.number]), "完好", f"{count} 条，条条相扣", "任职通知", "干部任免审批表")
    for name in ("任职通知.pdf", "全程纪实表.pdf", "任免审批表.lrmx"):
        assert walk.browser("王敏").get(reverse("paper", args=[case.number, name])).status_code == 200
