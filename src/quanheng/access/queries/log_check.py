"""The whole log checked from the first leaf to the last: events, chains, tree, tiles, checkpoints, cosignatures.

What was changed, left out, cut off or put back is named. Whoever can rewrite all of the database is found out by a
checkpoint kept elsewhere: `kept`, texts of notes from a witness or from paper.
"""

import gc
import sys
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from itertools import pairwise
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor

from quanheng.access.core.notes import (
    Key,
    cosigned_at,
    is_signed_by,
    read_checkpoint,
    read_key_change,
    read_note,
)
from quanheng.access.core.signing import is_signed_fast
from quanheng.access.core.tiles import Growing
from quanheng.access.models import Checkpoint, LogTile
from quanheng.access.queries.log import key_changes, log_keys, log_size, past_witnesses
from quanheng.access.queries.log_sources import Fault, Leaf, Source, moment_of, sources

_CHUNK = 8192
_TURN = 0.0002
"""Seconds until the thread that asks gets its turn, much sooner than usual: it waits for one after every packet of the database."""
_Chunk = tuple[list[Leaf], dict[int, tuple[list[Leaf], CursorWrapper]]]
_LEAVES = (
    f"SELECT l.seq, l.kind, l.ref, {moment_of('l.at')}, l.commitment, s.salt FROM access_logleaf l"  # noqa: S608
    " LEFT JOIN access_logsalt s USING (seq) WHERE l.seq > %s AND l.seq <= %s ORDER BY l.seq"
)
_ORPHANS = (
    (
        "第{}叶",
        "盐值缺失，且没有删除的登记",
        "SELECT seq FROM access_logleaf l WHERE NOT EXISTS (SELECT 1 FROM access_logsalt s WHERE s.seq = l.seq)"
        " AND NOT EXISTS (SELECT 1 FROM access_logerasure e WHERE e.seq = l.seq) ORDER BY seq LIMIT 5",
    ),
    (
        "第{}叶",
        "有盐值而没有记录叶",
        "SELECT seq FROM access_logsalt s WHERE NOT EXISTS (SELECT 1 FROM access_logleaf l WHERE l.seq = s.seq)"
        " ORDER BY seq LIMIT 5",
    ),
    (
        "第{}叶",
        "删除的登记与日志不符",
        "SELECT seq FROM access_logerasure e WHERE EXISTS (SELECT 1 FROM access_logsalt s WHERE s.seq = e.seq)"
        " OR NOT EXISTS (SELECT 1 FROM access_journalentry j WHERE j.action = 'access.content.forget' AND j.at = e.at"
        " AND j.facts ->> 'erased' = e.seq::text AND j.facts ->> 'why' = e.why) ORDER BY seq LIMIT 5",
    ),
    (
        "检查点 {}",
        "有见证签名而没有检查点",
        "SELECT checkpoint_id FROM access_cosignature c WHERE NOT EXISTS (SELECT 1 FROM access_checkpoint p"
        " WHERE p.size = c.checkpoint_id) ORDER BY 1 LIMIT 5",
    ),
    (
        "日志公钥 {}",
        "与日志所记的启用、登记或停止不符",
        "SELECT id FROM access_logkey k WHERE NOT EXISTS (SELECT 1 FROM access_journalentry j WHERE j.at = k.at"
        " AND j.subject = 'access.logkey:' || k.id AND j.facts ->> 'key' = k.key AND j.action = CASE k.what"
        " WHEN 'adopted' THEN 'access.adopt_key' WHEN 'admitted' THEN 'access.admit_witness' ELSE 'access.dismiss_witness' END)"
        " ORDER BY id LIMIT 5",
    ),
)


