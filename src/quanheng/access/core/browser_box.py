"""What a session keeps of a private key: a box whose key is only in the browser's cookie. Either alone is noise."""

import base64
import os
from binascii import Error

from quanheng.access.core.profiles import INTL, NONCE, NotOpened, decrypted, encrypted, joined


def put_away(private: bytes, *, name: str) -> tuple[str, str]:
    """(key for the browser, box for the session), both as text; `name` says whose it is."""
    key, nonce = os.urandom(INTL.key_size), os.urandom(NONCE)
    box = nonce + encrypted(INTL, key, nonce, private, joined("browser", name))
    return base64.urlsafe_b64encode(key).decode(), base64.urlsafe_b64encode(box).decode()


def take_out(key: str, box: str, *, name: str) -> bytes:
    """The private key; NotOpened when cookie and session do not belong together."""
    try:
        raw, sealed = base64.urlsafe_b64decode(key), base64.urlsafe_b64decode(box)
    except (Error, ValueError):
        raise NotOpened from None
    if len(raw) != INTL.key_size or len(sealed) <= NONCE:
        raise NotOpened
    return decrypted(INTL, raw, sealed[:NONCE], sealed[NONCE:], joined("browser", name))
