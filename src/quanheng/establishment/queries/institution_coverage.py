"""Coverage of institutions as of a day: who has a scheme, who has a contract, by authority and by unit; and the law's indicators."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from quanheng.access.models import Account
from quanheng.establishment.models import Contract, Engagement, PostScheme
from quanheng.establishment.permissions.institution_grades import running
from quanheng.establishment.permissions.institutions import institutions
from quanheng.establishment.queries.institution_posts import VIEW, institution_units, signed
from quanheng.registry.models import Organisation
from quanheng.registry.queries.organisations import existing
from quanheng.registry.queries.sight import units_seen
from quanheng.regulation.core.instruments import NotInForce
from quanheng.regulation.core.judge import Verdict, judge
from quanheng.regulation.core.library import library

LAYER = "local_jinchang_2011"
"""The local plan that sets the targets; it binds where it was issued and is shown elsewhere as a yardstick."""
MANY = 100
INDICATORS = (
    "local_jinchang_2011.contract_units",
    "local_jinchang_2011.contract_signed",
    "local_jinchang_2011.posts_first_setup",
)


@dataclass(frozen=True)
class Coverage:
    """覆盖情况: institutions, those with a scheme and with contracts; people engaged and those with a contract in force."""

    key: str
    name: str
    units: int = 0
    with_scheme: int = 0
    with_contracts: int = 0
    engaged: int = 0
    signed: int = 0

    @property
    def unsigned(self) -> int:
        return self.engaged - self.signed


def are_many(*, by: Account, on: date, as_of: date | None = None) -> bool:
    """Whether there are more institutions than a page counts at once; none beyond is looked at."""
    return institution_units(by=by, on=on, as_of=as_of).order_by()[: MANY + 1].count() > MANY


def coverage(*, by: Account, on: date, as_of: date | None = None, authority: str = "") -> list[Coverage]:
    """A row per authority where `by` may view quotas, or of one: two questions of its own."""
    day = as_of or on
    units = institution_units(by=by, on=on, as_of=day)
    rows = (
        _marked(units.filter(authority__code=authority) if authority else units, day)
        .order_by("authority__path")
        .values("authority", "authority__code", "authority__name")
        .annotate(
            units=Count("pk"),
            schemes=Count("pk", filter=Q(has_scheme=True)),
            contracted=Count("pk", filter=Q(has_contracts=True)),
        )
    )
    people = _people(by, on, day, "organisation__authority", authority=authority)
    return [
        Coverage(
            row["authority__code"],
            row["authority__name"],
            row["units"],
            row["schemes"],
            row["contracted"],
            *people.get(row["authority"], (0, 0)),
        )
        for row in rows
    ]


def coverage_by_unit(
    *,
    by: Account,
    on: date,
    as_of: date | None = None,
    authority: str,
    after: str = "",
    most: int = 50,
) -> list[Coverage]:
    """The institutions of one authority after a code, at most `most` of them: two questions of its own."""
    day = as_of or on
    rows = institution_units(by=by, on=on, as_of=day).filter(code__gt=after, authority__code=authority)
    units = list(_marked(rows, day)[:most])
    people = _people(by, on, day, "organisation__code", within_units=units)
    return [
        Coverage(
            each.code,
            each.name,
            1,
            _mark(each, "has_scheme"),
            _mark(each, "has_contracts"),
            *people.get(each.code, (0, 0)),
        )
        for each in units
    ]


def total(rows: Iterable[Coverage]) -> Coverage:
    """The sum of rows."""
    found = list(rows)
    fields = ("units", "with_scheme", "with_contracts", "engaged", "signed")
    return Coverage("", "", *(sum(getattr(row, name) for row in found) for name in fields))


def indicators(of: Coverage, *, on: date) -> Verdict | None:
    """What the local targets in the law say of the sums; None on a day before them."""
    facts = {
        "indicator_year": on.year,
        "institutions_total": of.units,
        "institutions_contracted": of.with_contracts,
        "institutions_with_posts": of.with_scheme,
        "contracts_due": of.engaged,
        "contracts_signed": of.signed,
    }
    try:
        return judge(facts, on=on, rules=INDICATORS, law=library(LAYER))
    except NotInForce:
        return None


def _mark(unit: Organisation, name: str) -> int:
    return int(getattr(unit, name))


def _marked(rows: QuerySet[Organisation], day: date) -> QuerySet[Organisation]:
    schemes = PostScheme.objects.filter(running(day), organisation=OuterRef("pk"))
    open_then = Q(ended_on__isnull=True) | Q(ended_on__gt=day)
    contracts = Contract.objects.filter(open_then, running(day), organisation=OuterRef("pk"))
    return rows.annotate(has_scheme=Exists(schemes), has_contracts=Exists(contracts))


def _people(
    by: Account,
    on: date,
    day: date,
    key: str,
    *,
    within_units: list[Organisation] | None = None,
    authority: str = "",
) -> dict[str | int, tuple[int, int]]:
    """People engaged and those of them with a contract in force, once each, by a column of their unit.

    Its own column: beyond one more table, the database no longer guesses how many there are and goes through them for every authority.
    """
    rows = Engagement.objects.filter(
        units_seen(VIEW, by=by, on=on),
        running(day),
        institutions("organisation__"),
        existing(day, "organisation__"),
    )
    if authority:
        rows = rows.filter(organisation__authority__code=authority)
    if within_units is not None:
        rows = rows.filter(organisation__in=within_units)
    people = Count("person", distinct=True)
    done = Count("person", distinct=True, filter=Exists(signed(day)))
    counted = rows.order_by().values_list(key).annotate(people=people, done=done)
    return {found: (engaged, with_contract) for found, engaged, with_contract in counted}
