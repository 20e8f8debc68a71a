"""The template library of every page: `ui` renders a component, `panel` frames one, filters write values.

Built in for all templates (see settings). How things are written is in `core.formats`; how they look, in `components/`.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache, lru_cache
from importlib.metadata import version
from typing import Any

from django import template
from django.template import Engine
from django.template.base import render_value_in_context
from django.template.context import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from quanheng.kernel.texts import Text
from quanheng.web.core.boards import Seats
from quanheng.web.core.clauses import clause_address
from quanheng.web.core.formats import (
    ABSENT,
    format_day,
    format_duration,
    format_month,
    mask_identity,
    mask_person_name,
)
from quanheng.web.core.lights import LIGHTS, Light, light_of
from quanheng.web.core.tables import cell_value, next_sort, sort_direction
from quanheng.web.screens.links import link
from quanheng.web.screens.widgets import safe

register = template.Library()


def render_component(context: Context, name: str, values: Mapping[str, Any]) -> str:
    """Render `<name>/<name>.html` with these values only, plus the request, the form token and the frame's today.

    Those of which a page has dozens have no template: they are written in Python.
    """
    if name == "light":
        return light_html(**values)
    if write := WRITERS.get(name):
        return write(context, values)
    assert context.template is not None
    component = context.template.engine.get_template(f"{name}/{name}.html")
    inner = context.new(dict(values))
    for shared in ("csrf_token", "request", "today"):
        if shared not in values:
            inner[shared] = context.get(shared)
    return component.render(inner)


def light_html(light: Any = None, label: Any = "", word: Any = "", count: Any = None) -> str:
    """The light component. A page may show hundreds of the same few: each is rendered once and remembered."""
    return _light(get_language(), light_of(light).code, say(label), say(word), count)


@lru_cache(maxsize=1024, typed=True)  # typed: a string that is safe HTML is not the same as one that is not
def _light(language: str | None, code: str, label: str, word: str, count: int | str | None) -> str:
    """The language is only a key; what is rendered follows the one in force."""
    values = {"light": code, "label": label, "word": word, "count": count}
    return Engine.get_default().get_template("light/light.html").render(Context(values))


def panel_html(context: Context, given: Mapping[str, Any]) -> SafeString:
    """The panel component."""
    title, body = given.get("title"), render_value_in_context(given.get("body", ""), context)
    boxed = " panel-boxed" if given.get("is_boxed") else ""
    own = f' id="{safe(given["id"])}"' if given.get("id") else ""
    named = f' aria-label="{safe(say(title))}"' if title else ""
    head = _panel_head(context, given) if title else ""
    return mark_safe(  # noqa: S308  every value in it is escaped
        f'<section class="panel{boxed}"{own}{named}>\n  {head}\n  <div class="panel-body">{body}</div>\n</section>\n'
    )


def _panel_head(context: Context, given: Mapping[str, Any]) -> str:
    count, note, url = given.get("count"), given.get("note"), given.get("url")
    counted = "" if count in (None, "") else f' <span class="panel-count">{render_value_in_context(count, context)}</span>'
    noted = f'<p class="note">{safe(say(note))}</p>' if note else ""
    button = button_html(context, {"label": given.get("action"), "url": url, "kind": given.get("kind")}) if url else ""
    act = f'<div class="panel-actions">{button}</div>' if url else ""
    return (
        f'\n  <header class="panel-head">\n    <h2>{safe(say(given["title"]))}{counted}</h2>'
        f"\n    {noted}\n    {act}\n  </header>\n  "
    )


def button_html(context: Context, given: Mapping[str, Any]) -> SafeString:
    """The button component: a link to an address, a form that posts to one, or the button of the form around it."""

    def put(name: str) -> str:
        return render_value_in_context(given.get(name) or "", context)

    look, label = f'class="button button-{put("kind") or "plain"}"', safe(say(given.get("label")))
    if given.get("url"):
        return mark_safe(f'<a {look} href="{put("url")}">{label}</a>')  # noqa: S308  as above
    named = f' name="{put("name")}" value="{put("value")}"' if given.get("name") else ""
    if given.get("post"):
        token = render_value_in_context(given.get("csrf_token") or context.get("csrf_token"), context)
        hidden = f'<input type="hidden" name="csrfmiddlewaretoken" value="{token}">' + (f'<input type="hidden"{named}>' if named else "")
        pressed = f'<button {look} type="submit">{label}</button>'
        return mark_safe(f'<form class="button-form" method="post" action="{put("post")}">{hidden}{pressed}</form>')  # noqa: S308  as above
    within = f' form="{put("form_id")}"' if given.get("form_id") else ""
    return mark_safe(f'<button {look} type="submit"{named}{within}>{label}</button>')  # noqa: S308  as above


WRITERS: dict[str, Callable[[Context, Mapping[str, Any]], str]] = {"panel": panel_html, "button": button_html}
"""The field of a form is written in `cells`."""


@register.simple_tag(takes_context=True)
def ui(context: Context, name: str, /, **values: Any) -> str:
    """`{% ui "light" light=verdict.light %}`."""
    return render_component(context, name, values)


@register.simple_tag(takes_context=True)
def ui_from(context: Context, name: str, values: Mapping[str, Any], /) -> str:
    """A component with a mapping of values, for pages that hold them as data (the gallery)."""
    return render_component(context, name, values)


@register.simple_block_tag(takes_context=True)
def panel(context: Context, content: str, **values: Any) -> str:
    """`{% panel title="履历" %}…{% endpanel %}`."""
    return render_component(context, "panel", {"body": content, **values})


@register.simple_tag
def chart_script_address() -> str:
    """The address of plotly's script; it carries the version, so it may be kept for ever."""
    return link("chart_script", version=_plotly_version())


