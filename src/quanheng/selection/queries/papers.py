"""The papers of a case, made on demand from its rows: what is printed is what the record says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from quanheng.access.models import Account
from quanheng.disclosure.models import PublicNotice
from quanheng.disclosure.queries.papers import notice_paper
from quanheng.exchange.core import appointment_form, lrmx, official
from quanheng.exchange.core.form import AppointmentForm
from quanheng.exchange.core.official import Column, Paper, Paragraph, Plain, Table
from quanheng.exchange.queries.form_of import form_of
from quanheng.meeting.models import Item
from quanheng.meeting.queries.papers import decision_sheet
from quanheng.procedure.models import Case
from quanheng.procedure.queries.cases import record
from quanheng.selection.models import AppointmentOrder


@dataclass(frozen=True)
class PaperOf:
    """文件: its file name, Chinese label, content type, and how to make it."""

    name: str
    label: str
    content_type: str
    make: Callable[[], bytes]


_PDF = "application/pdf"


def papers(*, by: Account, on: date, case: Case) -> list[PaperOf]:
    """Everything the case can print today, in the order of the procedure."""
    found: list[PaperOf] = []
    item = Item.objects.filter(case=case, decided_at__isnull=False).order_by("decided_at").last()
    if item is not None:
        found.append(PaperOf("表决结果.pdf", "讨论决定表决结果", _PDF, lambda: decision_sheet(item)))
    notice = PublicNotice.objects.filter(case=case).order_by("posted_at").last()
    if notice is not None:
        found.append(PaperOf("任前公示.pdf", "任前公示", _PDF, lambda: notice_paper(notice)))
    order = AppointmentOrder.objects.filter(case=case).select_related("person", "post__organisation", "assignment").first()
    if order is not None:
        found += _appointment(order, case)
    found.append(PaperOf("全程纪实表.pdf", "全程纪实表", _PDF, lambda: record_paper(by=by, on=on, case=case)))
    return found


def _appointment(order: AppointmentOrder, case: Case) -> list[PaperOf]:
    on = order.issued_on
    return [
        PaperOf("任免审批表.pdf", "干部任免审批表", _PDF, lambda: appointment_form.render(_form(order, case), on=on)),
        PaperOf("任免审批表.lrmx", "干部任免审批表（lrmx）", "application/xml", lambda: lrmx.write(_form(order, case))),
        PaperOf("任职通知.pdf", "任职通知", _PDF, lambda: official.render(order_paper(order, case))),
    ]


def _form(order: AppointmentOrder, case: Case) -> AppointmentForm:
    """The form as it went to the committee: the post to leave is still the present one."""
    left = order.person.assignments.filter(removal_document=order.number).exclude(pk=order.assignment_id).first()
    leaving = f"{left.organisation_text}{left.title}" if left else ""
    return form_of(
        order.person,
        on=order.issued_on,
        current=leaving,
        proposed=str(order.post),
        leaving=leaving,
        reason=case.motion.ground,
        unit=case.motion.proposer,
    )


def order_paper(order: AppointmentOrder, case: Case) -> Paper:
    """关于×××同志的任职通知: one person, the trial period in brackets, tenure from the day of the decision."""
    name = order.person.name
    return Paper(
        title=f"关于{name}同志的任职通知",
        issuer=f"{case.authority.name}文件",
        number=order.number,
        addressee=f"{order.post.organisation.name}党组",
        blocks=[
            Paragraph(f"{order.decided_on.year}年{order.decided_on.month}月{order.decided_on.day}日，{case.authority.name}研究决定："),
            Paragraph(f"{name}同志任{order.post}（试用期一年）。"),
        ],
        signature=case.authority.name,
        on=order.issued_on,
    )


def record_paper(*, by: Account, on: date, case: Case) -> bytes:
    """全程纪实表 as far as the case has come: time, step, who, what, result, digest."""
    entries = list(record(by=by, on=on, case=case))
    steps = {entry.step for entry in entries}
    rows = [
        [str(x.number), f"{timezone.localtime(x.happened_at):%Y-%m-%d %H:%M}", x.matter, x.by_name, x.result, x.digest[:8]] for x in entries
    ]
    columns = [
        Column("序号", 10), Column("时间", 22), Column("事项", 24), Column("责任人", 16), Column("结果", 0, "left"), Column("校验", 18)
    ]  # fmt: skip
    paper = Paper(
        title="干部选拔任用工作全程纪实表",
        blocks=[Plain(f"{case.number}　{case.title}　共{len(rows)}条，{len(steps)}个环节"), Table(columns, rows, size=9)],
        is_wide=True,
        on=timezone.localdate(case.closed_at) if case.closed_at else on,
    )
    return official.render(paper)
