"""Record what another agency reports of a person (discipline, audit, petitions …): with its document and its date (A11)."""

from datetime import date, datetime

from django.utils import timezone

from quanheng.access.actions.action import action, require
from quanheng.access.actions.seal import save_sealed
from quanheng.access.models import Account
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.actions.record_line import locked
from quanheng.registry.models import AgencyFact, Person

WHAT = "登记有关机关信息"


@action(
    "registry.agency_fact.record",
    label=WHAT,
    permission="registry.edit",
    of=lambda given: given["person"].authority.path,
    keeps=("agency", "on", "document"),
)
def record_agency_fact(
    *,
    by: Account,
    at: datetime,
    person: Person,
    agency: str,
    on: date,
    matter: str,
    content: str,
    document: str,
    is_adverse: bool | None = None,
) -> AgencyFact:
    """Needs the right to what is sensitive too. Refuses a report without its document, one dated later than today."""
    require(by, "registry.sensitive", path=person.authority.path, at=at, what=WHAT)
    if not document.strip():
        raise Refused(text(WHAT), why=text("没有填写来源文号"), remedy=text("填写来函、通报或者记录的文号"))
    if on > timezone.localdate(at):
        raise Refused(text(WHAT), why=text("{on}尚未到", on=on))
    owner = locked(person)
    fact = AgencyFact(
        person=owner, agency=agency, on=on, matter=matter.strip(), content=content.strip(),
        document=document.strip(), is_adverse=is_adverse,
    )  # fmt: skip
    save_sealed(fact, record=owner, owner=owner.authority, at=at)
    return fact
