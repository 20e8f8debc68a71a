"""The papers of a case, made on demand from its rows: what is printed is what the record says."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from django.db.models import Exists, QuerySet
from django.utils import timezone

from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.access.queries.composed import answers, records
from quanheng.disclosure.models import PublicNotice
from quanheng.disclosure.queries.papers import notice_paper
from quanheng.exchange.core import appointment_form, form_formats, lrmx, official
from quanheng.exchange.core.appointment_form_geometry import Size
from quanheng.exchange.core.form import AppointmentForm
from quanheng.exchange.core.form_formats import Format
from quanheng.exchange.core.official import Column, Paper, Paragraph, Plain, Table
from quanheng.exchange.queries.form_of import form_of
from quanheng.meeting.models import Item
from quanheng.meeting.queries.papers import decision_sheet
from quanheng.procedure.models import Case, RecordEntry
from quanheng.procedure.queries.cases import record
from quanheng.registry.models import Assignment
from quanheng.selection.models import AppointmentOrder


@dataclass(frozen=True)
class PaperOf:
    """文件: its file name, Chinese label, content type, and how to make it."""

    name: str
    label: str
    content_type: str
    make: Callable[[], bytes]
    is_in_folder: bool = True
    """Other formats of a paper are only downloaded: the folder of the case holds it once."""


_PDF = "application/pdf"


def papers(*, by: Account, on: date, case: Case, entries: list[RecordEntry] | None = None, ring: Ring | None = None) -> list[PaperOf]:
    """Everything the case can print today, in the order of the procedure; `entries` is the record where the caller has it.

    What `ring` does not open is left out of a paper, and the paper says so.
    """
    found: list[PaperOf] = []
    ((is_decided, is_noticed, is_ordered),) = answers(_are_there, case=case.pk)
    if is_decided:  # what a list of the papers needs; the rows themselves are read when one is made
        found.append(PaperOf("表决结果.pdf", "讨论决定表决结果", _PDF, lambda: decision_sheet(records(_items, case=case.pk)[-1], ring=ring)))
    if is_noticed:
        found.append(PaperOf("任前公示.pdf", "任前公示", _PDF, lambda: notice_paper(records(_notices, case=case.pk)[-1])))
    if is_ordered:
        found += _appointment(case, ring)

    def read() -> list[RecordEntry]:
        return record(by=by, on=on, case=case) if entries is None else entries

    found.append(PaperOf("全程纪实表.pdf", "全程纪实表", _PDF, lambda: record_paper(read(), on=on, case=case)))
    return found


def _are_there(*, case: int) -> QuerySet[Case, Any]:
    """Of each kind whether there is any, in one question."""
    kinds: tuple[QuerySet[Any], ...] = (_items(case=case), _notices(case=case), _orders(case=case))
    return Case.objects.filter(pk=case).values_list(*(Exists(each.order_by()) for each in kinds))


def _items(*, case: int) -> QuerySet[Item]:
    return Item.objects.filter(case=case, decided_at__isnull=False).select_related("meeting__body").order_by("decided_at")


def _notices(*, case: int) -> QuerySet[PublicNotice]:
    return PublicNotice.objects.filter(case=case).select_related("person", "case__authority").order_by("posted_at")


def _orders(*, case: int) -> QuerySet[AppointmentOrder]:
    return AppointmentOrder.objects.filter(case=case).select_related("person", "post__organisation")


def _appointment(case: Case, ring: Ring | None) -> list[PaperOf]:
    """The order and the form, each read once though three papers need them."""
    order: Callable[[], AppointmentOrder] = cache(lambda: records(_orders, case=case.pk)[0])
    leaving = cache(lambda: _left(order()))
    form = cache(lambda: _form(order(), leaving(), case, ring))
    return [
        PaperOf("任免审批表.pdf", "干部任免审批表", _PDF, lambda: appointment_form.render(form(), on=order().issued_on)),
        PaperOf("任免审批表.lrmx", "干部任免审批表（lrmx）", "application/xml", lambda: lrmx.write(form())),
        *_formats(form, order),
        PaperOf("任职通知.pdf", "任职通知", _PDF, lambda: official.render(order_paper(order(), leaving(), case))),
    ]


def _formats(form: Callable[[], AppointmentForm], order: Callable[[], AppointmentOrder]) -> list[PaperOf]:
    """The form for Word, on other papers, and for the editor of the second generation."""

    def paper(name: str, label: str, kind: Format, size: Size = "A4") -> PaperOf:
        def make() -> bytes:
            return form_formats.made(form(), on=order().issued_on, kind=kind, size=size).content

        return PaperOf(name, label, form_formats.TYPES[kind], make, is_in_folder=False)

    return [
        paper("任免审批表.docx", "干部任免审批表（Word）", "docx"),
        paper("任免审批表-B5.pdf", "干部任免审批表（B5）", "pdf", "B5"),
        paper("任免审批表-B5.docx", "干部任免审批表（B5，Word）", "docx", "B5"),
        paper("任免审批表-档案专审.pdf", "干部任免审批表（档案专项审核）", "pdf", "A4_DangAn"),
        paper("任免审批表-档案专审.docx", "干部任免审批表（档案专项审核，Word）", "docx", "A4_DangAn"),
        paper("任免审批表-2.0.zip", "干部任免审批表（lrm和pic）", "lrm"),
    ]


def _form(order: AppointmentOrder, leaving: str, case: Case, ring: Ring | None) -> AppointmentForm:
    """The form as it went to the committee: the post to leave is still the present one."""
    return form_of(
        order.person,
        on=order.issued_on,
        current=leaving,
        proposed=str(order.post),
        leaving=leaving,
        reason=case.motion.ground,
        unit=case.motion.proposer,
        ring=ring,
    )


def _left(order: AppointmentOrder) -> str:
    """The post that this order ends, in words."""
    found = answers(_ended_by, person=order.person_id, number=order.number)
    left = next(((unit, title) for key, unit, title in found if key != order.assignment_id), ("", ""))
    return "".join(left)


def _ended_by(*, person: UUID, number: str) -> QuerySet[Assignment, Any]:
    rows = Assignment.objects.filter(person=person, removal_document=number)
    return rows.order_by("from_on", "pk").values_list("pk", "organisation_text", "title")


def order_paper(order: AppointmentOrder, leaving: str, case: Case) -> Paper:
    """关于×××同志的任职（任免职）通知: one person, the trial period in brackets, tenure from the day of the decision."""
    name = order.person.name
    said = f"{name}同志任{order.post}（试用期一年）"
    return Paper(
        title=f"关于{name}同志{'任免职' if leaving else '任职'}的通知",
        issuer=f"{case.authority.name}文件",
        number=order.number,
        addressee=f"{order.post.organisation.name}党组",
        blocks=[
            Paragraph(f"{order.decided_on.year}年{order.decided_on.month}月{order.decided_on.day}日，{case.authority.name}研究决定："),
            Paragraph(f"{said}，免去其{leaving}职务。" if leaving else f"{said}。"),
        ],
        signature=case.authority.name,
        on=order.issued_on,
        printed_by=f"{case.authority.name}办公室",
    )


def _when(entry: RecordEntry) -> str:
    """The moment; of a late entry also the day it was written."""
    said = f"{timezone.localtime(entry.happened_at):%Y-%m-%d %H:%M}"
    return f"{said}（补记：{timezone.localdate(entry.recorded_at)}）" if entry.is_late else said


def record_paper(entries: Iterable[RecordEntry], *, on: date, case: Case) -> bytes:
    """全程纪实表 as far as the case has come: time, step, who, what, result, digest."""
    entries = list(entries)
    steps = {entry.step for entry in entries}
    rows = [
        [str(x.number), _when(x), x.matter, x.by_name, x.result, x.digest[:8]] for x in entries
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
