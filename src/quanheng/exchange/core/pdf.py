"""PDF from Typst templates. Data always travels as JSON in `sys.inputs.data`, never spliced into the source.
Fonts come from the wheel of Noto Sans/Serif SC only: the same page on every machine, no system fonts.
"""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst
from pylopdf_fonts_zh_cn import serif_path

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

PACKAGE = Path(__file__).parents[2]
DOCUMENTS = PACKAGE / "exchange" / "documents"
_LOCK = Lock()
"""One compiler serves every thread; its cache is what makes the second document fast."""


def render(template: Path | str, data: Mapping[str, object]) -> bytes:
    """The PDF of a template (a path to a .typ file, or its source) filled with `data` (anything JSON can say).

    A template reads it with `json(bytes(sys.inputs.data))` and may import others by their path in the package, such as
    `/exchange/documents/official/official.typ`.
    The first call takes about a fifth of a second (fonts), later ones milliseconds.

    >>> render("#json(bytes(sys.inputs.data)).name", {"name": "#张三[x]"})[:5]
    b'%PDF-'
    """
    return _made(template, json.dumps(data, ensure_ascii=False))


@lru_cache(maxsize=64)
def _made(template: Path | str, data: str) -> bytes:
    """Asked for again with the same content, a paper is the same bytes: the newest few are kept, a compile each saved."""
    source: Any = template if isinstance(template, Path) else template.encode()
    try:
        with _LOCK:
            made = _compiler(_root(template)).compile(
                input=source, format="pdf", sys_inputs={"data": data}, timestamp=0
            )
    except typst.TypstError as error:
        raise Refused(text("无法生成文件"), why=text("版式出错：{message}", message=error.message)) from error
    assert isinstance(made, bytes)
    return made


def _root(template: Path | str) -> Path:
    """Templates of every room may import "/exchange/documents/…"; nothing outside the package can be read."""
    return PACKAGE if isinstance(template, str) or template.is_relative_to(PACKAGE) else template.parent


@cache
def _compiler(root: Path) -> typst.Compiler:
    return typst.Compiler(root=root, font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _fonts() -> typst.Fonts:
    folder = serif_path().parent
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
