"""Tables of the exchange room."""

from quanheng.exchange.models.batch import ImportBatch, ImportChunk, ImportLine
from quanheng.exchange.models.export import ExportChunk, ExportJob
from quanheng.exchange.models.job import ImportJob
from quanheng.exchange.models.management import ManagementRule
from quanheng.exchange.models.stage import ImportStage

__all__ = [
    "ExportChunk",
    "ExportJob",
    "ImportBatch",
    "ImportChunk",
    "ImportJob",
    "ImportLine",
    "ImportStage",
    "ManagementRule",
]
