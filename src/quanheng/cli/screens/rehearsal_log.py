"""The log of a demonstration: signed and witnessed for once by keys that lie beside its data, as other machines would."""

import shutil
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.timezone import localdate

from quanheng.access.actions.log_keys import admit_witness, adopt_key, keep_cosignatures
from quanheng.access.actions.scope import as_system
from quanheng.access.actions.sign_checkpoint import sign_checkpoint
from quanheng.access.core.notes import read_checkpoint, read_note
from quanheng.access.core.published import COSIGNED, publish, witness
from quanheng.access.core.signing import LOG, WITNESS, Signer, make_key, read_signer
from quanheng.access.models import Account
from quanheng.access.queries.log import log_keys, read_tile
from quanheng.cli.screens.stage import Stage, at

NAME, WATCHER = "yunling.example/log", "demonstration.example/witness"


def sign_log(*, at: datetime) -> int:
    """A checkpoint of all there is, cosigned; how many leaves it covers. `quanheng log sign` can go on from it."""
    with as_system(on=localdate(at)):
        return _signed(at)


def _signed(at: datetime) -> int:
    folder = Path(settings.HOME) / f"{connection.settings_dict['NAME']}_log"
    folder.mkdir(exist_ok=True)
    signer, watcher = _key(folder / "log.key", NAME, LOG), _key(folder / "witness.key", WATCHER, WITNESS)
    signed, seen, public = folder / "log.signed", folder / "witness.seen", folder / "published"
    if not log_keys():  # a new database beside older keys: what they remember is of another log
        for path in (signed, seen):
            path.unlink(missing_ok=True)
        shutil.rmtree(public, ignore_errors=True)
        auditor = Account.objects.filter(grants__role="audit_admin").order_by("pk")[0]
        adopt_key(by=auditor, at=at, key=signer.key.spelt)
        admit_witness(by=auditor, at=at, key=watcher.key.spelt)
    last = read_checkpoint(read_note(signed.read_text())[0]) if signed.exists() else None
    made = sign_checkpoint(signer=signer, at=at, last=last)
    if made is None:
        return last.size if last else 0
    publish(public, made.note, since=last.size if last else 0, tile=read_tile, keys=[signer.key.spelt], changes=[])
    before = seen.read_text() if seen.exists() else ""
    seen.write_text(witness(public, watcher, log_key=signer.key.spelt, seen=before, time=int(at.timestamp())))
    signed.write_text(made.note)
    for path in (public / COSIGNED).iterdir():
        keep_cosignatures(made, path.read_text())
        path.unlink()
    return made.size


def log_signed(stage: Stage) -> None:
    """Before the folder is written: so that it carries proofs."""
    size = sign_log(at=at(stage.facts["appointment"]["order_on"], 11))
    stage.progress.console.print(f"● 日志检查点：{size}条，已签名并见证（演练用的密钥在本机，正式使用须在另外的机器上）", markup=False)


def _key(path: Path, name: str, algorithm: int) -> Signer:
    return read_signer(path, algorithm=algorithm) if path.exists() else make_key(path, name=name, algorithm=algorithm)
