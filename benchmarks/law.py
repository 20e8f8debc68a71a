"""The law over many rows: growth to ten million people, and a dozen rules beside openfisca-core, PostgreSQL and pandas.

`make bench-law`. Everything is measured side by side in one run on this machine; ratios come first. openfisca-core and
pandas are no part of the product: `make bench-law` puts them into .tools/rivals; what is not there is said and left out.
"""

import gc
import json
import os
import statistics
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
from rich.console import Console
from rich.table import Table

from benchmarks.law_rivals import RIVALS
from quanheng.regulation.core.bulk import count_reasons, judge_many
from quanheng.regulation.core.conditions import met_by
from quanheng.regulation.core.facts import CATALOGUE
from quanheng.regulation.core.judge import judge
from quanheng.regulation.core.library import library

ON = date(2026, 11, 21)
LAW = library()
SUBJECTS = ("person", "candidacy")
DOZEN = [
    f"selection_regulations.{rule}"
    for rule in [
        "8.1.service",
        "8.1.grassroots",
        "8.2.posts",
        "8.3.deputy",
        "8.3.lower_chief",
        "8.4.college",
        "8.4.bachelor",
        "8.6.fitness",
        "8.7.county",
        "8.7.city",
        "8.7.province",
        "9.stepwise",
    ]
]
GROWTH = (100_000, 1_000_000, 10_000_000)
console = Console(highlight=False, width=140)


def main() -> None:
    results: dict[str, Any] = {"machine": {"cores": os.cpu_count(), "polars threads": pl.thread_pool_size()}}
    results["one"] = one_person()
    results["growth"] = growth()
    results["rivals"] = rivals(int(os.environ.get("QUANHENG_BENCH_ROWS", "4000000")))
    Path(__file__).with_name("law.json").write_text(
        json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )


def people(rows: int, rules: list[str]) -> pl.DataFrame:
    """Invented facts, packed: every fact that the rules read; those about persons are unknown in one row of fifty."""
    names = sorted({name for rule in rules for name in _facts(rule)} - {"judged_on"})
    return pl.DataFrame(
        [pl.select(_column(name, seed, rows).alias(name)).to_series() for seed, name in enumerate(names)]
    )


def _facts(rule: str) -> frozenset[str]:
    found = LAW.rule(rule)
    return found.fact_names | met_by(LAW, found, ON).facts


def _column(name: str, seed: int, rows: int) -> pl.Expr:
    entry = CATALOGUE[name]
    chance = pl.int_range(rows, dtype=pl.Int64).hash(seed)
    made = {
        "yes": lambda: chance % 10 < 3,
        "clock": lambda: (chance % 120).cast(pl.Int16),
        "number": lambda: (chance % 12).cast(pl.Int32),
        "rank": lambda: (chance % len(entry.words) + 1).cast(pl.Int32),
        "word": lambda: (chance % max(len(entry.words), 2)).cast(pl.UInt8),
        "day": lambda: (chance % 30_000).cast(pl.Int32).cast(pl.Date),
    }[entry.kind]()
    if entry.subject != "person":
        return made
    return pl.when(pl.int_range(rows, dtype=pl.Int64).hash(seed + 10_000) % 50 > 0).then(made)


def best(work: Callable[[], Any], rounds: int = 5) -> float:
    """The quickest of some rounds, in seconds: the others measure the neighbours."""
    times = []
    for _ in range(rounds):
        gc.collect()
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return min(times)


def bandwidth() -> float:
    """Bytes a second that this machine reads in one pass over a gigabyte, on the same threads."""
    block = pl.DataFrame(
        {str(part): pl.select(pl.int_range(2**25, dtype=pl.Int64)).to_series() for part in range(4)}
    )
    return block.estimated_size() / best(lambda: block.select(pl.all().sum()))


def person_rules() -> list[str]:
    """Every rule in force about persons and candidates."""
    return [rule.id for rule in LAW.rules.values() if rule.subject in SUBJECTS and LAW.is_in_force(rule, ON)]


