"""The page inside a case's folder, opened from the disk with the network cut: it finds what `quanheng verify` finds."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from quanheng.procedure.core.folder_check import check


@pytest.fixture
def folder(city: tuple[str, dict[str, str], Path], tmp_path: Path) -> Path:
    made = tmp_path / "case"
    shutil.copytree(city[2], made)
    return made


@pytest.fixture
def page(chromium: Browser, folder: Path) -> Page:
    context = chromium.new_context(offline=True)
    made = context.new_page()
    made.goto((folder / "verify.html").as_uri())
    return made


def verdict(page: Page, folder: Path) -> str:
    page.reload()
    page.set_input_files("#files", folder)
    expect(page.locator("#verdict")).to_have_text(re.compile("^[●■]"), timeout=30_000)  # the page forbids scripts other than its own
    return page.inner_text("#verdict")


def test_an_untouched_folder_holds_with_its_proofs(page: Page, folder: Path) -> None:
    assert verdict(page, folder) == "● 完好 / holds"
    checked, said = check(folder), page.inner_text("#details")
    for words in (checked.root, checked.key, f"{checked.proven}/{checked.entries}", checked.log, *checked.witnesses):
        assert words in said
    assert page.locator("#entries li").count() == checked.entries


@pytest.mark.parametrize(
    ("name", "place"),
    [("任职通知.pdf", "任职通知.pdf"), ("record.jsonl", "record.jsonl 第"), ("proofs.jsonl", "proofs.jsonl"), ("checkpoint.txt", "checkpoint.txt"),
     ("keys.json", "keys.json"), ("manifest.json", "manifest.json"), ("index.csv", "index.csv")],
)  # fmt: skip
def test_a_changed_byte_is_named_as_the_command_names_it(page: Page, folder: Path, name: str, place: str) -> None:
    path = folder / name
    before = path.read_bytes()
    middle = len(before) // 2
    path.write_bytes(before[:middle] + bytes([before[middle] ^ 1]) + before[middle + 1 :])
    assert not check(folder).holds
    assert place in verdict(page, folder)
    assert place in check(folder).place


def test_a_missing_and_an_added_file_are_named(page: Page, folder: Path) -> None:
    (folder / "多出来.txt").write_text("x")
    assert "多出来.txt" in verdict(page, folder)
    (folder / "多出来.txt").unlink()
    (folder / "任职通知.pdf").unlink()
    assert "任职通知.pdf：文件缺失" in verdict(page, folder)
