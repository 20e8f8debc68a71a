"""Quota, post and person side by side (实名制): the list of what does not meet, for one authority."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from quanheng.establishment.queries.alignment import MOST, Line, Misalignments, Quota, Seats, misalignments
from quanheng.establishment.screens.quota_board import chosen_authority
from quanheng.establishment.screens.reader import actor
from quanheng.registry.models import Post
from quanheng.registry.queries.labels import label_of
from quanheng.web.core.addresses import screen
from quanheng.web.screens import clock
from quanheng.web.screens.links import link


@screen("alignment/", name="alignment", permission="establishment.view")
def alignment(request: HttpRequest) -> HttpResponse:
    by, today, as_of = actor(request), clock.today(), clock.as_of(request)
    authority, choices = chosen_authority(request, by=by, on=today)
    found = misalignments(by=by, on=today, as_of=as_of, authority=authority)
    context = {"authority": authority, "authorities": choices, "groups": groups(found)}
    return render(request, "establishment/alignment.html", context)


def groups(found: Misalignments) -> list[dict[str, object]]:
    """Each kind of misalignment with its rows and what mends it; kinds without rows are left out."""
    kinds: list[tuple[str, Iterable[dict[str, object]], str]] = [
        ("领导干部不在任何席位", map(_line, found.seatless), "把任职经历与本单位的职务对应"),
        ("一人两个主要职务", map(_line, found.doubled), "核对：一个为主要职务，其余登记为兼任"),
        ("一个席位两人", map(_post, found.shared), "核对任免时间，先免后任"),
        ("有职务没有核定职数", map(_post, found.unapproved), "登记核定职数的批文，或撤销职务"),
        ("有核定职数没有职务", map(_quota, found.postless), "设置职务，或核减职数"),
    ]
    made = [(label, list(rows), remedy) for label, rows, remedy in kinds]
    return [
        {
            "label": gettext(label),
            "rows": rows[:MOST],
            "count": f"{MOST}+" if len(rows) > MOST else len(rows),
            "remedy": gettext(remedy),
        }
        for label, rows, remedy in made
        if rows
    ]


def _line(line: Line) -> dict[str, object]:
    return {
        "label": line.name,
        "url": link("person", line.person),
        "note": f"{line.organisation}{line.title} · {line.from_on:%Y-%m-%d}",
    }


def _post(post: Seats) -> dict[str, object]:
    note = label_of("post_level", post.level)
    return {
        "label": f"{post.organisation}{post.name}",
        "url": link("post", post.pk),
        "note": note if post.people is None else gettext("{note} · {n}人").format(note=note, n=post.people),
    }


def _quota(quota: Quota) -> dict[str, object]:
    role = gettext(dict(Post.ROLES).get(quota.role, quota.role))
    return {
        "label": f"{quota.organisation} · {label_of('post_level', quota.level)} · {role}",
        "url": link("organisation_board", quota.code),
        "note": gettext("核定{number}名，已设职务{posts}个").format(number=quota.number, posts=quota.posts),
    }
