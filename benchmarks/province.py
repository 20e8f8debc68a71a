"""`make bench-province`: every list, search, record, board and past day of a province, at 10,000 and at 1,000,000 people.

Both sizes in one run, side by side, as a table and benchmarks/province.json; beside them a plain Django admin over the same
table. `--sizes 10000,100000` for a smaller run, `--keep` to keep databases over 5 GB.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

import psycopg
from psycopg import sql
from rich.console import Console
from rich.table import Table

from benchmarks.province_load import load
from quanheng.site.database import embedded_url, home, make_database

SIZES = "10000,1000000"
GOAL_MS, GOAL_P95_MS, GOAL_RATIO = 60, 150, 1.5
LARGEST = 5 * 2**30
RESULT = Path(__file__).with_name("province.json")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--sizes", default=SIZES)
    asked.add_argument("--keep", action="store_true")
    given, console = asked.parse_args(), Console()
    sizes = [int(size) for size in given.sizes.split(",")]
    for size in sizes:
        prepare(console, size)
    found = {size: measured("benchmarks.province_pages", size) for size in sizes}
    beside = {size: measured("benchmarks.province_admin", size) for size in sizes}
    tell(console, "Quanheng", found)
    tell(console, "a plain Django admin over the same table, default settings (list, search)", beside)
    both = {"quanheng": found, "django admin": beside}
    goals = {"median_ms": GOAL_MS, "p95_ms": GOAL_P95_MS, "ratio": GOAL_RATIO}
    RESULT.write_text(json.dumps({"goals": goals, "milliseconds": both}, ensure_ascii=False, indent=1) + "\n")
    if not given.keep:
        clear(sizes)


def name_of(size: int) -> str:
    return f"quanheng_province_{size}"


def prepare(console: Console, size: int) -> None:
    """The database of this size, made when it is not there."""
    url = embedded_url(home())
    make_database(url, name_of(size))
    environment = os.environ | {
        "QUANHENG_DATABASE": name_of(size),
        "DJANGO_SETTINGS_MODULE": "quanheng.site.settings",
    }
    subprocess.run([sys.executable, "-m", "django", "migrate", "-v", "0"], env=environment, check=True)
    with psycopg.connect(url, dbname=name_of(size), autocommit=True) as made:
        if made.execute("SELECT 1 FROM registry_person LIMIT 1").fetchone():
            return
        took = load(made, size)
    console.print(f"{size} people: " + ", ".join(f"{what} {seconds:.0f} s" for what, seconds in took.items()))


def measured(module: str, size: int) -> dict[str, dict[str, float]]:
    """Asked in a process of its own, as Django knows one database a process."""
    environment = os.environ | {"QUANHENG_DATABASE": name_of(size), "QUANHENG_DEMONSTRATION": "2026-11-21"}
    done = subprocess.run([sys.executable, "-m", module], env=environment, check=True, stdout=subprocess.PIPE)
    rounds: dict[str, dict[str, list[float]]] = json.loads(done.stdout)
    return {page: figures(times) for page, times in rounds.items()}


def figures(times: dict[str, list[float]]) -> dict[str, float]:
    """`worked`: processor time of the page and of the database's process for it, which a busy machine does not change."""
    waited = sorted(times["waited"])
    return {
        "median": round(statistics.median(waited), 1),
        "p95": round(waited[min(int(len(waited) * 0.95), len(waited) - 1)], 1),
        "worked": round(statistics.median(times["worked"]), 1),
        "queries": statistics.median(times["queries"]),
    }


def tell(console: Console, what: str, found: dict[int, dict[str, dict[str, float]]]) -> None:
    """A line for each page; the ratio is that of the largest size to the smallest, by time waited and by time worked."""
    small, large = found[min(found)], found[max(found)]
    table = Table(
        "page",
        *(f"{size:,} {head}" for size in found for head in ("median", "p95", "worked", "queries")),
        "×",
        "× worked",
        title=what,
    )
    for page, line in large.items():
        cells = [
            f"{found[size][page][key]:g}" for size in found for key in ("median", "p95", "worked", "queries")
        ]
        ratios = [line[key] / small[page][key] if small[page][key] else 0.0 for key in ("median", "worked")]
        missed = line["median"] > GOAL_MS or line["p95"] > GOAL_P95_MS or ratios[0] > GOAL_RATIO
        table.add_row(("! " if missed else "") + page, *cells, *(f"{ratio:.2f}" for ratio in ratios))
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
