"""Tables of the exchange room."""

from quanheng.exchange.models.batch import ImportBatch, ImportChunk, ImportLine
from quanheng.exchange.models.job import ImportJob
from quanheng.exchange.models.management import ManagementRule

__all__ = ["ImportBatch", "ImportChunk", "ImportJob", "ImportLine", "ManagementRule"]
