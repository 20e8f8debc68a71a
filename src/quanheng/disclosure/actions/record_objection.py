"""Take in what somebody reports about a person on notice: by the public form without sign-in, or by the desk."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import connection

from quanheng.access.actions.action import action, require
from quanheng.access.actions.copying import copy_into
from quanheng.access.actions.seal import seal_unsaved
from quanheng.access.models import Account
from quanheng.disclosure.models import Objection, PublicNotice
from quanheng.disclosure.queries.notices import notice_state
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

_WHAT = Text("登记反映")
LEAST, MOST = 10, 5_000  # characters
AN_HOUR = 30  # by the public form, per notice: a flood must not drown the desk


def _path(given: Mapping[str, Any]) -> str:
    return str(given["notice"].case.authority.path)


@action(
    "disclosure.objection.record",
    label="登记反映",
    permission=None,
    of=_path,
    cites=("《党政领导干部选拔任用工作条例》（2019年）第四十二条",),
    keeps=("notice", "channel"),
)
def record_objection(
    *, by: Account | None, at: datetime, notice: PublicNotice, content: str, channel: str = "web",
    name: str = "", contact: str = "", received_at: datetime | None = None,
) -> Objection:  # fmt: skip
    """Anybody may report while the notice hangs (`by` None, channel "web"); the desk (disclosure.check) enters the rest.

    Named when `name` is given, else anonymous. Refused before and after the period, for too little or too much text,
    and, for the public form, when too many came in within the hour. Nobody's address is kept.
    Sealed with public keys only: whoever writes it could not read it back.
    """
    if by is not None:
        require(by, "disclosure.check", path=_path({"notice": notice}), at=at, what=_WHAT.template)
    elif channel != "web":
        raise ValueError("the public form is the channel web")
    if channel not in dict(Objection.CHANNELS):
        raise ValueError(f"unknown channel {channel!r}")
    found = (
        PublicNotice.objects.select_for_update(of=("self",))
        .select_related("case__authority")
        .get(pk=notice.pk)
    )
    received = (received_at if by is not None else None) or at
    if received > at:
        raise Refused(_WHAT, why=Text("收到时间在现在之后"), remedy=Text("更正收到时间"))
    _in_period(found, received)
    _readable(content)
    if by is None:
        _not_flooded(found, at)
    said = {"name": name.strip(), "contact": contact.strip(), "content": content.strip(), "is_named": bool(name.strip())}
    receipt = secrets.token_hex(5).upper()
    return _written(Objection(notice=found, receipt=receipt, received_at=received, channel=channel, **said), at)


def _written(report: Objection, at: datetime) -> Objection:
    """Without reading it back, not even its key, as `save` would: a visitor leaves a report and may see none."""
    report.pk = _next_key()
    seal_unsaved(report, at=at)
    fields = Objection._meta.concrete_fields
    values = [getattr(report, field.attname) for field in fields]
    copy_into(Objection._meta.db_table, [str(field.column) for field in fields], [values])
    return report


def _next_key() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('disclosure_objection', 'id'))")
        [key] = cursor.fetchone() or [0]
    return int(key)


def _in_period(notice: PublicNotice, received: datetime) -> None:
    state = notice_state(notice, at=received)
    if state.phase != "running":
        raise Refused(
            _WHAT,
            why=text("公示期为{first}至{last}", first=notice.printed_from, last=notice.printed_to)
            if state.phase == "before"
            else text("公示期{first}至{last}已结束", first=notice.printed_from, last=notice.printed_to),
            remedy=text("可以向干部监督机构反映，电话{phone}", phone=notice.phone),
        )


def _readable(content: str) -> None:
    length = len(content.strip())
    if not LEAST <= length <= MOST:
        raise Refused(
            _WHAT,
            why=text("反映内容{n}字，应为{least}至{most}字", n=length, least=LEAST, most=MOST),
            remedy=Text("写明时间、地点、人物和事情经过；内容较多的可以寄送书面材料"),
        )


def _not_flooded(notice: PublicNotice, at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT disclosure_reports_since(%s, %s)", [notice.pk, at - timedelta(hours=1)])
        [lately] = cursor.fetchone() or [0]
    if lately >= AN_HOUR:
        raise Refused(
            _WHAT,
            why=text("一小时内已收到{n}件网上反映，暂时不能再收", n=lately),
            remedy=text(
                "请稍后再填，或拨打{phone}，或寄至{address}", phone=notice.phone, address=notice.address
            ),
        )
