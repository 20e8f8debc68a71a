"""A few thousand damaged files of every kind: taken or refused in words, within the time given to each; `make fuzz` goes on."""

import random
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quanheng.exchange.core import archive, hzb, lrmx, workbook
from quanheng.exchange.tests.core import samples
from quanheng.kernel.refusals import Refused
from tests.fuzz.mutations import damaged
from tests.fuzz.readers import Reader, readers, taken

EXAMPLES = 500
LIMIT = timedelta(seconds=5)


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.name)
def test_valid_files_are_taken(reader: Reader) -> None:
    assert all(taken(reader, seed) for seed in reader.seeds)


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.name)
def test_damaged_files_are_taken_or_refused(reader: Reader) -> None:
    @settings(max_examples=EXAMPLES, deadline=LIMIT, suppress_health_check=list(HealthCheck), database=None)
    @given(st.integers(0, 2**64 - 1))
    def check(seed: int) -> None:
        taken(reader, damaged(reader, random.Random(seed)))

    check()


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.name)
def test_a_file_of_another_kind_is_taken_for_what_it_is_or_refused(reader: Reader) -> None:
    for other in readers():
        for seed in other.seeds:
            taken(reader, seed)
    for strange in (
        b"",
        b"\0" * 100,
        b"%PDF-1.7\n",
        b"\xd0\xcf\x11\xe0" + bytes(600),
        b"Rar!\x1a\x07\x00",
        b"MZ" + bytes(90),
    ):
        taken(reader, strange)


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.name)
def test_two_hundred_megabytes_are_refused_at_once(reader: Reader) -> None:
    bomb = samples.zipped({"xl/workbook.xml": b" " * (200 * 2**20), "gwyinfo.xml": b"<root/>"})
    for content in (bytes(200 * 2**20), bomb):
        taken(reader, content)


def test_bombs_locks_and_wrong_kinds_are_named() -> None:
    bomb = samples.zipped({"xl/workbook.xml": b"\0" * 30_000_000})
    nested = samples.zipped({"内.zip": samples.zipped({"a.lrmx": b"x"})})
    sealed = b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le")
    cases = (
        (lambda: workbook.read(bomb, file_name="a.xlsx"), "压缩比异常，可能是压缩炸弹"),
        (lambda: workbook.read(sealed, file_name="a.xlsx"), "工作簿设有打开密码"),
        (lambda: workbook.read(b"\xd0\xcf\x11\xe0" + bytes(99), file_name="a.xlsx"), "这是旧版Excel"),
        (lambda: lrmx.read(b"\xd0\xcf\x11\xe0" + bytes(99)), "内容不是任免审批表"),
        (lambda: hzb.read(nested), "压缩包中的压缩包"),
        (lambda: archive.read(b"x"), "不是zip格式"),
    )
    for read, why in cases:
        with pytest.raises(Refused, match=why):
            read()
