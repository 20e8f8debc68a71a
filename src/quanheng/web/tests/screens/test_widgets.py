"""Controls written in Python say, mark for mark, what Django's own templates say; blank space aside."""

import re

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from quanheng.web.screens.widgets import WRITERS, Widgets

FLAT = [("", "不限"), ("a&b", "<甲>"), (3, mark_safe("<b>乙</b>")), (None, gettext_lazy("干部"))]
GROUPED = [("市&直", [("1", "一"), ("2", "二")]), ("3", "三")]
CHOOSING = [
    forms.Select, forms.SelectMultiple, forms.NullBooleanSelect, forms.RadioSelect, forms.CheckboxSelectMultiple,
]  # fmt: skip
TYPED = [forms.TextInput, forms.DateInput, forms.NumberInput, forms.HiddenInput, forms.PasswordInput]


def same(widget: forms.Widget, value: object, attributes: dict[str, object]) -> str:
    """The control as we write it, once it was found equal to Django's."""
    ours = widget.render('who"s', value, attributes, renderer=Widgets())
    theirs = widget.render('who"s', value, attributes, renderer=DjangoTemplates())
    assert spaced(ours) == spaced(theirs)
    return ours


def spaced(html: str) -> str:
    """Runs of blank space as one, none beside a tag's end and beginning: how a browser reads them."""
    return re.sub(r"\s*(<)|(>)\s*", r"\1\2", re.sub(r"\s+", " ", html))


@pytest.mark.parametrize("kind", CHOOSING)
@pytest.mark.parametrize("choices", [FLAT, GROUPED, []])
@pytest.mark.parametrize("value", [None, "2", ["1", "a&b"]])
@pytest.mark.parametrize(
    "attributes", [{}, {"id": "id_<who>", "class": "wide", "required": True, "disabled": False}]
)
def test_lists_of_choices(kind, choices, value, attributes):
    widget = kind() if kind is forms.NullBooleanSelect else kind(choices=choices)
    given = value[0] if isinstance(value, list) and kind in (forms.Select, forms.NullBooleanSelect) else value
    html = same(widget, given, attributes)
    assert ("&lt;甲&gt;" in html and "<b>乙</b>" in html) == (
        choices is FLAT and kind is not forms.NullBooleanSelect
    )


@pytest.mark.parametrize("kind", TYPED)
@pytest.mark.parametrize("value", [None, "", "<陈>", 3])
def test_fields_to_type_in(kind, value):
    assert same(kind(attrs={"maxlength": 60}), value, {"id": "id_q", "required": True}).startswith(
        "<input type="
    )


def test_every_writer_stands_for_a_template_of_django():
    names = {kind.template_name for kind in (*CHOOSING, *TYPED, forms.CheckboxInput, forms.Textarea)}
    assert WRITERS.keys() <= names


def test_a_control_without_a_writer_is_djangos():
    assert "<textarea" in same(forms.Textarea(), "<陈>", {"id": "id_note"})
