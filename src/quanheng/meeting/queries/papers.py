"""The papers of a decided item, made from its frozen rows: the decision sheet with what every member said."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.utils import timezone

from quanheng.access.core.key_tree import Ring
from quanheng.access.queries.composed import records
from quanheng.access.queries.sealed_rows import open_rows, words_of
from quanheng.exchange.core.official import Column, Paper, Paragraph, Signing, Table, render
from quanheng.meeting.models import Expression, Item, Recusal, RollEntry
from quanheng.meeting.queries.members import unread


def decision_sheet(item: Item, *, ring: Ring | None = None) -> bytes:
    """讨论决定表决结果 as PDF; for a decided item. Callers have checked that the reader may see the meeting.

    Remarks that `ring` does not open are left out, and the sheet says so.
    """
    return render(sheet(item, ring=ring))


def sheet(item: Item, *, ring: Ring | None = None) -> Paper:
    """The content of the sheet: figures, result, clauses, the list of members, places to sign."""
    assert item.decided_at is not None
    meeting = item.meeting
    held, decided = timezone.localtime(meeting.held_at), timezone.localtime(item.decided_at)
    return Paper(
        title=f"{meeting.body.name}\n干部任免事项讨论决定表",
        blocks=[
            Paragraph(
                f"会议：{meeting.title}，{held.year}年{held.month}月{held.day}日{held:%H:%M}，{meeting.place}。"
            ),
            Paragraph(f"议题：{item.title}。"),
            Paragraph(
                f"应到{item.should}人，实到{item.present}人，法定{item.quorum}人，回避{item.recused}人。"
                f"{item.get_form_display() or '暂缓表决'}：同意{item.agree}人，不同意{item.disagree}人，缓议{item.defer}人，通过须{item.needed}人同意。"
            ),
            Paragraph(
                f"结果：{item.get_state_display()}{f'（{item.reason}）' if item.reason else ''}。",
                is_strong=True,
            ),
            Paragraph(
                f"作出决定时间：{decided.year}年{decided.month}月{decided.day}日{decided:%H:%M}。依据：{_clauses(item.cites)}。"
            ),
            Table(_COLUMNS, _rows(item, ring), caption="成员表态情况"),
            Signing(["主持人", "记录人"]),
        ],
    )


def _clauses(cites: Sequence[str]) -> str:
    """The clauses, each instrument named once: "《…》（2019年）第三十八条、第三十九条"."""
    found: dict[str, list[str]] = {}
    for cite in cites:
        instrument, mark, clause = cite.rpartition("第")
        found.setdefault(instrument, []).append(mark + clause)
    return "；".join(instrument + "、".join(clauses) for instrument, clauses in found.items())


_COLUMNS = [
    Column("次序", 14),
    Column("成员", 30),
    Column("到会", 18),
    Column("意见", 24),
    Column("说明", 0, "left"),
]


SHUT = "已说明（加密，未附）"


def _rows(item: Item, ring: Ring | None) -> list[list[str]]:
    """Who was there is read from what was said: the roll may have been called again for a later item."""
    said = {each.member_id: each for each in records(_expressions, item=item.pk)}
    for each in said.values():
        each.item = item
    open_rows(ring, said.values())
    aside = {each.member_id: each for each in records(_recusals, item=item.pk)}
    rows = []
    for entry in records(_roll, meeting=item.meeting_id):
        expression, recusal = said.get(entry.member_id), aside.get(entry.member_id)
        stance = expression.get_stance_display() if expression else "回避" if recusal else "—"
        remark = (
            _remark(expression) if expression else recusal.get_ground_display() if recusal else entry.reason
        )
        place = expression.order if expression else 0
        row = [
            str(place or "—"),
            entry.member.account.name,
            "到会" if entry.is_present else "缺席",
            stance,
            remark,
        ]
        rows.append((place or 10_000, row))
    return [row for _, row in sorted(rows, key=lambda each: each[0])]


def _expressions(*, item: int) -> QuerySet[Expression]:
    return Expression.objects.filter(item=item).order_by("order")


def _recusals(*, item: int) -> QuerySet[Recusal]:
    return Recusal.objects.filter(item=item).order_by("at", "pk")


def _roll(*, meeting: int) -> QuerySet[RollEntry]:
    rows = RollEntry.objects.filter(meeting=meeting).select_related("member__account")
    return rows.defer(*unread("member__account")).order_by("member__order", "pk")


def _remark(expression: Expression) -> str:
    words = words_of(expression, "remark")
    return SHUT if words is None else words
