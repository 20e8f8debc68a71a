"""What the worker does for a province, each once, beside the pages: the seconds of each as JSON."""

import json
import os
import time
from datetime import UTC, datetime

import django
from django.db import connection

os.environ["DJANGO_SETTINGS_MODULE"] = "quanheng.site.settings"
django.setup()

from benchmarks.province_data import ON  # noqa: E402
from benchmarks.province_pages import OVER, account  # noqa: E402
from quanheng.access.actions.run_jobs import run_next  # noqa: E402
from quanheng.access.actions.scope import acting_as, as_system  # noqa: E402
from quanheng.registry.actions.ask_reckoning import ask_reckoning  # noqa: E402
from quanheng.registry.actions.run_reckonings import RECKONINGS  # noqa: E402
from quanheng.registry.core.query import read_query  # noqa: E402
from quanheng.registry.models import Reckoning  # noqa: E402
from quanheng.registry.queries.reckonings import Asked  # noqa: E402

AT = datetime(ON.year, ON.month, ON.day, 1, tzinfo=UTC)
ASKED = {
    "table: education by level": Asked("statistics", read_query(""), ON, "level", "education"),
    "table: years in post by age": Asked("statistics", read_query(""), ON, "years_in_post", "age"),
    "list: a word in any past post": Asked("query", read_query("c=past_title:has:办公室"), ON),
    "workbook: chiefs and deputies of county level": Asked("export", read_query("c=level:in:131"), ON),
    "data quality": Asked("quality", read_query(""), ON),
}


def main() -> None:
    with as_system():
        by = account("province", OVER["province"])
    took, beside = {}, connection.copy()
    for what, asked in ASKED.items():
        with acting_as(by, on=ON):
            row = ask_reckoning(by=by, at=AT, asked=asked)
        begun = time.perf_counter()
        run_next((RECKONINGS,), beside=beside, now=lambda: AT)
        took[what] = round(time.perf_counter() - begun, 1)
        with as_system():
            row = Reckoning.objects.get(pk=row.pk)
            assert row.state == "done", (what, row.state, row.refusal)
            row.delete()
    print(json.dumps(took))


if __name__ == "__main__":
    main()
