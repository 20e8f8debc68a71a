"""Is the house in order? One line for each check, with what to do; the exit code for a watchdog."""

from datetime import datetime

from django.db import DatabaseError, connection
from django.utils import timezone, translation
from rich.console import Console
from rich.table import Table

from quanheng.access.actions.scope import as_system
from quanheng.kernel.texts import Text
from quanheng.kernel.upkeep import CHECKS, Check, Sign
from quanheng.kernel.verdicts import Light, worst
from quanheng.operations.queries.checks import look

SAID = {Light.PASSED: "正常 good", Light.WARNING: "注意 note", Light.FORBIDDEN: "异常 bad"}
CODES = {Light.PASSED: 0, Light.WARNING: 1}
BAD = 2


def run(console: Console, *, is_quick: bool) -> int:
    """The exit code: 0 all good, 1 something to note, 2 something to mend."""
    at, lights = timezone.now(), []
    table = Table("", "检查 check", "情况 found", "办法 what to do", box=None)
    for check in CHECKS:
        if check.is_slow and is_quick:
            continue
        sign = _looked(check, at)
        lights.append(sign.light)
        light = f"{sign.light.sign} {SAID.get(sign.light, SAID[Light.WARNING])}"
        table.add_row(light, both(Text(check.label)), both(sign.what), both(sign.remedy))
    console.print(table)
    return CODES.get(worst(lights), BAD)


def _looked(check: Check, at: datetime) -> Sign:
    """With the system's scope, where there is a database to state it to."""
    try:
        with as_system(on=timezone.localdate(at)):
            return look(check, at)
    except DatabaseError:
        connection.close()
        return look(check, at)


def both(said: Text) -> str:
    """The sentence in Chinese, and in English under it."""
    if not said.template:
        return ""
    with translation.override("en"):
        english = _english(said)
    return str(said) if english == str(said) else f"{said}\n{english}"


def _english(said: object) -> object:
    if not isinstance(said, Text):
        return said
    blanks = {key: _english(value) for key, value in said.blanks.items()}
    return str(Text(translation.gettext(said.template), blanks))
