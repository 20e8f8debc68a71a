"""Which files of the data folder belong into a backup. The database lies there too, but is copied by its own means."""

from fnmatch import fnmatch
from pathlib import Path

KEY_MATERIAL = ("secret_key", "number_key", "keys/*", "*.key", "*.pem", "*_passwords.toml")
"""Secrets: into a backup only by explicit choice, and then only sealed."""

NOT_COPIED = ("postgresql/*", "backups/*", "logs/*", "run/*", "yunling/*", "imports/*", ".*", "*.partial")
"""The database's own files, backups, logs (kept by their own rule), what a demonstration writes, what is being written."""


def house_files(home: Path, *, has_keys: bool) -> list[str]:
    """Names below the data folder, in order.

    A file is key material by its name; a link is never followed.
    """
    found = (path for path in sorted(home.rglob("*")) if path.is_file() and not path.is_symlink())
    names = [
        path.relative_to(home).as_posix() for path in found if _is_ours(path.relative_to(home).as_posix())
    ]
    return [name for name in names if has_keys or not is_key_material(name)]


def is_key_material(name: str) -> bool:
    """
    >>> is_key_material("keys/city.key"), is_key_material("photo.jpg")
    (True, False)
    """
    return any(fnmatch(name, pattern) for pattern in KEY_MATERIAL)


def _is_ours(name: str) -> bool:
    return not any(fnmatch(name, pattern) for pattern in NOT_COPIED)
