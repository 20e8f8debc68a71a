"""`quanheng law bulk`: a table of facts judged row by row, on Polars here or on a Spark cluster."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.console import Console

from quanheng.cli.screens.law_words import speaker
from quanheng.kernel.texts import Text
from quanheng.kernel.verdicts import Light
from quanheng.regulation.core.library import library
from quanheng.regulation.core.tables import Outcome, judge_table, read_table

console = Console(highlight=False)


def run(
    source: Path,
    *,
    on: date,
    out: Path | None,
    rules: Sequence[str],
    layers: Sequence[str],
    engine: str,
    master: str,
    english: bool,
) -> None:
    """Judge the table, write the verdicts, print the counts."""
    if engine not in ("polars", "spark"):
        raise ValueError(f"--engine: polars, spark; not {engine}")
    frame = read_table(source, engine=engine, master=master)
    outcome = judge_table(frame, on=on, law=library(*layers), rules=rules, out=out)
    _print(outcome, out, english=english)


def _print(outcome: Outcome, out: Path | None, *, english: bool) -> None:
    say = speaker(english=english)
    lights = "  ".join(
        f"{light.sign}{say(Text(light.word))} {count:,}" for light, count in outcome.lights.items()
    )
    console.print(f"[bold]{outcome.rows:,}[/]  {lights}")
    for tally in sorted(outcome.tallies, key=lambda each: (-each.light, -each.unmet, -each.unknown)):
        if tally.unmet or tally.unknown:
            sign = tally.light.sign if tally.unmet else Light.UNKNOWN.sign
            counts = f"{tally.unmet:>12,} {Light.UNKNOWN.sign} {tally.unknown:>12,}  / {tally.applies:,}"
            console.print(
                f"{sign} {counts}  {say(Text(tally.rule.term))}  [dim]{tally.rule.id}[/]", soft_wrap=True
            )
    if outcome.kept:
        console.print(f"原样保留的列 / kept as they are: {'、'.join(outcome.kept)}", soft_wrap=True)
    if out is not None:
        console.print(f"● {out}")
