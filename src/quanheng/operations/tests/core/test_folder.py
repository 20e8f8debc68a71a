"""The folder of a backup: what was put can be taken; what was changed, added or left out is named."""

from pathlib import Path

import pytest

from quanheng.operations.core.folder import (
    Contents,
    Manifest,
    NotWholeError,
    Shelf,
    TableCopy,
    check_files,
    finish,
    read_contents,
    read_manifest,
    write_contents,
)

CONTENTS = Contents(
    migrations=(("access", "0001_initial"),),
    tables=(TableCopy("t", ("a", "b"), 2, "00", "tables/t.copy"),),
    sequences={"t_id_seq": 2, "u_id_seq": None},
)


def made(folder: Path, *, is_packed: bool, key: bytes | None) -> Path:
    working, target = folder / "quanheng-x.partial", folder / "quanheng-x"
    working.mkdir()
    shelf = Shelf(working, is_packed, key)
    shelf.put_bytes("tables/t.copy", b"1\ta\n2\tb\n" * 100_000)
    write_contents(shelf, CONTENTS)
    manifest = Manifest(
        "2026-11-22T00:00:00+00:00", "0.1", {"journal": "2:ab"}, 2, False, is_packed, tuple(shelf.entries)
    )
    finish(working, manifest, target)
    return target


@pytest.mark.parametrize("is_packed", [True, False])
@pytest.mark.parametrize("key", [None, bytes(32)])
def test_what_was_put_can_be_taken(tmp_path: Path, is_packed: bool, key: bytes | None) -> None:
    folder = made(tmp_path, is_packed=is_packed, key=key)
    manifest = read_manifest(folder)
    check_files(folder, manifest)
    shelf = Shelf(folder, is_packed, key)
    assert read_contents(shelf) == CONTENTS
    assert shelf.take_bytes("tables/t.copy") == b"1\ta\n2\tb\n" * 100_000
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize("path", ["tables/t.copy", "contents.json"])
def test_a_changed_a_missing_and_a_foreign_file_are_named(tmp_path: Path, path: str) -> None:
    folder = made(tmp_path, is_packed=False, key=None)
    manifest = read_manifest(folder)
    whole = (folder / path).read_bytes()
    (folder / path).write_bytes(whole[:-1] + b"x")
    with pytest.raises(NotWholeError, match=path):
        check_files(folder, manifest)
    (folder / path).unlink()
    with pytest.raises(NotWholeError, match=f"{path}：缺失"):
        check_files(folder, manifest)
    (folder / path).write_bytes(whole)
    (folder / "extra").write_bytes(b"")
    with pytest.raises(NotWholeError, match="extra：不在清单中"):
        check_files(folder, manifest)


def test_the_root_covers_the_manifest(tmp_path: Path) -> None:
    folder = made(tmp_path, is_packed=False, key=None)
    before = read_manifest(folder).root
    path = folder / "manifest.json"
    path.write_text(path.read_text().replace("2:ab", "2:ac"))
    assert read_manifest(folder).root != before


@pytest.mark.parametrize("said", ["", "{}", '{"format": "other"}'])
def test_what_is_no_backup_is_told_so(tmp_path: Path, said: str) -> None:
    (tmp_path / "manifest.json").write_text(said)
    with pytest.raises(NotWholeError):
        read_manifest(tmp_path)
