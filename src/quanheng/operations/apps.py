"""Django's entry for the operations room; offers the checks that belong to no other room."""

from django.apps import AppConfig

from quanheng.kernel.upkeep import CHECKS, CLEARINGS


class OperationsConfig(AppConfig):
    """运维。"""

    name = "quanheng.operations"
    label = "operations"

    def ready(self) -> None:
        from quanheng.operations.queries.checks import OWN  # noqa: PLC0415  settings exist only now
        from quanheng.operations.queries.clearings import offered  # noqa: PLC0415  models exist only now

        CHECKS.extend(OWN)
        CLEARINGS.extend(offered())
