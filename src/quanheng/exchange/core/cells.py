"""From what stands in a spreadsheet cell to a typed value, or to words saying what is wrong and what is accepted."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from quanheng.exchange.core.months import read_month
from quanheng.exchange.core.roster import Value
from quanheng.exchange.core.roster_layout import Column
from quanheng.kernel.texts import Text, text
from quanheng.registry.core import codes, identity

Typed = str | int | float | bool | date | datetime | time | timedelta
_YES = frozenset({"是", "1", "√", "✓", "有", "y", "yes", "true", "领导职务", "输出"})
_NO = frozenset({"否", "0", "×", "无", "n", "no", "false", "非领导职务", "不输出", "不是"})
_LARGEST = 10_000_000
_FEW = 12


@dataclass(frozen=True)
class Reading:
    """The value of a cell (读数), and what is to be said about it."""

    value: Value = None
    message: Text | None = None
    is_fatal: bool = True


def raw(typed: Typed) -> str:
    """What a person sees in the cell; a zero character (`_x0000_`) is nothing to see, and nothing the database could keep.

    >>> raw(197205.0), raw(" 张三 "), raw(date(1972, 5, 8)), raw(True)
    ('197205', '张三', '1972-05-08', '是')
    """
    if isinstance(typed, bool):
        return "是" if typed else "否"
    if isinstance(typed, float):
        return str(int(typed)) if typed.is_integer() and abs(typed) < 1e18 else repr(typed)
    if isinstance(typed, datetime):
        return f"{typed:%Y-%m-%d}"
    return typed.replace("\x00", "").strip() if isinstance(typed, str) else str(typed)


def read(column: Column, typed: Typed) -> Reading:
    """Understand one cell of a column.

    >>> from quanheng.exchange.core.roster_layout import Column
    >>> read(Column("性别", "sex", "code", ("sex",)), "女").value
    '2'
    >>> str(read(Column("出生年月", "born_on", "date"), "1972年").message)
    '“1972年”不是日期，请写6位年月（197205）或8位日期（19720508）'
    """
    said = raw(typed)
    if not said:
        return Reading(message=text("不能为空")) if column.is_required else Reading()
    return _KINDS[column.kind](column, typed, said)


def _text(column: Column, typed: Typed, said: str) -> Reading:
    return Reading(re.sub(r"\s*[\r\n]+\s*", "", said))


def _long(column: Column, typed: Typed, said: str) -> Reading:
    return Reading(re.sub(r"\r\n?", "\n", said.replace("_x000D_", "")))


def _key(column: Column, typed: Typed, said: str) -> Reading:
    if isinstance(typed, int | float):
        return Reading(said, text("是数字格式，前面的0可能已丢失，请把该列设为文本后核对“{said}”", said=said), False)
    return Reading(said)


def _identity(column: Column, typed: Typed, said: str) -> Reading:
    if isinstance(typed, int | float) and typed >= 1e15:
        return Reading(message=text("身份证号被存为数字，末几位已丢失，请把该列设为文本后重新填写"))
    number = identity.normalise(said)
    fault = identity.fault(number)
    return Reading(message=text("身份证号“{said}”不正确：{fault}", said=identity.mask(number), fault=fault)) if fault else Reading(number)


def _date(column: Column, typed: Typed, said: str) -> Reading:
    if isinstance(typed, date):
        day = typed.date() if isinstance(typed, datetime) else typed
        return Reading(day) if 1900 <= day.year <= 2100 else _no_date(said)
    if isinstance(typed, float) and not typed.is_integer():
        return _decimal(typed, said)
    if isinstance(typed, int | float) and 10_000 <= typed < 60_000:
        return Reading(message=text("“{said}”像是Excel日期序号，请把该格设为日期格式或写6位、8位数字", said=said))
    found = read_month(said)
    return Reading(found) if found else _no_date(said)


def _decimal(typed: float, said: str) -> Reading:
    """1972.1 as a number may have been January or October: it must be asked."""
    if re.fullmatch(r"[0-9]{4}\.1", said):
        return Reading(message=text("“{said}”是小数，分不清1月还是10月，请写6位数字", said=said))
    found = read_month(f"{typed:.2f}") if re.fullmatch(r"[0-9]{4}\.[0-9]{2}", said) else None
    return Reading(found) if found else _no_date(said)


def _no_date(said: str) -> Reading:
    return Reading(message=text("“{said}”不是日期，请写6位年月（197205）或8位日期（19720508）", said=said))


def _year(column: Column, typed: Typed, said: str) -> Reading:
    found = re.fullmatch(r"((?:19|20)[0-9]{2})(?:年(?:度)?)?", said)
    return Reading(int(found[1])) if found else Reading(message=text("“{said}”不是年度，请写4位数字（如2024）", said=said))


def _int(column: Column, typed: Typed, said: str) -> Reading:
    found = re.fullmatch(r"([0-9]{1,8})(?:\.0+)?(?:名|个|人|学时|个月|月)?", said)
    if not found or int(found[1]) > _LARGEST:
        return Reading(message=text("“{said}”不是整数", said=said))
    return Reading(int(found[1]))


def _flag(column: Column, typed: Typed, said: str) -> Reading:
    if said.lower() in _YES:
        return Reading(True)
    return Reading(False) if said.lower() in _NO else Reading(message=text("“{said}”应为“是”或“否”", said=said))


def _choice(column: Column, typed: Typed, said: str) -> Reading:
    if said in column.options:
        return Reading(said)
    return Reading(message=text("“{said}”不在可填范围内，可填：{labels}", said=said, labels="、".join(column.options)))


def _code(column: Column, typed: Typed, said: str) -> Reading:
    found = next((code for table in column.options if (code := codes.find(table, said)) is not None), None)
    return Reading(found) if found is not None else Reading(message=_unknown(column, said))


def _open(column: Column, typed: Typed, said: str) -> Reading:
    """A label outside the tables is kept as typed: `value` None, `raw` the words."""
    found = _code(column, typed, said)
    return found if found.message is None else Reading(None, found.message, False)


def _unknown(column: Column, said: str) -> Text:
    near = list(dict.fromkeys(label for table in column.options for label in codes.nearest(table, said)))[:3]
    table = codes.table(column.options[0])
    title = table.title
    if not near and len(table) <= _FEW:
        near = [row.label for row in table.values()]
    if not near:
        return text("“{said}”不在码表“{title}”中", said=said, title=title)
    return text("“{said}”不在码表“{title}”中，可填：{near}", said=said, title=title, near="、".join(near))


_KINDS: dict[str, Callable[[Column, Typed, str], Reading]] = {
    "text": _text, "long": _long, "key": _key, "identity": _identity, "date": _date, "year": _year,
    "int": _int, "flag": _flag, "choice": _choice, "code": _code, "open": _open,
}  # fmt: skip
