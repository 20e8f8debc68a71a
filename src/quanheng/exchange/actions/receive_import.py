"""Take a file in: it is stored whole in the database, and its preview is asked for. Nothing of it is read here."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from quanheng.access.actions.action import action
from quanheng.access.actions.jobs import wake
from quanheng.access.models import Account, Authority
from quanheng.access.queries.house_seal import new_seal_of
from quanheng.exchange.models import ImportBatch, ImportChunk, ImportJob
from quanheng.exchange.queries.files import piece_at
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text
from quanheng.registry.core import identity

WHAT = "上传导入文件"
MEGABYTE = 2**20
MOST_BYTES = 200 * MEGABYTE
_NAME = 200
_NUMBER = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15})(?!\d)")


@action(
    "exchange.import.receive",
    label=WHAT,
    permission="exchange.import",
    of=lambda given: given["authority"].path,
    keeps=("kind", "authority", "is_as_found"),
)
def receive_import(
    *, by: Account, at: datetime, kind: str, file_name: str, chunks: Iterable[bytes], authority: Authority, is_as_found: bool = False
) -> ImportBatch:
    """The batch, waiting to be read in the background. Refused when the same file waits already, is empty or too large."""
    batch = keep_file(by=by, at=at, kind=kind, file_name=file_name, chunks=chunks, authority=authority, is_as_found=is_as_found)
    ask(batch, "preview", by=by, at=at)
    return batch


def keep_file(
    *, by: Account, at: datetime, kind: str, file_name: str, chunks: Iterable[bytes], authority: Authority, is_as_found: bool
) -> ImportBatch:
    """Store the file sealed, a megabyte at a time, inside the caller's transaction: broken off, nothing of it stays."""
    digest, size = hashlib.sha256(), 0
    given = {"kind": kind, "file_name": _without_numbers(file_name)[:_NAME], "authority": authority, "by": by, "at": at, "is_as_found": is_as_found}
    batch = ImportBatch.objects.create(**given, state="unread")
    seal = new_seal_of(batch)
    for number, piece in enumerate(_megabytes(chunks)):
        size += len(piece)
        if size > MOST_BYTES:
            raise Refused(text(WHAT), why=text("文件超过{limit}MB", limit=MOST_BYTES // MEGABYTE), remedy=text("请拆分后分批导入"))
        digest.update(piece)
        ImportChunk.objects.create(batch=batch, number=number, data=seal.seal(piece, place=piece_at(number)))
    if not size:
        raise Refused(text(WHAT), why=text("文件是空的"), remedy=text("核对文件名和所在文件夹"))
    _wait(batch, digest.hexdigest(), size)
    return batch


def ask(batch: ImportBatch, verb: str, *, by: Account, at: datetime) -> ImportJob:
    """A job for the worker, who is told when this is committed."""
    job = ImportJob.objects.create(batch=batch, verb=verb, asked_by=by, asked_at=at)
    wake()
    return job


def _wait(batch: ImportBatch, sha256: str, size: int) -> None:
    """From here on it waits; a second upload of the same bytes, even at the same moment, is told so by the database."""
    batch.sha256, batch.size, batch.state = sha256, size, "received"
    try:
        with transaction.atomic():
            batch.save(update_fields=["sha256", "size", "state"])
    except IntegrityError as error:
        waiting = ImportBatch.objects.filter(by=batch.by, sha256=sha256, authority=batch.authority, state__in=ImportBatch.WAITING).first()
        said = f"{timezone.localtime(waiting.at if waiting else batch.at):%Y-%m-%d %H:%M}"
        raise Refused(
            text(WHAT), why=text("同一文件已于{at}上传，正等待确认", at=said), remedy=text("先前的预览已保留；请打开它确认导入，或放弃后重新上传")
        ) from error


def _without_numbers(file_name: str) -> str:
    """Forms are often named after their person's identity number; the name stays in plain, and in the versions of every line.

    >>> _without_numbers("陈建国_999101198503019014.lrmx")
    '陈建国_999***********9014.lrmx'
    """
    return _NUMBER.sub(lambda found: identity.mask(found[0]), file_name)


def _megabytes(chunks: Iterable[bytes]) -> Iterator[bytes]:
    held = bytearray()
    for chunk in chunks:
        held += chunk
        while len(held) >= MEGABYTE:
            yield bytes(held[:MEGABYTE])
            del held[:MEGABYTE]
    if held:
        yield bytes(held)
