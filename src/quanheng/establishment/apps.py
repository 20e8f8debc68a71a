"""Django's entry for the establishment room."""

from django.apps import AppConfig


class EstablishmentConfig(AppConfig):
    """编制职数。"""

    name = "quanheng.establishment"
    label = "establishment"
