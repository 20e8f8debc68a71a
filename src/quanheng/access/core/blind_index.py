"""A keyed digest to find equal values without reading them: whoever lacks the key cannot try numbers against it."""

from quanheng.access.core.profiles import Profile, joined


def blind(profile: Profile, key: bytes, value: str, *, field: str) -> bytes:
    """32 bytes that equal values of one field share; other fields and other keys give others.

    >>> from quanheng.access.core.profiles import INTL
    >>> blind(INTL, bytes(32), "999001", field="a") == blind(INTL, bytes(32), "999001", field="b")
    False
    """
    return profile.digest(key, joined("quanheng.blind.1", field, value))
