"""离任检查: who is checked, by whom, what and how."""

from datetime import date

from quanheng.kernel.expressions import fact, param
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

SECRETARIES = ("city_secretary", "county_secretary")


def _is_due(leaving_secretary: str, leaving_reason: str, on: date) -> bool:
    return leaving_secretary in SECRETARIES and leaving_reason != "staying"


def _by(leaving_reason: str, on: date) -> str | None:
    if leaving_reason == "staying":
        return None
    return "inspection_team" if leaving_reason == "promotion" else "supervision_body"


due = Derivation(
    id="leaving_check.2.due",
    catalogue="r-leaving-check",
    subject="supervision",
    since=date(2010, 3, 1),
    term="离任检查对象",
    term_en="Who is checked",
    means="City and county Party secretaries who leave are checked.",
    means_zh="市、县党委书记提拔、调动、退休离任的，须作离任检查。",
    fact="is_leaving_check_due",
    reads=(
        "leaving_secretary",
        "leaving_reason",
    ),
    reckon=_is_due,
    cites=("2",),
)

by = Derivation(
    id="leaving_check.4.by",
    catalogue="r-leaving-check",
    subject="supervision",
    since=date(2010, 3, 1),
    term="由谁检查",
    term_en="Who checks",
    means="With the inspection where promoted, else by the supervision body.",
    means_zh="提拔离任的结合考察进行，调动、退休离任的由上级组织部门监督机构进行。",
    fact="leaving_check_by",
    reads=("leaving_reason",),
    reckon=_by,
    cites=("4",),
)

made = Rule(
    id="leaving_check.2.made",
    catalogue="r-leaving-check",
    subject="supervision",
    since=date(2010, 3, 1),
    term="离任检查",
    term_en="Leaving check",
    means="A leaving check that is due is made.",
    means_zh="须作离任检查的，应当检查。",
    when=fact("is_leaving_check_due"),
    requires=fact("has_leaving_check"),
    effect=Effect.WARN,
    cites=("2",),
)

contents = Rule(
    id="leaving_check.3.contents",
    catalogue="r-leaving-check",
    subject="supervision",
    since=date(2010, 3, 1),
    term="检查内容",
    term_en="What is checked",
    means="The check covers five matters, sudden promotions among them.",
    means_zh="离任检查包括五项内容，含离任前突击提拔情况。",
    when=fact("has_leaving_check"),
    requires=fact("leaving_check_contents") >= param("leaving_check.contents"),
    effect=Effect.WARN,
    cites=("3",),
)

steps = Rule(
    id="leaving_check.5.steps",
    catalogue="r-leaving-check",
    subject="supervision",
    since=date(2010, 3, 1),
    term="检查程序",
    term_en="Steps of the check",
    means="The check takes six steps.",
    means_zh="离任检查经过六个步骤。",
    when=fact("has_leaving_check"),
    requires=fact("leaving_check_steps") >= param("leaving_check.steps"),
    effect=Effect.WARN,
    cites=("5",),
)
