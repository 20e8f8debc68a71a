"""Django's entry for the selection room."""

from django.apps import AppConfig


class SelectionConfig(AppConfig):
    """选任。"""

    name = "quanheng.selection"
    label = "selection"
