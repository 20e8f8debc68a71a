"""Every kind of file that cannot be taken, through the page as somebody uploads it: refused by name, with what to do."""

import io
import zipfile

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from quanheng.access.models import Account, Authority
from quanheng.exchange.core.roster_layout import layouts
from quanheng.exchange.tests import books
from quanheng.exchange.tests.core import samples
from quanheng.exchange.tests.core.test_hzb import parts
from quanheng.exchange.tests.core.test_locks import sealed
from quanheng.registry.models import Person

pytestmark = pytest.mark.django_db
OLD = b"\xd0\xcf\x11\xe0"
SEVEN = b"7z\xbc\xaf\x27\x1c"
ENTITY = b'<!DOCTYPE a [<!ENTITY b "c">]><Person><XingMing>&b;</XingMing></Person>'


def _workbook_with(part: str, content: bytes) -> bytes:
    """A roster with one of its parts exchanged."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(books.book(books.person(0, "陈建国")))) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        for name in old.namelist():
            made.writestr(name, content if name == part else old.read(name))
    return packed.getvalue()


CASES = {
    "an old workbook": ("roster", "名册.xlsx", lambda: OLD + bytes(600), "这是旧版Excel（.xls）文件", "另存为"),
    "a workbook with a password": (
        "roster", "名册.xlsx", lambda: OLD + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "工作簿设有打开密码", "请取消密码后再导入"),
    "no workbook": ("roster", "名册.xlsx", lambda: b"%PDF-1.7", "内容不是Excel工作簿", "另存为"),
    "a form in place of a workbook": ("roster", "名册.xlsx", lambda: b"<Person/>", "内容不是Excel工作簿", "另存为"),
    "a bomb": ("roster", "名册.xlsx", lambda: _workbook_with("xl/workbook.xml", b" " * (200 * 2**20)), "压缩炸弹", ""),
    "entities in a workbook": (
        "roster", "名册.xlsx", lambda: _workbook_with("xl/worksheets/sheet2.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'), "文件已损坏", "另存为"),
    "entities in a package": (
        "roster", "县.zip", lambda: samples.zipped(parts(**{"Table/A01.xml": ENTITY})), "不允许的实体声明", ""),
    "entities in a form": ("forms", "甲.lrmx", lambda: ENTITY, "实体声明", ""),
    "a package of 7-Zip": ("roster", "县.hzb", lambda: SEVEN + bytes(60), "7-Zip格式", "重新压缩为zip"),
    "forms packed by 7-Zip": ("forms", "表.zip", lambda: SEVEN + bytes(60), "文件是7-Zip格式", "请解压后重新压缩为zip"),
    "forms packed by RAR": ("forms", "表.zip", lambda: b"Rar!\x1a\x07" + bytes(60), "文件是RAR格式", "请解压后重新压缩为zip"),
    "a dump of a database": ("roster", "县.zzb3", lambda: b"PK\x03\x04" + bytes(60), "是数据库转储", "导出为zip格式"),
    "forms under a password": ("forms", "表.zip", lambda: sealed("甲.lrmx", b"<Person/>", "p"), "压缩包设有密码", "请填写密码后重新上传"),
    "workbooks in a zip": (
        "roster", "几份.zip", lambda: samples.zipped({"甲.xlsx": books.book(), "乙.xlsx": books.book()}), "压缩包里是2份工作簿", "请解压后逐份导入"),
    "a wrong ending": ("roster", "名单.csv", lambda: b"a,b", "《名单.csv》不是.xlsx", ""),
    "a wrong ending for forms": ("forms", "名册.xlsx", lambda: b"PK\x03\x04", "《名册.xlsx》不是.lrmx", ""),
    "an empty file": ("forms", "甲.lrmx", lambda: b"", "", ""),
    "too large a workbook": ("roster", "大.xlsx", lambda: bytes(65 * 2**20), "超过64MB，请拆分后分批导入", ""),
    "200 MB and more of forms": ("forms", "大.zip", lambda: bytes(201 * 2**20), "超过200MB，请拆分后分批导入", ""),
    "a zip in a zip": ("forms", "表.zip", lambda: samples.zipped({"内.zip": samples.zipped({"a.lrmx": b"x"})}), "压缩包中的压缩包", "请先解压"),
    "unsafe paths": ("forms", "表.zip", lambda: samples.zipped({"../../甲.lrmx": b"<Person/>"}), "路径不安全", ""),
}  # fmt: skip


def _shown(client: Client, city: Authority, kind: str, name: str, content: bytes) -> str:
    """What the user reads in the end, whether the page, the worker or the preview says it."""
    given = {"kind": kind, "authority": city.pk, "file": SimpleUploadedFile(name, content)}
    answer = client.post(reverse("imports"), given, follow=True)
    books.work()
    return (client.get(answer.redirect_chain[-1][0]) if answer.redirect_chain else answer).content.decode()


@pytest.mark.parametrize("what", CASES)
def test_it_is_refused_by_name_and_nothing_is_written(what: str, client: Client, city: Authority, officer: Account) -> None:
    kind, name, make, why, remedy = CASES[what]
    client.force_login(officer)
    page = _shown(client, city, kind, name, make())
    assert why in page
    assert remedy in page
    assert "确认导入</button>" not in page
    assert not Person.objects.exists()


def test_a_formula_in_a_cell_keeps_its_row_out_and_says_where(client: Client, city: Authority, officer: Account) -> None:
    client.force_login(officer)
    packed = io.BytesIO()
    headers = [column.header for column in layouts()["A01人员"].columns]
    row = books.person(0, "陈建国")
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        sheet = book.add_worksheet("版本")
        sheet = book.add_worksheet("A01人员")
        sheet.write_row(0, 0, headers)
        sheet.write_row(1, 0, ["陈建国", row["identity_number"], "男", "198503"])
        sheet.write_formula(1, headers.index("健康状况"), '=HYPERLINK("http://example.org","健康")', None, "健康")
    page = _shown(client, city, "roster", "名册.xlsx", packed.getvalue())
    assert "是公式，请改为数值" in page
    assert f"（{headers[headers.index('健康状况')]}）" in page
    assert not Person.objects.exists()
