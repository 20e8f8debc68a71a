"""Take a notice down after its period."""

from datetime import datetime

from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.disclosure.core.law import failing
from quanheng.disclosure.models import PublicNotice
from quanheng.disclosure.queries.notices import notice_state
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text
from quanheng.regulation.queries.adoptions import law_for

_WHAT = Text("撤下任前公示")


@action(
    "disclosure.notice.take_down",
    label="撤下任前公示",
    permission="disclosure.publish",
    of=lambda given: given["notice"].case.authority.path,
    cites=("《党政领导干部选拔任用工作条例》（2019年）第四十二条",),
    keeps=("notice",),
)
def take_down(*, by: Account, at: datetime, notice: PublicNotice) -> PublicNotice:
    """The notice comes down; refused before close of office on the last printed day, and twice."""
    found = (
        PublicNotice.objects.select_for_update(of=("self",))
        .select_related("case__authority", "person")
        .get(pk=notice.pk)
    )
    if found.taken_down_at:
        raise Refused(
            _WHAT,
            why=text("公示已于{at}撤下", at=f"{timezone.localtime(found.taken_down_at):%Y-%m-%d %H:%M}"),
            remedy=Text("不必重复办理"),
        )
    state = notice_state(found, at=at)
    if at < state.may_come_down_at:
        day = timezone.localtime(at).date()
        law = law_for(found.case.authority.path, on=day)
        finding = failing({"is_full_period_up": False}, on=day, law=law)
        raise Refused(
            _WHAT,
            why=text(
                "公示期{first}至{last}共{all}个工作日，现在是第{n}个工作日",
                first=found.printed_from,
                last=found.printed_to,
                all=state.working_days,
                n=state.working_day,
            ),
            cites=finding.cites if finding else tuple(found.cites),
            remedy=text("{at}起可以撤下", at=f"{timezone.localtime(state.may_come_down_at):%Y-%m-%d %H:%M}"),
        )
    found.taken_down_at = at
    found.save(update_fields=["taken_down_at"])
    return found