@cache
def _plotly_version() -> str:
    """Read once: it is looked for among the files of every installed package."""
    return version("plotly")


@register.filter
def say(value: Any) -> str:
    """Translate the template of a Text and fill its blanks; blanks that are Texts are translated too."""
    if isinstance(value, Text):
        words = _translated(value.template)
        return (
            words.format(**{key: _blank(blank) for key, blank in value.blanks.items()})
            if value.blanks
            else words
        )
    if isinstance(value, str) and value:
        words = _translated(
            str(value)
        )  # a literal in a template is a SafeString too, and stays safe when nothing was found
        return value if words == value else words
    return "" if value is None else str(value)


def _translated(words: str) -> str:
    return _looked_up(get_language(), words) if words else ""


@lru_cache(maxsize=4096)
def _looked_up(language: str | None, words: str) -> str:
    """Catalogues do not change while we run, and a page of a hundred rows asks for the same few words a thousand times."""
    return gettext(words)


def _blank(blank: Any) -> Any:
    if isinstance(blank, Text):
        return say(blank)
    return format_day(blank) if isinstance(blank, date) and not isinstance(blank, datetime) else blank


@register.filter
def shown(value: Any) -> str:
    """Any value as a cell of a table shows it. Plain strings are people's data and are not translated."""
    if value is None or value == "":
        return ABSENT
    if isinstance(value, bool):
        return gettext("是") if value else gettext("否")
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return format_day(value)
    if isinstance(value, (list, tuple)):
        return gettext("、").join(shown(item) for item in value)
    return value if isinstance(value, str) else say(value)


@register.filter
def is_light(value: Any) -> bool:
    """Whether a cell holds a verdict light (an enum member with one of the five codes)."""
    return isinstance(value, Light) or (isinstance(value, Enum) and value.value in LIGHTS)


@register.filter
def light(value: Any) -> Light:
    return light_of(value)


@register.filter
def month(on: date | None) -> str:
    return format_month(on)


@register.filter
def day(on: date | None) -> str:
    return format_day(timezone.localtime(on) if isinstance(on, datetime) and timezone.is_aware(on) else on)


@register.filter
def document_day(on: date | None) -> str:
    """The date of a document: 2026年11月21日, 21 November 2026 in English."""
    if on is None:
        return ABSENT
    if (get_language() or "").startswith("en"):
        return f"{on.day} {on:%B %Y}"
    return f"{on.year}年{on.month}月{on.day}日"


@register.filter
def moment(at: datetime | None) -> str:
    """Date and minute in the installation's time zone: `2026-11-21 09:10`."""
    if at is None:
        return ABSENT
    local = timezone.localtime(at) if timezone.is_aware(at) else at
    return f"{local:%Y-%m-%d %H:%M}"


@register.filter
def duration(months: int | None) -> str:
    return format_duration(months, gettext)


@register.filter
def masked(value: Any) -> Any:
    """A value that may still be sealed: its bytes are told as stars."""
    return ("******" if value else "") if isinstance(value, bytes) else value


@register.filter
def mask_id(number: str | None) -> str:
    return mask_identity(number)


@register.filter
def mask_name(name: str | None) -> str:
    return mask_person_name(name)


@register.filter
def clause(cite: Any) -> str:
    """A cited clause, as a link when a room knows its page."""
    words = str(getattr(cite, "label", cite))
    address = getattr(cite, "url", None) or clause_address(words)
    return format_html('<a href="{}">{}</a>', address, words) if address else words


@register.filter
def cell(row: Any, column: Any) -> Any:
    """The value of a row under a column; columns are `Column`s or mappings with `key`."""
    return cell_value(row, str(cell_value(column, "key")))


@register.filter
def sort_link(sort: str, current: Any) -> str:
    return next_sort(sort, str(current or ""))


@register.filter
def sort_state(sort: str, current: Any) -> str:
    return sort_direction(sort, str(current or ""))


@register.filter
def days_from(on: date | None, today: date | None) -> int | None:
    """Days from today until a date; negative when it has passed."""
    return (on - today).days if on and today else None


@register.filter
def late_days(left: int) -> int:
    """How many days ago, from the negative number that `days_from` gives."""
    return -left


@register.filter
def seats(approved: int, held: int) -> Seats:
    return Seats(int(approved or 0), int(held or 0))
