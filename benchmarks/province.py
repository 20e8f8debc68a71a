"""`make bench-province`: every list, search, record, board and past day of a province, at 10,000 to 1,000,000 people.

All sizes in one run, as tables with the ratios first and benchmarks/province.json; beside them a plain Django admin over the
same table, and what the worker does in the background. `--sizes 10000,100000` for a smaller run, `--keep` to keep databases over 5 GB.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from rich.console import Console
from rich.table import Table

from benchmarks.province_load import load
from quanheng.site.database import embedded_url, home, make_database

SIZES, ADMIN_SIZES = "10000,1000000", "10000,100000"
GOAL_MS, GOAL_P95_MS, GOAL_RATIO, GOAL_SLOW_MS = 60, 150, 1.5, 3_000
LARGEST = 5 * 2**30
BESIDE = (
    "Django's admin over the same table of people: name, post, level, birth, sex; search by icontains over name, pinyin, initials, "
    "post, number. Horilla cannot be had from the package index: what is there under its name fetches a repository."
)
RESULT = Path(__file__).with_name("province.json")
Figures = dict[str, dict[str, float]]


def main() -> None:
    given, console = _given(), Console(width=150)
    sizes, beside = ([int(size) for size in said.split(",")] for said in (given.sizes, given.admin))
    os.environ["BENCH_ROUNDS"] = given.rounds
    made = {size: took for size in sorted({*sizes, *beside}) if (took := prepare(console, size))}
    before = os.getloadavg()
    admin = of_all(asked_of("benchmarks.province_admin", beside, together=given.together))
    work_size = int(given.work or max(sizes))
    [work] = asked_of("benchmarks.province_work", [work_size]).values()
    ours = asked_of("benchmarks.province_pages", sizes, together=given.together)
    pages, slow = (of_all({size: told[part] for size, told in ours.items()}) for part in ("pages", "slow"))
    busy = {
        "before": before,
        "after": os.getloadavg(),
        "processors": os.cpu_count(),
        "rounds": int(given.rounds),
        "sizes_side_by_side": given.together,
    }
    tell(console, "Quanheng: pages", pages, most=GOAL_MS)
    tell(console, "Quanheng: what goes through everybody", slow, most=GOAL_SLOW_MS)
    tell(
        console,
        "a plain Django admin over the same table, default settings (list, search)",
        admin,
        most=GOAL_MS,
    )
    console.print(f"in the background at {work_size:,}, seconds: {work}")
    console.print(f"load of the machine: {busy}")
    told = {
        "goals": {"median_ms": GOAL_MS, "p95_ms": GOAL_P95_MS, "ratio": GOAL_RATIO, "slow_ms": GOAL_SLOW_MS},
        "load": busy,
        "loaded_in_seconds": made,
        "background_seconds": {"people": work_size, **work},
        "beside": BESIDE,
        "milliseconds": {"pages": pages, "slow": slow, "django admin": admin},
    }
    RESULT.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    if not given.keep:
        clear([*sizes, *beside])


def _given() -> argparse.Namespace:
    asked = argparse.ArgumentParser()
    asked.add_argument("--sizes", default=SIZES)
    asked.add_argument("--admin", default=ADMIN_SIZES, help="sizes at which the admin is asked")
    asked.add_argument("--rounds", default="12", help="times a page is asked for")
    asked.add_argument(
        "--together",
        action="store_true",
        help="the sizes side by side: on a busy machine both then wait alike",
    )
    asked.add_argument("--keep", action="store_true")
    asked.add_argument("--work", help="size at which the worker is timed; the largest by default")
    return asked.parse_args()


def name_of(size: int) -> str:
    return f"quanheng_province_{size}"


def prepare(console: Console, size: int) -> dict[str, float]:
    """The database of this size, made when it is not there; the seconds that took."""
    url = embedded_url(home())
    make_database(url, name_of(size))
    run("benchmarks.migrated", size)
    with psycopg.connect(url, dbname=name_of(size), autocommit=True) as made:
        is_there = made.execute("SELECT 1 FROM registry_person LIMIT 1").fetchone()
        took = {} if is_there else load(made, size)
    took |= json.loads(run("benchmarks.province_values", size))
    if took:
        console.print(
            f"{size} people: " + ", ".join(f"{what} {seconds:.0f} s" for what, seconds in took.items())
        )
    return took


def run(module: str, size: int, *more: str) -> str:
    """What a module prints, in a process of its own, as Django knows one database a process."""
    environment = os.environ | {
        "QUANHENG_DATABASE": name_of(size),
        "QUANHENG_DEMONSTRATION": "2026-11-21",
        "DJANGO_SETTINGS_MODULE": "quanheng.site.settings",
    }
    command = [sys.executable, "-m", module, *more]
    return subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def asked_of(module: str, sizes: list[int], *, together: bool = False) -> dict[int, Any]:
    """What a module finds at each size, one after another or side by side."""
    with ThreadPoolExecutor(len(sizes) if together else 1) as pool:
        return dict(zip(sizes, map(json.loads, pool.map(partial(run, module), sizes)), strict=True))


def of_all(found: dict[int, dict[str, dict[str, list[float]]]]) -> dict[str, dict[str, Any]]:
    """By page: the ratio of the largest size to the smallest, by time waited and by time worked, and the figures of each size."""
    pages = {size: {page: figures(times) for page, times in told.items()} for size, told in found.items()}
    small, large = pages[min(pages)], pages[max(pages)]
    told: dict[str, dict[str, Any]] = {}
    for page, line in large.items():
        base = small.get(page, {})
        ratios = {
            f"ratio_{key}": round(line[key] / base[key], 2) if base.get(key) else None
            for key in ("median", "worked")
        }
        told[page] = ratios | {str(size): lines[page] for size, lines in pages.items() if page in lines}
    return told


def figures(times: dict[str, list[float]]) -> dict[str, float]:
    """`worked`: processor time of the page and of the database's process for it, which a busy machine does not change much."""
    waited = sorted(times["waited"])
    return {
        "median": round(statistics.median(waited), 1),
        "p95": round(waited[min(int(len(waited) * 0.95), len(waited) - 1)], 1),
        "worked": round(statistics.median(times["worked"]), 1),
        "queries": statistics.median(times["queries"]),
    }


