"""Take a roster (干部名册) or one-page table (一览表) out as a workbook or PDF; the journal keeps whose, which columns and what for."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone, translation

from quanheng.access.actions.action import action
from quanheng.access.core.key_tree import Ring
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.exchange.core.roster_table import MOST_COLUMNS, Column, PaperSize, chosen, document, workbook
from quanheng.exchange.queries.roster_table import Wanted, name_of, roster_people, roster_table
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Person
from quanheng.registry.queries.numbers import SEALED_NUMBER

WHAT = "导出干部名册"
KINDS = {"roster": "干部名册", "table": "干部基本情况一览表"}
MOST = {"xlsx": 20_000, "pdf": 3_000}
"""People in one file."""
LONG_ENOUGH = 4


def _kept(given: Mapping[str, Any]) -> dict[str, object]:
    """What the journal keeps: the range by its codes, never a name, and what was opened."""
    wanted: Wanted = given["wanted"]
    return {
        "organisation": wanted.organisation,
        "authority": wanted.authority,
        "is_query": bool(wanted.conditions),
        "columns": " ".join(column.key for column in chosen(given["columns"])),
        "is_open": _is_open(given["columns"]),
    }


@action(
    "exchange.roster.export",
    label=WHAT,
    permission="registry.view",
    keeps=("kind", "form", "as_of", "purpose"),
    also=_kept,
)
def export_roster(
    *,
    by: Account,
    at: datetime,
    wanted: Wanted,
    kind: str,
    form: str,
    columns: Sequence[str],
    as_of: date,
    size: PaperSize = "A3",
    purpose: str = "",
    ring: Ring | None = None,
) -> bytes:
    """The file. Refused for nobody, for too many people or columns, and for identity numbers without right, purpose and open keys."""
    on, picked = timezone.localdate(at), _picked(columns)
    _check_secrets(by, on, columns, purpose)
    rows = roster_people(wanted, by=by, on=on, as_of=as_of)
    count = rows[: MOST[form] + 1].count()
    if not count or count > MOST[form]:
        raise Refused(
            text(WHAT),
            why=text("没有符合条件的干部") if not count else text("超过{n}人", n=MOST[form]),
            remedy=text("调整范围后再导出"),
        )
    _check_keys(rows, columns, ring)
    with translation.override("zh-hans"):
        unit = name_of(wanted, by=by, on=on, as_of=as_of)
        table = roster_table(
            rows,
            picked,
            by=by,
            on=on,
            as_of=as_of,
            title=f"{unit}{KINDS[kind]}",
            unit=f"制表：{by.name}",
            is_grouped=kind == "roster",
            is_open=_is_open(columns),
            ring=ring,
        )
    return workbook(table) if form == "xlsx" else document(table, size=size)


def _picked(columns: Sequence[str]) -> Sequence[Column]:
    found = chosen(columns)
    if len(found) > MOST_COLUMNS:
        raise Refused(text(WHAT), why=text("超过{n}栏", n=MOST_COLUMNS), remedy=text("减少栏目后再导出"))
    return found


def _is_open(columns: Sequence[str]) -> bool:
    return any(column.is_sensitive for column in chosen(columns))


def _check_secrets(by: Account, on: date, columns: Sequence[str], purpose: str) -> None:
    """Identity numbers: only with the right to open them somewhere, and a purpose; elsewhere they stay masked."""
    if not _is_open(columns):
        return
    if not rights_of(by, on=on).may("registry.sensitive"):
        raise Refused(
            text(WHAT),
            why=text(
                "{name}没有“{permission}”权限，不能导出身份证号", name=by.name, permission="查阅敏感信息"
            ),
            remedy=text("去掉身份证号一栏"),
        )
    if len(purpose.strip()) < LONG_ENOUGH:
        raise Refused(
            text(WHAT),
            why=text("导出身份证号没有写明用途"),
            remedy=text("写明为哪项工作导出，至少{n}个字", n=LONG_ENOUGH),
        )


def _check_keys(rows: QuerySet[Person], columns: Sequence[str], ring: Ring | None) -> None:
    """Sealed numbers that were asked for: better no file than one that lacks what it is made for."""
    if _is_open(columns) and ring is None and rows.filter(SEALED_NUMBER).exists():
        raise Refused(
            text(WHAT),
            why=text("身份证号加密保存，您的密钥没有打开"),
            remedy=text("先在“密钥”页打开密钥；或者去掉身份证号一栏"),
        )
