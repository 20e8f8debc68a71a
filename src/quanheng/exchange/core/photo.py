"""Photos inside forms: base64 in and out, the kind of image told by its first bytes, never by a name."""

import base64
import binascii
import re

MAX_BYTES = 4 * 1024 * 1024
_TAIL = 4096
"""Some cameras append their own data after the end of the picture."""
_KINDS = ((b"\xff\xd8\xff", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF8", "gif"), (b"BM", "bmp"))
PRINTABLE = frozenset({"jpeg", "png", "gif"})


def kind(image: bytes) -> str:
    """`jpeg`, `png`, `gif`, `bmp`, or "" when it is none of them.

    >>> kind(bytes([255, 216, 255, 224])), kind(b"GIF89a"), kind(b"hello")
    ('jpeg', 'gif', '')
    """
    return next((name for start, name in _KINDS if image.startswith(start)), "")


def is_whole(image: bytes) -> bool:
    """Whether the image has its end: a photo cut in transfer is broken, though it begins well."""
    ends = {"jpeg": b"\xff\xd9", "png": b"IEND", "gif": b";"}
    found = kind(image)
    return bool(found) and ends.get(found, b"") in image[-_TAIL:]


def decode(written: str) -> bytes | None:
    """The image in a base64 text, wrapped or not; None when it is broken, too large or no image."""
    packed = re.sub(r"\s+", "", written)
    packed = packed.rpartition("base64,")[2]
    if len(packed) > MAX_BYTES * 4 // 3 + 4:
        return None
    try:
        image = base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError):
        return None
    return image if is_whole(image) else None


def encode(image: bytes) -> str:
    """Base64 in one line, as the official editor writes it."""
    return base64.b64encode(image).decode("ascii")


def is_printable(image: bytes) -> bool:
    """Whether documents can show it: BMP and unreadable images stay in the data but leave the frame empty."""
    return kind(image) in PRINTABLE


def as_svg(image: bytes, width: float, height: float) -> str:
    """The photo filling a frame, wrapped in SVG: as base64 it passes through JSON quickly as one string."""
    frame = f'width="{width * 10:g}" height="{height * 10:g}"'
    address = f"data:image/{kind(image)};base64,{encode(image)}"
    picture = f'<image {frame} preserveAspectRatio="xMidYMid slice" xlink:href="{address}"/>' if is_printable(image) else ""
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {frame}>{picture}</svg>"
