"""The people somebody may see, as the standard workbook: edited and imported again, only what was edited shows as a change."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.exchange.core import workbook_writer
from quanheng.exchange.queries.batches import Paper
from quanheng.exchange.queries.workbook_rows import sheets_of
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Person
from quanheng.registry.queries.people import Filters, people

WHAT = "导出花名册"
MOST_PEOPLE = 5_000
_LONG_ENOUGH = 4


@action("exchange.person.export", label=WHAT, permission="registry.view", keeps=("purpose", "organisation_code", "status"))
def export_workbook(*, by: Account, at: datetime, purpose: str, organisation_code: str = "", status: str = "") -> Paper:
    """Of a unit and all below it, or everybody. Refused without a purpose, for nobody, for more than one workbook should hold.

    Identity numbers are whole, and family is told of, only where `by` may see what is sensitive; the journal keeps the purpose.
    """
    if len(purpose.strip()) < _LONG_ENOUGH:
        raise Refused(text(WHAT), why=text("没有写明用途"), remedy=text("写明为哪项工作导出，至少{n}个字", n=_LONG_ENOUGH))
    on = timezone.localdate(at)
    rights, found = rights_of(by, on=on), _people(by, at, organisation_code, status)

    def may_see(person: Person) -> bool:
        return rights.may("registry.sensitive", person.authority.path)

    content = workbook_writer.write(sheets_of(found, may_see=may_see))
    return Paper(f"花名册-{on:%Y%m%d}.xlsx", content)


def _people(by: Account, at: datetime, code: str, status: str) -> list[Person]:
    rows = people(by=by, on=timezone.localdate(at), filters=Filters(status=status))
    if code:
        rows = rows.filter(Q(organisation__code=code) | Q(organisation__code__startswith=f"{code}."))
    found = list(rows.defer(None).defer("photo", "form_extra")[: MOST_PEOPLE + 1])
    if not found:
        raise Refused(text(WHAT), why=text("范围内没有您可以查阅的人"), remedy=text("核对机构编码，或放宽范围"))
    if len(found) > MOST_PEOPLE:
        raise Refused(text(WHAT), why=text("超过{limit}人", limit=MOST_PEOPLE), remedy=text("请按机构分批导出"))
    return found
