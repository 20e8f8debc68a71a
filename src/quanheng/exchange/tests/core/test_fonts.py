"""No empty boxes on paper (W09): the fonts that come with the product know every character a name may have."""

import struct
from pathlib import Path

import pytest
from pylopdf_fonts_zh_cn import sans_path, serif_path

MINORITY_AND_LATIN = "·•—…“”‘’（）《》〈〉【】〔〕、，。；：？！％℃№①②③ⅠⅡⅢüÜāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜêńňǹ"
RARE = "㛃䶮玥珺璟喆淼垚犇骉羴鱻燚"
"""Characters of names that older fonts lack."""


def known(path: Path) -> set[int]:
    """The code points of a font, read from its table cmap (formats 4 and 12)."""
    data = path.read_bytes()
    tables = {data[at : at + 4]: struct.unpack_from(">II", data, at + 8) for at in range(12, 12 + 16 * struct.unpack_from(">H", data, 4)[0], 16)}
    start, _length = tables[b"cmap"]
    found: set[int] = set()
    for number in range(struct.unpack_from(">H", data, start + 2)[0]):
        (offset,) = struct.unpack_from(">I", data, start + 4 + 8 * number + 4)
        here = start + offset
        if struct.unpack_from(">H", data, here)[0] == 12:
            for group in range(struct.unpack_from(">I", data, here + 12)[0]):
                first, last, _glyph = struct.unpack_from(">III", data, here + 16 + 12 * group)
                found |= set(range(first, last + 1))
    return found


def chinese() -> str:
    """Every Chinese character that GBK can write: 20,902 of them, the 8,105 of the general table among them but a few."""
    pairs = (bytes((high, low)) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF) if low != 0x7F)
    said = "".join(pair.decode("gbk", errors="ignore") for pair in pairs)
    return "".join(each for each in said if "\u4e00" <= each <= "\u9fa5")


@pytest.mark.parametrize("path", [serif_path(), sans_path()], ids=["serif", "sans"])
def test_every_character_has_its_glyph(path: Path) -> None:
    wanted = chinese()
    assert len(wanted) == 20_902
    have = known(path)
    assert sorted(set(map(ord, wanted + MINORITY_AND_LATIN + RARE)) - have) == []
