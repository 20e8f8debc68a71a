"""The sums of a quota order: what each line changes, and which orders make no sense. No database, no Django."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

WHAT = "印发职数批文"
CITES = ("《中华人民共和国公务员法》第四十三条",)
MOST = 99999


@dataclass(frozen=True, order=True)
class OrderLine:
    """批文一行: a number for one cell (`what` post), rank or kind of staff of an organisation, from a day."""

    organisation: int
    what: str
    code: str
    number: int
    from_on: date
    role: str = ""

    @property
    def cell(self) -> tuple[int, str, str, str]:
        """What the number is counted by; an order gives each cell one number."""
        return self.organisation, self.what, self.code, self.role


@dataclass(frozen=True)
class Change:
    """职数变动: a line beside the number before it and who is there on the day; `label` names the cell in words."""

    line: OrderLine
    label: Text
    before: int | None
    held: int
    names: tuple[str, ...] = ()

    @property
    def difference(self) -> int:
        return self.line.number - (self.before or 0)

    @property
    def over(self) -> int:
        """How many more are there on the day than the line allows."""
        return max(self.held - self.line.number, 0)


def check_lines(lines: Sequence[OrderLine], *, issued_on: date) -> None:
    """Refuses an order without lines, a cell named twice, a number out of range, an effect before the order."""
    if not lines:
        raise _refused(text("批文没有任何一行"), text("至少填写一行：机构、职数类别、核定数"))
    if len({line.cell for line in lines}) < len(lines):
        raise _refused(text("同一机构的同一类职数填了两次"), text("一份批文中，同一类职数只填一行"))
    for line in lines:
        if not 0 <= line.number <= MOST:
            raise _refused(
                text("核定数{number}不在0至{most}之间", number=line.number, most=MOST), text("更正核定数")
            )
        if line.from_on < issued_on:
            raise _refused(
                text("生效日期{day}早于批准日期{issued}", day=line.from_on, issued=issued_on),
                text("更正生效日期或批准日期"),
            )


def check_changes(kind: str, changes: Iterable[Change], *, over_until_on: date | None) -> None:
    """Refuses what contradicts the order's kind, and a number below those in post without a day to come down by."""
    rows = list(changes)
    for each in rows:
        _check_direction(kind, each)
        _check_over(each, over_until_on)
    if kind == "adjust":
        _check_sums(rows)


def _check_direction(kind: str, change: Change) -> None:
    wrong = (kind == "raise" and change.difference <= 0) or (kind == "cut" and change.difference >= 0)
    if not wrong:
        return
    said = "增加的批文不能减少或不变" if kind == "raise" else "精简的批文不能增加或不变"
    raise _refused(
        text(
            "{cell}原核定{before}名，本批文{after}名：{said}",
            cell=change.label, before=change.before or 0, after=change.line.number, said=text(said),
        ),
        text("更正核定数，或改用其他类别的批文"),
    )  # fmt: skip


def _check_over(change: Change, over_until_on: date | None) -> None:
    if not change.over or (over_until_on is not None and over_until_on > change.line.from_on):
        return
    blanks = {
        "cell": change.label, "after": change.line.number, "day": change.line.from_on,
        "held": change.held, "over": change.over, "names": "、".join(change.names) or "—",
    }  # fmt: skip
    raise _refused(
        text("{cell}核定{after}名，{day}实有{held}名：{names}；超配{over}名，没有写明消化期限", **blanks),
        text("写明超配消化期限（晚于生效日期），或先免去超配人员"),
    )


def _check_sums(changes: Sequence[Change]) -> None:
    """Seats are moved between like and like: each level, rank or kind of staff by itself comes to nothing."""
    sums: dict[tuple[str, str], int] = {}
    for each in changes:
        key = each.line.what, each.line.code
        sums[key] = sums.get(key, 0) + each.difference
    for each in changes:
        total = sums[each.line.what, each.line.code]
        if total:
            raise _refused(
                text("调剂须增减相抵：{cell}所在的这一类合计{total}名", cell=each.label, total=f"{total:+}"),
                text("补齐调出或调入的一行，使增减之和为零"),
            )


def _refused(why: Text, remedy: Text) -> Refused:
    return Refused(text(WHAT), why=why, cites=CITES, remedy=remedy)
