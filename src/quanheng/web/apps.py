"""Django's entry for the web room."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """界面。"""

    name = "quanheng.web"
    label = "web"
