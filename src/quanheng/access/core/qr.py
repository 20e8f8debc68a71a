"""A text as a QR code, drawn as SVG: for sheets that a telephone or a scanner reads back."""

import io
from functools import lru_cache

import qrcode
from qrcode.image.svg import SvgPathImage


@lru_cache(maxsize=16)
def qr_svg(said: str) -> str:
    """The drawing, without a declaration, to stand inside a page or a paper; error correction M, four modules of quiet. For what is
    published anyway: the last few are kept, as each takes the library twenty milliseconds.

    >>> qr_svg("x")[:4]
    '<svg'
    """
    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_M, border=4, image_factory=SvgPathImage)
    code.add_data(said)
    made = io.BytesIO()
    code.make_image().save(made)
    text = made.getvalue().decode()
    return text[text.index("<svg") :]
