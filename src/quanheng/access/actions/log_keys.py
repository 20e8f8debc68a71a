"""Keys that sign the log and witnesses that watch it: taken into use and dismissed by the audit administrator, on record.

Each row has its line in the journal, with the key in full: the list of keys stands in the log that the keys protect.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quanheng.access.actions.action import action
from quanheng.access.core.notes import (
    Key,
    cosigned_at,
    is_signed_by,
    read_checkpoint,
    read_key,
    read_key_change,
    read_note,
)
from quanheng.access.core.signing import LOG, WITNESS, is_signed_fast
from quanheng.access.models import Account, Checkpoint, Cosignature, LogKey
from quanheng.access.queries.log import is_extended, log_keys, witnesses
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import Text, text


def _kept(given: Mapping[str, Any]) -> dict[str, str]:
    return {"key": given["key"].strip()}


@action("access.adopt_key", label="启用签名密钥", permission="access.journal", also=_kept)
def adopt_key(*, by: Account, at: datetime, key: str, note: str = "") -> LogKey:
    """The first key of the log needs no other; each later one a note by which the old key hands over, signed by both."""
    what, known = text("启用签名密钥"), log_keys()
    made = _read(key, LOG, what)
    if made in known:
        raise Refused(what, why=text("这把密钥已登记"))
    note = _clean(note) if note.strip() else ""
    if known and not note:
        raise Refused(what, why=text("更换密钥须由新旧密钥共同签名"), remedy=text("在签名机上运行 quanheng log rotate"))
    if known:
        try:
            old, new = read_key_change(note, is_signed_fast)
        except ValueError as error:
            raise Refused(what, why=text("更换书不成立：{why}", why=error)) from error
        if (old, new) != (known[-1], made):
            raise Refused(what, why=text("更换书所列的新旧密钥与登记的不符"))
    return LogKey.objects.create(what=LogKey.ADOPTED, key=made.spelt, note=note if known else "", at=at)


@action("access.admit_witness", label="登记见证方", permission="access.journal", also=_kept)
def admit_witness(*, by: Account, at: datetime, key: str) -> LogKey:
    """From now on this key's cosignatures count; its private half must never have been on our machines."""
    what = text("登记见证方")
    made = _read(key, WITNESS, what)
    if any(made.name == each.name for each in witnesses()):
        raise Refused(what, why=text("已有名为“{name}”的见证方", name=made.name), remedy=text("先停止原见证方，或换一个名称"))
    return LogKey.objects.create(what=LogKey.ADMITTED, key=made.spelt, at=at)


@action("access.dismiss_witness", label="停止见证方", permission="access.journal", also=_kept)
def dismiss_witness(*, by: Account, at: datetime, key: str) -> LogKey:
    """Its later cosignatures no longer count; the earlier ones stay good."""
    what = text("停止见证方")
    found = next((each for each in witnesses() if each.spelt == key.strip()), None)
    if found is None:
        raise Refused(what, why=text("没有这个见证方"))
    return LogKey.objects.create(what=LogKey.DISMISSED, key=found.spelt, at=at)


@action("access.compare_checkpoint", label="对照检查点", permission="access.journal", also=lambda given: {"first": given["note"].split("\n")[1:3]})
def compare_checkpoint(*, by: Account, at: datetime, note: str) -> bool:
    """Whether today's log still begins with what a checkpoint kept elsewhere (on paper, by a witness) once stated."""
    what = text("对照检查点")
    try:
        said_text, signatures = read_note(_clean(note))
        said = read_checkpoint(said_text)
    except ValueError as error:
        raise Refused(what, why=text("不是完整的检查点：{why}", why=error), remedy=text("原样录入，包括空行和签名行")) from error
    if not any(is_signed_by(key, said_text, each, is_signed_fast) for key in log_keys() for each in signatures):
        raise Refused(what, why=text("检查点的签名不是本系统登记的密钥所签"))
    return is_extended(said.size, said.root)


def keep_cosignatures(checkpoint: Checkpoint, note: str) -> int:
    """Keep what witnesses in office have added to a checkpoint's note; how many are now kept. For the signing process.

    No act: each would be a leaf of its own, and the log would never come to rest.
    """
    said, signatures = read_note(note)
    if said != read_note(checkpoint.note)[0]:
        return 0
    kept = 0
    for key in witnesses():
        good = [each for each in signatures if is_signed_by(key, said, each, is_signed_fast)]
        if good:
            at = datetime.fromtimestamp(cosigned_at(good[0]), tz=checkpoint.at.tzinfo)
            given = {"line": good[0].line.rstrip("\n"), "at": at}
            Cosignature.objects.get_or_create(checkpoint=checkpoint, witness=key.name, defaults=given)
            kept += 1
    return kept


def _read(key: str, algorithm: int, what: Text) -> Key:
    try:
        made = read_key(key)
    except ValueError as error:
        raise Refused(what, why=text("公钥不能读取：{why}", why=error), remedy=text("原样粘贴公钥的一整行")) from error
    if made.algorithm != algorithm:
        raise Refused(what, why=text("这把公钥是另一种用途的"))
    return made


def _clean(note: str) -> str:
    """As a form gives it back: other line ends, a missing last one."""
    return note.replace("\r\n", "\n").strip("\n") + "\n"
