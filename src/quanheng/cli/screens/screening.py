"""What a screening of the registry found: counts per light and reason, those who may be considered, the file.

The process beside judges. Where careers have to be read line by line, and to write the file, Polars is loaded here, by name.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from importlib import import_module
from io import BytesIO
from pathlib import Path

from rich.console import Console
from rich.table import Column, Table

from quanheng.access.models import Account
from quanheng.cli.screens.beside import Beside
from quanheng.registry.models import Person, Post
from quanheng.registry.queries import anchors
from quanheng.registry.queries.people import Filters, people
from quanheng.selection.core.lights import NAMES
from quanheng.selection.core.registry_question import Answer, answer_in
from quanheng.selection.queries.screening import IN_SERVICE, question_of
from quanheng.web.screens import clock

_MANY = 1_000  # people whose careers were read line by line: from here on it pays to keep what was found


def tell(
    console: Console, beside: Beside, *, by: Account, seat: Post, day: date, today: date, out: Path | None
) -> None:
    """Print the screening of everybody, write it, and keep what had to be worked out."""
    question, serving = question_of(seat, day, kind="promotion"), Filters(status=IN_SERVICE)
    parts = anchors.everybody(by=by, post=seat, on=day, today=today, filters=serving)
    said, rows = beside.answer(question.packed(), parts, is_whole=out is not None)
    worked_out = 0
    if said:
        done = answer_in(said)
    else:
        slow = import_module("quanheng.selection.queries.registry_screening")
        found = slow.screen_registry(by=by, post=seat, on=day, today=today)
        done, rows, worked_out = found.answer(), found.as_ipc(), found.worked_out
    console.print(f"● {seat} · {day} · {done.people}人 / people", soft_wrap=True)
    _print(console, done, by, today)
    if out is not None:
        _write(out, rows, by, today)
        console.print(f"● {out}", soft_wrap=True)
    if day == today and worked_out > _MANY:
        keep(console)


def keep(console: Console) -> None:
    """Work out for today what screening rests on, where a change of the records or of the date has undone it."""
    levels, kept = (import_module(f"quanheng.registry.actions.refresh_{each}") for each in ("levels", "anchors"))
    with console.status("正在整理任职经历 … / working out careers"):
        levels.refresh_levels(on=clock.today())
        count = kept.refresh_anchors(on=clock.today())
    if count:
        console.print(
            f"● 已整理{count}人的任职经历，下次研判更快 / careers of {count} people worked out for the next screening",
            soft_wrap=True,
        )


def _print(console: Console, done: Answer, by: Account, today: date) -> None:
    """Lights, reasons, and the first of those whom nothing holds up, as the pages list them: no identity numbers."""
    console.print("　".join(f"{name} {done.lights[light]}" for light, name in NAMES.items() if light in done.lights))
    table = Table(Column("规则 / rule", overflow="fold"), "事项 / matter", "结论 / light", "人数 / people")
    for rule, matter, light, count in done.reasons:
        table.add_row(rule, matter, NAMES[light], str(count))
    console.print(table)
    known = _persons((key for key, _ in done.first), by=by, today=today)
    table = Table("姓名 / name", "出生年月 / born", "现任职务 / post", "结论 / light")
    for key, light in done.first:
        table.add_row(known[key].name, f"{known[key].born_on:%Y.%m}", known[key].current_post, NAMES[light])
    console.print(table)
    if done.eligible > len(done.first):
        console.print(f"… 另有{done.eligible - len(done.first)}人，用 --out 写入文件 / more: use --out")


def _write(out: Path, told: bytes, by: Account, today: date) -> None:
    """Everybody with every light; readable by its owner only."""
    pl = import_module("polars")
    rows = pl.read_ipc(BytesIO(told)).with_columns(pl.exclude("key").cast(pl.String))
    known = _persons(rows["key"], by=by, today=today)
    said = [(known[key].name, known[key].current_post) for key in rows["key"]]
    names = pl.DataFrame(said, schema={"name": pl.String, "post": pl.String}, orient="row")
    whole = pl.concat([names, rows], how="horizontal")
    out.touch(mode=0o600)
    if out.suffix == ".parquet":
        whole.write_parquet(out)
    else:
        whole.write_excel(out)


def _persons(keys: Iterable[str], *, by: Account, today: date) -> Mapping[str, Person]:
    found = people(by=by, on=today).filter(pk__in=list(keys))
    return {str(person.pk): person for person in found}
