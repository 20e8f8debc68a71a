"""The demonstration city: found it once, import its files as a user would, rehearse, serve."""

import hashlib
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from datasets.yunling.generate import generate
from django.conf import settings
from django.db import connection
from django.utils import timezone
from rich.console import Console

from quanheng.access.actions.demonstration import plant_demonstration
from quanheng.access.actions.guard import as_owner, gather_statistics
from quanheng.access.actions.node_keys import found_keys
from quanheng.access.actions.scope import as_system
from quanheng.access.core.insert_only import TABLES
from quanheng.access.models import Account, Authority
from quanheng.access.permissions.rights import rights_of
from quanheng.cli.screens import house
from quanheng.cli.screens.demo_institutions import prepare_institutions
from quanheng.cli.screens.demo_ledgers import ask_for_corrections, prepare_ledgers
from quanheng.cli.screens.imports import run as import_file
from quanheng.cli.screens.rehearsal import leave_open, rehearse
from quanheng.cli.screens.rehearsal_log import sign_log
from quanheng.exchange.actions.set_management_rule import set_management_rule
from quanheng.procedure.core import archive
from quanheng.procedure.models import Case
from quanheng.registry.actions.refresh_levels import refresh_levels
from quanheng.web.screens import clock

STAMP = ".generated-from"
ROSTER, FORMS, ENTERPRISES = "干部花名册.xlsx", "任免审批表.zip", "非公有制企业花名册.xlsx"


@dataclass(frozen=True)
class City:
    """示范城市: the folder of its files, its accounts and scenario."""

    folder: Path
    accounts: dict[str, Any]
    scenario: dict[str, Any]


def prepare_all(console: Console, *, out: Path, city: Path | None) -> None:
    """Everything, once: the database, the city's files and people, the rehearsal, a second case to go on with."""
    with files_beside(city) as written:
        house.migrate(console)
        with as_system(on=clock.today()):
            if Case.objects.exists():
                return
        archive.require_own(out)
        prepared = prepare(console, city, written)
    motion = prepared.scenario["motion"]
    with as_system(on=clock.today()):
        by, at = Account.objects.get(username=motion["opened_by"]), begun_at(motion["opened_on"])
        prepare_institutions(by=by, at=at)
        prepare_ledgers(by=by, at=at)
    rehearse(console, prepared.scenario, out=out)
    with as_system(on=clock.today()):
        leave_open(prepared.scenario)
        ask_for_corrections(at=clock.now())
    refresh_levels(on=clock.today())
    sign_log(at=clock.now())
    gather_statistics()


def rehearse_afresh(console: Console, *, out: Path, city: Path | None) -> None:
    """Drop the rehearsal's own database and do it all again, so that every rehearsal starts from the same files."""
    if not str(connection.settings_dict["NAME"]).endswith("_rehearsal"):
        raise ValueError("the rehearsal clears its database and works only in one named …_rehearsal")
    with files_beside(city) as written:
        house.migrate(console)
        empty()
        prepared = prepare(console, city, written)
    rehearse(console, prepared.scenario, out=out)


def empty() -> None:
    """Nothing is left but what the migrations and the owner wrote; as the owner, since the log refuses to be emptied."""
    kept = ("django_migrations", "django_content_type", "auth_permission", "access_seal", "access_rolereach")
    with as_owner(), connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER no_emptying")
        tables = ", ".join(f'"{name}"' for name in connection.introspection.table_names() if name not in kept)
        cursor.execute(f"TRUNCATE {tables} RESTART IDENTITY CASCADE")
        for table in TABLES:
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER no_emptying")


Written = Callable[[], None]
"""Waits until the city's files are there."""


@contextmanager
def files_beside(city: Path | None) -> Iterator[Written]:
    """Write the city's files in a process beside this one, as the database takes its own time to be made; a folder of one's own stays."""
    if city is not None or not (mark := _mark_of_missing()):
        yield lambda: None
        return
    folder = settings.HOME / "yunling"
    command = [sys.executable, "-m", generate.__module__, "--out", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as writing:  # noqa: S603  our own module

        def written() -> None:
            if writing.wait():
                raise OSError("示范城市的文件没有写成，见上 / the city's files were not written, see above")
            (folder / STAMP).write_text(mark)

        yield written


def prepare(console: Console, city: Path | None, written: Written) -> City:
    """Wait for the city's files, found the house with its people, import the roster and the forms."""
    folder = city or settings.HOME / "yunling"
    source = _source()
    with console.status("正在生成示范城市的文件 … / writing the city's files"):
        written()
    accounts = tomllib.loads((source / "accounts.toml").read_text(encoding="utf-8"))
    scenario = tomllib.loads((source / "scenario.toml").read_text(encoding="utf-8")) | {"accounts": accounts["account"]}
    begun = begun_at(scenario["motion"]["opened_on"])
    importer = scenario["motion"]["opened_by"]
    with as_system(on=begun.date()):
        found(accounts, at=begun)
        share_management(accounts["authority"], by=Account.objects.get(username=importer), at=begun)
    import_file(console, kind="roster", file=folder / ROSTER, username=importer, is_sure=True, is_as_found=True)
    if (folder / ENTERPRISES).exists():  # a folder of one's own may do without
        import_file(console, kind="roster", file=folder / ENTERPRISES, username=importer, is_sure=True, is_as_found=True)
    import_file(console, kind="forms", file=folder / FORMS, username=importer, is_sure=True)
    return City(folder, accounts, scenario)


def begun_at(on: date) -> datetime:
    """Eight in the morning of the day on which the story begins."""
    return timezone.make_aware(datetime.combine(on, time(8)))


def _mark_of_missing() -> str:
    """What to mark the generated files with; empty when these very ones are there: they depend on the generator's own sources and nothing else."""
    folder, parts = settings.HOME / "yunling", sorted(_source().glob("*.py")) + sorted(_source().glob("*.toml"))
    mark = hashlib.sha256(b"".join(part.read_bytes() for part in parts)).hexdigest()
    stamp = folder / STAMP
    is_there = stamp.exists() and stamp.read_text() == mark and all((folder / name).exists() for name in (ROSTER, FORMS, ENTERPRISES))
    return "" if is_there else mark


def _source() -> Path:
    return Path(generate.__code__.co_filename).parent


def found(accounts: dict[str, Any], *, at: datetime) -> None:
    """Authorities, accounts with fresh passwords (kept beside the data, a file for each database), grants."""
    passwords = {row["username"]: house.new_password() for row in accounts["account"]}
    house.keep_shares(found_keys(by=None, at=at))
    plant_demonstration(
        by=None,
        at=at,
        authorities=[(row["code"], row["name"], row["parent"]) for row in accounts["authority"]],
        accounts=accounts["account"],
        passwords=passwords,
    )
    house.keep_passwords(passwords)


def share_management(authorities: list[dict[str, Any]], *, by: Account, at: datetime) -> None:
    """Who manages whose people, as far as the importer's own authority reaches; the rest comes under the importer's."""
    mine = rights_of(by, on=timezone.localdate(at)).paths("exchange.import")
    for row in authorities:
        authority = Authority.objects.get(code=row["code"])
        if any(authority.path.startswith(path) for path in mine):
            for prefix in row["within"]:
                set_management_rule(by=by, at=at, authority=authority, manages=row["manages"], organisation_code=prefix)
