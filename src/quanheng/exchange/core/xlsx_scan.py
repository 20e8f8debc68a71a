"""A look at an .xlsx before it is read: is it one, is it too large, where are formulas, errors and merged cells.
The reader proper allocates by the extent of a sheet, so an absurd extent must be refused here.
"""

from functools import cache

from lxml import etree

from quanheng.exchange.core import archive
from quanheng.exchange.core.xlsx_walk import DamagedError, OutOfReachError, Scan, walk
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text

OLD = b"\xd0\xcf\x11\xe0"
"""How files of the old formats, and encrypted new ones, begin."""
MAX_BYTES = 64 * 2**20
MAX_CELLS = 8_000_000
MAX_ROWS, MAX_COLUMNS = 300_000, 1_000
_LIMITS = archive.Limits(total_bytes=512 * 2**20, entry_bytes=256 * 2**20, entries=5_000, ratio=400)
_WHAT = text("无法读取工作簿")
_BOOK = "xl/workbook.xml"
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SAVE_AS = text("请用Excel或WPS另存为“Excel工作簿（.xlsx）”后再导入")


def scan(content: bytes) -> dict[str, Scan]:
    """A scan for every worksheet by its name; Refused when the file cannot or should not be read."""
    sniff(content)
    opened = archive.read(content, limits=_LIMITS)
    if opened.skipped:
        raise Refused(_WHAT, why=text("文件内部异常：{message}", message=opened.skipped[0].message))
    parts = {entry.name: entry for entry in opened.entries}
    within = sum(name.lower().endswith(".xlsx") for name in parts)
    if within and _BOOK not in parts:
        raise Refused(_WHAT, why=text("压缩包里是{count}份工作簿", count=within), remedy=text("请解压后逐份导入"))
    return {name: _scan_part(opened, parts, part) for name, part in _sheet_parts(opened, parts).items()}


def place(row: int, column: int) -> str:
    """The name of a cell.

    >>> place(4, 27)
    'AB5'
    """
    return f"{letters(column)}{row + 1}"


@cache
def letters(column: int) -> str:
    """The letters of a column counted from 0.

    >>> letters(0), letters(25), letters(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def sniff(content: bytes) -> None:
    """Refused when the bytes are too many or not those of a workbook."""
    if len(content) > MAX_BYTES:
        raise Refused(_WHAT, why=text("文件超过{limit}MB", limit=MAX_BYTES // 2**20), remedy=text("请拆分后分批导入"))
    if content.startswith(OLD):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise Refused(_WHAT, why=text("工作簿设有打开密码"), remedy=text("请取消密码后再导入"))
        raise Refused(_WHAT, why=text("这是旧版Excel（.xls）文件"), remedy=_SAVE_AS)
    if not content.startswith(b"PK"):
        raise Refused(_WHAT, why=text("内容不是Excel工作簿"), remedy=_SAVE_AS)


def _sheet_parts(opened: archive.Archive, parts: dict[str, archive.Entry]) -> dict[str, str]:
    """Sheet name to the part that holds it, through the workbook's relations."""
    book = _xml(opened, parts, _BOOK)
    relations = _xml(opened, parts, "xl/_rels/workbook.xml.rels")
    targets = {each.get("Id", ""): each.get("Target", "") for each in relations}
    found: dict[str, str] = {}
    for sheet in book.iter(f"{_MAIN}sheet"):
        relation = next((value for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")
        target = str(targets.get(str(relation), ""))
        found[str(sheet.get("name", ""))] = target.lstrip("/") if target.startswith(("/", "xl/")) else f"xl/{target}"
    if not found:
        raise Refused(_WHAT, why=text("工作簿中没有工作表"), remedy=_SAVE_AS)
    return found


def _xml(opened: archive.Archive, parts: dict[str, archive.Entry], name: str) -> etree._Element:
    content = opened.read(parts[name]) if name in parts else None
    if content is None:
        raise Refused(_WHAT, why=text("内容不是Excel工作簿（缺少{name}）", name=name), remedy=_SAVE_AS)
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise Refused(_WHAT, why=text("文件已损坏"), remedy=_SAVE_AS) from error


def _scan_part(opened: archive.Archive, parts: dict[str, archive.Entry], name: str) -> Scan:
    content = opened.read(parts[name]) if name in parts else None
    try:
        if content is None:
            raise DamagedError
        return walk(content, is_too_far=_is_too_far)
    except OutOfReachError as error:
        far = text("工作表范围过大（到{place}）", place=place(*error.args))
        raise Refused(_WHAT, why=far, remedy=text("请删除空白行列后重新保存")) from error
    except DamagedError as error:
        raise Refused(_WHAT, why=text("文件已损坏"), remedy=_SAVE_AS) from error


def _is_too_far(rows: int, columns: int) -> bool:
    return rows > MAX_ROWS or columns > MAX_COLUMNS or rows * columns > MAX_CELLS
