"""Keys and witnesses: the audit administrator alone; a change of keys with both signatures; checkpoints follow on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.log_keys import (
    admit_witness,
    adopt_key,
    compare_checkpoint,
    dismiss_witness,
    keep_cosignatures,
)
from quanheng.access.actions.sign_checkpoint import sign_checkpoint
from quanheng.access.core.notes import key_change
from quanheng.access.core.signing import LOG, WITNESS, make_key
from quanheng.access.models import Account, Authority, Checkpoint, Cosignature, JournalEntry
from quanheng.access.queries.log import key_changes, log_keys, log_state, past_witnesses, witnesses
from quanheng.access.queries.log_check import log_faults
from quanheng.access.tests.factories import AT, account
from quanheng.access.tests.log_factories import (
    auditor,
    cosigned,
    entered,
    force,
    said,
    signed,
    signing,
    watching,
)
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def owner_of_the_tables(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """As the owner of the database could: what is damaged here the application's own role may not touch."""
    with django_db_blocker.unblock(), as_owner():
        yield


@pytest.fixture
def by() -> Account:
    made = auditor()
    entered(5, by=made)
    return made


def test_a_key_is_adopted_on_record_and_by_no_one_else(by: Account, tmp_path: Path) -> None:
    made = signing(tmp_path, by=by)
    assert log_keys() == [made.key]
    entry = JournalEntry.objects.first()
    assert entry is not None
    assert (entry.action, entry.facts) == ("access.adopt_key", {"key": made.key.spelt})
    system = account("system", "system_admin", over=Authority.objects.get())
    with pytest.raises(Refused, match="审计日志"):
        adopt_key(by=system, at=AT, key=made.key.spelt)


def test_a_second_key_needs_the_signature_of_the_first(by: Account, tmp_path: Path) -> None:
    first = signing(tmp_path, by=by)
    old = signed(first)
    new = make_key(tmp_path / "new.key", name=first.key.name, algorithm=LOG)
    with pytest.raises(Refused, match="新旧密钥共同签名"):
        adopt_key(by=by, at=AT, key=new.key.spelt)
    text = key_change(first.key, new.key, time=1)
    with pytest.raises(Refused, match="更换书不成立"):
        adopt_key(by=by, at=AT, key=new.key.spelt, note=text + "\n" + new.sign(text).line)
    note = text + "\n" + first.sign(text).line + new.sign(text).line
    adopt_key(by=by, at=AT, key=new.key.spelt, note=note)
    assert (log_keys(), key_changes()) == ([first.key, new.key], [note])
    with pytest.raises(Refused, match="没有登记，或已更换"):
        signed(first, last=said(old))
    signed(new, last=said(old))
    assert list(log_faults()) == []


def test_a_cosignature_counts_while_its_witness_is_in_office(by: Account, tmp_path: Path) -> None:
    log, watcher = signing(tmp_path, by=by), watching(tmp_path, by=by)
    checkpoint = signed(log)
    cosigned(checkpoint, watcher)
    assert (log_state(now=AT).cosigned, witnesses()) == (checkpoint.size, [watcher.key])
    dismiss_witness(by=by, at=AT, key=watcher.key.spelt)
    assert (witnesses(), past_witnesses()) == ([], [watcher.key])
    later = signed(log, last=said(checkpoint))
    note = later.note + watcher.cosign(later.note.split("\n\n")[0] + "\n", time=1).line
    assert (keep_cosignatures(later, note), Cosignature.objects.count()) == (0, 1)
    assert list(log_faults()) == []
    with pytest.raises(Refused, match="没有这个见证方"):
        dismiss_witness(by=by, at=AT, key=watcher.key.spelt)


def test_two_witnesses_of_one_name_are_refused(by: Account, tmp_path: Path) -> None:
    watching(tmp_path, by=by)
    other = make_key(tmp_path / "other.key", name="shenji.example", algorithm=WITNESS)
    with pytest.raises(Refused, match=r"已有名为“shenji\.example”的见证方"):
        admit_witness(by=by, at=AT, key=other.key.spelt)


def test_nothing_new_is_not_signed_again(by: Account, tmp_path: Path) -> None:
    log = signing(tmp_path, by=by)
    made = signed(log)
    assert sign_checkpoint(signer=log, at=AT, last=said(made)) is None


def test_a_log_that_was_cut_or_rewritten_is_not_signed(by: Account, tmp_path: Path) -> None:
    log = signing(tmp_path, by=by)
    entered(5, by=by)
    last = said(signed(log))
    force("UPDATE access_logleaf SET commitment = decode(repeat('00', 32), 'hex') WHERE seq = 3")
    entered(1, by=by)
    with pytest.raises(Refused, match="前11条与上次签署时不同"):
        sign_checkpoint(signer=log, at=AT, last=last)
    force("DELETE FROM access_logleaf WHERE seq > 8")
    with pytest.raises(Refused, match="上次签到第11条，现只有8条"):
        sign_checkpoint(signer=log, at=AT, last=last)
    assert Checkpoint.objects.count() == 1


def test_a_checkpoint_from_paper_is_compared(by: Account, tmp_path: Path) -> None:
    log = signing(tmp_path, by=by)
    note = signed(log).note
    entered(3, by=by)
    assert compare_checkpoint(by=by, at=AT, note=note.replace("\n", "\r\n").strip())
    force("UPDATE access_logleaf SET commitment = decode(repeat('00', 32), 'hex') WHERE seq = 2")
    assert not compare_checkpoint(by=by, at=AT, note=note)
    with pytest.raises(Refused, match="不是完整的检查点"):
        compare_checkpoint(by=by, at=AT, note="x")
    stranger = make_key(tmp_path / "other.key", name=log.key.name, algorithm=LOG)
    with pytest.raises(Refused, match="不是本系统登记的密钥"):
        compare_checkpoint(by=by, at=AT, note=said(Checkpoint.objects.get()).text + "\n" + stranger.sign(said(Checkpoint.objects.get()).text).line)
