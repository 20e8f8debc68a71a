"""A day in a form of this room."""

from typing import Any

from django import forms


def day_field(label: Any, *, required: bool = True, help_text: Any = "") -> forms.DateField:
    """A date with the browser's own picker, written as 2026-11-21."""
    picker = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(label=label, required=required, widget=picker, help_text=help_text)
