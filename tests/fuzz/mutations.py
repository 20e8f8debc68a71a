"""How a valid file is damaged: bytes, words that trouble parsers, pieces repeated, swapped, cut; in a zip also inside its parts."""

import random
import zlib
from functools import lru_cache

from quanheng.exchange.tests.core.samples import zipped
from tests.fuzz.readers import Reader, unpacked

WORDS = (
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"&", b"&#0;", b"&#xD800;", b"&#x10FFFF;", b"<", b">", b"</Person>", b"<Person>",
    b'"', b"'", b'","', b"@", b"#", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"<![CDATA[", b"]]>", b"<?xml ?>",
    b"<!--", b"-->", b"<row/>", b"<row A0000='P1'/>", b"_x0000_", b"_xD800_", b"1e308", b"-1", b"99999999999999999999", b"197213",
    b"XFD1048576", b'r="A0"', b"<f>1+1</f>", b't="e"', b"\r\n", b"\xe3\x80\x80", b"xmlns:a='a'", b"a:row", b"../", b"/", b"\\",
    "至今".encode(), "（".encode(), "至".encode("gbk"), b"=cmd|' /C calc'!A0", b"1" * 400, b"<a>" * 300, b"{}{0}%s",
)  # fmt: skip


def damaged(reader: Reader, chance: random.Random) -> bytes:
    """One file of the reader's kind with a few faults."""
    seed = chance.choice(reader.seeds)
    if reader.is_zip and chance.random() < 0.8:
        parts = dict(_parts(seed))
        for _ in range(chance.randint(1, 2)):
            name = chance.choice(list(parts))
            fate = chance.random()
            if fate < 0.05:
                del parts[name]
            elif fate < 0.1:
                parts[
                    chance.choice(
                        ("gwyinfo.xml", "Table/A01.xml", "../a.xml", "xl/workbook.xml", name + ".zip")
                    )
                ] = parts.pop(name)
            else:
                parts[name] = mutated(parts[name], chance)
            if not parts:
                break
        return zipped(parts)
    return mutated(seed, chance)


def mutated(content: bytes, chance: random.Random) -> bytes:
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        _once(made, chance)
    return bytes(made)


def _once(made: bytearray, chance: random.Random) -> None:
    here, length = chance.randint(0, len(made)), chance.choice((1, 2, 4, 16, 200))
    piece = bytes(made[here : here + length])
    kind = chance.randrange(7)
    if kind == 0 and piece:
        made[here] = chance.randrange(256)
    elif kind == 1:
        del made[here : here + length]
    elif kind == 2:
        made[here:here] = chance.choice(WORDS)
    elif kind == 3:
        made[here : here + length] = chance.choice(WORDS)
    elif kind == 4:
        made[here:here] = piece * chance.choice((1, 2, 40))
    elif kind == 5:
        there = chance.randint(0, len(made))
        made[there : there + length] = piece
    elif chance.random() < 0.2:
        del made[here:]
    else:
        made[here:here] = chance.randbytes(length)


@lru_cache(maxsize=32)
def _parts(seed: bytes) -> tuple[tuple[str, bytes], ...]:
    return tuple(unpacked(seed).items())


def mark(content: bytes) -> str:
    """A short name for a file that found a fault."""
    return f"{zlib.crc32(content):08x}"
