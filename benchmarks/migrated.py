"""Make or upgrade the database that the environment names: as the owner, with its policies."""

import os

import django
from rich.console import Console

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quanheng.site.settings")
django.setup()

from quanheng.cli.screens.house import migrate  # noqa: E402

if __name__ == "__main__":
    migrate(Console(quiet=True))
