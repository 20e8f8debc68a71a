"""Looking for words in every file below a folder: as they are, packed, and as JSON or a URL would spell them."""

import gzip
import json
import urllib.parse
import zlib
from collections.abc import Iterable
from pathlib import Path


def files_with(place: Path, words: Iterable[str]) -> list[Path]:
    """The files that hold one of the words."""
    wanted = [spelling for word in words for spelling in spellings(word)]
    paths = [place] if place.is_file() else [path for path in place.rglob("*") if path.is_file()]
    return [path for path in paths if any(word in _content(path) for word in wanted)]


def spellings(word: str) -> set[bytes]:
    return {
        word.encode(),
        word.encode("utf-16-le"),
        json.dumps(word)[1:-1].encode(),
        urllib.parse.quote(word).encode(),
        word.encode().hex().encode(),
    }


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    try:
        return content + gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return content
