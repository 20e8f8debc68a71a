"""The tree kept in tiles of 256 hashes (C2SP tlog-tiles), so that roots and proofs read a few tiles and never all leaves.

Tile level 0 holds leaf hashes, level 1 the roots of 256 leaves each, level 2 of 65,536, and so on.
"""

from collections.abc import Callable, Iterator, Sequence

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
    """A tree that leaves are added to one by one: its root at any moment, its tiles as they fill."""

    def __init__(self) -> None:
        self.size = 0
        self._peaks: list[tuple[int, bytes]] = []

    def add(self, leaf: bytes) -> list[tuple[int, int, bytes]]:
        """The tile roots that this leaf completes: tile level (from 1), index, hash."""
        level, made, full = 0, leaf, []
        self.size += 1
        while self._peaks and self._peaks[-1][0] == level:
            made = node_hash(self._peaks.pop()[1], made)
            level += 1
            if level % HEIGHT == 0:
                full.append((level // HEIGHT, (self.size >> level) - 1, made))
        self._peaks.append((level, made))
        return full

    def root(self) -> bytes:
        """The Merkle tree hash of what was added so far."""
        if not self._peaks:
            return EMPTY
        made = self._peaks[-1][1]
        for _level, peak in reversed(self._peaks[:-1]):
            made = node_hash(peak, made)
        return made
