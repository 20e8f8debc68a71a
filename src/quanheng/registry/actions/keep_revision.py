"""Write what changed and why (更正): inside another act, in its transaction. Nothing else in the product writes versions."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Person, Revision

LONGEST = 300


def keep_revision(
    *,
    by: Account,
    at: datetime,
    person: Person,
    noun: str,
    line: object,
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
    reason: str,
) -> Revision:
    """One version more of a line of a person's record; `before` or `after` None when it was added or withdrawn."""
    return Revision.objects.create(
        person=person,
        noun=noun,
        line=str(line),
        before=before,
        after=after,
        reason=reason.strip()[:LONGEST],
        by=by,
        at=at,
    )


def require_reason(reason: str, *, what: str) -> None:
    if not reason.strip():
        raise Refused(text(what), why=text("没有写明更正理由"), remedy=text("写明依据的档案材料或认定文件"))
