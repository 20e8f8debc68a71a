"""Whether the database is of this version: told by the names of the migrations, as loading them takes a fifth of a second."""

from pathlib import Path
from pkgutil import iter_modules

from django.apps import AppConfig, apps
from django.db import ProgrammingError, connection
from django.db.migrations.recorder import MigrationRecorder

from quanheng.access.actions import guard


def is_behind() -> bool:
    """Whether migrations wait to be run, or policies to be put in place."""
    try:
        return waiting() > 0 or guard.is_behind()
    except ProgrammingError:  # made before the application had a role of its own: it may not even look
        return True


def waiting() -> int:
    """How many migrations wait to be run."""
    done = MigrationRecorder(connection).applied_migrations()
    return sum(
        (room.label, name) not in done for room in apps.get_app_configs() for name in _migrations(room)
    )


def _migrations(room: AppConfig) -> list[str]:
    folder = Path(room.path) / "migrations"
    return [each.name for each in iter_modules([str(folder)]) if not each.name.startswith("_")]
