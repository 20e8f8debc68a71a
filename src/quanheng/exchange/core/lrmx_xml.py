"""From the bytes of an .lrmx file to its XML tree, hardened: no entities, no network, a size limit.
Files that are not well-formed (bare `&`, stray `<`) are mended and the mending is reported.
"""

import re

from lxml import etree

from quanheng.exchange.core.form import FormProblem
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

MAX_BYTES = 8 * 1024 * 1024
_WHAT = text("无法读取任免审批表文件")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BARE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)")
_REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,9}));")
_STRAY_LESS = re.compile(r"<(?!/?[A-Za-z_][\w.-]*\s*/?>|!--|!\[CDATA\[|\?)")


def parse(content: bytes) -> tuple[etree._Element, list[FormProblem]]:
    """The `Person` element and what had to be mended; Refused when this is not such a file."""
    if len(content) > MAX_BYTES:
        raise Refused(_WHAT, why=text("文件超过{limit}MB", limit=MAX_BYTES // 2**20))
    said, problems = _decode(content)
    if "<!DOCTYPE" in said.upper() or "<!ENTITY" in said.upper():
        raise Refused(_WHAT, why=text("文件中含有不允许的实体声明"))
    root, mended = _tree(_DECLARATION.sub("", said))
    return root, problems + [FormProblem("", str(text("文件")), each) for each in mended]


def _decode(content: bytes) -> tuple[str, list[FormProblem]]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace"), []
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        problem = FormProblem("", str(text("文件")), text("文件不是UTF-8编码，已按GBK读取，请核对生僻字"))
        return content.decode("gb18030", errors="replace"), [problem]


def _tree(said: str) -> tuple[etree._Element, list[Text]]:
    attempts: tuple[tuple[str, bool, list[Text]], ...] = (
        (said, False, []),
        (_mend(said), False, [text("文件含有未转义的字符（如&），已自动修正")]),
        (_mend(said), True, [text("文件不完整或结构有误，已尽量读取，请逐项核对")]),
    )
    for source, recover, problems in attempts:
        root = _try(source, recover=recover)
        if root is not None and root.tag == "Person":
            return root, problems
    raise Refused(_WHAT, why=text("内容不是任免审批表（缺少Person根元素）"), remedy=text("请用任免审批表编辑器重新保存为lrmx"))


def _mend(said: str) -> str:
    plain = _REFERENCE.sub(_lawful, _CONTROL.sub("", said))
    return _STRAY_LESS.sub("&lt;", _BARE_AMPERSAND.sub("&amp;", plain))


def _lawful(reference: re.Match[str]) -> str:
    """Nothing for a sign that XML cannot hold: the recovering parser would let it in and could not give it out again."""
    place = int(reference[2]) if reference[2] else int(reference[1], 16)
    if place > 0x10FFFF or 0xD800 <= place < 0xE000 or _CONTROL.match(chr(place)):
        return ""
    return reference[0]


def _try(source: str, *, recover: bool) -> etree._Element | None:
    parser = etree.XMLParser(
        recover=recover, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True, encoding="utf-8",
    )  # fmt: skip
    try:
        return etree.fromstring(source.encode("utf-8", errors="ignore"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
