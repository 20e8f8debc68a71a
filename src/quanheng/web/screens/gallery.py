"""The component gallery: every component in all its states, with its criteria, built from the examples.toml files."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from quanheng.web.core import charts
from quanheng.web.core.addresses import screen
from quanheng.web.core.examples import Example, read_specimens
from quanheng.web.core.lights import LIGHTS

FIELDS: dict[str, type[forms.Field]] = {
    "text": forms.CharField,
    "number": forms.IntegerField,
    "date": forms.DateField,
    "choice": forms.ChoiceField,
    "check": forms.BooleanField,
}


@screen("gallery/", name="gallery")
def gallery(request: HttpRequest) -> HttpResponse:
    specimens = [
        {"about": specimen, "shown": [(example, example_values(example)) for example in specimen.examples]}
        for specimen in read_specimens()
    ]
    return render(request, "web/gallery.html", {"specimens": specimens, "lights": list(LIGHTS)})


def example_values(example: Example) -> dict[str, Any]:
    """The values of an example, with its lights, form, page or figure made."""
    values: dict[str, Any] = _lit(dict(example.values))
    if "form" in example.special:
        form = example_form(example.special["form"])
        values |= {"form": form, "field": form[next(iter(form.fields))]}
    if "page" in example.special:
        values["page"] = example_page(**example.special["page"])
    if "chart" in example.special:
        values["figure"] = example_figure(example.special["chart"])
    return values


def _lit(value: Any) -> Any:
    """Replace "light:passed" by that light, anywhere inside."""
    if isinstance(value, str) and value.startswith("light:"):
        return LIGHTS[value.removeprefix("light:")]
    if isinstance(value, list):
        return [_lit(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _lit(item) for key, item in value.items()}
    return value


def example_form(told: Mapping[str, Any]) -> forms.Form:
    fields = {entry["name"]: _field(entry) for entry in told["fields"]}
    made: type[forms.Form] = type("ExampleForm", (forms.Form,), fields)
    return made(told.get("data"), auto_id=f"{told['id']}-%s")


def _field(entry: Mapping[str, Any]) -> forms.Field:
    options: dict[str, Any] = {
        "label": entry["label"],
        "help_text": entry.get("help", ""),
        "required": entry.get("is_required", True),
    }
    if entry["kind"] == "choice":
        widget = forms.RadioSelect() if entry.get("is_radio") else forms.Select()
        options |= {"choices": [(choice, choice) for choice in entry["choices"]], "widget": widget}
    if "least" in entry:
        options["min_value"] = entry["least"]
    if entry["kind"] == "date":
        options["widget"] = forms.DateInput(attrs={"type": "date"})
    return FIELDS[entry["kind"]](**options)


def example_page(count: int, number: int, size: int = 10) -> Page[int]:
    return Paginator(range(count), size).page(number)


def example_figure(told: Mapping[str, Any]) -> charts.Figure:
    told = dict(told)
    kind = told.pop("kind")
    if kind == "timeline":
        return charts.timeline_figure(
            [(entry["label"], entry["from"], entry["until"]) for entry in told["periods"]]
        )
    makers: dict[str, Callable[..., charts.Figure]] = {
        "bar": charts.bar_figure,
        "stacked": charts.stacked_figure,
        "pyramid": charts.pyramid_figure,
    }
    return makers[kind](**told)
