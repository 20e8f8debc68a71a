"""What imports and exports keep, opened: the stored file put together again from its pieces, and whatever else is sealed beside it."""

from collections.abc import Sequence

from django.db.models import Model

from quanheng.access.core.profiles import NotOpened
from quanheng.access.queries.house_seal import seal_of
from quanheng.exchange.models import ImportBatch, ImportChunk
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text


def content_of(batch: ImportBatch) -> bytes:
    """The file as it was uploaded; for acts and for who was shown the batch."""
    pieces = bytearray()
    numbers = list(ImportChunk.objects.filter(batch=batch).order_by("number").values_list("number", flat=True))
    for number in numbers:  # one at a time: the driver holds every row of an answer twice
        sealed = ImportChunk.objects.values_list("data", flat=True).get(batch=batch, number=number)
        pieces += opened(batch, sealed, place=piece_at(number))
    return bytes(pieces)


def opened(record: Model, sealed: bytes | memoryview, *, place: str) -> bytes:
    """Bytes that were sealed for this record at this place. Refused when they were changed, or the key is another."""
    try:
        return seal_of(record).open(bytes(sealed), place=place)
    except NotOpened as error:
        raise Refused(
            text("读取保存的内容"),
            why=text("保存的内容打不开：它被改动过，或者封存它的密钥不在本机"),
            remedy=text("把原数据文件夹中的 number_key 放回；找不回的，放弃这一次，重新上传或重新导出"),
        ) from error


def piece_at(number: int) -> str:
    """Where a piece of a file stands."""
    return f"piece {number}"


def stage_at(number: int, verb: str, model: str, columns: Sequence[str]) -> str:
    """Where rows ready to be written stand: what is done with them goes with it."""
    return f"stage {number} {verb} {model} {','.join(columns)}"
