"""Reader and writer of .lrmx, the file of the official 任免审批表编辑器 (3.x and 4.0).
Read by tag name, never by position; a missing tag is empty; unknown tags travel through unchanged.
"""

import re
from collections import defaultdict, deque
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lxml import etree

from quanheng.exchange.core import lrmx_xml, photo
from quanheng.exchange.core.form import AppointmentForm, FamilyMember, FormProblem
from quanheng.exchange.core.lrmx_checks import check
from quanheng.exchange.core.lrmx_tags import FAMILY, FAMILY_TAGS, LABELS, OFFICIAL_VERSION, PHOTO, TAGS, Tag
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core.identity import normalise
from quanheng.registry.core.resume_text import canonical

_MAX_FAMILY = 60
_MAX_UNKNOWN = 2_000
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
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
    values |= {"family": family, "unknown": _unknown(root, TAGS), "order": _order(root)}
    values |= _photo(root)
    form = AppointmentForm(**values)
    return replace(form, problems=(*problems, *extra, *check(form)))


def write(form: AppointmentForm) -> bytes:
    """The form as UTF-8 without BOM, résumé canonical, in the order it was read in (the official one for a new form).

    >>> read(write(AppointmentForm(name="张三", resume="2001.1—至今 科员"))).resume
    '2001.01--         科员'
    """
    root = etree.Element("Person")
    values = {tag.name: _written(form, tag) for tag in TAGS if tag.name != FAMILY}
    _write_children(root, TAGS, values, form.order, form.unknown, form.family)
    _indent(root, 0)
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
    values = {tag.field: _value(item, tag) for tag in FAMILY_TAGS}
    return FamilyMember(**values, unknown=_unknown(item, FAMILY_TAGS), order=_order(item))


def _unknown(parent: etree._Element, tags: tuple[Tag, ...]) -> tuple[str, ...]:
    """Tags nobody knows, and every repetition of a known one but the family's: of others only the first is read."""
    read = {child for tag in tags if (child := parent.find(tag.name)) is not None} | set(parent.findall(FAMILY))
    strangers = [child for child in parent if isinstance(child.tag, str) and child not in read]
    if len(strangers) > _MAX_UNKNOWN:
        raise Refused(
            text("无法读取任免审批表文件"), why=text("不认识的标签超过{limit}个", limit=_MAX_UNKNOWN)
        )
    return tuple(etree.tostring(child, encoding="unicode", with_tail=False) for child in strangers)


def _order(parent: etree._Element) -> tuple[str, ...]:
    first = parent.find(FAMILY)
    named = (child for child in parent if isinstance(child.tag, str))
    return tuple(child.tag for child in named if child.tag != FAMILY or child is first)


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
    return value or (OFFICIAL_VERSION if tag.field == "version" and not form.order else "")


def _write_children(
    parent: etree._Element,
    tags: tuple[Tag, ...],
    values: Mapping[str, str],
    order: tuple[str, ...],
    unknown: tuple[str, ...],
    family: tuple[FamilyMember, ...] = (),
) -> None:
    """Every tag once where it belongs; strangers where they stood, or last."""
    strangers: dict[str, deque[etree._Element]] = defaultdict(deque)
    for each in map(_stranger, unknown):
        strangers[str(each.tag)].append(each)
    left = {tag.name for tag in tags}
    for name in _sequence(tags, values, order, bool(family)):
        if name in left:
            left.remove(name)
            child = etree.SubElement(parent, name)
            child.text = _writable(values.get(name, "")) or None
            if name == FAMILY:
                _write_family(child, family)
        elif strangers[name]:
            parent.append(strangers[name].popleft())
    for rest in strangers.values():
        parent.extend(rest)


def _sequence(
    tags: tuple[Tag, ...], values: Mapping[str, str], order: tuple[str, ...], has_family: bool
) -> list[str]:
    """The order of the file; a tag it did not have comes behind its official neighbour once it is filled."""
    found, place = list(order), 0
    for tag in tags:
        is_filled = bool(values.get(tag.name)) or (tag.name == FAMILY and has_family)
        if tag.name in found:
            place = found.index(tag.name) + 1
        elif is_filled or not (order or tag.is_new):
            found.insert(place, tag.name)
            place += 1
    return found


def _write_family(container: etree._Element, family: tuple[FamilyMember, ...]) -> None:
    for member in family:
        values = {tag.name: getattr(member, tag.field) for tag in FAMILY_TAGS}
        _write_children(etree.SubElement(container, "Item"), FAMILY_TAGS, values, member.order, member.unknown)


def _indent(parent: etree._Element, level: int) -> None:
    """As the editor does; within what is not ours nothing is touched."""
    if not len(parent):
        return
    parent.text = "\n" + "  " * (level + 1)
    for child in parent:
        child.tail = parent.text
        if (level, child.tag) in ((0, FAMILY), (1, "Item")):
            _indent(child, level + 1)
    parent[-1].tail = "\n" + "  " * level


def _stranger(said: str) -> etree._Element:
    return etree.fromstring(said.encode(), _PARSER)


def _writable(said: str) -> str:
    return _UNWRITABLE.sub("", said)
