"""Screen a whole registry for a post in columns: lights of everybody, or every finding for a case.

Needs the extra `bulk` (Polars); load this module only where it is used.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import polars as pl

from quanheng.access.models import Account
from quanheng.kernel.periods import Months
from quanheng.registry.models import Post
from quanheng.registry.queries.fact_columns import fact_columns
from quanheng.registry.queries.people import Filters
from quanheng.regulation.core.judge_alike import judge_alike
from quanheng.selection.core.assumed import NO_FINDING, ORDINARY
from quanheng.selection.core.registry_screening import RegistryScreening, is_meant, judged_by
from quanheng.selection.queries.screening import IN_SERVICE, Screened, Slice, holders_of, law_of

WRITTEN_TOGETHER = 5_000
"""People whose findings go into the database together."""
_SINCE = "since "


def screen_registry(
    *, by: Account, post: Post, on: date, today: date, kind: str = "promotion"
) -> RegistryScreening:
    """The same people and lights as `screening.screen_slices`: everybody in service whom `by` may see, except the post's holders.

    For everybody whose anchors are at hand `core.registry_screening.screened` says the same, without the database.
    """
    table = fact_columns(by=by, post=post, on=on, today=today, filters=Filters(status=IN_SERVICE))
    law, meant = law_of(post, on), is_meant(holders_of(post), kind)
    return RegistryScreening(judged_by(table.rows.filter(meant), on, law), law, table.worked_out)


def screen_slices(*, by: Account, post: Post, on: date, kind: str) -> Iterator[Slice]:
    """The same people with the same findings as `screening.screen_slices`, their facts and reasons worked out together."""
    table = fact_columns(by=by, post=post, on=on, filters=Filters(status=IN_SERVICE))
    starts = table.starts.select(pl.all().name.prefix(_SINCE))
    rows = table.rows.hstack(starts.get_columns()).filter(is_meant(holders_of(post), kind))
    columns = {name: _values(rows, name) for name in table.rows.columns if name != "key"}
    columns |= {name: [value] * rows.height for name, value in {**NO_FINDING, **ORDINARY}.items()}
    said = judge_alike(columns, rows=rows.height, on=on, subject="candidacy", law=law_of(post, on))
    judged = [Screened(light, findings) for light, findings in said]
    keys = [UUID(key) for key in rows["key"]]
    for start in range(0, rows.height, WRITTEN_TOGETHER):
        end = min(start + WRITTEN_TOGETHER, rows.height)
        yield Slice(end, rows.height, dict(zip(keys[start:end], judged[start:end], strict=True)))


def _values(rows: pl.DataFrame, name: str) -> list[object]:
    """The facts as the law takes them one by one: a clock knows from when it runs."""
    values = rows[name].to_list()
    if f"{_SINCE}{name}" not in rows.columns:
        return values
    starts = rows[f"{_SINCE}{name}"].to_list()
    return [value if value is None else Months(value, since) for value, since in zip(values, starts, strict=True)]
