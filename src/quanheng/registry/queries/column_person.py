"""Facts of persons that are read as they stand: service, Party seniority, fitness, restrictions, gaps of the file.

Restrictions and gaps are few and read of everybody; the caller joins those it may see.
"""

from datetime import date

import polars as pl

from quanheng.kernel.dates import NO_DATE
from quanheng.registry.models import FileGap, Sanction
from quanheng.registry.queries.column_months import calendar_months
from quanheng.registry.queries.column_reading import understood
from quanheng.registry.queries.facts_person import is_fit, party_months
from quanheng.registry.queries.facts_restrictions import READ, SanctionRow, restrictions


def own_facts(rows: pl.DataFrame, on: date) -> list[pl.Expr]:
    """service_months, party_full_months, is_fit_for_duty from `started`, `status` and `health`."""
    started = pl.col("started")
    service = pl.when(started <= on).then(calendar_months(started, pl.lit(on))).cast(pl.Int64)
    return [
        service.alias("service_months"),
        understood(rows["status"], party_months, pl.Int64).alias("party_full_months"),
        understood(rows["health"], is_fit, pl.Boolean).alias("is_fit_for_duty"),
    ]


def restriction_facts(on: date) -> pl.DataFrame:
    """Windows of sanctions, person by person: few have any, and their law is not to be written twice."""
    rows: dict[str, list[SanctionRow]] = {}
    for row in Sanction.objects.order_by("person", "-effective_on").values_list(
        *READ, "person_id", named=True
    ):
        rows.setdefault(str(row.person_id), []).append(row)
    found = [{"key": key, **restrictions(same, on)} for key, same in rows.items()]
    schema = {
        "key": pl.String,
        "is_restriction_still_felt": pl.Boolean,
        "restricted_until": pl.Date,
        "restriction_advised_until": pl.Date,
    }
    return pl.DataFrame(found, schema=schema)


UNRECORDED = {
    "is_restriction_still_felt": False,
    "restricted_until": NO_DATE,
    "restriction_advised_until": NO_DATE,
}
"""Of those without any sanction."""


def gaps() -> dict[str, list[str]]:
    """The keys of persons with a gap in their file, by the noun of the line that is missing."""
    found: dict[str, list[str]] = {}
    for key, noun in FileGap.objects.order_by().values_list("person_id", "noun").distinct():
        found.setdefault(noun, []).append(str(key))
    return found
