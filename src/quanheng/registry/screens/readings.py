"""The page that tells who opened what is masked in a file, when and for what."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from quanheng.registry.queries.readings import readings
from quanheng.registry.screens.reader import actor
from quanheng.web.core.addresses import screen
from quanheng.web.core.tables import Column
from quanheng.web.screens import clock

SHOWN = 200
COLUMNS = [Column("at", "时间"), Column("who", "查阅人"), Column("purpose", "查阅用途")]


@screen("people/<uuid:key>/readings/", name="person_readings", permission="registry.sensitive")
def person_readings(request: HttpRequest, key: UUID) -> HttpResponse:
    found = readings(by=actor(request), on=clock.today(), key=key)
    if found is None:
        raise Http404
    file, entries = found
    rows = [
        {"at": each.at, "who": each.by_name, "purpose": each.facts.get("purpose", "")}
        for each in entries[:SHOWN]
    ]
    context = {"person": file.person, "rows": rows, "columns": COLUMNS}
    return render(request, "registry/readings.html", context)
