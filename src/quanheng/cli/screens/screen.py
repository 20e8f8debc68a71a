"""Screening the registry for a post from the command line: who asks, for which post; the rest is told by `screening`."""

from datetime import date
from pathlib import Path

from rich.console import Console

from quanheng.access.actions.scope import acting_as
from quanheng.access.models import Account
from quanheng.access.permissions.rights import rights_of
from quanheng.cli.screens import ready, screening
from quanheng.cli.screens.beside import Beside
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.models import Post
from quanheng.registry.queries.organisations import posts
from quanheng.web.screens import clock

WHAT = "全员研判"


def run(
    console: Console, beside: Beside, *, post: str, on: date | None, username: str, out: Path | None
) -> None:
    """Refused without the right to screen, for a post that is not there, for a file of another kind."""
    ready.require_ready()
    today = clock.today()
    found = ready.account_named(username, what=WHAT, needs="研判")
    with acting_as(found, on=today):
        seat = _post(post, _may(found, today), today)
        ready.check_ending(out, (".parquet", ".xlsx"), what=WHAT)
        screening.tell(console, beside, by=found, seat=seat, day=on or today, today=today, out=out)


def _may(found: Account, today: date) -> Account:
    if not rights_of(found, on=today).may("selection.run"):
        raise Refused(
            text(WHAT),
            why=text("{name}没有研判权限", name=found.name),
            remedy=text("由有权限的人办理，或由安全保密管理员依规授权"),
        )
    return found


def _post(said: str, by: Account, today: date) -> Post:
    """A post by its number, or as “organisation code/name”: the first seat of that name."""
    code, _, name = said.rpartition("/")
    seats = posts(by=by, on=today).select_related("organisation__authority").order_by("order", "pk")
    found = (
        seats.filter(pk=int(said)).first()
        if said.isdecimal()
        else seats.filter(organisation__code=code, name=name).first()
    )
    if found is None:
        raise Refused(
            text(WHAT),
            why=text("没有“{post}”这个职位，或不在您的管理权限内", post=said),
            remedy=text("写作“机构代码/职务名称”，如 001.004.021/副局长"),
        )
    return found
