"""An exchange package as the rows of a roster: one importer serves both. Codes become labels where the tables differ."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from quanheng.exchange.core import cells, hzb, photo
from quanheng.exchange.core.hzb import Package, Record
from quanheng.exchange.core.hzb_fields import FIELDS
from quanheng.exchange.core.roster import Cell, CellProblem, Roster, Row, Sheet
from quanheng.exchange.core.roster_layout import layouts
from quanheng.kernel.texts import text
from quanheng.registry.core import codes

PERSON, UNIT = "A0000", "B0111"
_PEOPLE, _UNITS, _SEATS = "A01人员", "B01单位", "A02职务"


@dataclass(frozen=True)
class _Names:
    """What the keys of a package stand for (主键): persons and units."""

    people: Mapping[str, Record]
    units: Mapping[str, Record]

    def unit_code(self, key: str) -> str:
        found = self.units.get(key)
        return found.get("B0114", "") or key if found else ""


def roster(package: Package, *, file_name: str) -> Roster:
    """The tables that have a sheet, as its rows; `Roster.problems` names the tables that have none.

    >>> people = ({"A0000": "1", "A0101": "张三", "A0104": "1"},)
    >>> roster(Package({}, {"A01": people}), file_name="包.zip").sheets["A01人员"].rows[0].text("sex")
    '1'
    """
    names = _Names(_by(package, "A01", PERSON), _by(package, "B01", UNIT))
    sheets = {
        name: Sheet(name, tuple(_rows(package, name, table, names, file_name)))
        for name, (table, _) in FIELDS.items()
        if table in package.tables
    }
    if _PEOPLE in sheets:
        sheets[_PEOPLE] = Sheet(_PEOPLE, tuple(_unique(sheets[_PEOPLE].rows, file_name)))
    known = {table for table, _ in FIELDS.values()} | {"A57"}
    strangers = [name for name in package.tables if name not in known]
    problems = [CellProblem(file_name, hzb.INFO, remark, is_fatal=False) for remark in package.remarks]
    problems += [
        CellProblem(file_name, name, text("系统没有对应的表，未读取"), is_fatal=False) for name in strangers
    ]
    return Roster(file_name, package.info.get("dataversion", ""), sheets, tuple(problems), photos(package))


def photos(package: Package) -> dict[str, bytes]:
    """Whole pictures by the identity number of their person: named in A57, or after the person's key."""
    people = _by(package, "A01", PERSON)
    by_name = {name.lower(): image for name, image in package.photos.items()}
    named = {row.get(PERSON, ""): row.get("A5714", "") for row in package.tables.get("A57", ())}
    found = {}
    for key, person in people.items():
        wanted = named.get(key, "").replace("\\", "/").rpartition("/")[2] or f"{key}.jpg"
        image = by_name.get(wanted.lower(), b"")
        if person.get("A0184") and photo.is_whole(image):
            found[person["A0184"]] = image
    return found


def _by(package: Package, table: str, key: str) -> dict[str, Record]:
    return {row[key]: row for row in package.tables.get(table, ()) if row.get(key)}


def _rows(package: Package, sheet: str, table: str, names: _Names, file: str) -> Iterator[Row]:
    columns = {column.key: column for column in layouts()[sheet].columns}
    for number, record in enumerate(package.tables[table], 1):
        person = names.people.get(record.get(PERSON, ""), {})
        found: dict[str, Cell] = {}
        problems = []
        for key, (column, said) in _said(sheet, record, person, names).items():
            reading = cells.read(columns[key], said)
            if said:
                found[key] = Cell(columns[key].header, column, said, reading.value)
            if reading.message:
                header = columns[key].header
                fault = CellProblem(file, sheet, reading.message, number, column, header, reading.is_fatal)
                problems.append(fault)
        yield Row(sheet, number, found, tuple(problems))


