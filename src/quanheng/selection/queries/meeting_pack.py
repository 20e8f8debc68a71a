"""上会材料 of a meeting: the list of its items, and for each the appointment form, the inspection report and the decided sheet."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.access.queries.sealed_rows import open_rows, words_of
from quanheng.exchange.core import appointment_form, official
from quanheng.exchange.core.official import Column, Heading, Paper, Paragraph, Plain, Signing, Table
from quanheng.exchange.queries.form_of import form_of
from quanheng.kernel.dates import age_on
from quanheng.meeting.models import Item, Meeting
from quanheng.meeting.queries.papers import decision_sheet
from quanheng.registry.models import Person
from quanheng.selection.models import InspectionReport


def pack_items(meeting: Meeting, *, by: Account) -> QuerySet[Item]:
    """The items of a meeting in order, without those for which the reader steps aside: their papers are not for him."""
    rows = Item.objects.filter(meeting=meeting).exclude(recusals__member__account=by)
    return rows.select_related("person__organisation", "post__organisation", "case__motion").order_by(
        "number"
    )


def pack(items: Sequence[Item], *, meeting: Meeting, on: date, ring: Ring | None = None) -> dict[str, bytes]:
    """File names and contents, in the order of the agenda; the list comes first.

    What `ring` does not open is left out: number and family in a form, and for an inspection report a sheet in its place says so.
    """
    files = {"00议题一览表.pdf": official.render(list_paper(items, meeting=meeting))}
    reports = _reports(items)
    open_rows(ring, reports.values())
    for item in items:
        folder = f"{item.number:02}{_plain(item.person.name)}"
        form = form_of(
            item.person,
            on=_held(meeting),
            proposed=str(item.post),
            reason=item.case.motion.ground if item.case else "",
            unit=item.case.motion.proposer if item.case else "",
            ring=ring,
        )
        files[f"{folder}/干部任免审批表.pdf"] = appointment_form.render(form, on=_held(meeting))
        if report := reports.get((item.case_id, item.person_id)):
            is_shut = words_of(report, "performance") is None
            name = "考察材料（未打开）.pdf" if is_shut else "考察材料.pdf"
            files[f"{folder}/{name}"] = official.render(shut_paper(item) if is_shut else report_paper(report, item))
        if item.decided_at:
            files[f"{folder}/讨论决定表.pdf"] = decision_sheet(item, ring=ring)
    return files


def list_paper(items: Sequence[Item], *, meeting: Meeting) -> Paper:
    """议题一览表: a row per item with who, from which post, to which, and the case; places to sign."""
    held = timezone.localtime(meeting.held_at)
    columns = [
        Column("序号", 10), Column("姓名", 22), Column("性别", 10), Column("出生年月", 24), Column("学历学位", 30, "left"),
        Column("现任职务", 0, "left"), Column("拟任职务", 0, "left"), Column("选任事项", 28), Column("结果", 18),
    ]  # fmt: skip
    return Paper(
        title=f"{meeting.body.name}\n干部任免议题一览表",
        blocks=[
            Plain(
                f"{meeting.title}　{official.chinese_date(held.date())}{held:%H:%M}　{meeting.place}　共{len(items)}项"
            ),
            Table(columns, [_row(item, held.date()) for item in items], size=10.5),
            Signing(["主持人", "记录人"]),
        ],
        is_wide=True,
    )


def report_paper(report: InspectionReport, item: Item) -> Paper:
    """考察材料 of one candidate as the inspection team wrote it."""
    blocks = [Plain(f"拟任职务：{item.post}　个别谈话{report.talks}人")]
    parts = (
        ("一、主要表现", words_of(report, "performance") or ""),
        ("二、主要缺点和不足", words_of(report, "shortcomings") or ""),
        ("三、本人意愿", words_of(report, "wish") or ""),
    )
    written: list[Heading | Paragraph] = []
    for heading, said in parts:
        if said.strip():
            written += [Heading(heading), *(Paragraph(each) for each in said.splitlines() if each.strip())]
    return Paper(title=f"{item.person.name}同志考察材料", blocks=[*blocks, *written])


def shut_paper(item: Item) -> Paper:
    """In the place of a report that the exporter's keys do not open."""
    said = "考察材料加密保存。导出时导出人的密钥没有打开，或者不能打开本案的材料，因此未附。打开密钥后重新导出，或者由密钥持有人导出。"
    return Paper(title=f"{item.person.name}同志考察材料（未附）", blocks=[Paragraph(said)])


def _row(item: Item, on: date) -> list[str]:
    person: Person = item.person
    return [
        str(item.number),
        person.name,
        person.get_sex_display(),
        f"{person.born_on:%Y.%m}（{age_on(person.born_on, on)}岁）",
        _studies(person),
        person.current_post,
        str(item.post),
        item.case.number if item.case else "",
        item.get_state_display(),
    ]


def _studies(person: Person) -> str:
    rows = person.educations.filter(is_printed=True).order_by("mode", "until_on", "pk")
    return "；".join(f"{row.level}{row.degree}" for row in rows)


def _reports(items: Sequence[Item]) -> dict[tuple[object, object], InspectionReport]:
    rows = InspectionReport.objects.filter(
        candidate__case__in=[item.case_id for item in items if item.case_id]
    ).select_related("candidate__case")
    return {(row.candidate.case_id, row.candidate.person_id): row for row in rows}


def _held(meeting: Meeting) -> date:
    return timezone.localtime(meeting.held_at).date()


def _plain(name: str) -> str:
    """A name as part of a path: nothing that leads out of the folder."""
    return "".join(letter for letter in name if letter.isalnum() or letter in "·")
