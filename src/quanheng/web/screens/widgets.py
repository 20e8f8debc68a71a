"""Lists of choices written in Python, mark for mark as Django's own templates write them.

Django renders three templates for every option; a form with two hundred of them then costs fifty milliseconds.
Widgets not named here are rendered by Django's templates.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest

Widget = Mapping[str, Any]


class Widgets(DjangoTemplates):
    """表单控件: Django's renderer, quicker for lists of choices."""

    def render(self, template_name: str, context: Any, request: HttpRequest | None = None) -> str:
        write = WRITERS.get(template_name)
        return write(context["widget"]) if write else super().render(template_name, context, request)


def select(widget: Widget) -> str:
    groups = "".join(_group(name, map(_option, options)) for name, options, _index in widget["optgroups"])
    return f'<select name="{safe(widget["name"])}"{_attributes(widget)}>{groups}\n</select>'


def _group(name: Any, options: Iterable[str]) -> str:
    inner = "".join(f"\n  {option}" for option in options)
    return f'\n  <optgroup label="{safe(name)}">{inner}\n  </optgroup>' if name else inner


def _option(option: Widget) -> str:
    attributes = _attributes(option) if option["attrs"] else ""
    return f'<option value="{safe(option["value"])}"{attributes}>{safe(option["label"])}</option>'


def boxes(widget: Widget) -> str:
    """Check boxes or radio buttons, one in each line."""
    attributes = widget["attrs"]
    own = "".join(f' {key}="{safe(attributes[key])}"' for key in ("id", "class") if attributes.get(key))
    groups = "".join(_boxed(name, map(_box, options)) for name, options, _index in widget["optgroups"])
    return f"<div{own}>{groups}\n</div>"


def _boxed(name: Any, options: Iterable[str]) -> str:
    inner = "".join(f"<div>\n    {option}</div>" for option in options)
    return f"\n  <div><label>{safe(name)}</label>{inner}\n  </div>" if name else inner


def _box(option: Widget) -> str:
    if not option.get("wrap_label"):
        return input_field(option)
    named = option["attrs"].get("id")
    for_ = f' for="{safe(named)}"' if named else ""
    return f"<label{for_}>{input_field(option)} {safe(option['label'])}</label>"


def input_field(widget: Widget) -> str:
    value = "" if widget["value"] is None else f' value="{safe(widget["value"])}"'
    return (
        f'<input type="{safe(widget["type"])}" name="{safe(widget["name"])}"{value}{_attributes(widget)}>'
    )


def _attributes(widget: Widget) -> str:
    return "".join(_written(widget["attrs"]))


def _written(attributes: Mapping[str, Any]) -> Iterator[str]:
    for name, value in attributes.items():
        if value is True:
            yield f" {safe(name)}"
        elif value is not False:
            yield f' {safe(name)}="{safe(value)}"'


def safe(value: Any) -> str:
    """The value as text, escaped unless it says that it is HTML already."""
    if type(value) is str:  # nearly always
        return escape(value)
    return str(value.__html__()) if hasattr(value, "__html__") else escape(str(value))


WIDGETS = "django/forms/widgets"
WRITERS: dict[str, Callable[[Widget], str]] = {
    f"{WIDGETS}/select.html": select,
    f"{WIDGETS}/checkbox_select.html": boxes,
    f"{WIDGETS}/radio.html": boxes,
    f"{WIDGETS}/text.html": input_field,
    f"{WIDGETS}/date.html": input_field,
    f"{WIDGETS}/number.html": input_field,
    f"{WIDGETS}/hidden.html": input_field,
}
