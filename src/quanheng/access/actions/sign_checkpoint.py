"""A checkpoint of the log, signed and kept. Called by the signing process alone: the pages hold no key."""

from datetime import datetime

from quanheng.access.core import merkle
from quanheng.access.core.notes import CheckpointText
from quanheng.access.core.signing import Signer
from quanheng.access.models import Checkpoint
from quanheng.access.queries.log import log_keys, log_size, stored_tiles
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import text


def sign_checkpoint(*, signer: Signer, at: datetime, last: CheckpointText | None) -> Checkpoint | None:
    """The new checkpoint, or None when nothing was added since `last`, the one the signing process itself remembers.

    Refused when the log no longer begins with what was signed last: then somebody has cut or rewritten it.
    """
    what, size, tiles = text("签署检查点"), log_size(), stored_tiles()
    if signer.key not in log_keys()[-1:]:
        raise Refused(what, why=text("这把密钥没有登记，或已更换"), remedy=text("由安全审计员在“检查点”页启用"))
    root = merkle.root(tiles.node, size)
    if last is not None:
        if size < last.size:
            raise Refused(what, why=text("日志变短：上次签到第{then}条，现只有{now}条", then=last.size, now=size))
        proof = merkle.consistency_proof(tiles.node, last.size, size)
        if not merkle.is_consistent(last.size, last.root, size, root, proof):
            raise Refused(what, why=text("前{then}条与上次签署时不同：记录被改写", then=last.size))
        if size == last.size:
            return None
    said = CheckpointText(signer.key.name, size, root, int(at.timestamp()))
    note = said.text + "\n" + signer.sign(said.text).line
    return Checkpoint.objects.get_or_create(size=size, defaults={"at": at.replace(microsecond=0), "note": note})[0]
