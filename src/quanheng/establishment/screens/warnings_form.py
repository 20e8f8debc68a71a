"""What the address of the warnings and of the forecast asks for: from when to when, and of whom."""

from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext

from quanheng.access.models import Account
from quanheng.establishment.queries.warnings import Window, window_of
from quanheng.registry.core import codes
from quanheng.registry.queries.fields import authorities
from quanheng.registry.queries.labels import label_of
from quanheng.regulation.core.library import library, local_layers
from quanheng.web.screens import clock

MONTHS = (1, 3, 6, 12, 24)
LEVELS = ("111", "112", "121", "122", "131", "132", "141", "142")
WIDE = 14
TIGHTENED = ("leader_exchange.", "leader_terms.", "economic_audit.")
"""Figures of the warnings that a local layer may make stricter."""


def window(request: HttpRequest) -> Window:
    """`months` ahead with what is overdue, or from `from` to `until`; what cannot be read asks for nothing."""
    day, said = clock.as_of(request), request.GET
    layer = said.get("layer", "")
    given: dict[str, Any] = {
        "authority": said.get("authority", "")[:100],
        "organisation": said.get("organisation", "").strip()[:60],
        "level": said.get("level", "") if said.get("level", "") in codes.table("post_level") else "",
        "is_leading": said.get("leading") == "1",
        "layer": layer if layer and layer in layers() else "",
    }
    first, last = _day(said.get("from", "")), _day(said.get("until", ""))
    if last is not None:
        return Window(day=day, first=first, last=last, **given)
    return window_of(day, months(request), **given)


def months(request: HttpRequest) -> int:
    said = request.GET.get("months", "")
    return int(said) if said in map(str, MONTHS) else 6


def scope_fields(request: HttpRequest, asked: Window, *, by: Account) -> list[dict[str, Any]]:
    """The choices of the form: name, label, options and the one in use."""
    every = ("", gettext("不限"))
    return [
        _select(
            "authority",
            gettext("管理权限主体"),
            [every, *authorities(by=by, on=clock.today())],
            asked.authority,
        ),
        _select(
            "level",
            gettext("职务层次"),
            [every, *((each, label_of("post_level", each)) for each in LEVELS)],
            asked.level,
        ),
        {"name": "organisation", "label": gettext("机构编码"), "value": asked.organisation, "options": []},
    ]


def layer_field(asked: Window) -> dict[str, Any]:
    titles = [("", gettext("不用"))] + [
        (each, _short(library(each).instruments[each].zh)) for each in layers()
    ]
    return _select("layer", gettext("地方规定"), titles, asked.layer)


def _short(title: str) -> str:
    """A title that fits a list of choices on a narrow screen."""
    return title if len(title) <= WIDE else f"{title[:WIDE]}…"


def layers() -> tuple[str, ...]:
    """The local layers that tighten a figure of the warnings."""
    return tuple(
        each
        for each in local_layers()
        if any(
            name.startswith(f"{each}.") and (figure.tightens or "").startswith(TIGHTENED)
            for name, figure in library(each).parameters.items()
        )
    )


def _select(name: str, label: str, options: list[tuple[str, str]], value: str) -> dict[str, Any]:
    return {"name": name, "label": label, "value": value, "options": options}


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        return None