def _said(sheet: str, record: Record, person: Record, names: _Names) -> dict[str, tuple[str, str]]:
    """Our key to the column of the package and what stands there, in words."""
    _, fields = FIELDS[sheet]
    found = {
        key: (column, _words(sheet, key, record.get(column, "").strip(), record))
        for key, column in fields.items()
    }
    if sheet == _UNITS:
        found["organisation_code"] = ("B0114", record.get("B0114", "") or record.get(UNIT, ""))
        found["parent_code"] = ("B0121", names.unit_code(record.get("B0121", "")))
        return found
    if sheet == _PEOPLE:
        unit = names.units.get(record.get("A0195", ""))
        found["statistics_unit"] = ("A0195", unit.get("B0101", "") if unit else "")
        return found
    if sheet == _SEATS:
        found["organisation_code"] = ("A0201B", names.unit_code(record.get("A0201B", "")))
    found["name"] = ("A0000", person.get("A0101", ""))
    found["identity_number"] = ("A0000", person.get("A0184", ""))
    return found


def _words(sheet: str, key: str, said: str, record: Record) -> str:
    change = _CHANGES.get((sheet, key))
    return change(said, record) if said and change else said


def _label(*tables: str) -> Callable[[str, Record], str]:
    """The label of a code; the words themselves when they are none."""

    def change(said: str, record: Record) -> str:
        return next((codes.label(table, said) for table in tables if said in codes.table(table)), said)

    return change


def _level(said: str, record: Record) -> str:
    """`1A31` of 2018 is `0131` of before."""
    old = f"01{said[2:]}" if len(said) == 4 and said.startswith("1A") else said
    return codes.label("post_level_zb09", old) if old in codes.table("post_level_zb09") else said


def _rank(said: str, record: Record) -> str:
    plain = said[2:] if len(said) == 4 and said.startswith("1A") else said
    return codes.label("rank", plain) if plain in codes.table("rank") else said


def _level_or_rank(said: str, record: Record) -> str:
    return _rank(said, record) if record.get("A0531") == "1" else _level(said, record)


def _education(said: str, record: Record) -> str:
    """The numbers of two editions differ: the name in the row decides where the table knows it."""
    name = record.get("A0801A", "")
    return name if codes.find("education", name) else _label("education")(said, record)


def _kind(said: str, record: Record) -> str:
    return {"0": "职务层次", "1": "职级"}.get(said, said)


def _last(said: str, record: Record) -> str:
    """A path `a|b|c` of units: the last of them."""
    return said.rpartition("|")[2].strip()


_CHANGES: dict[tuple[str, str], Callable[[str, Record], str]] = {
    ("B01单位", "division"): _label("division"),
    ("A01人员", "native_place"): _label("division"),
    ("A01人员", "birth_place"): _label("division"),
    ("A01人员", "raised_in"): _label("division"),
    ("A01人员", "health"): _label("health"),
    ("A01人员", "post_level"): _level,
    ("A01人员", "rank"): _rank,
    ("A02职务", "organisation"): _last,
    ("A02职务", "is_leading"): _label("post_kind"),
    ("A05职务职级", "kind"): _kind,
    ("A05职务职级", "level"): _level_or_rank,
    ("A08学历学位", "education"): _education,
    ("A14奖惩", "post_level"): _level,
    ("A36家庭及社会关系", "relation"): _label("kinship_a36"),
    ("A36家庭及社会关系", "political_status"): _label("political_status"),
}


def _unique(rows: tuple[Row, ...], file: str) -> Iterator[Row]:
    first: dict[str, int] = {}
    for row in rows:
        number = row.text("identity_number")
        if number and number in first:
            fault = text("与第{row}行重复", row=first[number])
            problem = CellProblem(
                file, row.sheet, fault, row.number, "A0184", row.cells["identity_number"].header
            )
            yield replace(row, problems=(*row.problems, problem))
        else:
            first.setdefault(number, row.number)
            yield row
