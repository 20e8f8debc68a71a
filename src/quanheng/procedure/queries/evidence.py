"""What the log can say of a record: a proof for every entry under a checkpoint, the checkpoint, the keys to check it."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from quanheng.access.core.merkle import inclusion_proof
from quanheng.access.models import Checkpoint
from quanheng.access.queries.log import Leaves, key_changes, key_lines, log_keys, past_witnesses, stored_tiles
from quanheng.procedure.core.archive import Evidence
from quanheng.procedure.models import RecordEntry
from quanheng.procedure.queries.lines import leaves_of


def evidence_of(entries: Sequence[RecordEntry], leaves: Leaves | None = None) -> Evidence | None:
    """Under the newest cosigned checkpoint that covers the whole record, else the newest there is; None without any."""
    places = leaves_of(entries) if leaves is None else leaves
    seqs = [places[entry.pk][0] for entry in entries if entry.pk in places]
    chosen = _checkpoint(max(seqs, default=0))
    if chosen is None:
        return None
    node, proofs = cache(stored_tiles().node), []  # near entries share most of their way
    for entry in entries:
        seq, salt, _commitment = places.get(entry.pk, (0, "", ""))
        if not 0 < seq <= chosen.size:
            break
        path = [each.hex() for each in inclusion_proof(node, seq - 1, chosen.size)]
        proof: dict[str, Any] = {"number": entry.number, "seq": seq, "path": path}
        proofs.append(proof if entry.is_salted else proof | {"salt": salt})
    lines = key_lines()
    return Evidence(
        proofs=proofs,
        checkpoint=whole_note(chosen),
        keys=[key.spelt for key in log_keys(lines)],
        changes=key_changes(lines),
        witnesses=[key.spelt for key in past_witnesses(lines)],
    )


def whole_note(checkpoint: Checkpoint) -> str:
    """The checkpoint with every cosignature kept for it."""
    return checkpoint.note + "".join(f"{each.line}\n" for each in checkpoint.cosignatures.order_by("at", "pk"))


def _checkpoint(covering: int) -> Checkpoint | None:
    cosigned = Checkpoint.objects.filter(size__gte=covering, cosignatures__isnull=False)
    return cosigned.order_by("-size").first() or Checkpoint.objects.order_by("-size").first()
