"""The second half of the rehearsal: consultation, committee meeting, public notice, order, probation, the folder."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from quanheng.cli.screens.folder import ring_here
from quanheng.cli.screens.rehearsal_log import log_signed
from quanheng.cli.screens.stage import Stage, at
from quanheng.disclosure.actions.take_down import take_down
from quanheng.disclosure.models import PublicNotice
from quanheng.meeting.actions.call_roll import call_roll
from quanheng.meeting.actions.close_meeting import close_meeting
from quanheng.meeting.actions.convene import convene
from quanheng.meeting.actions.decide_item import decide_item
from quanheng.meeting.actions.express import express
from quanheng.meeting.actions.form_body import form_body
from quanheng.meeting.actions.recuse import recuse
from quanheng.meeting.actions.seat_member import seat_member
from quanheng.meeting.models import Body, BodyMember, Item, Meeting
from quanheng.procedure.core import archive
from quanheng.procedure.models import Task
from quanheng.selection.actions.close_case_notice import close_case_notice
from quanheng.selection.actions.conclude_probation import conclude_probation
from quanheng.selection.actions.issue_order import issue_order
from quanheng.selection.actions.propose import propose
from quanheng.selection.actions.publish_case_notice import publish_case_notice
from quanheng.selection.actions.record_appointment_talk import record_appointment_talk
from quanheng.selection.actions.record_decision import record_decision
from quanheng.selection.actions.record_opinion import record_opinion
from quanheng.selection.actions.table_item import table_item
from quanheng.selection.queries.archive import case_folder


def consultation(stage: Stage) -> None:
    """The bureau's party group, the leader in charge; then the person proposed."""
    said, officer = stage.facts["consultation"], stage.facts["motion"]["opened_by"]
    asked = (
        (said["bureau_opinion_by"], "呈报单位党组", said["bureau_opinion_on"]),
        (said["leader_in_charge"], "分管领导", said["leader_on"]),
    )
    for username, capacity, on in asked:
        stage.do(
            record_opinion, by=officer, at=at(on, 15), case=stage.case, asked=stage.account(username).name, capacity=capacity,
            received_on=on, answered_on=on, answer="agree",
        )  # fmt: skip
    chosen = stage.key(stage.facts["decision"]["chosen"]["name"])
    reason = "推荐票、民主测评、考察情况一致，熟悉运输管理和安全监督，人岗相适。"
    stage.do(propose, by="qinwangshu", at=at(said["ministry_meeting_on"]), case=stage.case, person=chosen, reason=reason)


def committee(stage: Stage) -> None:
    """The standing committee: its members as seated, the first secretary as its chief."""
    said, officer = stage.facts["decision"], stage.facts["motion"]["opened_by"]
    day = at(stage.facts["motion"]["opened_on"], 8, 15)
    body = form_body(by=stage.account(officer), at=day, authority=stage.authority, name="中共云岭市委常委会", kind="standing_committee")
    for order, username in enumerate(said["members"]):
        seat_member(
            by=stage.account(officer), at=day, body=body, account=stage.account(username), from_on=stage.facts["motion"]["opened_on"],
            is_chief=username == said["chair"], order=order,
        )  # fmt: skip
    stage.made["body"] = body


def no_quorum(stage: Stage) -> None:
    """Five of nine: nobody may state an opinion, nothing may be decided."""
    said = next(r for r in stage.facts["refusal"] if r["id"] == "no_quorum")
    meeting, item = _tabled(stage, at(stage.facts["decision"]["on"] - timedelta(days=2)), said["present"])
    officer, when = stage.facts["motion"]["opened_by"], at(stage.facts["decision"]["on"] - timedelta(days=2), 10)
    stage.refuse(decide_item, by=officer, at=when, label=said["what"], item=item)
    stage.made["short_meeting"] = meeting


def four_of_nine(stage: Stage) -> None:
    """Four in favour of nine who should attend: not passed, and the case stays where it is."""
    said, when = next(r for r in stage.facts["refusal"] if r["id"] == "four_of_nine"), stage.facts["decision"]["on"] - timedelta(days=1)
    everybody = stage.facts["decision"]["present"]
    _reseat(stage, stage.made["short_meeting"], everybody, at(when, 9))
    stances = ["agree"] * said["yes"] + ["disagree"] * said["no"] + ["defer"] * said["defer"]
    item = stage.made["short_meeting"].items.get()
    _vote(stage, item, at(when, 9, 30), stances)
    officer = stage.facts["motion"]["opened_by"]
    stage.do(decide_item, by=officer, at=at(when, 10), item=item)
    stage.do(record_decision, by=officer, at=at(when, 10, 10), case=stage.case)
    stage.refuse(
        publish_case_notice, by="qinwangshu", at=at(when, 11), label=said["what"], case=stage.case,
        **_notice(stage),
    )  # fmt: skip
    stage.do(close_meeting, by=officer, at=at(when, 11, 30), meeting=stage.made["short_meeting"])


def decision(stage: Stage) -> None:
    """All nine come; one steps aside; eight speak, the chief last; seven of nine agree."""
    said, officer = stage.facts["decision"], stage.facts["motion"]["opened_by"]
    _meeting, item = _tabled(stage, at(said["on"]), said["present"])
    stances = ["defer" if username == said.get("deferred_by") else "agree" for username in said["speaking"]]
    _vote(stage, item, at(said["on"], 9, 40), stances)
    stage.do(decide_item, by=officer, at=at(said["on"], 10, 30), item=item)
    stage.do(record_decision, by=officer, at=at(said["on"], 10, 40), case=stage.case)
    stage.do(close_meeting, by=officer, at=at(said["on"], 11), meeting=item.meeting)


