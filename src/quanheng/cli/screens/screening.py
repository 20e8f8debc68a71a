"""What a screening of the registry found: counts per light and reason, those who may be considered, the file.

Needs Polars; `screen` loads it while the database answers.
"""

from datetime import date
from pathlib import Path

import polars as pl
from rich.console import Console
from rich.table import Column, Table

from quanheng.access.models import Account
from quanheng.registry.actions.refresh_anchors import refresh_anchors
from quanheng.registry.actions.refresh_levels import refresh_levels
from quanheng.registry.models import Post
from quanheng.selection.core.lights import NAMES
from quanheng.selection.queries.registry_screening import (
    ELIGIBLE,
    RegistryScreening,
    persons_of,
    screen_registry,
)
from quanheng.web.screens import clock

_SHOWN = 20
_MANY = 1_000  # people whose careers were read line by line: from here on it pays to keep what was found


def tell(
    console: Console, *, by: Account, seat: Post, day: date, today: date, said: str, out: Path | None
) -> None:
    """Print the screening of everybody in `said`, write it, and keep what had to be worked out."""
    done = screen_registry(by=by, post=seat, on=day, today=today, said=said)
    console.print(f"● {seat} · {day} · {done.rows.height}人 / people", soft_wrap=True)
    _print_lights(console, done)
    _print_reasons(console, done)
    _print_eligible(console, done, by, today)
    if out is not None:
        _write(out, done, by, today)
        console.print(f"● {out}", soft_wrap=True)
    if day == today and done.worked_out > _MANY:
        keep(console)


def keep(console: Console) -> None:
    """Work out for today what screening rests on, where a change of the records or of the date has undone it."""
    with console.status("正在整理任职经历 … / working out careers"):
        refresh_levels(on=clock.today())
        count = refresh_anchors(on=clock.today())
    if count:
        console.print(
            f"● 已整理{count}人的任职经历，下次研判更快 / careers of {count} people worked out for the next screening",
            soft_wrap=True,
        )


def _print_lights(console: Console, done: RegistryScreening) -> None:
    counts = done.lights()
    console.print("　".join(f"{name} {counts[light]}" for light, name in NAMES.items() if light in counts))


def _print_reasons(console: Console, done: RegistryScreening) -> None:
    table = Table(Column("规则 / rule", overflow="fold"), "事项 / matter", "结论 / light", "人数 / people")
    for rule_id, light, people in done.reasons():
        rule = done.law.rule(rule_id)
        table.add_row(rule_id, rule.term, NAMES[light], str(people))
    console.print(table)


def _print_eligible(console: Console, done: RegistryScreening, by: Account, today: date) -> None:
    """The first of them, as the pages list them: no identity numbers."""
    best = done.eligible().sort(pl.col("light").cast(pl.Enum(ELIGIBLE)), "key")
    known = persons_of(best.head(_SHOWN), by=by, today=today)
    table = Table("姓名 / name", "出生年月 / born", "现任职务 / post", "结论 / light")
    for key, light in best.head(_SHOWN).select("key", "light").iter_rows():
        table.add_row(known[key].name, f"{known[key].born_on:%Y.%m}", known[key].current_post, NAMES[light])
    console.print(table)
    if best.height > _SHOWN:
        console.print(f"… 另有{best.height - _SHOWN}人，用 --out 写入文件 / more: use --out")


def _write(out: Path, done: RegistryScreening, by: Account, today: date) -> None:
    """Everybody with every light; readable by its owner only."""
    known = persons_of(done.rows, by=by, today=today)
    said = [(known[key].name, known[key].current_post) for key in done.rows["key"]]
    names = pl.DataFrame(said, schema={"name": pl.String, "post": pl.String}, orient="row")
    rows = pl.concat([names, done.rows], how="horizontal")
    out.touch(mode=0o600)
    if out.suffix == ".parquet":
        rows.write_parquet(out)
    else:
        rows.write_excel(out)
