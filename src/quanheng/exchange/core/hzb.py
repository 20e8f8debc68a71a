"""Exchange packages of the cadre information systems: a zip with gwyinfo.xml, Table/*.xml and Photos/. Read and written.
Every table, column and node travels through unchanged; what they mean for us is in `hzb_roster`.
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from quanheng.exchange.core import archive, hzb_xml, locks
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text

INFO, TABLES, PHOTOS = "gwyinfo.xml", "Table/", "Photos/"
WHAT = text("无法读取数据交换包")
_LIMITS = archive.Limits(total_bytes=512 * 2**20, entry_bytes=256 * 2**20, entries=60_000)
_SEVEN_ZIP = b"7z\xbc\xaf\x27\x1c"
_DUMPS = (".zzb3", ".zb3")
_ROWS_AT_MOST = 2_000_000
Record = Mapping[str, str]


@dataclass(frozen=True)
class Package:
    """A package as it stands in the file (数据交换包): nodes, tables by name with their rows, photos by file name."""

    info: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)
    photos: Mapping[str, bytes] = field(default_factory=dict)
    has_old_list: bool = False
    """The tables are listed as the exporters write them: by children called like their parent."""
    remarks: tuple[Text, ...] = field(default=(), compare=False)


def is_package(content: bytes) -> bool:
    """Whether the zip has a gwyinfo.xml at its top; False for what is no zip."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            return any(name.lower() == INFO for name in opened.namelist())
    except archive.BROKEN:
        return False


def refuse_by_name(content: bytes, *, file_name: str) -> None:
    """Refused for containers that cannot be read, with what to do instead."""
    name = file_name.lower()
    if name.endswith(_DUMPS):
        raise Refused(
            WHAT,
            why=text("“{ending}”是数据库转储，只有原系统能读", ending=name[name.rindex(".") :]),
            remedy=text("请在原系统中按机构导出为zip格式，或导出花名册"),
        )
    if content.startswith(_SEVEN_ZIP) or (name.endswith((".hzb", ".7z")) and not content.startswith(b"PK")):
        raise Refused(
            WHAT,
            why=text("文件是7-Zip格式（.hzb、.7z），不能直接读取"),
            remedy=text("请用7-Zip解压后重新压缩为zip，或在原系统中导出为zip格式"),
        )


def unlocked(content: bytes, *, password: str) -> bytes:
    """The same zip without its password, so that it is asked for only once; what has none is given back as it is."""
    return locks.unlocked(content, password=password, what=WHAT, limits=_LIMITS)


def read(content: bytes) -> Package:
    """The package; Refused when it is none, is locked, or one of its tables cannot be read.

    >>> read(write(Package({"type": "22"}, {"B01": ({"B0101": "云岭市委"},)}))).tables["B01"][0]["B0101"]
    '云岭市委'
    """
    opened = archive.read(content, limits=_LIMITS)
    for skipped in opened.skipped:
        raise Refused(WHAT, why=text("{name}：{message}", name=skipped.name, message=skipped.message))
    entries = {entry.name.lower(): entry for entry in opened.entries}
    if INFO not in entries:
        why = text("压缩包中没有{name}，不是数据交换包", name=INFO)
        raise Refused(WHAT, why=why, remedy=text("请用原系统导出的整个zip文件"))
    info, listed, has_old_list = hzb_xml.info(_part(opened, entries[INFO]))
    tables = _tables(opened, listed)
    absent = [name for name in listed if name not in tables]
    remarks = (text("目录列出但包中没有的表：{names}", names="、".join(absent)),) if absent else ()
    return Package(info, tables, _photos(opened), has_old_list, remarks)


def _part(opened: archive.Archive, entry: archive.Entry) -> bytes:
    found = opened.read(entry)
    if found is None:
        message = opened.skipped[-1].message
        raise Refused(WHAT, why=text("{name}：{message}", name=entry.name, message=message))
    return found


def _tables(opened: archive.Archive, listed: list[str]) -> dict[str, tuple[Record, ...]]:
    """Every table there is, those listed first and in that order."""
    found: dict[str, tuple[Record, ...]] = {}
    rows = 0
    for entry in opened.entries:
        if entry.name.lower().startswith(TABLES.lower()) and entry.name.lower().endswith(".xml"):
            table = tuple(hzb_xml.rows(_part(opened, entry), name=entry.name))
            found[entry.name[len(TABLES) : -4]] = table
            rows += len(table)
            if rows > _ROWS_AT_MOST:
                raise Refused(
                    WHAT, why=text("超过{limit}行", limit=_ROWS_AT_MOST), remedy=text("请分机构导出")
                )
    order = {name: place for place, name in enumerate(listed)}
    return dict(sorted(found.items(), key=lambda pair: order.get(pair[0], len(order))))


def _photos(opened: archive.Archive) -> dict[str, bytes]:
    photos = (entry for entry in opened.entries if entry.name.lower().startswith(PHOTOS.lower()))
    return {entry.name[len(PHOTOS) :]: _part(opened, entry) for entry in photos}


def write(package: Package) -> bytes:
    """The same package as a zip without a password; written twice it is the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        _put(made, INFO, _info(package))
        for name, records in package.tables.items():
            _put(made, f"{TABLES}{name}.xml", _table(records))
        for name, image in package.photos.items():
            _put(made, f"{PHOTOS}{name}", image)
    return packed.getvalue()


def _put(made: zipfile.ZipFile, name: str, content: bytes) -> None:
    made.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def _info(package: Package) -> bytes:
    root = etree.Element("root")
    for name, value in package.info.items():
        etree.SubElement(root, "node", name=name, value=value)
    container = etree.SubElement(root, "tablelist")
    for table in package.tables:
        etree.SubElement(container, "tablelist" if package.has_old_list else "table", name=table)
    return _bytes(root)


def _table(records: tuple[Record, ...]) -> bytes:
    root = etree.Element("xml")
    data = etree.SubElement(root, "data")
    for record in records:
        etree.SubElement(data, "row", dict(record))
    return _bytes(root)


def _bytes(root: etree._Element) -> bytes:
    made: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return made
