"""Tables of the exchange room."""

from quanheng.exchange.models.batch import ImportBatch, ImportLine
from quanheng.exchange.models.management import ManagementRule

__all__ = ["ImportBatch", "ImportLine", "ManagementRule"]
