"""A case's folder with proofs: it holds under its key, and a folder made up anew is told from the log that was signed."""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quanheng.access.actions.guard import as_owner
from quanheng.access.core.events import RECORD
from quanheng.access.models import Checkpoint
from quanheng.access.tests.factories import AT
from quanheng.procedure.actions.erase_entry import erase_entry
from quanheng.procedure.core import archive
from quanheng.procedure.core.archive import Evidence
from quanheng.procedure.models import RecordEntry
from quanheng.procedure.queries.evidence import evidence_of
from quanheng.procedure.queries.lines import record_lines
from quanheng.procedure.tests.log_factories import Kept, folder_of, note
from quanheng.procedure.tests.tampering import damage


@pytest.fixture(scope="module", autouse=True)
def owner_of_the_tables(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """As the owner of the database could: what is damaged here the application's own role may not touch."""
    with django_db_blocker.unblock(), as_owner():
        yield


@pytest.fixture
def folder(record: Kept, tmp_path: Path) -> Path:
    return folder_of(record, tmp_path / "case")


def anew(folder: Path, lines: list[dict[str, object]], evidence: Evidence) -> None:
    """The whole folder made up again, every digest right."""
    shutil.rmtree(folder)
    files, _root = archive.build(case={"number": "2026-0001"}, entries=lines, documents={}, evidence=evidence)
    archive.write(folder, files)


def test_a_folder_proves_its_entries_and_names_key_and_witnesses(record: Kept, folder: Path) -> None:
    checked = archive.check(folder, key=record.signer.key.spelt)
    assert (checked.holds, checked.entries, checked.proven) == (True, 6, 6)
    assert checked.witnesses == ("shangji.example", "shenji.example")
    assert (checked.key, checked.log) == (record.signer.key.fingerprint, f"yunling.example/log {record.last.size}")


def test_index_and_sums_say_every_file(folder: Path) -> None:
    index = (folder / "index.csv").read_text("utf-8-sig").splitlines()
    assert index[0] == "序号,文件,题名,字节,SHA-256"
    assert any(line.startswith("2,公示.pdf,任前公示,6,") for line in index)
    listed = {line.split("  ")[1] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    assert listed == {path.name for path in folder.iterdir()} - {"manifest.json", "SHA256SUMS", "index.csv"}
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=True)


def test_the_file_inside_needs_nothing_but_python(folder: Path, record: Kept) -> None:
    run = [sys.executable, "-I", "-S", "verify.py"]
    good = subprocess.run([*run, ".", "--key", record.signer.key.spelt], cwd=folder, capture_output=True, text=True, check=False)
    assert good.returncode == 0, good.stderr
    assert good.stdout.splitlines() == list(archive.check(folder).lines)
    path = folder / "record.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("同意9", "同意8", 1), encoding="utf-8", newline="\n")
    bad = subprocess.run(run, cwd=folder, capture_output=True, text=True, check=False)
    assert (bad.returncode, bad.stdout.strip()) == (1, "■ 不符：record.jsonl 第1条：第1条内容已被改动")


def test_every_changed_byte_is_found_in_its_file(folder: Path) -> None:
    chance = random.Random(7)
    for _ in range(400):
        path, before = damage(folder, chance)
        checked = archive.check(folder)
        path.write_bytes(before)
        assert not checked.holds
        assert path.name in checked.place, (path, checked)
    assert archive.check(folder).holds


def test_an_entry_changed_with_all_digests_made_anew_is_found_by_the_log(record: Kept, folder: Path) -> None:
    entries = record.entries()
    evidence = evidence_of(entries)
    assert evidence is not None
    lines = record_lines(entries)
    forged, previous = [], "0" * 64
    for line in lines:
        said = {**line, "previous": previous}
        if said["number"] == 3:
            said["result"] = "同意15票"
        said["digest"] = previous = archive_seal(previous, said)
        forged.append(said)
    anew(folder, forged, evidence)
    checked = archive.check(folder)
    assert (checked.holds, checked.place) == (False, "record.jsonl 第3条")
    assert "不在已签名的日志之中" in checked.why


def archive_seal(previous: str, line: dict[str, object]) -> str:
    from quanheng.procedure.core.record import seal

    return seal(previous, line)


def test_an_entry_cut_off_with_its_proof_shows_as_fewer_and_by_the_root(record: Kept, folder: Path) -> None:
    root = archive.check(folder).root
    entries = record.entries()[:-1]
    evidence = evidence_of(entries)
    assert evidence is not None
    anew(folder, record_lines(entries), evidence)
    assert archive.check(folder).entries == 5
    assert archive.check(folder, root=root).why == "根摘要与您所持的不同：整个文件夹可能被替换"


def test_another_key_and_a_checkpoint_nobody_signed_are_refused(record: Kept, folder: Path) -> None:
    other = record.witnesses[0].key.spelt
    assert archive.check(folder, key=other).place == "checkpoint.txt"
    evidence = evidence_of(record.entries())
    assert evidence is not None
    forged = evidence.checkpoint.replace(str(record.last.size), str(record.last.size + 1), 1)
    anew(folder, record_lines(record.entries()), Evidence(evidence.proofs, forged, evidence.keys))
    assert archive.check(folder).why == "签名无效，或不是所认可的密钥所签"


def test_entries_after_the_last_checkpoint_are_said_to_be_unproven(record: Kept, tmp_path: Path) -> None:
    note(record.cases[0], 7, by=record.by)
    checked = archive.check(folder_of(record, tmp_path / "case"))
    assert (checked.holds, checked.entries, checked.proven) == (True, 7, 6)


def test_without_a_checkpoint_the_folder_says_that_nothing_is_proven(record: Kept, tmp_path: Path) -> None:
    files, _root = archive.build(case={"number": "2026-0001"}, entries=record_lines(record.entries()), documents={})
    archive.write(tmp_path / "bare", files)
    checked = archive.check(tmp_path / "bare")
    assert (checked.holds, checked.log) == (True, "")
    assert any("没有日志证明" in line for line in checked.lines)
    assert not archive.check(tmp_path / "bare", key=record.signer.key.spelt).holds


def test_an_erased_entry_leaves_chain_proofs_and_log_in_order(record: Kept, tmp_path: Path) -> None:
    from quanheng.access.queries.log_check import log_faults
    from quanheng.access.tests.factories import account

    minister = account("qinwang", "minister", over=record.cases[0].authority)
    erased = erase_entry(by=minister, at=AT, entry=record.entries()[1], why="个人信息保护：依申请删除")
    assert (erased.result, erased.facts, erased.by_name, erased.verb) == ("", {}, "", "kept.note")
    assert list(log_faults(kept=[record.last.note])) == []
    folder = folder_of(record, tmp_path / "case")
    checked = archive.check(folder, key=record.signer.key.spelt)
    assert (checked.holds, checked.proven, checked.erased) == (True, 6, 1)
    line = json.loads((folder / "record.jsonl").read_text(encoding="utf-8").split("\n")[1])
    assert set(line) == {"case", "number", "commitment", "previous", "digest"}


def test_content_put_back_into_an_erased_entry_is_found(record: Kept) -> None:
    from quanheng.access.queries.log_check import log_faults
    from quanheng.access.tests.factories import account
    from quanheng.access.tests.log_factories import force

    minister = account("qinwang", "minister", over=record.cases[0].authority)
    erased = erase_entry(by=minister, at=AT, entry=record.entries()[1], why="依申请删除")
    force("UPDATE procedure_recordentry SET result = '别的' WHERE id = %s", erased.pk)
    assert [fault.why for fault in log_faults()] == ["内容已删除，却又有内容"]


def test_the_newest_cosigned_checkpoint_is_chosen(record: Kept) -> None:
    from quanheng.access.queries.log import places_of

    entries = record.entries(1)
    evidence = evidence_of(entries)
    assert evidence is not None
    assert evidence.checkpoint.count("\u2014 ") == 3
    assert max(places_of(RECORD, [entry.pk for entry in entries]).values()) <= Checkpoint.objects.latest("size").size
    assert RecordEntry.objects.get(case=record.cases[1], number=5).is_late
