"""What stands in the way of a contract: one in force already, days that do not fit, the law."""

from datetime import date

from django.db.models import Q

from quanheng.establishment.core.contract_terms import Terms, signing_findings
from quanheng.establishment.models import Contract, Engagement
from quanheng.kernel.dates import months_between
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.kernel.verdicts import Light
from quanheng.registry.models import Organisation, Person

TILL_RETIREMENT_RULE = "institution_regulations.14"


def refuse_second(person: Person, *, from_on: date, what: str) -> None:
    """One contract in force a person: an open one, or one that runs beyond the day, is refused by name."""
    held = Contract.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=from_on), person=person)
    found = held.select_related("organisation").first()
    if found:
        raise Refused(
            text(what),
            why=text(
                "{name}与{unit}的聘用合同（{since}起）尚未终止",
                name=person.name,
                unit=found.organisation.name,
                since=found.from_on,
            ),
            remedy=text("续签原合同，或先登记原合同终止"),
        )


def refuse_ended(contract: Contract, *, what: str) -> None:
    if contract.ended_on is not None:
        raise Refused(
            text(what),
            why=text(
                "该合同已于{on}终止（{cause}）",
                on=contract.ended_on,
                cause=text(contract.get_end_cause_display()),
            ),
            remedy=text("先前的登记已保留，不必再次登记"),
        )


def check_terms(terms: Terms, *, what: str) -> None:
    """Days that a contract of the kind cannot have."""
    if terms.kind not in dict(Contract.KINDS):
        raise ValueError(f"unknown kind of contract {terms.kind!r}")
    if terms.until_on is None and terms.kind in ("short", "medium"):
        raise Refused(text(what), why=text("短期、中期合同没有写明终止日期"), remedy=text("填写合同终止日期"))
    if terms.until_on is not None and terms.until_on <= terms.from_on:
        raise Refused(
            text(what),
            why=text("合同终止日期{until}不晚于起始日期{since}", until=terms.until_on, since=terms.from_on),
            remedy=text("更正日期"),
        )
    trial = terms.probation_until_on
    if trial is not None and (
        trial <= terms.from_on or (terms.until_on is not None and trial > terms.until_on)
    ):
        raise Refused(
            text(what),
            why=text("试用期止于{until}，不在合同期限之内", until=trial),
            remedy=text("更正试用期"),
        )


def require_terms(
    terms: Terms, *, person: Person, organisation: Organisation, is_first_job: bool, is_asked: bool, what: str
) -> None:
    """Both: the days fit, and the law does not forbid the terms."""
    check_terms(terms, what=what)
    refuse_by_law(
        terms,
        person=person,
        organisation=organisation,
        is_first_job=is_first_job,
        is_asked=is_asked,
        what=what,
    )


def refuse_by_law(
    terms: Terms, *, person: Person, organisation: Organisation, is_first_job: bool, is_asked: bool, what: str
) -> None:
    """Refused with the clause when the law forbids the terms; what it only warns of is left to the pages."""
    known = person_facts(person, organisation, on=terms.from_on) | {
        "is_first_job": is_first_job,
        "is_till_retirement_asked": is_asked,
    }
    for finding in signing_findings(terms, known, on=terms.from_on):
        if finding.light is Light.FORBIDDEN:
            raise Refused(
                text(what),
                why=text("{rule}：{means}", rule=text(finding.rule.term), means=text(finding.rule.means_zh)),
                cites=finding.cites,
                remedy=text("订立至退休的合同")
                if finding.rule.id == TILL_RETIREMENT_RULE
                else text("更正试用期"),
            )


def person_facts(person: Person, organisation: Organisation, *, on: date) -> dict[str, object]:
    """What the law asks of the person: months here without a break, and what retirement is reckoned from."""
    line = Engagement.objects.filter(person=person, organisation=organisation, from_on__lte=on).order_by(
        "from_on"
    )
    here = [each.post_class for each in line]
    return {
        "institution_service_months": _months_here(person, organisation, on),
        "birth_on": person.born_on,
        "is_woman": person.sex == "2",
        **({"is_cadre_staff": here[-1] != "worker"} if here else {}),
    }


def _months_here(person: Person, organisation: Organisation, on: date) -> int:
    """Full months without a break up to the day, by contracts and engagements in the unit: the first gap begins anew."""
    spans = [
        *Contract.objects.filter(person=person, organisation=organisation, from_on__lt=on).values_list(
            "from_on", "ended_on"
        ),
        *Engagement.objects.filter(person=person, organisation=organisation, from_on__lt=on).values_list(
            "from_on", "until_on"
        ),
    ]
    since = on
    for begun, ended in sorted(spans, key=lambda span: span[1] or on, reverse=True):
        if (ended or on) >= since:
            since = min(since, begun)
    return months_between(since, on)
