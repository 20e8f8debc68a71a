"""Who opens what, over random trees: every ancestor, nobody else; and nothing exchanged or moved goes unnoticed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quanheng.access.core.agreement import Pair
from quanheng.access.core.key_tree import RECOVERY, Node, Ring, new_node, seal_data_key
from quanheng.access.core.profiles import INTL, NotOpened
from quanheng.access.core.sealed_box import unseal
from quanheng.access.core.sealed_fields import new_data_key

TREES, PAIRS = 400, 10_000
tried = {"opened": 0, "shut": 0}


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """For each node but the first the number of the one above it."""
    size = draw(st.integers(4, 10))
    return [draw(st.integers(0, at - 1)) for at in range(1, size)]


def grown(above: list[int]) -> tuple[list[Node], list[Pair]]:
    top, recovery = new_node(INTL, RECOVERY, above=None)
    nodes, pairs = [top], [recovery]
    for number, parent in enumerate(above, 1):
        node, pair = new_node(INTL, f"a{number}@1", above=nodes[parent])
        nodes.append(node)
        pairs.append(pair)
    return nodes, pairs


def line(above: list[int], at: int) -> set[int]:
    """A node and all above it."""
    return {at} | (line(above, above[at - 1]) if at else set())


def opens(ring: Ring, node: str, sealed: bytes, record: str) -> bool:
    try:
        ring.data_key(node, sealed, record=record, version=1)
    except NotOpened:
        return False
    return True


def test_ten_thousand_holders_and_records() -> None:
    """Ancestors open in every case, all others in none: not by climbing, not by trying their key on the box."""
    _every_pair()
    assert tried["opened"] + tried["shut"] >= PAIRS
    assert min(tried.values()) > 1_000


@settings(max_examples=TREES, deadline=None)
@given(above=trees())
def _every_pair(above: list[int]) -> None:
    nodes, pairs = grown(above)
    found = {node.name: node for node in nodes}
    for at, owner in enumerate(nodes):
        key, record = new_data_key(INTL), f"person:{at}"
        sealed, over = seal_data_key(INTL, owner, key, record=record, version=1), line(above, at)
        for holder, pair in enumerate(pairs):
            is_open = opens(Ring({nodes[holder].name: pair}, found.get), owner.name, sealed, record)
            assert is_open == (holder in over)
            tried["opened" if is_open else "shut"] += 1
            if holder != at:
                with pytest.raises(NotOpened):
                    unseal(pair, sealed, context=b"")


def test_a_key_is_opened_once_and_kept_for_the_request() -> None:
    nodes, pairs = grown([0, 1, 2, 3])
    asked: list[str] = []
    found = {node.name: node for node in nodes}

    def find(name: str) -> Node | None:
        asked.append(name)
        return found.get(name)

    ring = Ring({RECOVERY: pairs[0]}, find)
    assert [ring.pair_of("a4@1"), ring.pair_of("a4@1")] == [pairs[4], pairs[4]]
    assert asked == ["a4@1", "a3@1", "a2@1", "a1@1"]


def test_an_exchanged_public_key_is_noticed_when_the_node_is_opened() -> None:
    nodes, pairs = grown([0, 1])
    found = {node.name: node for node in nodes}
    found["a2@1"] = replace(nodes[2], public=INTL.pairs().generate().public)
    with pytest.raises(NotOpened):
        Ring({"a1@1": pairs[1]}, found.get).pair_of("a2@1")


def test_the_box_of_one_node_does_not_open_in_the_place_of_another() -> None:
    nodes, pairs = grown([0, 1, 1])
    found = {node.name: node for node in nodes}
    found["a2@1"] = replace(nodes[3], name="a2@1")
    with pytest.raises(NotOpened):
        Ring({"a1@1": pairs[1]}, found.get).pair_of("a2@1")


@pytest.mark.parametrize(("record", "version"), [("person:2", 1), ("person:1", 2)])
def test_a_data_key_opens_for_its_own_record_and_version_only(record: str, version: int) -> None:
    nodes, pairs = grown([0])
    sealed = seal_data_key(INTL, nodes[1], new_data_key(INTL), record="person:1", version=1)
    with pytest.raises(NotOpened):
        Ring({"a1@1": pairs[1]}, {}.get).data_key("a1@1", sealed, record=record, version=version)
