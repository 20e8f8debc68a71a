"""A person asks for a correction of the own file, or takes the request back (A18)."""

import re
from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.record_line import locked
from quanheng.registry.models import CorrectionRequest, Person
from quanheng.registry.queries.correction_requests import NUMBER, held_of, matter_label

WHAT, BACK = "申请更正本人档案", "撤回更正申请"


@action("registry.correction_request.ask", label=WHAT, permission=None, keeps=("matter",))
def ask_correction(
    *, by: Account, at: datetime, person: Person, matter: str, wanted: str, reason: str
) -> CorrectionRequest:
    """Only the holder of the file may ask: checked here. One open request a matter; a reason with its papers."""
    _check_own(by, person, at, WHAT)
    row = locked(person)
    if not wanted.strip() or not reason.strip():
        raise Refused(
            text(WHAT),
            why=text("没有写明应为什么、依据什么材料"),
            remedy=text("写明应为的内容、理由和依据材料"),
        )
    if matter == NUMBER and any(re.search(r"[0-9]{14}", said) for said in (wanted, reason)):
        raise Refused(
            text(WHAT),
            why=text("申请中不能写身份证号：号码只按管理权限加密保存"),
            remedy=text("写明哪几位有误、依据什么证件；号码由答复人对照证件填写"),
        )
    running = CorrectionRequest.objects.filter(person=row, matter=matter, state="open").first()
    if running:
        raise Refused(
            text(WHAT),
            why=text("“{matter}”的更正申请已于{on}提出，正在核查", matter=matter_label(matter), on=timezone.localdate(running.asked_at)),
            remedy=text("等待答复；要改写的，先撤回"),
        )  # fmt: skip
    return CorrectionRequest.objects.create(
        person=row, asked_by=by, asked_at=at, matter=matter, held=held_of(row, matter)[:400],
        wanted=wanted.strip(), reason=reason.strip(),
    )  # fmt: skip


@action("registry.correction_request.withdraw", label=BACK, permission=None)
def withdraw_correction(*, by: Account, at: datetime, request: CorrectionRequest) -> CorrectionRequest:
    """Only the holder of the file may, and only before the answer: checked here."""
    row = CorrectionRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    _check_own(by, row.person, at, BACK)
    if row.state != "open":
        raise Refused(text(BACK), why=text("该申请已经答复或者撤回"))
    row.state, row.answered_at = "withdrawn", at
    row.save(update_fields=["state", "answered_at"])
    return row


def _check_own(by: Account, person: Person, at: datetime, what: str) -> None:
    is_own = bool(by.person_key) and by.person_key == person.pk
    if not (is_own and rights_of(by, on=timezone.localdate(at)).may("registry.own")):
        raise Refused(text(what), why=text("只能申请更正本人的档案"))
