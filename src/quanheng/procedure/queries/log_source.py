"""The entries of all records, as the log's check reads them: one chain for each case."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from quanheng.access.core.chain import GENESIS, linked
from quanheng.access.core.events import RECORD, Raw, respelt, spelt
from quanheng.access.queries.log_sources import Fault, Leaf, Rows, Source, moment_of
from quanheng.procedure.core.record import COVERED, SALTED

_MOMENTS, _JSON = {"happened_at", "recorded_at"}, {"cites", "facts", "documents"}
_BLANKED = {"place": "", "by_name": "", "result": "", "cites": "[]", "facts": "{}", "documents": "[]"}


def _column(field: str) -> str:
    if field in _MOMENTS:
        return moment_of(f"e.{field}")
    if field in _JSON:
        return f"e.{field}::text"
    return {"case": "c.number", "by": "coalesce(e.by_id::text, '')"}.get(field, f"e.{field}")


class RecordSource(Source):
    """纪实: the chain of every case."""

    kind, name, table, key = RECORD, "纪实", "procedure_recordentry", "id"

    def __init__(self) -> None:
        self._heads: dict[str, tuple[int, str]] = {}

    def faults(self, leaves: Sequence[Leaf], rows: Rows) -> Iterator[Fault]:
        for leaf in leaves:
            row = rows.get(leaf.ref)
            if row is None:
                yield Fault(f"纪实 {leaf.ref}", "内容缺失")
                continue
            _ref, *values, is_salted, previous, digest = row
            fields = dict(zip(SALTED, values, strict=True))
            place = f"{fields['case']} 纪实第{fields['number']}条"
            yield from (Fault(place, why) for why in self._wrong(leaf, fields, is_salted, previous, digest))

    def _wrong(self, leaf: Leaf, fields: dict[str, Any], is_salted: bool, previous: str, digest: str) -> Iterator[str]:
        event = _event(fields, is_salted)
        if leaf.salt is None:
            if any(fields[name] != blank for name, blank in _BLANKED.items()):
                yield "内容已删除，却又有内容"
        elif hashlib.sha256(leaf.salt + event).digest() != leaf.commitment:
            yield "内容已被改动"
        if fields["recorded_at"] != leaf.at:
            yield "时间与记录叶不符"
        number, head = self._heads.get(fields["case"], (0, GENESIS))
        if fields["number"] != number + 1 or previous != head:
            yield "与前一条不衔接"
        made = linked(previous, leaf.commitment) if is_salted else hashlib.sha256(b"\x01" + previous.encode() + b"\n" + event).hexdigest()
        if digest != made:
            yield "摘要已被改动"
        self._heads[fields["case"]] = (fields["number"], digest)

    def ask(self, cursor: Any, leaves: Sequence[Leaf]) -> None:
        columns = ", ".join(_column(field) for field in SALTED)
        cursor.execute(
            f"SELECT e.id, {columns}, e.is_salted, e.previous, e.digest FROM procedure_recordentry e"  # noqa: S608
            " JOIN procedure_case c ON c.id = e.case_id WHERE e.id = ANY(%s)",
            [[leaf.ref for leaf in leaves]],
        )


def _event(fields: dict[str, Any], is_salted: bool) -> bytes:
    named = SALTED if is_salted else COVERED
    return spelt({name: Raw(respelt(fields[name])) if name in _JSON else fields[name] for name in named}).encode()
