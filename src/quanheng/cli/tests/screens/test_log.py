"""`quanheng log …`: keys, a change of keys, signing, witnessing and checking, as they are run."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from quanheng.access.core.notes import read_key, read_key_change
from quanheng.access.core.signing import is_signed_fast
from quanheng.access.models import Checkpoint, Cosignature
from quanheng.access.queries.log import log_keys, witnesses
from quanheng.access.tests.log_factories import auditor, entered
from quanheng.cli.screens.log import app

pytestmark = pytest.mark.django_db


def run(*arguments: object, code: int = 0) -> str:
    result = CliRunner().invoke(app, [str(each) for each in arguments], catch_exceptions=False)
    assert result.exit_code == code, result.output
    return result.output


def made(path: Path, name: str, *more: str) -> str:
    """A key; its public line."""
    line = run("key", path, "--name", name, *more).splitlines()[0]
    assert read_key(line).name == name
    return line


def test_from_key_to_cosigned_checkpoint_and_back(tmp_path: Path) -> None:
    by, folder = auditor(), tmp_path / "log"
    entered(5, by=by)
    public = made(tmp_path / "log.key", "yunling.example/log")
    watcher = made(tmp_path / "w.key", "shenji.example", "--witness")
    run("adopt", public, "--as", by.username)
    run("admit", watcher, "--as", by.username)
    assert (log_keys(), witnesses()) == ([read_key(public)], [read_key(watcher)])
    sign = ("sign", "--key", tmp_path / "log.key", "--folder", folder, "--once")
    look = ("witness", folder, "--key", tmp_path / "w.key", "--log-key", public, "--once")
    assert "checkpoint 7" in run(*sign)
    assert "cosigned 7" in run(*look)
    assert "nothing new" in run(*sign)
    assert Cosignature.objects.get().checkpoint_id == Checkpoint.objects.get().size == 7
    assert "all holds" in run("check", "--note", folder / "checkpoint")


def test_a_witness_says_when_it_does_not_cosign(tmp_path: Path) -> None:
    by, folder = auditor(), tmp_path / "log"
    entered(5, by=by)
    public = made(tmp_path / "log.key", "yunling.example/log")
    made(tmp_path / "w.key", "shenji.example", "--witness")
    run("adopt", public, "--as", by.username)
    run("sign", "--key", tmp_path / "log.key", "--folder", folder, "--once")
    stranger = made(tmp_path / "other.key", "yunling.example/log")
    said = run("witness", folder, "--key", tmp_path / "w.key", "--log-key", stranger, "--once", code=1)
    assert "not cosigned" in said


def test_a_change_of_keys_carries_on_from_what_was_signed(tmp_path: Path) -> None:
    by, folder = auditor(), tmp_path / "log"
    entered(3, by=by)
    public = made(tmp_path / "log.key", "yunling.example/log")
    run("adopt", public, "--as", by.username)
    run("sign", "--key", tmp_path / "log.key", "--folder", folder, "--once")
    new = made(tmp_path / "new.key", "yunling.example/log")
    note = run("rotate", "--key", tmp_path / "log.key", "--new", tmp_path / "new.key")
    assert read_key_change(note, is_signed_fast) == (read_key(public), read_key(new))
    (tmp_path / "change.txt").write_text(note)
    run("adopt", new, "--as", by.username, "--change", tmp_path / "change.txt")
    assert "checkpoint 5" in run("sign", "--key", tmp_path / "new.key", "--folder", folder, "--once")
    made(tmp_path / "w.key", "shenji.example", "--witness")
    assert "cosigned 5" in run("witness", folder, "--key", tmp_path / "w.key", "--log-key", public, "--once")


def test_a_name_with_a_space_is_no_name(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="名称不得为空"):
        run("key", tmp_path / "x.key", "--name", "a b")
    assert not (tmp_path / "x.key").exists()
