"""What stays readable of a sealed family line: by what it is found, whether a field is the same, whether one has died. Pure.

The index is bound to the person whose file it is and a mark to its line: equal names or days in two files do not look equal.
"""

import unicodedata
from collections.abc import Mapping

from quanheng.access.core.blind_index import blind
from quanheng.access.core.profiles import INTL
from quanheng.registry.core.held_number import mark

SEALED = ("name", "born_on", "political_status", "post")
MARKED = ("born_on", "born_month", "political_status", "post")
"""What has a mark, in the order in which the marks stand."""
GONE = ("已故", "去世", "已去世", "亡故", "病故")
FLAGS = {"political_status": "s", "post": "w"}
"""Fields that may say that somebody has died, and the letter that tells which does."""
_FIELD = "registry.relative."
_INDEX, _MARK = 16, 8


def plain_name(name: str) -> str:
    """A name as it is compared: blanks between two characters are how forms are typed.

    >>> plain_name("周　梅"), plain_name("周 梅")
    ('周梅', '周梅')
    """
    return "".join(unicodedata.normalize("NFKC", name).split())


def name_index(key: bytes, person: object, name: str) -> bytes:
    """What lines of one file with equal names share; it begins with the mark of the key it is made with.

    >>> name_index(b"k" * 32, "a", "周梅") == name_index(b"k" * 32, "b", "周梅")
    False
    """
    return mark(key) + blind(INTL, key, f"{person}:{plain_name(name)}", field=f"{_FIELD}name")[:_INDEX]


def is_under(key: bytes, index: bytes) -> bool:
    """Whether an index was made with this key."""
    return not index or index.startswith(mark(key))


def marks(key: bytes, line: int, held: bytes, said: Mapping[str, str]) -> bytes:
    """The marks of a line after the fields in `said` were written; the others keep theirs.

    >>> one = marks(b"k" * 32, 7, b"", {"post": "教师", "born_on": "1986-04-12"})
    >>> has_mark(b"k" * 32, 7, one, "post", "教师"), has_mark(b"k" * 32, 7, one, "born_month", "1986-04")
    (True, True)
    """
    months = {"born_month": said["born_on"][:7]} if "born_on" in said else {}
    wanted = {**said, **months}
    return b"".join(
        _mark(key, line, name, wanted[name]) if name in wanted else _held(held, place)
        for place, name in enumerate(MARKED)
    )


def has_mark(key: bytes, line: int, held: bytes, name: str, said: str) -> bool:
    """Whether the field of this line says just this."""
    return _held(held, MARKED.index(name)) == _mark(key, line, name, said)


def gone_flags(held: str, said: Mapping[str, str]) -> str:
    """Which fields say that the relative has died, after those in `said` were written.

    >>> gone_flags("s", {"post": "已去世"}), gone_flags("s", {"political_status": "群众"})
    ('sw', '')
    """
    return "".join(
        letter for name, letter in FLAGS.items() if (_is_gone(said[name]) if name in said else letter in held)
    )


def _is_gone(said: str) -> bool:
    return any(word in said for word in GONE)


def _mark(key: bytes, line: int, name: str, said: str) -> bytes:
    return blind(INTL, key, f"{line}:{said}", field=_FIELD + name)[:_MARK] if said else bytes(_MARK)


def _held(held: bytes, place: int) -> bytes:
    return (held or bytes(_MARK * len(MARKED)))[place * _MARK : (place + 1) * _MARK]
