"""The two kinds of XML in an exchange package: the directory and the tables. Hardened; line breaks in attributes are kept."""

import re
from collections.abc import Iterator

from lxml import etree

from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

_WHAT = text("无法读取数据交换包")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BARE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)")
_VALUE = re.compile(r"""=\s*(?:"[^"<]*"|'[^'<]*')""")
_BREAK = re.compile(r"\r\n|\r|\n")


def info(content: bytes) -> tuple[dict[str, str], list[str], bool]:
    """Nodes by name, the tables listed, and whether they are listed in the exporters' spelling."""
    root = _parse(content, "gwyinfo.xml")
    nodes = {_said(node, "name"): _said(node, "value") for node in root.iter("node")}
    container = root.find(".//tablelist")
    children = (
        [] if container is None else [child for child in container if child.tag in ("table", "tablelist")]
    )
    listed = [_said(child, "name") or (child.text or "").strip() for child in children]
    return nodes, [name for name in listed if name], any(child.tag == "tablelist" for child in children)


def rows(content: bytes, *, name: str) -> Iterator[dict[str, str]]:
    """Every element called `row`, in any namespace and at any depth, as its attributes by their upper-case names."""
    for row in _parse(content, name).iter("{*}row"):
        yield {etree.QName(str(key)).localname.upper(): str(value) for key, value in row.attrib.items()}


def _parse(content: bytes, name: str) -> etree._Element:
    said = _decoded(content)
    if "<!DOCTYPE" in said.upper() or "<!ENTITY" in said.upper():
        raise Refused(_WHAT, why=text("{name}中含有不允许的实体声明", name=name))
    said = _VALUE.sub(_broken, _CONTROL.sub("", _DECLARATION.sub("", said)))
    for attempt in (said, _BARE_AMPERSAND.sub("&amp;", said)):
        try:
            return etree.fromstring(attempt.encode("utf-8", errors="ignore"), _parser())
        except (etree.XMLSyntaxError, ValueError):
            continue
    raise Refused(_WHAT, why=text("{name}已损坏", name=name), remedy=text("请在原系统中重新导出"))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, encoding="utf-8"
    )


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", errors="replace")


def _broken(value: re.Match[str]) -> str:
    """A conforming parser would read a raw line break in an attribute as a space."""
    return "=" + _BREAK.sub("&#10;", value[0][1:].lstrip())


def _said(element: etree._Element, name: str) -> str:
    return str(element.get(name) or "")
