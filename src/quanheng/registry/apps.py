"""Django's entry for the registry room."""

from django.apps import AppConfig

from quanheng.kernel.upkeep import CLEARINGS
from quanheng.regulation.core.sources import SOURCES


class RegistryConfig(AppConfig):
    """干部与机构。"""

    name = "quanheng.registry"
    label = "registry"

    def ready(self) -> None:
        from quanheng.registry.queries.law_sources import PersonSource  # noqa: PLC0415  models exist only now
        from quanheng.registry.queries.upkeep import ANSWERS  # noqa: PLC0415  models exist only now

        SOURCES.append(PersonSource())
        CLEARINGS.append(ANSWERS)
