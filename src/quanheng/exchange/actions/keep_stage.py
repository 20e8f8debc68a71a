"""Keep what a preview would write, sealed, beside it: whoever confirms it writes these rows, and need not read the file again."""

import zlib
from collections.abc import Iterable, Iterator

from django.apps import apps

from quanheng.access.queries.house_seal import new_seal_of
from quanheng.exchange.models import ImportBatch, ImportStage
from quanheng.exchange.queries.files import opened, stage_at
from quanheng.exchange.queries.stages import Piece

_QUICK = 1


def keep_stage(batch: ImportBatch, pieces: Iterable[Piece]) -> int:
    """How many rows were kept; photographs make them large, so they are packed and stored one after another."""
    rows, seal = 0, new_seal_of(batch)
    for number, piece in enumerate(pieces):
        packed = zlib.compress(piece.text.encode(), _QUICK)
        kept = ImportStage(
            batch=batch, number=number, verb=piece.verb, model=piece.model._meta.label_lower, columns=list(piece.columns), rows=piece.rows
        )
        kept.data = seal.seal(packed, place=_place(kept))
        kept.save(force_insert=True)
        rows += piece.rows
    return rows


def kept_stage(batch: ImportBatch, *, verbs: Iterable[str]) -> Iterator[Piece]:
    """The same pieces again, one at a time, of these verbs; no cursor is left open when whoever writes them breaks off."""
    rows = ImportStage.objects.filter(batch=batch, verb__in=list(verbs))
    for number in list(rows.order_by("number").values_list("number", flat=True)):
        kept = rows.get(number=number)
        said = zlib.decompress(opened(batch, kept.data, place=_place(kept))).decode()
        yield Piece(kept.verb, apps.get_model(kept.model), tuple(kept.columns), kept.rows, said)


def _place(kept: ImportStage) -> str:
    return stage_at(kept.number, kept.verb, kept.model, kept.columns)


def drop_stage(batch: ImportBatch) -> None:
    """Written or given up: the rows are needed no more, and personal data is not kept twice."""
    ImportStage.objects.filter(batch=batch).delete()