def log_faults(
    *, kept: Sequence[str] = (), told: Callable[[int], None] = lambda _size: None, only: Container[int] | None = None
) -> Iterator[Fault]:
    """Everything that does not hold, in the order of writing; nothing when all does. `told` hears how far it is.

    `only` these kinds of events are read, for whoever may not see the others; the tree is checked over all leaves.
    """
    readers = {kind: source for kind, source in sources().items() if only is None or kind in only}
    stated = list(_stated(kept))
    yield from (each for each in stated if isinstance(each, Fault))
    roots: dict[int, list[tuple[str, bytes]]] = {}
    for place, size, root in (each for each in stated if not isinstance(each, Fault)):
        roots.setdefault(size, []).append((place, root))
    tree = _Tree({(tile.level, tile.number): bytes(tile.root) for tile in LogTile.objects.all()}, roots)
    yield from _leaves(tree, told, readers)
    yield from (Fault(f"树片 {level}/{number}", "多出的树片") for level, number in tree.tiles)
    yield from (
        Fault(place, f"检查点时有{size}条，现只有{tree.size}条：记录被截短，或数据库退回到了旧备份")
        for size, expected in sorted(roots.items())
        for place, _root in expected
    )
    yield from _strangers(readers.values())
    yield from _orphans()


class _Tree:
    """树: grown from the leaves; tiles and roots that it meets are taken out of what is expected."""

    def __init__(self, tiles: dict[tuple[int, int], bytes], roots: dict[int, list[tuple[str, bytes]]]) -> None:
        self.tiles, self._roots, self._grown, self._held = tiles, roots, Growing(), 0

    @property
    def size(self) -> int:
        return self._grown.size

    def faults(self, leaves: Sequence[Leaf]) -> Iterator[Fault]:
        """What does not hold when these are added; they follow each other."""
        begun, end = self.size, self.size + len(leaves)
        hashes = [sha256(b"\x00" + leaf.commitment).digest() for leaf in leaves]
        for size in sorted({size for size in self._roots if begun < size < end} | {end}):
            for level, number, made in self._grown.add(hashes[self.size - begun : size - begun]):
                if self.tiles.pop((level, number), None) != made:
                    yield Fault(f"树片 {level}/{number}", "与所含记录叶不符")
            if stated := self._roots.pop(size, []):
                now = self._grown.root()
                wrong = [place for place, root in stated if root != now]
                yield from (Fault(place, f"根摘要与现有记录不符：改动在第{self._held + 1}至{size}条之间") for place in wrong)
                self._held = self._held if wrong else size


def _leaves(tree: _Tree, told: Callable[[int], None], readers: Mapping[int, Source]) -> Iterator[Fault]:
    """The leaves in order, with their events."""
    known = sources().keys()
    for leaves, events in _chunks(readers):
        yield from (Fault(f"第{next(leaf.seq for leaf in leaves if leaf.kind == kind)}叶", "种类未知") for kind in {leaf.kind for leaf in leaves} - known)
        for kind, (some, rows) in events.items():
            yield from readers[kind].faults(some, {row[0]: row for row in rows.fetchall()})
        whole = next((at for at, leaf in enumerate(leaves) if leaf.seq != tree.size + at + 1), len(leaves))
        yield from tree.faults(leaves[:whole])
        if whole < len(leaves):
            break
        told(tree.size)
    if tree.size < log_size():
        yield Fault(f"第{tree.size + 1}叶", "缺失")


def _chunks(readers: Mapping[int, Source]) -> Iterator[_Chunk]:
    """The leaves in order, some thousand at a time, each kind with its events: the next are asked for while these are checked."""
    held = connections[DEFAULT_DB_ALIAS]  # the other thread asks in the same transaction and scope
    held.inc_thread_sharing()
    collects, interval = gc.isenabled(), sys.getswitchinterval()
    gc.disable()  # rows hold no cycles: looking for some takes a tenth of the time
    sys.setswitchinterval(_TURN)
    try:
        with ThreadPoolExecutor(1) as aside:
            asked = aside.submit(_chunk, held, 0, readers)
            while (chunk := asked.result())[0]:
                asked = aside.submit(_chunk, held, chunk[0][-1].seq, readers)
                yield chunk
    finally:
        held.dec_thread_sharing()
        sys.setswitchinterval(interval)
        if collects:
            gc.enable()


