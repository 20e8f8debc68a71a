"""Reader and writer of .lrmx, the file of the official 任免审批表编辑器 (3.x and 4.0).
Read by tag name, never by position; a missing tag is empty; unknown tags travel through unchanged.
"""

import re
from dataclasses import replace
from typing import Any

from lxml import etree

from quanheng.exchange.core import lrmx_xml, photo
from quanheng.exchange.core.form import AppointmentForm, FamilyMember, FormProblem
from quanheng.exchange.core.lrmx_checks import check
from quanheng.exchange.core.lrmx_tags import FAMILY, FAMILY_TAGS, LABELS, OFFICIAL_VERSION, PHOTO, TAGS, Tag
from quanheng.kernel.texts import text
from quanheng.registry.core.identity import normalise
from quanheng.registry.core.resume_text import canonical

_MAX_FAMILY = 60
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff]")
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def read(content: bytes) -> AppointmentForm:
    """The form in the file, its `problems` filled; Refused when the bytes are no such file.

    >>> form = read("<Person><XingBie>男</XingBie><XingMing> 张三 </XingMing></Person>".encode())
    >>> form.name, form.sex, form.current_post
    ('张三', '男', '')
    """
    root, problems = lrmx_xml.parse(content)
    values: dict[str, Any] = {tag.field: _value(root, tag) for tag in TAGS if tag.name not in (FAMILY, PHOTO)}
    values["identity_number"] = normalise(values["identity_number"])
    family, extra = _family(root)
    values |= {"family": family, "unknown": _unknown(root, TAGS)}
    values |= _photo(root)
    form = AppointmentForm(**values)
    return replace(form, problems=(*problems, *extra, *check(form)))


def write(form: AppointmentForm) -> bytes:
    """The form as UTF-8 without BOM: official order, résumé canonical, unknown tags last.

    >>> read(write(AppointmentForm(name="张三", resume="2001.1—至今 科员"))).resume
    '2001.01--         科员'
    """
    root = etree.Element("Person")
    for tag in TAGS:
        if tag.name == FAMILY:
            _write_family(root, form.family)
        elif getattr(form, tag.field) or not tag.is_new:
            etree.SubElement(root, tag.name).text = _writable(_written(form, tag)) or None
    _write_unknown(root, form.unknown)
    etree.indent(root)
    body: bytes = etree.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"


def _value(parent: etree._Element, tag: Tag) -> str:
    said = _text(parent.find(tag.name))
    if tag.field == "resume":
        return said.replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
    said = said.strip()
    return re.sub(r"\s*[\r\n]+\s*", "", said) if tag.is_single else re.sub(r"\r\n?", "\n", said)


def _text(element: etree._Element | None) -> str:
    return "" if element is None else _INVISIBLE.sub("", "".join(map(str, element.itertext())))


def _family(root: etree._Element) -> tuple[tuple[FamilyMember, ...], list[FormProblem]]:
    items = root.findall(f"{FAMILY}/Item")
    members = tuple(_member(item) for item in items[:_MAX_FAMILY])
    dropped = len(items) - len(members)
    problems = [FormProblem(FAMILY, LABELS[FAMILY], text("超过{limit}人，其余{dropped}人未读取", limit=_MAX_FAMILY, dropped=dropped))]
    return tuple(member for member in members if member != FamilyMember()), problems if dropped else []


def _member(item: etree._Element) -> FamilyMember:
    return FamilyMember(**{tag.field: _value(item, tag) for tag in FAMILY_TAGS}, unknown=_unknown(item, FAMILY_TAGS))


def _unknown(parent: etree._Element, tags: tuple[Tag, ...]) -> tuple[str, ...]:
    known = {tag.name for tag in tags}
    strangers = (child for child in parent if isinstance(child.tag, str) and child.tag not in known)
    return tuple(etree.tostring(child, encoding="unicode", with_tail=False) for child in strangers)


def _photo(root: etree._Element) -> dict[str, bytes | str]:
    written = _text(root.find(PHOTO)).strip()
    image = photo.decode(written) if written else b""
    return {"photo": b"", "photo_unread": written} if image is None else {"photo": image}


def _written(form: AppointmentForm, tag: Tag) -> str:
    if tag.name == PHOTO:
        return photo.encode(form.photo) if form.photo else form.photo_unread
    if tag.field == "resume":
        return canonical(form.resume)
    value: str = getattr(form, tag.field)
    return value or (OFFICIAL_VERSION if tag.field == "version" else "")


def _write_family(root: etree._Element, family: tuple[FamilyMember, ...]) -> None:
    container = etree.SubElement(root, FAMILY)
    for member in family:
        item = etree.SubElement(container, "Item")
        for tag in FAMILY_TAGS:
            etree.SubElement(item, tag.name).text = _writable(getattr(member, tag.field)) or None
        _write_unknown(item, member.unknown)


def _write_unknown(parent: etree._Element, strangers: tuple[str, ...]) -> None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    for stranger in strangers:
        parent.append(etree.fromstring(stranger.encode(), parser))


def _writable(said: str) -> str:
    return _UNWRITABLE.sub("", said)
