"""`make bench-keys`: opening a sealed field through five levels, 100,000 data keys sealed anew, unlocking an account's key.

Pure: no database. Prints medians beside the goals.
"""

import statistics
import time
from collections.abc import Callable

from rich.console import Console
from rich.table import Table

from quanheng.access.core.agreement import Pair
from quanheng.access.core.key_tree import RECOVERY, Node, Ring, new_node, seal_data_key
from quanheng.access.core.password_key import Cost, lock, unlock
from quanheng.access.core.profiles import GM, INTL, Profile
from quanheng.access.core.sealed_fields import Place, new_data_key, open_field, seal_field

LEVELS, ROUNDS, RECORDS = 5, 300, 100_000
WORDS = "谈话对象表示服从组织安排，目前工作和家庭情况稳定，没有需要组织帮助解决的困难。" * 3
PLACE = Place("registry.talk", "1", "summary", "town")


def main() -> None:
    nodes, pairs = _line()
    table = Table("what", "measured", "goal")
    sealed, field = _sealed(nodes[-1])
    opening = _median(lambda: _open(nodes, pairs[0], sealed, field), ROUNDS) * 1000
    table.add_row(f"a field through {LEVELS} levels", f"{opening:.2f} ms", "2 ms")
    table.add_row("  the field itself, gm (SM4-GCM)", f"{_field_of(GM) * 1e6:.0f} µs", "—")
    table.add_row("  the field itself, intl (AES-256-GCM)", f"{_field_of(INTL) * 1e6:.0f} µs", "—")
    table.add_row(f"{RECORDS:,} data keys sealed anew", f"{_reseal(nodes, pairs):.1f} s", "60 s")
    table.add_row("unlocking an account (Argon2id, 64 MiB)", f"{_unlock() * 1000:.0f} ms", "—")
    Console().print(table)


def _line() -> tuple[list[Node], list[Pair]]:
    """The recovery key and a line of authorities below it."""
    top, pair = new_node(INTL, RECOVERY, above=None)
    nodes, pairs = [top], [pair]
    for level in range(LEVELS):
        node, pair = new_node(INTL, f"level{level}@1", above=nodes[-1])
        nodes.append(node)
        pairs.append(pair)
    return nodes, pairs


def _sealed(node: Node) -> tuple[bytes, bytes]:
    """A data key sealed to a node, and a field under it."""
    key = new_data_key(INTL)
    sealed = seal_data_key(INTL, node, key, record="p", version=1)
    return sealed, seal_field(INTL, key, WORDS, place=PLACE, version=1)


def _open(nodes: list[Node], top: Pair, sealed: bytes, field: bytes) -> None:
    """From the recovery key down, every node opened on the way."""
    ring = Ring({RECOVERY: top}, {node.name: node for node in nodes}.get)
    key = ring.data_key(nodes[-1].name, sealed, record="p", version=1)
    assert open_field(key, field, place=PLACE) == WORDS


def _field_of(profile: Profile) -> float:
    key = new_data_key(profile)
    sealed = seal_field(profile, key, WORDS, place=PLACE, version=1)
    return _median(lambda: open_field(key, sealed, place=PLACE), ROUNDS)


def _reseal(nodes: list[Node], pairs: list[Pair]) -> float:
    """Each key is another; opened by the node it is sealed to, sealed to the next."""
    old, new = nodes[-2], nodes[-1]
    boxes = [seal_data_key(INTL, old, new_data_key(INTL), record="p", version=1) for _ in range(1_000)]
    ring = Ring({old.name: pairs[-2]}, {}.get)
    began = time.perf_counter()
    for number in range(RECORDS):
        key = ring.data_key(old.name, boxes[number % len(boxes)], record="p", version=1)
        seal_data_key(INTL, new, key, record="p", version=1)
    return time.perf_counter() - began


def _unlock() -> float:
    cost = Cost()
    salt, locked = lock(INTL, "correct horse battery", new_data_key(INTL), name="x", cost=cost)
    return _median(lambda: unlock("correct horse battery", locked, salt=salt, name="x", cost=cost), 5)


def _median(act: Callable[[], object], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


if __name__ == "__main__":
    main()