def _as_leaf(_cursor: Cursor[Any]) -> Callable[[Sequence[Any]], Leaf]:
    return partial(tuple.__new__, Leaf)


def _chunk(held: Any, after: int, readers: Mapping[int, Source]) -> _Chunk:
    leaves = Cursor(held.connection, row_factory=_as_leaf).execute(_LEAVES, [after, after + _CHUNK], binary=True).fetchall()
    asked = {kind: ([leaf for leaf in leaves if leaf.kind == kind], held.cursor()) for kind in {leaf.kind for leaf in leaves} & readers.keys()}
    for kind, (some, cursor) in asked.items():
        readers[kind].ask(cursor, some)
    return leaves, asked


def _stated(kept: Sequence[str]) -> Iterator[Fault | tuple[str, int, bytes]]:
    """What every checkpoint states (place, size, root), or why it cannot be believed."""
    try:
        keys, watchers = log_keys(), past_witnesses()
        changes = [read_key_change(note, is_signed_fast) for note in key_changes()]
    except ValueError as error:
        yield Fault("日志公钥", str(error))
        return
    if changes != list(pairwise(keys)):
        yield Fault("日志公钥", "密钥更换书与登记的密钥不符")
    for row in Checkpoint.objects.order_by("size").prefetch_related("cosignatures"):
        place = f"检查点 {row.size}"
        yield _read(place, row.note, keys, size=row.size, time=int(row.at.timestamp()))
        lines = ((each.witness, each.line, each.at.timestamp()) for each in row.cosignatures.all())
        yield from _cosigned(place, row.note, watchers, lines)
    for number, note in enumerate(kept, start=1):
        yield _read(f"另存的检查点（{number}）", note, keys)


def _read(
    place: str, note: str, keys: list[Key], *, size: int | None = None, time: int | None = None
) -> Fault | tuple[str, int, bytes]:
    try:
        text, signatures = read_note(note)
        said = read_checkpoint(text)
    except ValueError as error:
        return Fault(place, str(error))
    if not any(is_signed_by(key, text, each, is_signed_fast) for key in keys for each in signatures):
        return Fault(place, "签名无效，或签名的密钥未经登记")
    if said.origin not in {key.name for key in keys} or size not in (None, said.size) or time not in (None, said.time):
        return Fault(place, "条数或时间与签名文本不符")
    return place, said.size, said.root


def _cosigned(place: str, note: str, watchers: list[Key], lines: Iterable[tuple[str, str, float]]) -> Iterator[Fault]:
    for witness, line, at in lines:
        try:
            text, _signatures = read_note(note)
            _text, (signature,) = read_note(f"x\n\n{line}\n")
        except ValueError as error:
            yield Fault(f"{place} {witness}", str(error))
            continue
        named = [key for key in watchers if key.name == witness]
        if int(at) != cosigned_at(signature) or not any(is_signed_by(key, text, signature, is_signed_fast) for key in named):
            yield Fault(f"{place} {witness}", "见证签名无效，或见证方未经登记")


def _strangers(readers: Iterable[Source]) -> Iterator[Fault]:
    """Events without a leaf: written past the log."""
    with connection.cursor() as cursor:
        for source in readers:
            cursor.execute(
                f"SELECT {source.key} FROM {source.table} e WHERE NOT EXISTS"  # noqa: S608  our own tables
                f" (SELECT 1 FROM access_logleaf l WHERE l.kind = {source.kind} AND l.ref = e.{source.key}) ORDER BY 1 LIMIT 5"
            )
            yield from (Fault(f"{source.name} {ref}", "不在记录树中：绕过系统写入") for (ref,) in cursor.fetchall())


def _orphans() -> Iterator[Fault]:
    """Salts, leaves, erasures, keys and lines of the journal that lack each other."""
    with connection.cursor() as cursor:
        for place, why, question in _ORPHANS:
            cursor.execute(question)
            yield from (Fault(place.format(number), why) for (number,) in cursor.fetchall())
