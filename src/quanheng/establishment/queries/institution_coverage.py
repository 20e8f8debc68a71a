"""Coverage of institutions as of a day: who has a scheme, who has a contract, by authority and by unit; and the law's indicators."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from quanheng.access.models import Account
from quanheng.access.queries.composed import answers
from quanheng.establishment.models import Contract, Engagement, PostScheme
from quanheng.establishment.permissions.institution_grades import running
from quanheng.establishment.permissions.institutions import institutions
from quanheng.establishment.queries.institution_posts import VIEW, signed
from quanheng.registry.models import Organisation
from quanheng.registry.queries.organisations import existing
from quanheng.registry.queries.sight import among_composed, authorities_seen, unit_keys_seen
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
    mine = authorities_seen(VIEW, by=by, on=on)
    return len(answers(_some, mine is None, MANY + 1, mine=list(mine or ()), day=as_of or on)) > MANY


def coverage(*, by: Account, on: date, as_of: date | None = None, authority: str = "") -> list[Coverage]:
    """A row per authority where `by` may view quotas, or of one: two questions of its own."""
    day, also = as_of or on, {"authority__code": authority} if authority else {}
    mine = authorities_seen(VIEW, by=by, on=on)
    rows = answers(_counted, mine is None, mine=list(mine or ()), day=day, **also)
    seen = unit_keys_seen(VIEW, by=by, on=on)
    engaged = {f"organisation__{name}": said for name, said in also.items()}
    people = _people("organisation__authority", seen, day, **engaged)
    return [
        Coverage(code, name, units, schemes, contracted, *people.get(key, (0, 0)))
        for key, _path, code, name, units, schemes, contracted in rows
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
    day, mine = as_of or on, authorities_seen(VIEW, by=by, on=on)
    units = answers(_some_marked, mine is None, most, mine=list(mine or ()), day=day, authority=authority, after=after)
    people = _people("organisation", [unit for unit, *_ in units], day)
    return [
        Coverage(code, name, 1, int(has_scheme), int(has_contracts), *people.get(unit, (0, 0)))
        for unit, code, name, has_scheme, has_contracts in units
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


def _here(is_all: bool, mine: list[int], day: date, **also: str) -> QuerySet[Organisation]:
    """As `institution_units`."""
    return Organisation.objects.filter(among_composed(is_all, mine, "authority"), existing(day), institutions(), **also)


def _some(is_all: bool, most: int, *, mine: list[int], day: date) -> QuerySet[Organisation, Any]:
    return _here(is_all, mine, day).order_by().values_list("pk")[:most]


def _some_marked(
    is_all: bool, most: int, *, mine: list[int], day: date, authority: str, after: str
) -> QuerySet[Organisation, Any]:
    rows = _marked(_here(is_all, mine, day, authority__code=authority, code__gt=after), day)
    return rows.order_by("code").values_list("pk", "code", "name", "has_scheme", "has_contracts")[:most]


def _counted(is_all: bool, *, mine: list[int], day: date, **also: str) -> QuerySet[Organisation, Any]:
    rows: QuerySet[Organisation, Any] = (
        _marked(_here(is_all, mine, day, **also), day)
        .order_by("authority__path")
        .values_list("authority", "authority__path", "authority__code", "authority__name")
        .annotate(
            units=Count("pk"),
            schemes=Count("pk", filter=Q(has_scheme=True)),
            contracted=Count("pk", filter=Q(has_contracts=True)),
        )
    )
    return rows


def _marked(rows: QuerySet[Organisation], day: date) -> QuerySet[Any]:
    schemes = PostScheme.objects.filter(running(day), organisation=OuterRef("pk"))
    open_then = Q(ended_on__isnull=True) | Q(ended_on__gt=day)
    contracts = Contract.objects.filter(open_then, running(day), organisation=OuterRef("pk"))
    return rows.annotate(has_scheme=Exists(schemes), has_contracts=Exists(contracts))


def _people(key: str, units: list[int] | None, day: date, **also: str) -> dict[int, tuple[int, int]]:
    """People engaged in the units (None: in all) and those of them with a contract in force, once each, by a column of theirs."""
    rows = answers(_engaged, units is None, key, units=units or [], day=day, **also)
    return {found: (engaged, with_contract) for found, engaged, with_contract in rows}


def _engaged(is_all: bool, key: str, *, units: list[int], day: date, **also: str) -> QuerySet[Engagement, Any]:
    """By the units' keys: beyond one more table, the database no longer guesses how many there are and goes through them for every authority."""
    rows = Engagement.objects.filter(
        among_composed(is_all, units, "organisation"),
        running(day),
        institutions("organisation__"),
        existing(day, "organisation__"),
        **also,
    )
    people = Count("person", distinct=True)
    done = Count("person", distinct=True, filter=Exists(signed(day)))
    return rows.order_by().values_list(key).annotate(people=people, done=done)
