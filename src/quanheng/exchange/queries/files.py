"""The stored file of an import, put together again from its pieces."""

from quanheng.exchange.models import ImportBatch, ImportChunk


def content_of(batch: ImportBatch) -> bytes:
    """The file as it was uploaded; for acts and for who was shown the batch."""
    pieces = bytearray()
    numbers = list(ImportChunk.objects.filter(batch=batch).order_by("number").values_list("pk", flat=True))
    for pk in numbers:  # one at a time: the driver holds every row of an answer twice
        pieces += ImportChunk.objects.values_list("data", flat=True).get(pk=pk)
    return bytes(pieces)
