"""Full months in dated spells for many persons at once, as columns: `kernel.periods.months_in`, its conventions and figures.

Spells are rows of `n` (the person), `what` (the kind of spell, a small number), `from_on`, `until_on` (null: still runs).
"""

from datetime import date

import polars as pl

from quanheng.kernel.dates import OPEN_ENDED

_MONTH = 30  # left-over days of separate spells: thirty to a month
_KINDS = 64  # kinds of spell told apart in one go
_RUNS = (
    1_000_000  # added to the days since 1970 of a running clock, so that none looks like a number of months
)
_FIRST_RUNNING = 100_000  # the first day of all, in the year 1, stands at 280,000; nobody serves 8,000 years
_DAYS, _EARLIEST = 2**22, 800_000  # days from before the year 1 to after 9999 fit below 2**22


def months_in(spells: pl.DataFrame, *, on: date) -> pl.DataFrame:
    """(`n`, `what`, `months`) for every person and kind of spell that occurs: overlaps once, gaps not at all."""
    clocks = clocks_in(spells, on=on)
    return clocks.select("n", "what", months_shown(pl.col("clock"), on).alias("months"))


def clocks_in(spells: pl.DataFrame, *, on: date) -> pl.DataFrame:
    """(`n`, `what`, `clock`) as of a day. A clock that stands still is its months, a running one its first day, in one number.

    It shows the right months on every later day up to the next day on which a spell begins or ends.
    """
    parts = _added(_stretches(spells, on), on)
    is_carried = pl.col("spells") != 1
    whole = pl.col("full") + pl.when(is_carried).then(pl.col("rest") // _MONTH).otherwise(0)
    over = pl.when(is_carried).then(pl.col("rest") % _MONTH).otherwise(pl.col("rest"))
    told = parts.with_columns(whole=whole, over=over)
    ended = told.filter(pl.col("running").is_null()).with_columns(clock=pl.col("whole"))
    running = told.filter(pl.col("running").is_not_null())
    is_first = pl.col("spells") == 0
    since = _added_months(pl.col("running"), -pl.col("whole")) - pl.duration(days=pl.col("over"))
    alone = running.filter(is_first).with_columns(since=pl.col("running"))
    resumed = running.filter(~is_first).with_columns(since=since)
    clocks = pl.concat([alone, resumed]).with_columns(clock=pl.col("since").cast(pl.Int32) + _RUNS)
    named = [
        pl.col("group").floordiv(_KINDS).cast(pl.Int32).alias("n"),
        (pl.col("group") % _KINDS).cast(pl.Int8).alias("what"),
        pl.col("clock").cast(pl.Int32),
    ]
    return pl.concat([ended.select(named), clocks.select(named)])


def months_shown(clock: pl.Expr, on: date) -> pl.Expr:
    """The full months that a clock of `clocks_in` shows on a day."""
    running = months_between(running_since(clock), pl.lit(on))
    return pl.when(clock >= _FIRST_RUNNING).then(running).otherwise(clock).cast(pl.Int64)


def running_since(clock: pl.Expr) -> pl.Expr:
    """The first day of a clock of `clocks_in` that runs; null where it stands still."""
    return pl.when(clock >= _FIRST_RUNNING).then(clock - _RUNS).cast(pl.Date)


def months_between(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    """Full months; 0 when `end` comes before `start`, as a clock shows that has not begun."""
    months = calendar_months(start, end) - (start.dt.day() > end.dt.day()).cast(pl.Int32)
    return pl.when(start <= end).then(months).otherwise(pl.when(start.is_not_null()).then(0))


def calendar_months(start: pl.Expr, end: pl.Expr) -> pl.Expr:
    """Months from month to month, days ignored."""
    years = end.dt.year() - start.dt.year()
    return years * 12 + end.dt.month().cast(pl.Int32) - start.dt.month().cast(pl.Int32)


def _stretches(spells: pl.DataFrame, on: date) -> pl.DataFrame:
    """(`group`, `from_on`, `until_on`): overlapping and touching spells joined; what begins after the day says nothing.

    Group and day in one whole number: sorted by it, a running maximum never reaches from one group into the next.
    """
    known = spells.filter(pl.col("from_on") <= on).select(
        (pl.col("n").cast(pl.Int64) * _KINDS + pl.col("what")).alias("group"),
        "from_on",
        pl.col("until_on").fill_null(OPEN_ENDED),
    )
    ordered = known.with_columns(begin=_placed("from_on"), end=_placed("until_on")).sort("begin")
    ordered = ordered.with_columns(reached=pl.col("end").cum_max())
    is_new = (pl.col("begin") > pl.col("reached").shift(1)).fill_null(True)
    marked = ordered.with_columns(is_new=is_new)
    first = marked.filter(pl.col("is_new")).select("group", "from_on")
    last = marked.filter(pl.col("is_new").shift(-1, fill_value=True)).select(until_on=_day(pl.col("reached")))
    return pl.concat([first, last], how="horizontal")


def _placed(name: str) -> pl.Expr:
    return pl.col("group") * _DAYS + pl.col(name).cast(pl.Int32).cast(pl.Int64) + _EARLIEST


def _day(placed: pl.Expr) -> pl.Expr:
    return (placed % _DAYS - _EARLIEST).cast(pl.Int32).cast(pl.Date)


def _added(stretches: pl.DataFrame, on: date) -> pl.DataFrame:
    """Per group: full months, left-over days and number of the ended stretches, and the start of the running one."""
    begun = pl.col("from_on") < on
    runs = begun & (pl.col("until_on") > on)
    ended = begun & ~runs
    full, rest = _full_and_rest(pl.col("from_on"), pl.col("until_on"))
    counted = stretches.select(
        pl.col("group").set_sorted(),
        pl.when(ended).then(full).otherwise(0).alias("full"),
        pl.when(ended).then(rest).otherwise(0).alias("rest"),
        ended.cast(pl.Int32).alias("spells"),
        pl.when(runs).then(pl.col("from_on")).alias("running"),
    )
    return counted.group_by("group").agg(pl.col("full", "rest", "spells").sum(), pl.col("running").max())


def _full_and_rest(start: pl.Expr, end: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Full months by convention 8, and the days from the last corresponding day, in a month without it the first of the next."""
    begun, ended = start.dt.day().cast(pl.Int32), end.dt.day().cast(pl.Int32)
    in_month_before = (end - pl.duration(days=ended)).dt.day().cast(pl.Int32)
    borrowed = pl.max_horizontal(ended - 1, ended + in_month_before - begun)
    is_short = begun > ended
    return calendar_months(start, end) - is_short.cast(pl.Int32), pl.when(is_short).then(borrowed).otherwise(
        ended - begun
    )


def _added_months(start: pl.Expr, months: pl.Expr) -> pl.Expr:
    """Convention 7(b): in a month without the day, its last day."""
    count = start.dt.year() * 12 + start.dt.month().cast(pl.Int32) - 1 + months
    first, following = (
        pl.date(count // 12, count % 12 + 1, 1),
        pl.date((count + 1) // 12, (count + 1) % 12 + 1, 1),
    )
    return pl.min_horizontal(
        following - pl.duration(days=1), first + pl.duration(days=start.dt.day().cast(pl.Int32) - 1)
    )
