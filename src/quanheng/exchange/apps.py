"""Django's entry for the exchange room."""

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """表册交换。"""

    name = "quanheng.exchange"
    label = "exchange"
