"""The Merkle tree of RFC 6962 over SHA-256: roots, and the two proofs with their checks. Pure; hashes are 32 bytes.

An inclusion proof shows that a leaf is in the tree of a size; a consistency proof that a larger tree only added leaves.
`node(level, index)` gives the hash of a complete subtree: of 2**level leaves, the index-th such, from 0.
"""

import hashlib
from collections.abc import Callable, Sequence

EMPTY = hashlib.sha256().digest()


def leaf_hash(entry: bytes) -> bytes:
    """H(0x00 || entry).

    >>> leaf_hash(b"").hex()[:8]
    '6e340b9c'
    """
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """H(0x01 || left || right)."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def root(node: Callable[[int, int], bytes], size: int) -> bytes:
    """The Merkle tree hash of the first `size` leaves."""
    return _span(node, 0, size) if size else EMPTY


def inclusion_proof(node: Callable[[int, int], bytes], index: int, size: int) -> list[bytes]:
    """The hashes beside the way from the leaf at `index` to the root of `size` leaves, lowest first."""
    first, end, proof = 0, size, []
    while end - first > 1:
        middle = first + _split(end - first)
        if index < middle:
            proof.append(_span(node, middle, end))
            end = middle
        else:
            proof.append(_span(node, first, middle))
            first = middle
    return proof[::-1]


def consistency_proof(node: Callable[[int, int], bytes], old: int, new: int) -> list[bytes]:
    """The hashes from which the roots of the first `old` and of all `new` leaves can both be made; 0 < old <= new."""
    first, end, proof = 0, new, []
    while end != old:
        middle = first + _split(end - first)
        if old <= middle:
            proof.append(_span(node, middle, end))
            end = middle
        else:
            proof.append(_span(node, first, middle))
            first = middle
    return [_span(node, first, end), *proof[::-1]] if first else proof[::-1]


def is_included(index: int, size: int, leaf: bytes, proof: Sequence[bytes], stated: bytes) -> bool:
    """Whether `proof` leads from the hash of the leaf at `index` to the stated root of `size` leaves (RFC 9162 2.1.3.2)."""
    if not 0 <= index < size or not _are_hashes((leaf, *proof)):
        return False
    here, last, made = index, size - 1, leaf
    for each in proof:
        if last == 0:
            return False
        if here & 1 or here == last:
            made = node_hash(each, made)
            here, last = _up_to_right(here, last)
        else:
            made = node_hash(made, each)
        here, last = here >> 1, last >> 1
    return last == 0 and made == stated


def is_consistent(old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether `proof` leads to both roots (RFC 9162 2.1.4.2). An empty older tree proves nothing and is refused."""
    if not 0 < old <= new or not _are_hashes(proof):
        return False
    if old == new:
        return not proof and old_root == new_root
    path = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    if not path or not proof:
        return False
    here, last = old - 1, new - 1
    while here & 1:
        here, last = here >> 1, last >> 1
    made_old = made_new = path[0]
    for each in path[1:]:
        if last == 0:
            return False
        if here & 1 or here == last:
            made_old, made_new = node_hash(each, made_old), node_hash(each, made_new)
            here, last = _up_to_right(here, last)
        else:
            made_new = node_hash(made_new, each)
        here, last = here >> 1, last >> 1
    return last == 0 and made_old == old_root and made_new == new_root


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << ((size - 1).bit_length() - 1)


def _span(node: Callable[[int, int], bytes], first: int, end: int) -> bytes:
    """The root over leaves first … end-1, where `first` begins a complete subtree at least that large."""
    peaks = []
    while first < end:
        level = (end - first).bit_length() - 1
        peaks.append(node(level, first >> level))
        first += 1 << level
    made = peaks.pop()
    while peaks:
        made = node_hash(peaks.pop(), made)
    return made


def _up_to_right(here: int, last: int) -> tuple[int, int]:
    """Climb while we are a left child without a neighbour."""
    while here and not here & 1:
        here, last = here >> 1, last >> 1
    return here, last


def _are_hashes(given: Sequence[bytes]) -> bool:
    return all(len(each) == 32 for each in given)
