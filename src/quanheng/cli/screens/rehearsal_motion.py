"""The first half of the rehearsal: vacancy, motion, screening, recommendation, inspection list, inspection."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from quanheng.access.actions.accounts import link_account
from quanheng.access.models import Account
from quanheng.cli.screens.stage import Stage, at
from quanheng.establishment.actions.open_vacancy import open_vacancy
from quanheng.procedure.models import Case
from quanheng.registry.actions.open_assignment import open_assignment
from quanheng.registry.models import Assignment, Person, Post
from quanheng.registry.queries.numbers import index_of
from quanheng.selection.actions.approve_motion import approve_motion
from quanheng.selection.actions.conclude_inspection import conclude_inspection
from quanheng.selection.actions.confirm_count import confirm_count
from quanheng.selection.actions.enter_count import enter_count
from quanheng.selection.actions.fix_targets import fix_targets
from quanheng.selection.actions.forecast_candidates import forecast_candidates
from quanheng.selection.actions.form_team import form_team
from quanheng.selection.actions.give_notice import give_notice
from quanheng.selection.actions.hold_meeting import hold_meeting
from quanheng.selection.actions.open_motion import open_motion
from quanheng.selection.actions.record_must import record_must
from quanheng.selection.actions.record_talks import record_talks
from quanheng.selection.actions.report_inspection import report_inspection
from quanheng.selection.actions.screen_candidates import screen_candidates
from quanheng.selection.models import Candidate


def people(stage: Stage) -> None:
    """Link the acting accounts to their own files, so that recusal checks know who is whose relative."""
    admin = Account.objects.get(grants__role="system_admin")
    start = at(stage.facts["motion"]["opened_on"], 8, 10)
    numbers = {row["username"]: index_of(row["identity_number"]) for row in stage.facts["accounts"]}
    files = {bytes(person.number_index or b""): person.pk for person in Person.objects.filter(number_index__in=numbers.values())}
    for username, number in numbers.items():
        if number in files and username != admin.username:
            link_account(by=admin, at=start, account=stage.account(username), person_key=files[number])


def vacancy(stage: Stage) -> None:
    """Register the empty seat; a full bureau and one over its quota are refused."""
    said, motion = stage.facts["vacancy"], stage.facts["motion"]
    officer, start = motion["opened_by"], at(motion["opened_on"], 8, 30)
    post = empty_seat(said["organisation_code"], said["post"])
    made = stage.do(open_vacancy, by=officer, at=start, post=post, cause="retired", since_on=said["left_on"], note=said["reason"])
    stage.made["vacancy"] = made
    for refusal in stage.facts["refusal"]:
        if refusal["id"] in ("full_post", "over_quota"):
            _refused_as_full(stage, refusal, officer, start)


def _refused_as_full(stage: Stage, refusal: Mapping[str, Any], officer: str, start: datetime) -> None:
    """Neither a vacancy nor an appointment is possible where every seat is taken: the sum and the holders are named."""
    full = Post.objects.filter(organisation__code=refusal["organisation_code"], name=refusal["post"]).order_by("order").first()
    assert full is not None
    since = stage.facts["vacancy"]["left_on"]
    stage.refuse(open_vacancy, by=officer, at=start, label=f"{refusal['what']}（登记空缺）", post=full, cause="other", since_on=since)
    new = stage.person(stage.facts["motion"]["forecast"][0])
    today = timezone.localdate(start)
    stage.refuse(open_assignment, by=officer, at=start, label=refusal["what"], person=new, post=full, from_on=today)


def motion(stage: Stage) -> None:
    """Open the case, approve its plan; acting on the next step already is refused."""
    said = stage.facts["motion"]
    made = stage.do(open_motion, by=said["opened_by"], at=at(said["opened_on"]), vacancy=stage.made["vacancy"], **_words(stage))
    stage.case = Case.objects.select_related("authority").get(pk=made.case_id)
    early = next(r for r in stage.facts["refusal"] if r["id"] == "out_of_order")
    target = [stage.key("周景行")]
    stage.refuse(
        fix_targets, by=said["approved_by"], at=at(said["opened_on"], 10), label=early["what"], case=stage.case, persons=target, reason="—"
    )
    plan = f"职位：{stage.made['vacancy'].post}；范围：{said['scope']}；方式：民主推荐；先谈话调研推荐，再会议推荐；差额考察。"
    stage.do(approve_motion, by=said["approved_by"], at=at(said["approved_on"]), case=stage.case, plan=plan, place="部务会议室")


def screening(stage: Stage) -> None:
    """Judge everybody; one month short is refused, the rest of the forecast stands."""
    said = stage.facts["screening"]
    stage.do(screen_candidates, by=said["by"], at=at(said["on"]), case=stage.case)
    short = next(r for r in stage.facts["refusal"] if r["id"] == "one_month_short")
    person = stage.person(short["person"])
    stage.refuse(
        forecast_candidates, by=said["by"], at=at(said["on"], 10), label=short["what"], case=stage.case, persons=[person.pk]
    )
    keys = [stage.person(row).pk for row in stage.facts["motion"]["forecast"]]
    lights = dict(Candidate.objects.filter(case=stage.case, person_id__in=keys).values_list("person_id", "light"))
    chosen = [key for key in keys if lights[key] != "forbidden"]
    stage.do(forecast_candidates, by=said["by"], at=at(said["on"], 11), case=stage.case, persons=chosen)


def talks(stage: Stage) -> None:
    """Recommendation by talk."""
    said = stage.facts["talk_recommendation"]
    mentions = {str(stage.person(row).pk): row["votes"] for row in said["votes"]}
    given = {"scope_size": said["scope"], "attended": said["talked"], "mentions": mentions}
    begun = at(said["on"], 9)
    stage.do(
        record_talks, by=stage.facts["motion"]["opened_by"], at=at(said["on"], 17), case=stage.case, held_at=begun,
        place="云岭市交通运输局", presided_by="秦望舒", **given,
    )  # fmt: skip


def ballots(stage: Stage) -> None:
    """Paper ballots issued per class, typed in by two people; a slip of the second is caught and put right."""
    said, officer = stage.facts["meeting_recommendation"], stage.facts["motion"]["opened_by"]
    issued = {row["name"]: row["issued"] for row in said["class"]}
    stage.do(
        hold_meeting, by=officer, at=at(said["on"], 11), case=stage.case, held_at=at(said["on"], 9), place=said["place"],
        presided_by="秦望舒", scope_size=said["scope"], issued=issued,
    )  # fmt: skip
    right, slipped = _sheet(stage), _sheet(stage)
    slip = said["slip"]
    votes = slipped[slip["class"]]["votes"]
    votes[str(stage.key(slip["name"]))] = slip["second"]
    votes[str(stage.key("周景行"))] -= slip["second"] - slip["first"]  # the sums still agree; only the second reader can tell
    relative = {**right, slip["class"]: {**right[slip["class"]], "returned": right[slip["class"]]["returned"] + 2}}
    stage.refuse(enter_count, by=said["first_entry_by"], at=at(said["on"], 14), label="票数合计不符的计票单", case=stage.case, figures=relative)
    stage.do(enter_count, by=said["first_entry_by"], at=at(said["on"], 14, 5), case=stage.case, figures=right)
    stage.do(enter_count, by=said["second_entry_by"], at=at(said["on"], 14, 20), case=stage.case, figures=slipped)
    stage.refuse(confirm_count, by=officer, at=at(said["on"], 14, 30), label="两人录入不一致", case=stage.case)
    stage.do(enter_count, by=said["second_entry_by"], at=at(said["on"], 14, 40), case=stage.case, figures=right)
    stage.do(confirm_count, by=officer, at=at(said["on"], 15), case=stage.case)


def inspection_list(stage: Stage) -> None:
    """Two targets for one seat."""
    said = stage.facts["inspection_list"]
    keys = [stage.person(row).pk for row in said["targets"]]
    reason = "推荐得票前两位；近三年年度考核均为称职以上，熟悉交通运输行业，人岗相适。"
    stage.do(fix_targets, by=said["by"], at=at(said["on"]), case=stage.case, persons=keys, reason=reason)


def inspection(stage: Stage) -> None:
    """Team, notice, the four musts, reports, conclusion."""
    said, musts, officer = stage.facts["inspection"], stage.facts["four_musts"], stage.facts["motion"]["opened_by"]
    chief = stage.facts["inspection_list"]["by"]
    team = {"leader": stage.account(said["leader"]), "from_on": said["from_on"], "until_on": said["until_on"], "plan": "个别谈话、民主测评、查阅资料、面谈"}
    stage.refuse(form_team, by=chief, at=at(said["notice_on"], 8, 30), label="一个人的考察组", case=stage.case, members=[], **team)
    stage.do(form_team, by=chief, at=at(said["notice_on"], 9), case=stage.case, members=[stage.account(said["member"])], **team)
    notice = "考察对象：周景行、陈若溪；时间：10月26日至30日；联系电话：12380"
    stage.do(give_notice, by=officer, at=at(said["notice_on"], 10), case=stage.case, notice_on=said["notice_on"], notice=notice)
    moment = at(musts["petitions_checked_on"], 9)
    for index, row in enumerate(stage.facts["inspection_list"]["targets"]):
        _musts(stage, stage.person(row), moment + timedelta(hours=index))
    for index, row in enumerate(said["ratings"]):
        rating = {grade: votes for grade, votes in row.items() if grade not in ("name", "identity_number")}
        stage.do(
            report_inspection, by=said["leader"], at=moment + timedelta(hours=3, minutes=index), case=stage.case,
            person=stage.key(row["name"]), performance="政治坚定，熟悉交通运输管理，牵头完成农村公路建设任务，作风扎实。",
            shortcomings="有时急于求成，调查研究还可更深入。", talks=said["talks"], rating=rating, wish="服从组织安排",
        )  # fmt: skip
    stage.do(conclude_inspection, by=said["leader"], at=moment + timedelta(hours=4), case=stage.case)


def _musts(stage: Stage, person: Person, moment: datetime) -> None:
    musts, officer = stage.facts["four_musts"], stage.facts["motion"]["opened_by"]
    answers = (
        ("file", "clear", "市委组织部干部信息科", musts["file_checked_on"], stage.facts["inspection"]["leader"]),
        ("matters", "clear", "市委组织部干部监督科", musts["personal_matters_checked_on"], officer),
        ("discipline", "clear", "市纪委监委", musts["discipline_replied_on"], musts["discipline_by"]),
        ("petition", "none", "市委组织部干部监督科", musts["petitions_checked_on"], officer),
    )
    for index, (kind, result, who, on, by) in enumerate(answers):
        stage.do(
            record_must, by=by, at=moment + timedelta(minutes=index), case=stage.case, person=person.pk,
            kind=kind, result=result, answered_by=who, answered_on=on,
        )  # fmt: skip


def empty_seat(organisation_code: str, name: str) -> Post:
    """The seat of this name that nobody holds."""
    held = Assignment.objects.filter(until_on__isnull=True, post__isnull=False).values("post_id")
    post = Post.objects.filter(organisation__code=organisation_code, name=name).exclude(pk__in=held).order_by("order").first()
    if post is None:
        raise LookupError(f"no empty seat {name!r} in {organisation_code}")
    return post


def _words(stage: Stage) -> dict[str, str]:
    said = stage.facts["motion"]
    return {
        "proposer": "中共云岭市委组织部",
        "ground": "工作需要",
        "conditions": "；".join(said["requirements"]),
        "scope": said["scope"],
    }


def _sheet(stage: Stage) -> dict[str, dict[str, Any]]:
    sheet: dict[str, dict[str, Any]] = {}
    for row in stage.facts["meeting_recommendation"]["class"]:
        figures = {name: row.get(name, 0) for name in ("returned", "valid", "void")}
        abstained = row["returned"] - row["valid"] - row["void"]
        sheet[row["name"]] = {**figures, "abstained": abstained, "votes": {str(stage.key(n)): v for n, v in row["votes"]}}
    return sheet


SCENES = (people, vacancy, motion, screening, talks, ballots, inspection_list, inspection)
