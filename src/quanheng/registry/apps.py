"""Django's entry for the registry room."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """干部与机构。"""

    name = "quanheng.registry"
    label = "registry"
