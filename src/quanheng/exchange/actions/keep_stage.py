"""Keep what a preview would write, beside it: whoever confirms it writes these rows, and need not read the file again."""

import zlib
from collections.abc import Iterable, Iterator

from django.apps import apps

from quanheng.exchange.models import ImportBatch, ImportStage
from quanheng.exchange.queries.stages import Piece

_QUICK = 1


def keep_stage(batch: ImportBatch, pieces: Iterable[Piece]) -> int:
    """How many rows were kept; photographs make them large, so they are packed and stored one after another."""
    rows = 0
    for number, piece in enumerate(pieces):
        packed = zlib.compress(piece.text.encode(), _QUICK)
        ImportStage.objects.create(
            batch=batch, number=number, verb=piece.verb, model=piece.model._meta.label_lower, columns=list(piece.columns),
            rows=piece.rows, data=packed,
        )  # fmt: skip
        rows += piece.rows
    return rows


def kept_stage(batch: ImportBatch, *, verbs: Iterable[str]) -> Iterator[Piece]:
    """The same pieces again, one at a time, of these verbs; no cursor is left open when whoever writes them breaks off."""
    rows = ImportStage.objects.filter(batch=batch, verb__in=list(verbs))
    for number in list(rows.order_by("number").values_list("number", flat=True)):
        kept = rows.get(number=number)
        said = zlib.decompress(kept.data).decode()
        yield Piece(kept.verb, apps.get_model(kept.model), tuple(kept.columns), kept.rows, said)


def drop_stage(batch: ImportBatch) -> None:
    """Written or given up: the rows are needed no more, and personal data is not kept twice."""
    ImportStage.objects.filter(batch=batch).delete()
