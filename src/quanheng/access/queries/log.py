"""Reading the log: its size, root and proofs from a few tiles, its keys and witnesses, how far it is signed and witnessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Max, QuerySet

from quanheng.access.core import merkle
from quanheng.access.core.notes import Key, read_key
from quanheng.access.core.tiles import WIDTH, Tiles
from quanheng.access.models import Account, Checkpoint, Cosignature, LogKey, LogLeaf, LogTile
from quanheng.access.permissions.rights import rights_of
from quanheng.access.queries.composed import answers, records

LATE = timedelta(minutes=10)
"""A log that no witness has looked at for so long raises the alarm."""


def log_size() -> int:
    """How many leaves there are: their numbers have no gap."""
    return LogLeaf.objects.aggregate(newest=Max("seq"))["newest"] or 0


def stored_tiles() -> Tiles:
    """The tree as the database keeps it, read tile by tile as it is asked for."""
    return Tiles(read_tile)


def read_tile(level: int, index: int) -> list[bytes]:
    """The hashes of one tile: of leaves at level 0, of full tiles of the level below above it."""
    start, end = index * WIDTH, (index + 1) * WIDTH
    if level == 0:
        return [merkle.leaf_hash(bytes(each)) for (each,) in answers(_leaves, after=start, until=end)]
    return [bytes(each) for (each,) in answers(_tiles, level=level, start=start, end=end)]


def _leaves(*, after: int, until: int) -> QuerySet[LogLeaf, Any]:
    return LogLeaf.objects.filter(seq__gt=after, seq__lte=until).order_by("seq").values_list("commitment")


def _tiles(*, level: int, start: int, end: int) -> QuerySet[LogTile, Any]:
    rows = LogTile.objects.filter(level=level, number__gte=start, number__lt=end)
    return rows.order_by("number").values_list("root")


def log_root(size: int) -> bytes:
    """The root of the first `size` leaves."""
    return merkle.root(stored_tiles().node, size)


def is_extended(old: int, old_root: bytes) -> bool:
    """Whether today's log still begins with the `old` leaves that had this root."""
    size = log_size()
    if not 0 < old <= size:
        return False
    tiles = stored_tiles()
    proof = merkle.consistency_proof(tiles.node, old, size)
    return merkle.is_consistent(old, old_root, size, merkle.root(tiles.node, size), proof)


def key_lines() -> list[LogKey]:
    """Everything ever said of keys, oldest first: for who wants several of the lists below."""
    return records(_keys)


def _keys() -> QuerySet[LogKey]:
    return LogKey.objects.order_by("pk")


def log_keys(lines: Iterable[LogKey] | None = None) -> list[Key]:
    """The keys that sign checkpoints, oldest first."""
    return [read_key(row.key) for row in _lines(lines) if row.what == LogKey.ADOPTED]


def key_changes(lines: Iterable[LogKey] | None = None) -> list[str]:
    """The notes by which one key handed over to the next, each signed by both."""
    return [row.note for row in _lines(lines) if row.note]


def witnesses() -> list[Key]:
    """The keys of the witnesses in office."""
    found: dict[str, None] = {}
    for row in LogKey.objects.exclude(what=LogKey.ADOPTED).order_by("pk"):
        if row.what == LogKey.ADMITTED:
            found[row.key] = None
        else:
            found.pop(row.key, None)
    return [read_key(each) for each in found]


def past_witnesses(lines: Iterable[LogKey] | None = None) -> list[Key]:
    """The keys of every witness there ever was, for cosignatures of their time."""
    return [read_key(each) for each in dict.fromkeys(row.key for row in _lines(lines) if row.what == LogKey.ADMITTED)]


def _lines(known: Iterable[LogKey] | None) -> Iterable[LogKey]:
    return key_lines() if known is None else known


def checkpoints(*, by: Account, on: date) -> QuerySet[Checkpoint]:
    """The signed checkpoints as the audit administrator reads them, newest first; others see none."""
    rows = Checkpoint.objects.prefetch_related("cosignatures")
    return rows.order_by("-size") if rights_of(by, on=on).may("access.journal") else rows.none()


@dataclass(frozen=True)
class LogState:
    """How far the log is proven: its size, the newest checkpoint, the newest cosigned one, since when none looks."""

    size: int
    signed: int
    signed_at: datetime | None
    cosigned: int
    waiting_since: datetime | None
    is_late: bool

    def of(self, seq: int) -> str:
        """What stands behind one leaf: "cosigned", "signed" or "waiting"."""
        return "cosigned" if seq <= self.cosigned else "signed" if seq <= self.signed else "waiting"


def log_state(*, now: datetime) -> LogState:
    """Four short questions, whatever the size of the log."""
    ((size, at),) = answers(_signed) or [(0, None)]
    cosigned = _newest_cosigned()
    since = next((at for (at,) in answers(_written, seq=cosigned + 1)), None)
    return LogState(log_size(), size, at, cosigned, since, since is not None and now - since > LATE)


def _signed() -> QuerySet[Checkpoint, Any]:
    return Checkpoint.objects.order_by("-size").values_list("size", "at")[:1]


def _newest_cosigned() -> int:
    return next((size for (size,) in answers(_cosigned)), 0)


def _cosigned() -> QuerySet[Cosignature, Any]:
    return Cosignature.objects.order_by("-checkpoint_id").values_list("checkpoint_id")[:1]


def _written(*, seq: int) -> QuerySet[LogLeaf, Any]:
    return LogLeaf.objects.filter(seq=seq).order_by("seq").values_list("at")


def places_of(kind: int, refs: list[int]) -> dict[int, int]:
    """The leaf numbers of events, by what they refer to."""
    rows = LogLeaf.objects.filter(kind=kind, ref__in=refs)
    return dict(rows.values_list("ref", "seq"))


def proven() -> tuple[int, int]:
    """How many leaves stand under the newest checkpoint, and under the newest cosigned one."""
    return next((size for size, _ in answers(_signed)), 0), _newest_cosigned()


Leaves = dict[int, tuple[int, str, str]]


def salts_of(kind: int, refs: list[int]) -> Leaves:
    """For events of a kind: leaf number, salt ("" when erased) and commitment, both hexadecimal."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT l.ref, l.seq, encode(s.salt, 'hex'), encode(l.commitment, 'hex') FROM access_logleaf l"
            " LEFT JOIN access_logsalt s USING (seq) WHERE l.kind = %s AND l.ref = ANY(%s)",
            [kind, refs],
        )
        return {ref: (seq, salt or "", committed) for ref, seq, salt, committed in cursor.fetchall()}
