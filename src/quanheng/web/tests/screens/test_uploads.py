"""A large upload on its way: nothing of it can be read on the disk, and it reads as any file does."""

import os
import random
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile, UploadedFile
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from quanheng.web.screens.uploads import HiddenFile

WORDS = "身份证999001198503010018，妻子靐麤。".encode()


def _on_disk(file: HiddenFile) -> bytes:
    file._file.flush()
    return os.pread(file._file.fileno(), 10_000_000, 0)


def _uploaded(content: bytes) -> UploadedFile:
    request = RequestFactory().post("/", {"file": SimpleUploadedFile("甲.zip", content)})
    found = request.FILES["file"]
    assert isinstance(found, UploadedFile)
    return found


@given(st.lists(st.binary(max_size=100), max_size=20), st.integers(0, 500), st.integers(0, 100))
def test_what_was_written_is_read_from_anywhere(pieces: list[bytes], start: int, length: int) -> None:
    whole = b"".join(pieces)
    with HiddenFile() as file:
        for piece in pieces:
            assert file.write(piece) == len(piece)
        file.seek(start)
        assert file.read(length) == whole[start : start + length]
        file.seek(0)
        assert file.read() == whole
        assert len(_on_disk(file)) == len(whole)


def test_the_disk_holds_none_of_it_and_no_name() -> None:
    with HiddenFile() as file:
        for _ in range(1000):
            file.write(WORDS)
        held = _on_disk(file)
        assert len(held) == 1000 * len(WORDS)
        assert not any(WORDS[n : n + 6] in held for n in range(len(WORDS) - 6))
        assert os.fstat(file._file.fileno()).st_nlink == 0


def test_two_files_of_the_same_words_look_unlike() -> None:
    with HiddenFile() as one, HiddenFile() as other:
        one.write(WORDS)
        other.write(WORDS)
        assert _on_disk(one) != _on_disk(other)


@pytest.mark.parametrize("size", [1000, 6_000_000])
def test_an_upload_is_kept_in_memory_or_hidden(size: int) -> None:
    content = random.Random(1).randbytes(size)
    file = _uploaded(content)
    assert isinstance(file, InMemoryUploadedFile) is (size == 1000)
    assert isinstance(file.file, HiddenFile) is (size != 1000)
    assert (file.name, file.size) == ("甲.zip", size)
    assert b"".join(file.chunks()) == content
    assert file.read(10) == b""
    file.seek(0)
    assert file.read() == content


def test_a_zip_is_looked_into_where_it_lies(tmp_path: Any) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("甲.lrmx", random.Random(2).randbytes(6_000_000))
        packed.writestr("乙.lrmx", WORDS)
    file = _uploaded(path.read_bytes())
    assert isinstance(file.file, HiddenFile)
    with zipfile.ZipFile(file) as found:
        assert found.namelist() == ["甲.lrmx", "乙.lrmx"]
        assert found.read("乙.lrmx") == WORDS
    assert WORDS not in _on_disk(file.file)
