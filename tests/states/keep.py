"""`make state NAME=0.2`: keep the present schema, with a finished appointment in it, as a state that later versions must upgrade.

Run at each release. Writes `tests/states/<name>`: an ordinary backup, not packed, so that a change shows in its text.
"""

import os
import shutil
import sys
from importlib.metadata import version
from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def keep(name: str) -> Path:
    """In a database of its own, which is emptied first."""
    os.environ["QUANHENG_DATABASE"] = "quanheng_states"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quanheng.site.settings")
    import django

    django.setup()
    from django.utils import timezone
    from rich.console import Console

    from quanheng.cli.screens.demo import empty
    from quanheng.cli.screens.house import migrate
    from quanheng.operations.actions.make_backup import Order, make_backup

    migrate(Console(quiet=True))
    empty()
    _live()
    order = Order(version("quanheng"), FOLDER / "home", FOLDER, is_packed=False)
    made, _manifest = make_backup(order=order, at=timezone.now())
    target = FOLDER / name
    shutil.rmtree(target, ignore_errors=True)
    return made.rename(target)


def _live() -> None:
    from quanheng.access.actions.scope import as_system
    from quanheng.selection.tests.factories import case_at

    with as_system():
        case_at("closed")


if __name__ == "__main__":
    if len(sys.argv) != 2 or "/" in sys.argv[1]:
        sys.exit("give the state a name: python -m tests.states.keep 0.2")
    sys.stdout.write(f"{keep(sys.argv[1])}\n")
