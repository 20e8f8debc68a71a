"""Tables of the exchange room."""

from quanheng.exchange.models.batch import ImportBatch, ImportLine

__all__ = ["ImportBatch", "ImportLine"]
