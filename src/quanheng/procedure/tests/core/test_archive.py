"""A case's folder: intact it holds; any changed, missing or added byte is found and named."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quanheng.access.core.chain import GENESIS
from quanheng.procedure.core import archive
from quanheng.procedure.core.record import COVERED, first_broken, seal


def _entries(count: int = 3) -> list[dict[str, object]]:
    entries: list[dict[str, object]] = []
    previous = GENESIS
    for number in range(1, count + 1):
        entry: dict[str, object] = dict.fromkeys(COVERED, "内容\u2028行") | {"number": number, "facts": {"票": number}, "is_late": False}
        entry |= {"previous": previous, "digest": seal(previous, entry)}
        previous = str(entry["digest"])
        entries.append(entry)
    return entries


def _write(folder: Path, entries: list[dict[str, object]], documents: dict[str, bytes]) -> None:
    files, _root = archive.build(case={"number": "2026-0001"}, entries=entries, documents=documents)
    archive.write(folder, files)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "case"
    _write(made, _entries(), {"任职通知.pdf": b"%PDF-1", "公示.pdf": b"%PDF-2"})
    return made


def test_an_untouched_folder_holds(folder: Path) -> None:
    checked = archive.check(folder)
    assert (checked.holds, checked.entries, checked.documents) == (True, 3, 7)
    assert archive.check(folder, root=checked.root).holds


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_every_changed_byte_is_found(folder: Path, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(path.name for path in folder.iterdir())))
    path = folder / name
    before = path.read_bytes()
    at = data.draw(st.integers(0, len(before) - 1))
    path.write_bytes(before[:at] + bytes([before[at] ^ data.draw(st.integers(1, 255))]) + before[at + 1 :])
    checked = archive.check(folder)
    path.write_bytes(before)
    assert not checked.holds
    assert name in checked.place


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_every_truncation_is_found(folder: Path, data: st.DataObject) -> None:
    path = folder / data.draw(st.sampled_from(sorted(path.name for path in folder.iterdir())))
    before = path.read_bytes()
    path.write_bytes(before[: data.draw(st.integers(0, len(before) - 1))])
    checked = archive.check(folder)
    path.write_bytes(before)
    assert not checked.holds


def test_a_changed_entry_is_named_by_its_number(folder: Path) -> None:
    path = folder / archive.RECORD
    lines = path.read_bytes().split(b"\n")
    lines[1] = lines[1].replace('"票":2'.encode(), '"票":9'.encode())
    path.write_bytes(b"\n".join(lines))
    assert archive.check(folder).place == "record.jsonl 第2条"


def test_a_missing_and_an_added_document_are_named(folder: Path) -> None:
    (folder / "多出来.pdf").write_bytes(b"x")
    assert (archive.check(folder).place, archive.check(folder).why) == ("多出来.pdf", "清单中没有此文件")
    (folder / "多出来.pdf").unlink()
    (folder / "公示.pdf").unlink()
    assert (archive.check(folder).place, archive.check(folder).why) == ("公示.pdf", "文件缺失")


def test_a_folder_rewritten_as_a_whole_does_not_meet_the_root_kept_elsewhere(folder: Path, tmp_path: Path) -> None:
    root = archive.check(folder).root
    shutil.rmtree(folder)
    _write(folder, _entries(2), {"任职通知.pdf": b"%PDF-1"})
    assert archive.check(folder).holds
    checked = archive.check(folder, root=root)
    assert (checked.holds, checked.place) == (False, archive.MANIFEST)


def test_an_empty_folder_says_that_the_manifest_is_missing(tmp_path: Path) -> None:
    assert archive.check(tmp_path).place == archive.MANIFEST


def test_a_record_with_an_entry_left_out_is_broken_there() -> None:
    one, _two, three = _entries()
    assert first_broken([one, three]) == (2, "第2条缺失或错位")


def test_a_folder_with_other_files_is_not_written_into(tmp_path: Path) -> None:
    (tmp_path / "私人.txt").write_text("x")
    with pytest.raises(ValueError, match="中有其他文件"):
        _write(tmp_path, _entries(), {})
