"""For tests of the log: a few acts on record, a signing key in use, checkpoints, witnesses."""

from datetime import timedelta
from pathlib import Path

from django.db import connection

from quanheng.access.actions.journal import write_entry
from quanheng.access.actions.log_keys import admit_witness, adopt_key, keep_cosignatures
from quanheng.access.actions.sign_checkpoint import sign_checkpoint
from quanheng.access.core.notes import CheckpointText, read_checkpoint, read_note
from quanheng.access.core.signing import LOG, WITNESS, Signer, make_key
from quanheng.access.models import Account, Authority, Checkpoint
from quanheng.access.tests.factories import AT, account, authority

WHAT = {"purpose": "核对任免审批表", "count": 3}


def auditor() -> Account:
    """The audit administrator, over an authority of her own when there is none."""
    return account("duanbingwen", "audit_admin", over=Authority.objects.first() or authority())


def entered(count: int, *, by: Account) -> None:
    """Lines of the journal, a second apart."""
    for number in range(count):
        write_entry(by=by, at=AT + timedelta(seconds=number), action="test.note", subject=f"test:{number}", authority_path="/yunling/", facts=WHAT)


def signing(folder: Path, *, by: Account, name: str = "yunling.example/log") -> Signer:
    """A key for checkpoints, in use."""
    made = make_key(folder / "log.key", name=name, algorithm=LOG)
    adopt_key(by=by, at=AT, key=made.key.spelt)
    return made


def watching(folder: Path, *, by: Account, name: str = "shenji.example") -> Signer:
    """A witness in office."""
    made = make_key(folder / f"{name}.key", name=name, algorithm=WITNESS)
    admit_witness(by=by, at=AT, key=made.key.spelt)
    return made


def signed(signer: Signer, *, minutes: int = 1, last: CheckpointText | None = None) -> Checkpoint:
    """A checkpoint of now."""
    made = sign_checkpoint(signer=signer, at=AT + timedelta(minutes=minutes), last=last)
    assert made is not None
    return made


def cosigned(checkpoint: Checkpoint, *witnesses: Signer, minutes: int = 2) -> None:
    """Cosignatures of these witnesses, kept."""
    text, _signatures = read_note(checkpoint.note)
    time = int((AT + timedelta(minutes=minutes)).timestamp())
    lines = "".join(each.cosign(text, time=time).line for each in witnesses)
    assert keep_cosignatures(checkpoint, checkpoint.note + lines) == len(witnesses)


def said(checkpoint: Checkpoint) -> CheckpointText:
    """What a checkpoint states."""
    return read_checkpoint(read_note(checkpoint.note)[0])


def force(sql: str, *given: object) -> int:
    """As the owner of the database could: with the triggers off. How many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, list(given))
        touched = cursor.rowcount
        cursor.execute("SET LOCAL session_replication_role = origin")
    return touched
