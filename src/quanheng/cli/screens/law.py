"""`quanheng law …`: ask the law from the command line, without a database. What it says is `regulation`'s."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from quanheng.cli.screens.loading import alone

app = typer.Typer(no_args_is_help=True, help="法规：判定、比较、说明 / the law: judge, compare, explain")

On = Annotated[
    datetime, typer.Option("--on", formats=["%Y-%m-%d"], help="按哪一天的法规 / by the law of this day")
]
Days = Annotated[list[datetime], typer.Option("--on", formats=["%Y-%m-%d"], help="两天 / two days")]
Facts = Annotated[
    Path, typer.Argument(help="事实文件（TOML 或 JSON） / a file of facts", exists=True, dir_okay=False)
]
Rules = Annotated[list[str] | None, typer.Option("--rule", help="只按这些规则 / only by these rules")]
Subject = Annotated[str, typer.Option("--subject", help="只按这类规则 / only rules about this")]
Layers = Annotated[list[str] | None, typer.Option("--layer", help="加上地方规定 / with these local rules")]
English = Annotated[bool, typer.Option("--english", help="英文输出 / answer in English")]


@app.command("judge")
def judge_facts(
    facts: Facts,
    on: On,
    rule: Rules = None,
    subject: Subject = "",
    layer: Layers = None,
    english: English = False,
) -> None:
    """判定：结论、理由、条款、还缺什么 / the verdict with its reasons, clauses and what is missing."""
    alone("law_answers").judge_facts(
        facts, on=on.date(), rule=rule or (), subject=subject, layer=layer or (), english=english
    )


@app.command()
def compare(
    facts: Facts, on: Days, rule: Rules = None, layer: Layers = None, english: English = False
) -> None:
    """比较两天的法规对同一事实的结论 / what a change of version changed."""
    if len(on) != 2:
        raise ValueError("请给出两个 --on / give --on twice")
    days = (on[0].date(), on[1].date())
    alone("law_answers").compare(facts, days=days, rule=rule or (), layer=layer or (), english=english)


@app.command()
def explain(rule: str, on: On, layer: Layers = None, english: English = False) -> None:
    """说明一条规则：条款、要求、数值沿革、示例 / one rule: clause, requirement, figures over time, examples."""
    alone("law_answers").explain(rule, day=on.date(), layer=layer or (), english=english)


@app.command("list")
def list_rules(on: On, subject: Subject = "", layer: Layers = None, english: English = False) -> None:
    """当日有效的规则 / the rules in force on a day."""
    alone("law_answers").list_rules(day=on.date(), subject=subject, layer=layer or (), english=english)


@app.command()
def facts(
    words: Annotated[str, typer.Argument(help="名称中的字词 / words in the name")] = "", subject: Subject = ""
) -> None:
    """规则可以问的事实 / the facts that rules may speak of."""
    alone("law_answers").facts(words=words, subject=subject)


@app.command()
def bulk(
    source: Annotated[
        Path, typer.Argument(help="Parquet 或 CSV 文件，或 Parquet 文件夹 / a file or a folder", exists=True)
    ],
    on: On,
    out: Annotated[Path | None, typer.Option("--out", help="结论写入 Parquet / verdicts as Parquet")] = None,
    rule: Rules = None,
    layer: Layers = None,
    engine: Annotated[str, typer.Option("--engine", help="polars, spark")] = "polars",
    master: Annotated[
        str, typer.Option("--master", help="Spark 集群地址 / address of the cluster")
    ] = "local[2]",
    english: English = False,
) -> None:
    """批量判定：每行一个对象 / judge a table, one subject a row."""
    work = alone("law_bulk")  # Polars takes half a second to load
    work.run(
        source,
        on=on.date(),
        out=out,
        rules=rule or (),
        layers=layer or (),
        engine=engine,
        master=master,
        english=english,
    )
