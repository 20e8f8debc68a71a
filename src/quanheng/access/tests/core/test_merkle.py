"""The Merkle tree: the published vectors of transparency-dev/merkle, RFC 6962's roots, and proofs for every size and place."""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.access.core.merkle import (
    EMPTY,
    consistency_proof,
    inclusion_proof,
    is_consistent,
    is_included,
    leaf_hash,
    root,
)
from quanheng.access.core.tiles import WIDTH, Growing, Tiles, path_of, tile_of, tiles_of

VECTORS = [json.loads(line) for line in Path(__file__).with_name("merkle_vectors.jsonl").read_text().splitlines()]
INPUTS = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def tree(count: int) -> tuple[list[bytes], Tiles]:
    """Leaves and a reader that knows tiles only."""
    leaves = [leaf_hash(str(number).encode()) for number in range(count)]
    levels = [leaves]
    while len(levels[-1]) >= WIDTH:
        below = levels[-1]
        levels.append([tile_of(below[i : i + WIDTH]) for i in range(0, len(below) - WIDTH + 1, WIDTH)])
    return leaves, Tiles(lambda level, index: levels[level][index * WIDTH : (index + 1) * WIDTH])


def test_there_are_all_the_vectors() -> None:
    assert (len(VECTORS), sum(not each["holds"] for each in VECTORS)) == (196, 184)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda each: f"{each['kind']}/{each['case']}")
def test_vector(vector: dict[str, Any]) -> None:
    proof = [b64decode(each) for each in vector["proof"]]
    if vector["kind"] == "inclusion":
        holds = is_included(vector["index"], vector["size"], b64decode(vector["leaf"]), proof, b64decode(vector["root"]))
    else:
        roots = b64decode(vector["old_root"]), b64decode(vector["new_root"])
        holds = is_consistent(vector["old"], roots[0], vector["new"], roots[1], proof)
    assert holds is vector["holds"]


@pytest.mark.parametrize("size", range(9))
def test_roots_of_the_standard_leaves(size: int) -> None:
    leaves = [leaf_hash(bytes.fromhex(each)) for each in INPUTS[:size]]
    grown = Growing()
    for leaf in leaves:
        grown.add([leaf])
    assert root(Tiles(lambda _level, _index: leaves).node, size).hex() == grown.root().hex() == ROOTS[size]


@given(st.integers(1, 1500), st.data())
def test_every_proof_made_here_holds_and_for_no_other_leaf_or_root(size: int, data: st.DataObject) -> None:
    leaves, tiles = tree(size)
    stated = root(tiles.node, size)
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(tiles.node, index, size)
    assert is_included(index, size, leaves[index], proof, stated)
    assert not is_included(index, size, leaves[index - 1], proof, stated) or size == 1
    assert not is_included(index, size, leaves[index], proof, EMPTY)
    old = data.draw(st.integers(1, size))
    older, path = root(tiles.node, old), consistency_proof(tiles.node, old, size)
    assert is_consistent(old, older, size, stated, path)
    assert not is_consistent(old, EMPTY, size, stated, path)


@given(st.integers(1, 1500), st.lists(st.integers(0, 700), max_size=4))
def test_a_growing_tree_has_the_same_root_and_fills_the_same_tiles(size: int, steps: list[int]) -> None:
    leaves, tiles = tree(size)
    grown, full = Growing(), []
    for step in [*steps, size]:
        full += grown.add(leaves[grown.size :][:step])
        assert grown.root() == root(tiles.node, grown.size)
    assert full == [(1, index, tile_of(leaves[index * WIDTH : (index + 1) * WIDTH])) for index in range(size // WIDTH)]


def test_tiles_and_their_places() -> None:
    assert list(tiles_of(0)) == []
    assert sum(width for level, _index, width in tiles_of(70_000) if level == 0) == 70_000
    assert [each for each in tiles_of(70_000) if each[0] == 2] == [(2, 0, 1)]
    assert path_of(0, 70_000 // WIDTH, 70_000 % WIDTH) == "tile/0/273.p/112"
    with pytest.raises(ValueError, match="256"):
        tile_of([EMPTY])
