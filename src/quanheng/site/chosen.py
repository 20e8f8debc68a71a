"""Reading what an installation has chosen in its environment, with a plain word for a wrong choice."""

import os
from pathlib import Path
from typing import Any


def chosen(name: str, among: tuple[str, ...], default: str) -> str:
    """The value of a variable; ValueError names what it may be.

    >>> chosen("QUANHENG_NOT_SET", ("a", "b"), "a")
    'a'
    """
    value = os.environ.get(name, default)
    if value not in among:
        raise ValueError(f"{name} must be one of {', '.join(among)}; it is {value!r}")
    return value


def oidc_app(name: str, provider_id: str) -> dict[str, Any]:
    """The house's own OpenID provider as django-allauth takes it; the secret may lie in a file."""
    path = os.environ.get("QUANHENG_OIDC_SECRET_FILE", "")
    if path:
        secret = Path(path).read_text(encoding="utf-8").strip()
    else:
        secret = os.environ.get("QUANHENG_OIDC_SECRET", "")
    return {
        "provider_id": provider_id,
        "name": name,
        "client_id": os.environ.get("QUANHENG_OIDC_CLIENT", "quanheng"),
        "secret": secret,
        "settings": {"server_url": os.environ.get("QUANHENG_OIDC", "")},
    }
