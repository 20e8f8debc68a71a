"""Small invented portraits: a silhouette before a plain background, as PNG bytes, 4:5. No face of anybody."""

import struct
import zlib
from functools import cache
from random import Random

WIDTH, HEIGHT = 64, 80
BACKGROUNDS = [(178, 205, 226), (204, 214, 205), (224, 214, 196), (214, 200, 210), (190, 198, 214)]
COATS = [(38, 52, 84), (52, 58, 62), (84, 44, 48), (44, 74, 66), (70, 60, 92)]
SKINS = [(226, 190, 160), (214, 174, 140), (236, 204, 178)]
HAIRS = [(34, 30, 30), (58, 50, 46), (96, 92, 90)]


def _inside(x: int, y: int, centre: tuple[float, float], radii: tuple[float, float]) -> bool:
    return ((x - centre[0]) / radii[0]) ** 2 + ((y - centre[1]) / radii[1]) ** 2 <= 1


def _part(x: int, y: int, head: float, hair: float) -> int:
    """Which colour a point has: 0 background, 1 coat, 2 skin, 3 hair."""
    if _inside(x, y, (32, 33 - head), (12 + head, 15 + head)):
        return 3 if y < 33 - head - 15 + hair else 2
    if _inside(x, y, (32, 31 - head), (14 + head, 16 + head)) and y < 33 + hair:
        return 3
    if 27 <= x <= 37 and 44 <= y <= 56:
        return 2
    return 1 if _inside(x, y, (32, 84), (28 + head, 32)) else 0


@cache
def _outline(head: float, hair: float) -> list[list[int]]:
    """One of the few outlines all portraits share."""
    return [[_part(x, y, head, hair) for x in range(WIDTH)] for y in range(HEIGHT)]


def portrait(seed: str) -> bytes:
    """A PNG that depends on the seed alone."""
    rng = Random(f"像:{seed}")
    colours = [rng.choice(BACKGROUNDS), rng.choice(COATS), rng.choice(SKINS), rng.choice(HAIRS)]
    inks = [bytes(colour) for colour in colours]
    outline = _outline(rng.choice([0.0, 1.0, 2.0]), rng.choice([6.0, 8.0, 10.0, 18.0]))
    raw = b"".join(b"\x00" + b"".join([inks[part] for part in row]) for row in outline)
    return png(raw, WIDTH, HEIGHT)


def png(raw: bytes, width: int, height: int) -> bytes:
    """Rows with their filter byte → a PNG file."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(raw, 9)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
