"""The log as a folder for witnesses: tiles of hashes, the newest checkpoint, its keys, their cosignatures. Nothing personal.

Laid out as C2SP tlog-tiles. The signing process writes it; a witness on another machine reads it (a share, a copy, a stick)
and adds its cosignature, which the signing process takes in.
"""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from quanheng.access.core.merkle import EMPTY, consistency_proof, is_consistent, root
from quanheng.access.core.notes import (
    CheckpointText,
    Key,
    is_signed_by,
    read_checkpoint,
    read_key,
    read_key_change,
    read_note,
)
from quanheng.access.core.signing import Signer, is_signed_fast
from quanheng.access.core.tiles import HEIGHT, WIDTH, Tiles, path_of, tiles_of

CHECKPOINT, KEYS, COSIGNED = "checkpoint", "keys.json", "cosigned"


def publish(
    folder: Path,
    note: str,
    *,
    since: int,
    tile: Callable[[int, int], Sequence[bytes]],
    keys: Sequence[str],
    changes: Sequence[str],
) -> None:
    """Bring the folder to a checkpoint: tiles that changed `since` an earlier size, then keys, the checkpoint last."""
    size = read_checkpoint(read_note(note)[0]).size
    for level, index, width in tiles_of(size):
        if (index + 1) * WIDTH > since >> (level * HEIGHT):
            _put(folder / path_of(level, index, width), b"".join(tile(level, index)[:width]))
    whole = json.dumps({"keys": [*keys], "changes": [*changes]}, ensure_ascii=False, indent=1)
    _put(folder / KEYS, f"{whole}\n".encode())
    (folder / COSIGNED).mkdir(exist_ok=True)
    _put(folder / CHECKPOINT, note.encode())


def published_tiles(folder: Path, size: int) -> Tiles:
    """The tree of a published log of this size; OSError or ValueError where a tile is missing or torn."""

    def read(level: int, index: int) -> list[bytes]:
        width = min(WIDTH, (size >> (level * HEIGHT)) - index * WIDTH)
        path = folder / path_of(level, index, width)
        content = path.read_bytes()
        if len(content) != width * 32:
            raise ValueError(f"{path.relative_to(folder)} 不完整 / torn")
        return [content[start : start + 32] for start in range(0, len(content), 32)]

    return Tiles(read)


def witness(folder: Path, signer: Signer, *, log_key: str, seen: str, time: int) -> str:
    """Look at the published log; when it only grew since `seen` (the note kept from last time, or ""), cosign.

    Returns the note to keep. ValueError says why it is not cosigned: the log was cut, changed, or signed by a stranger.
    """
    note = (folder / CHECKPOINT).read_bytes().decode()
    text, signatures = read_note(note)
    said, trusted = read_checkpoint(text), trusted_keys(folder, log_key)
    if not any(is_signed_by(key, text, each, is_signed_fast) for key in trusted for each in signatures):
        raise ValueError("检查点不是所认可的密钥所签 / the checkpoint is not signed by the key we trust")
    tiles = published_tiles(folder, said.size)
    _extends(tiles, said, read_checkpoint(read_note(seen)[0]) if seen else None)
    if note != seen:
        name = f"{said.size}-{signer.key.id.hex()}.txt"
        _put(folder / COSIGNED / name, (note + signer.cosign(text, time=time).line).encode())
    return note


def trusted_keys(folder: Path, first: str) -> list[Key]:
    """The key we began with, and those to which it handed over, step by step, with both signatures."""
    trusted = [read_key(first)]
    if (folder / KEYS).exists():
        for note in json.loads((folder / KEYS).read_bytes())["changes"]:
            old, new = read_key_change(note, is_signed_fast)
            if old in trusted:
                trusted.append(new)
    return trusted


def _extends(tiles: Tiles, said: CheckpointText, seen: CheckpointText | None) -> None:
    made = root(tiles.node, said.size) if said.size else EMPTY
    if made != said.root:
        raise ValueError("树片与检查点的根摘要不符 / the tiles do not make the stated root")
    if seen is None:
        return
    if seen.origin != said.origin:
        raise ValueError("不是同一个日志 / another log")
    if said.size < seen.size:
        raise ValueError(f"日志变短：上次{seen.size}条，现{said.size}条 / the log has become shorter")
    proof = consistency_proof(tiles.node, seen.size, said.size)
    if not is_consistent(seen.size, seen.root, said.size, said.root, proof):
        raise ValueError(f"前{seen.size}条与上次所见不同：记录被改写 / the log was rewritten")


def _put(path: Path, content: bytes) -> None:
    """Whole or not at all: written beside, then moved in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_bytes(content)
    beside.replace(path)
