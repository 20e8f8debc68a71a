"""The notice of the inspection (考察预告), before the inspection begins."""

from datetime import date, datetime

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case

_LABEL = "发布考察预告"
_CITES = ("《党政领导干部选拔任用工作条例》第二十八条",)


@step("selection.inspection.give_notice", label=_LABEL, permission="selection.run", cites=_CITES)
def give_notice(*, by: Account, at: datetime, case: Case, notice_on: date, notice: str, place: str = "") -> Outcome:
    """Keep the notice's words and day with the inspection."""
    inspection = case.inspection
    if not notice.strip():
        raise Refused(text(_LABEL), why=text("没有预告内容"), cites=_CITES, remedy=text("写明考察对象、时间、考察组及联系方式"))
    if inspection.from_on and notice_on > inspection.from_on:
        raise Refused(
            text(_LABEL),
            why=text("预告日期{notice}晚于考察开始{start}", notice=notice_on, start=inspection.from_on),
            cites=_CITES,
            remedy=text("考察前发布预告，或顺延考察时间"),
        )
    inspection.notice_on, inspection.notice = notice_on, notice
    inspection.save(update_fields=["notice_on", "notice"])
    return Outcome(result=f"{notice_on}发布考察预告：{notice}", place=place, facts={"notice_on": notice_on})