def tell(console: Console, what: str, found: dict[str, dict[str, Any]], *, most: float) -> None:
    """A line for each page, the ratios first; "!" where a goal is missed."""
    sizes = [size for size in next(iter(found.values())) if size.isdigit()]
    heads = ("median", "p95", "worked")
    table = Table(
        "×",
        "× worked",
        "page",
        *(f"{int(size):,} {head}" for size in sizes for head in heads),
        "queries",
        title=what,
    )
    for page, line in found.items():
        large, ratio = line[sizes[-1]], line["ratio_median"] or 0
        late = GOAL_P95_MS if most == GOAL_MS else most
        missed = large["median"] > most or large["p95"] > late or (ratio > GOAL_RATIO and most == GOAL_MS)
        cells = [f"{line[size][head]:g}" if size in line else "" for size in sizes for head in heads]
        table.add_row(
            f"{ratio:.2f}",
            f"{line['ratio_worked'] or 0:.2f}",
            ("! " if missed else "") + page,
            *cells,
            f"{large['queries']:g}",
        )
    console.print(table)


def clear(sizes: list[int]) -> None:
    """Databases too large to leave behind are dropped."""
    with psycopg.connect(embedded_url(home()), autocommit=True) as server:
        for size in sizes:
            [held] = server.execute("SELECT pg_database_size(%s)", [name_of(size)]).fetchone() or (0,)
            if held > LARGEST:
                server.execute(sql.SQL("DROP DATABASE {}").format(sql.Identifier(name_of(size))))


if __name__ == "__main__":
    main()
