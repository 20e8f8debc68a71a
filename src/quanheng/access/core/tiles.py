"""The tree kept in tiles of 256 hashes (C2SP tlog-tiles), so that roots and proofs read a few tiles and never all leaves.

Tile level 0 holds leaf hashes, level 1 the roots of 256 leaves each, level 2 of 65,536, and so on.
"""

from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256

from quanheng.access.core.merkle import EMPTY, node_hash

HEIGHT = 8
WIDTH = 1 << HEIGHT


class Tiles:
    """树的分片: answers `node(level, index)` for the functions of `merkle` from a reader of tiles."""

    def __init__(self, read: Callable[[int, int], Sequence[bytes]]) -> None:
        """`read(level, index)` gives the hashes of a tile as far as there are any."""
        self._read = read
        self._rows: dict[tuple[int, int], list[Sequence[bytes]]] = {}

    def node(self, level: int, index: int) -> bytes:
        """The hash of a complete subtree; IndexError when the tree does not reach so far."""
        tile, inner = divmod(level, HEIGHT)
        width = WIDTH >> inner
        number, place = divmod(index, width)
        rows = self._rows.setdefault((tile, number), [])
        if not rows:
            rows.append(self._read(tile, number))
        while len(rows) <= inner:
            below = rows[-1]
            rows.append([node_hash(below[i], below[i + 1]) for i in range(0, len(below) - 1, 2)])
        return rows[inner][place]


def tile_of(leaves: Sequence[bytes]) -> bytes:
    """The root of one full tile.

    >>> tile_of([EMPTY] * WIDTH).hex()[:8]
    '121444eb'
    """
    if len(leaves) != WIDTH:
        raise ValueError(f"a full tile has {WIDTH} hashes, not {len(leaves)}")
    row = leaves
    while len(row) > 1:
        row = [node_hash(row[i], row[i + 1]) for i in range(0, len(row), 2)]
    return row[0]


def tiles_of(size: int) -> Iterator[tuple[int, int, int]]:
    """Every tile of a tree of `size` leaves: level, index, and how many hashes it holds.

    >>> list(tiles_of(300))
    [(0, 0, 256), (0, 1, 44), (1, 0, 1)]
    """
    level, count = 0, size
    while count:
        yield from ((level, index, min(WIDTH, count - index * WIDTH)) for index in range(-(-count // WIDTH)))
        level, count = level + 1, count // WIDTH


def path_of(level: int, index: int, width: int = WIDTH) -> str:
    """Where a tile lies in a published log.

    >>> path_of(0, 1234067), path_of(1, 5, 17)
    ('tile/0/x001/x234/067', 'tile/1/005.p/17')
    """
    groups = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        groups.append(f"x{index % 1000:03}")
    name = "/".join(reversed(groups))
    return f"tile/{level}/{name}" + (f".p/{width}" if width < WIDTH else "")


class Growing:
    """A tree that leaves are added to: its root at any moment, its tiles as they fill."""

    def __init__(self) -> None:
        self.size = 0
        self._unpaired: list[bytes | None] = []

    def add(self, leaves: Sequence[bytes]) -> list[tuple[int, int, bytes]]:
        """The tile roots that these leaves complete: tile level (from 1), index, hash; a million at once cost less than one by one."""
        row, level, full = list(leaves), 0, []
        self.size += len(row)
        while row:
            if level and level % HEIGHT == 0:
                full += [(level // HEIGHT, index, made) for index, made in enumerate(row, (self.size >> level) - len(row))]
            if level == len(self._unpaired):
                self._unpaired.append(None)
            before = self._unpaired[level]
            row = row if before is None else [before, *row]
            self._unpaired[level] = row[-1] if len(row) % 2 else None
            row = [sha256(b"\x01" + left + right).digest() for left, right in zip(row[::2], row[1::2], strict=False)]
            level += 1
        return full

    def root(self) -> bytes:
        """The Merkle tree hash of what was added so far."""
        made = None
        for peak in self._unpaired:
            if peak is not None:
                made = peak if made is None else node_hash(peak, made)
        return EMPTY if made is None else made
