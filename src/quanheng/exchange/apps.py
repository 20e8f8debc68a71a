"""Django's entry for the exchange room."""

from django.apps import AppConfig

from quanheng.kernel.upkeep import CHECKS, CLEARINGS


class ExchangeConfig(AppConfig):
    """表册交换。"""

    name = "quanheng.exchange"
    label = "exchange"

    def ready(self) -> None:
        from quanheng.exchange.queries.upkeep import EXPORTS, FILES, JOBS  # noqa: PLC0415  models exist only now

        CHECKS.append(JOBS)
        CLEARINGS.extend((FILES, EXPORTS))
