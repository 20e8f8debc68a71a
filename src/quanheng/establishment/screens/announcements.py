"""Announced vacancies (职位预告) for every reader of the house: what is open and until when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quanheng.establishment.queries.announcements import announcements
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.keyset import slice_of


@screen("announcements/", name="announcements", permission=None, menu="职位预告", order=62)
def announcements_page(request: HttpRequest) -> HttpResponse:
    page = slice_of(announcements(on=clock.today()), request, order=("-announced_on", "-id"))
    rows = [{"vacancy": each, "level": label_of("post_level", each.post.level)} for each in page]
    return render(request, "establishment/announcements.html", {"page": page, "rows": rows})
