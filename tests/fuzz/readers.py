"""Every reader of foreign files with valid files of its kind, and what must hold for whatever it takes.

A reader may take a file or refuse it (`Refused`); anything else that comes out is a fault.
"""

import dataclasses
import io
import zipfile
from collections.abc import Callable
from functools import cache

import xlsxwriter

from quanheng.exchange.core import archive, form_files, hzb, hzb_roster, locks, lrm, lrmx, workbook
from quanheng.exchange.core.roster_layout import layouts
from quanheng.exchange.tests.core import samples, test_hzb, test_locks, test_lrmx_habits
from quanheng.kernel.refusals import Refused


@dataclasses.dataclass(frozen=True)
class Reader:
    """A reader under fire: what it reads, and files that it takes."""

    name: str
    read: Callable[[bytes], object]
    seeds: tuple[bytes, ...]
    is_zip: bool = False


def _lrmx(content: bytes) -> None:
    form = lrmx.read(content)
    written = lrmx.write(form)
    again = lrmx.read(written)
    assert (again.family, again.photo, again.unknown) == (form.family, form.photo, form.unknown)
    assert lrmx.write(again) == written


def _lrm(content: bytes) -> None:
    form = lrm.read(content, picture=samples.png())
    record, picture = lrm.write(form)
    assert lrm.write(lrm.read(record, picture=picture)) == (record, picture)


def _forms(content: bytes) -> None:
    for name, found in form_files.read(content, file_name="批.zip"):
        assert isinstance(name, str)
        assert found is not None


def _package(content: bytes) -> None:
    hzb.is_package(content)
    package = hzb.read(hzb.unlocked(content, password="1234"))
    roster = hzb_roster.roster(package, file_name="包.zip")
    assert sum(len(sheet.rows) for sheet in roster.sheets.values()) <= sum(map(len, package.tables.values()))
    list(map(str, roster.all_problems()))
    again = hzb.read(hzb.write(package))
    assert (again.tables, again.photos) == (package.tables, package.photos)


def _locked(content: bytes) -> None:
    limits = archive.Limits(total_bytes=2**26, entry_bytes=2**24)
    opened = locks.unlocked(content, password="1234", what=hzb.WHAT, limits=limits)
    assert not locks.is_locked(io.BytesIO(opened))


def _workbook(content: bytes) -> None:
    roster = workbook.read(content, file_name="名册.xlsx")
    for problem in roster.all_problems():
        assert str(problem)


@cache
def readers() -> tuple[Reader, ...]:
    habits = (
        test_lrmx_habits.provincial(),
        test_lrmx_habits.commercial(),
        samples.OFFICIAL,
        lrmx.write(samples.FORM),
    )
    record, picture = lrm.write(samples.FORM)
    pair = samples.zipped({"林远山.lrm": record, "林远山.pic": picture, "苏兰.lrmx": habits[0]})
    packages = tuple(samples.zipped(test_hzb.parts(spelling)) for spelling in ("table", "tablelist"))
    rosters = (_roster("A01人员"), _roster("A15考核"))
    return (
        Reader("lrmx", _lrmx, habits),
        Reader("lrm", _lrm, (record,)),
        Reader("forms.zip", _forms, (pair,), is_zip=True),
        Reader("hzb.zip", _package, packages, is_zip=True),
        Reader("locked.zip", _locked, (test_locks.sealed("甲.lrmx", habits[0], "1234"), test_hzb.crypted("a.xml", b"<a/>", "1234"))),
        Reader("xlsx", _workbook, rosters, is_zip=True),
    )


def _roster(name: str) -> bytes:
    """Three people, a formula, a merged area, a date and a number."""
    headers = [column.header for column in layouts()[name].columns]
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet(name)
        sheet.merge_range(0, 0, 0, 3, "干部名册")
        sheet.write_row(1, 0, headers)
        for place in range(3):
            sheet.write_row(
                2 + place, 0, ["林远山", samples.number(sequence=place + 1), "男", 197205, "汉族"]
            )
        sheet.write_formula(4, 4, "=1+1", None, "2")
    return buffer.getvalue()


def taken(reader: Reader, content: bytes) -> bool:
    """Whether the reader took it; False when it refused in words. Everything else goes on up."""
    try:
        reader.read(content)
    except Refused as refused:
        if not str(refused.why):
            raise
        return False
    return True


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {info.filename: opened.read(info) for info in opened.infolist()}