def notice(stage: Stage) -> None:
    """Five working days; four are refused, and so is taking it down on the fourth."""
    said = stage.facts["public_notice"]
    posted = timezone.make_aware(said["posted_at"])
    short = {**_notice(stage), "printed_to": said["printed_to"] - timedelta(days=1)}
    stage.refuse(publish_case_notice, by="qinwangshu", at=posted - timedelta(minutes=5), label="四个工作日的公示", case=stage.case, **short)
    stage.do(publish_case_notice, by="qinwangshu", at=posted, case=stage.case, **_notice(stage))
    early = next(r for r in stage.facts["refusal"] if r["id"] == "notice_day_four")
    hanging = PublicNotice.objects.get(case=stage.case)
    fourth = timezone.make_aware(early["taken_down_at"])
    stage.refuse(take_down, by="qinwangshu", at=fourth, label=early["what"], notice=hanging)
    stage.refuse(close_case_notice, by="qinwangshu", at=fourth, label="公示未满即结束", case=stage.case)
    stage.do(close_case_notice, by="qinwangshu", at=timezone.make_aware(said["taken_down_at"]), case=stage.case)


def appointment(stage: Stage) -> None:
    """Talk, order, probation; a second appointment to the seat is refused; the expiry falls due in a year."""
    said, officer = stage.facts["appointment"], stage.facts["motion"]["opened_by"]
    stage.refuse(
        issue_order, by=officer, at=at(said["talk_on"], 8, 30), label="未谈话即发文", case=stage.case, number=said["number"], issued_on=said["order_on"]
    )
    talker = stage.account(said["talk_by"]).name
    stage.do(record_appointment_talk, by="qinwangshu", at=at(said["talk_on"], 9), case=stage.case, talk_on=said["talk_on"], talk_by=talker)
    stage.do(issue_order, by=officer, at=at(said["order_on"], 10), case=stage.case, number=said["number"], issued_on=said["order_on"])
    early = {"outcome": "confirmed", "note": "胜任现职"}
    last_day = at(said["probation_last_day"], 16)
    stage.refuse(conclude_probation, by=officer, at=last_day, label="试用期最后一日转正", case=stage.case, **early)
    task = Task.objects.get(case=stage.case, done_at__isnull=True)
    stage.progress.console.print(f"● 待办：{task.what}，期限{task.due_on}", markup=False)


def folder(stage: Stage) -> None:
    """Leave the papers and the record as a folder that proves itself."""
    assert stage.case is not None
    reader = stage.account(stage.facts["motion"]["opened_by"])
    on = stage.facts["appointment"]["order_on"]
    files, root = case_folder(by=reader, on=on, case=stage.case, ring=ring_here(stage.console, reader, on=on))
    archive.write(stage.out, files)
    stage.progress.console.print(f"● 案卷：{stage.out}，文件{len(files)}个，根摘要 {root}", markup=False, soft_wrap=True)


def _notice(stage: Stage) -> dict[str, object]:
    said = stage.facts["public_notice"]
    return {
        "printed_from": said["printed_from"],
        "printed_to": said["printed_to"],
        "scope": said["scope"],
        "address": "云岭市委组织部干部监督科",
    }


def _tabled(stage: Stage, held_at: datetime, present: Sequence[str]) -> tuple[Meeting, Item]:
    officer = stage.facts["motion"]["opened_by"]
    body: Body = stage.made["body"]
    meeting = stage.do(convene, by=officer, at=held_at - timedelta(hours=1), body=body, held_at=held_at, place="市委常委会议室")
    agreed = BodyMember.objects.filter(body=body, account__username__in=present[:6])  # asked when it was decided before
    item = stage.do(table_item, by=officer, at=held_at - timedelta(minutes=50), case=stage.case, meeting=meeting, agreed=agreed)
    _reseat(stage, meeting, present, held_at)
    return meeting, item


def _reseat(stage: Stage, meeting: Meeting, present: Sequence[str], when: datetime) -> None:
    members = {m.account.username: m for m in BodyMember.objects.filter(body=meeting.body).select_related("account")}
    absent = {member: "公务外出" for username, member in members.items() if username not in present}
    stage.do(
        call_roll, by=stage.facts["motion"]["opened_by"], at=when, meeting=meeting, present=[members[u] for u in present], absent=absent
    )


def _vote(stage: Stage, item: Item, begin: datetime, stances: Sequence[str]) -> None:
    said, officer = stage.facts["decision"], stage.facts["motion"]["opened_by"]
    members = {m.account.username: m for m in BodyMember.objects.filter(body=item.meeting.body).select_related("account")}
    related = next(r for r in stage.facts["refusal"] if r["id"] == "relative_votes")
    stage.refuse(express, by=related["username"], at=begin, label=related["what"], item=item, stance="agree")
    stage.do(recuse, by=officer, at=begin + timedelta(minutes=1), item=item, member=members[related["username"]], ground="relative")
    stage.refuse(express, by=said["chair"], at=begin + timedelta(minutes=2), label="主要负责人先表态", item=item, stance="agree")
    for index, (username, stance) in enumerate(zip(said["speaking"], stances, strict=True)):
        stage.do(express, by=username, at=begin + timedelta(minutes=3 + index), item=item, stance=stance)


SCENES = (consultation, committee, no_quorum, four_of_nine, decision, notice, appointment, log_signed, folder)
