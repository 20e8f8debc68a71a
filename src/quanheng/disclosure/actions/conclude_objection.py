"""Conclude an objection after it was checked: whether it was specific, what was found, whether it bars the appointment."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.seal import keep_sealed
from quanheng.access.models import Account
from quanheng.disclosure.models import Objection
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

_WHAT = Text("办结反映")


@action(
    "disclosure.objection.conclude",
    label="办结反映",
    permission="disclosure.check",
    of=lambda given: given["objection"].notice.case.authority.path,
    cites=("《党政领导干部选拔任用工作条例》（2019年）第四十二条",),
    keeps=("objection", "is_specific", "affects_appointment"),
)
def conclude_objection(
    *,
    by: Account,
    at: datetime,
    objection: Objection,
    is_specific: bool,
    conclusion: str,
    affects_appointment: bool,
) -> Objection:
    """The finding is final. Refused without a written conclusion, twice, and before it came in.

    An anonymous report without a concrete lead is kept and noted; it cannot bar an appointment by itself.
    """
    rows = Objection.objects.select_for_update(of=("self",)).select_related("notice__case__authority")
    found = rows.get(pk=objection.pk)
    if found.concluded_at:
        raise Refused(
            _WHAT,
            why=text("已于{at}办结", at=f"{timezone.localtime(found.concluded_at):%Y-%m-%d %H:%M}"),
            remedy=Text("有新的线索，另行登记"),
        )
    if not conclusion.strip():
        raise Refused(_WHAT, why=Text("没有写明核查结论"), remedy=Text("写明核查经过和结论"))
    if at < found.received_at:
        raise Refused(_WHAT, why=Text("办结时间早于收到时间"), remedy=Text("更正办结时间"))
    if affects_appointment and not is_specific:
        raise Refused(
            _WHAT,
            why=Text("没有具体线索的反映，不能据以认定影响任职"),
            remedy=Text("线索具体的，按线索具体登记核查结论"),
        )
    found.is_specific, found.conclusion, found.affects_appointment = (
        is_specific,
        conclusion.strip(),
        affects_appointment,
    )
    found.checked_by, found.concluded_at = by, at
    keep_sealed(found, at=at)
    return found
