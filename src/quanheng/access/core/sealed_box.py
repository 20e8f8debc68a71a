"""A box that anybody can close for a public key, and only the private key opens (profile, capsule, ciphertext)."""

from quanheng.access.core.agreement import X25519_SIZE, Pair, X25519Pairs
from quanheng.access.core.profiles import NONCE, NotOpened, Profile, decrypted, encrypted, joined, profile_of

# The key is derived for this one box, so the nonce need not differ from box to box.
_NONCE = bytes(NONCE)


def seal(profile: Profile, public: bytes, data: bytes, *, context: bytes) -> bytes:
    """`data` for the holder of the private key of `public`; `context` must be said again to open it.

    The box is 51 bytes longer than the data with `intl`.
    """
    secret, capsule = profile.pairs().encapsulate(public)
    key = profile.derived(secret, salt=b"", info=_info(public, capsule))
    head = bytes([profile.id, len(capsule)]) + capsule
    return head + encrypted(profile, key, _NONCE, data, joined(head, context))


def unseal(pair: Pair, box: bytes, *, context: bytes) -> bytes:
    """What `seal` was given; NotOpened for another key, another context, or any changed byte."""
    profile = profile_of(box)
    if len(pair.public) == X25519_SIZE and profile.pairs is not X25519Pairs:
        raise NotOpened  # a pair of one suite opens no box of another, whether or not the other is installed
    try:
        end = 2 + box[1]
        secret = profile.pairs().decapsulate(pair.private, box[2:end])
    except (IndexError, ValueError):
        raise NotOpened from None
    key = profile.derived(secret, salt=b"", info=_info(pair.public, box[2:end]))
    return decrypted(profile, key, _NONCE, box[end:], joined(box[:end], context))


def unseal_pair(pair: Pair, box: bytes, *, public: bytes, context: bytes) -> Pair:
    """A pair whose private key is in the box; NotOpened also when it is not that of `public`: a public key was exchanged."""
    profile = profile_of(box)
    try:
        found = profile.pairs().pair_of(unseal(pair, box, context=context))
    except ValueError:
        raise NotOpened from None
    if found.public != public:
        raise NotOpened
    return found


def _info(public: bytes, capsule: bytes) -> bytes:
    return joined("quanheng.box.1", public, capsule)
