"""The tree of node keys (管理权限密钥树): each private key is sealed to the public key above it.

Who holds a node's private key opens everything below, nothing above and nothing beside. Above the topmost authority stands the recovery key.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from quanheng.access.core.agreement import Pair
from quanheng.access.core.profiles import NotOpened, Profile, joined
from quanheng.access.core.sealed_box import seal, unseal, unseal_pair

RECOVERY = "*"
"""The name of the recovery key; no authority has it."""


@dataclass(frozen=True)
class Node:
    """节点密钥: `name` is `authority@version`; `sealed` its private key for the node `above`; the recovery key has neither."""

    name: str
    public: bytes
    above: str = ""
    sealed: bytes = b""


def new_node(profile: Profile, name: str, *, above: Node | None) -> tuple[Node, Pair]:
    """A node with a new pair of keys below `above`. Needs no private key of anybody."""
    pair = profile.pairs().generate()
    if above is None:
        return Node(name, pair.public), pair
    return Node(name, pair.public, above.name, sealed_below(profile, pair, name=name, above=above)), pair


def sealed_below(profile: Profile, pair: Pair, *, name: str, above: Node) -> bytes:
    """The private key of `name` for whoever opens `above`."""
    return seal(profile, above.public, pair.private, context=joined("node", name, above.name))


class Ring:
    """密钥环: the node keys somebody holds and, opened when asked for, those below them. Lives as long as one request."""

    def __init__(self, held: Mapping[str, Pair], find: Callable[[str], Node | None]) -> None:
        self._opened = dict(held)
        self._find = find

    def pair_of(self, name: str) -> Pair:
        """The keys of a node held or below one held; NotOpened for any other, or if a key was exchanged."""
        if name not in self._opened:
            node = self._find(name)
            if node is None or not node.above:
                raise NotOpened
            context = joined("node", name, node.above)
            self._opened[name] = unseal_pair(
                self.pair_of(node.above), node.sealed, public=node.public, context=context
            )
        return self._opened[name]

    def data_key(self, node: str, sealed: bytes, *, record: str, version: int) -> bytes:
        """The data key of a record that is sealed to `node`."""
        return unseal(self.pair_of(node), sealed, context=_data_context(record, version, node))


def seal_data_key(profile: Profile, node: Node, key: bytes, *, record: str, version: int) -> bytes:
    """A record's data key for whoever opens `node`; anybody can do this with the public key."""
    return seal(profile, node.public, key, context=_data_context(record, version, node.name))


def _data_context(record: str, version: int, node: str) -> bytes:
    return joined("data", record, version, node)
