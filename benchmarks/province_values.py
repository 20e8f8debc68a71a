"""Brings the day values of a province up to date, as the worker would after an import; the seconds as JSON."""

import json
import os
import time

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "quanheng.site.settings"
django.setup()

from django.db import connection  # noqa: E402

from quanheng.access.actions.guard import as_owner  # noqa: E402
from quanheng.registry.actions.refresh_day_values import refresh_day_values  # noqa: E402


def main() -> None:
    begun = time.perf_counter()
    count = refresh_day_values()
    if count:
        with as_owner(), connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE) registry_dayvalue")
    print(json.dumps({"day values": time.perf_counter() - begun} if count else {}))


if __name__ == "__main__":
    main()
