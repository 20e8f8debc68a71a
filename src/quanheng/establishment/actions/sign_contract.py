"""Sign an employment contract with an institution's staff member: kind, days, probation, judged by the law."""

from datetime import date, datetime

from quanheng.access.actions.action import action
from quanheng.access.models import Account
from quanheng.establishment.core.contract_terms import Terms
from quanheng.establishment.models import Contract
from quanheng.establishment.permissions.contracts import refuse_second, require_terms
from quanheng.establishment.permissions.institutions import require_institution
from quanheng.registry.models import Organisation, Person

WHAT = "签订聘用合同"


@action(
    "establishment.contract.sign",
    label=WHAT,
    permission="establishment.edit",
    of=lambda given: given["organisation"].authority.path,
    keeps=("organisation", "kind", "signed_on", "from_on", "until_on", "probation_until_on", "is_first_job"),
)
def sign_contract(
    *,
    by: Account,
    at: datetime,
    person: Person,
    organisation: Organisation,
    kind: str,
    signed_on: date,
    from_on: date,
    until_on: date | None = None,
    probation_until_on: date | None = None,
    is_full_time: bool = True,
    is_first_job: bool = False,
    is_till_retirement_asked: bool = False,
) -> Contract:
    """Refuses a second contract in force, days that do not fit, and what the law forbids, by its clause.

    A contract shorter than usual is kept: the law only asks it as a rule, and the pages say so.
    """
    require_institution(organisation, what=WHAT)
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    refuse_second(person, from_on=from_on, what=WHAT)
    require_terms(
        Terms(kind, from_on, until_on, probation_until_on), person=person, organisation=organisation,
        is_first_job=is_first_job, is_asked=is_till_retirement_asked, what=WHAT,
    )  # fmt: skip
    return Contract.objects.create(
        person=person, organisation=organisation, kind=kind, is_full_time=is_full_time, signed_on=signed_on,
        from_on=from_on, until_on=until_on, probation_until_on=probation_until_on,
    )  # fmt: skip