def one_person() -> dict[str, float]:
    """One verdict with its reasons over every rule of the day, facts of another person each time."""
    known = {
        "move": "promotion",
        "post_tier": "county",
        "is_leading_post": True,
        "step": "deputy_to_chief",
        "is_exceptional": False,
        "education_rank": 4,
        "level_jump": 1,
    }
    times = []
    for number in range(300):
        facts = known | {
            "months_as_deputy": number % 60,
            "service_months": 60 + number,
            "grassroots_months": number % 40,
            "party_full_months": number,
        }
        begun = time.perf_counter()
        verdict = judge(facts, on=ON)
        times.append((time.perf_counter() - begun) * 1000)
    rules = len(verdict.findings) + len(verdict.not_applicable)
    told = {"rules": rules, "median ms": statistics.median(times[1:]), "first ms": times[0]}
    console.print(
        f"one person, {rules} rules with reasons: median {told['median ms']:.2f} ms (goal 5), the first of a process {told['first ms']:.0f} ms"
    )
    return told


def growth() -> list[dict[str, float]]:
    """All rules about persons, on 10^5 to 10^7 rows."""
    rules, rows_told, speed = person_rules(), [], bandwidth()
    table = Table(title=f"{len(rules)} rules about persons; memory read at {speed / 1e9:.1f} GB/s")
    for head in ("rows", "seconds", "with counts", "rule·rows/s", "GB/s", "of bandwidth", "s per 10⁷ rows"):
        table.add_column(head, justify="right")
    for rows in GROWTH:
        frame = people(rows, rules)
        taken = best(lambda frame=frame: judge_many(frame, on=ON, rules=rules), 3)
        counted = best(lambda frame=frame: count_reasons(frame, on=ON, rules=rules), 2)
        read = frame.estimated_size() / taken
        told = {
            "rows": rows,
            "seconds": taken,
            "counting": counted,
            "rule rows per second": rows * len(rules) / taken,
            "bytes per second": read,
            "share of bandwidth": read / speed,
        }
        rows_told.append(told)
        table.add_row(
            f"{rows:,}",
            f"{taken:.3f}",
            f"{counted:.3f}",
            f"{told['rule rows per second'] / 1e6:,.0f} M",
            f"{read / 1e9:.2f}",
            f"{read / speed:.0%}",
            f"{taken * 1e7 / rows:.2f}",
        )
        del frame
        gc.collect()
    console.print(table)
    return rows_told


def rivals(rows: int) -> list[dict[str, Any]]:
    """A dozen rules on the same rows: ours carry the unknown, the reasons and the light; the others answer yes or no."""
    frame = people(rows, DOZEN)
    ours = best(lambda: judge_many(frame, on=ON, rules=DOZEN))
    table = Table(title=f"{len(DOZEN)} rules, {rows:,} rows")
    for head in ("", "ours is faster by", "seconds", "rule·rows/s", "passing rows"):
        table.add_column(head, justify="right")
    passing = int((judge_many(frame, on=ON, rules=DOZEN)["light"] == 0).sum())
    told: list[dict[str, Any]] = [{"what": "quanheng", "seconds": ours, "ratio": 1.0}]
    table.add_row(
        "quanheng (Polars)", "1", f"{ours:.3f}", f"{rows * len(DOZEN) / ours / 1e6:,.0f} M", f"{passing:,}"
    )
    for name, rival in RIVALS.items():
        found = rival(frame, DOZEN, ON)
        if isinstance(found, str):
            console.print(f"{name}: {found}")
            continue
        seconds, same = found
        told.append({"what": name, "seconds": seconds, "ratio": seconds / ours})
        table.add_row(
            name,
            f"{seconds / ours:.1f}",
            f"{seconds:.3f}",
            f"{rows * len(DOZEN) / seconds / 1e6:,.0f} M",
            f"{same:,}",
        )
    console.print(table)
    return told


if __name__ == "__main__":
    main()
