"""Django's entry for the establishment room; puts its hard stop before every appointment."""

from django.apps import AppConfig


class EstablishmentConfig(AppConfig):
    """编制职数。"""

    name = "quanheng.establishment"
    label = "establishment"

    def ready(self) -> None:
        from quanheng.establishment.permissions.seats import require_free_seat  # noqa: PLC0415  models exist only now
        from quanheng.registry.permissions.guards import offer  # noqa: PLC0415  models exist only now

        offer(require_free_seat)
