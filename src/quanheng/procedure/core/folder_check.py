"""A case's folder checked with no database, no network and nothing but Python: this is what `quanheng verify` runs.

With `chain`, `merkle`, `ed25519`, `notes` and `record` it is put together into the one file `verify.py` that lies in
every folder (`single_file.py`): it must also run on Python 3.8.
"""

import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quanheng.access.core.chain import canonical
from quanheng.access.core.ed25519 import is_signed
from quanheng.access.core.merkle import is_included, leaf_hash
from quanheng.access.core.notes import (
    CheckpointText,
    is_signed_by,
    read_checkpoint,
    read_key,
    read_key_change,
    read_note,
)
from quanheng.procedure.core.record import committed, first_broken, is_salted

MANIFEST, RECORD = "manifest.json", "record.jsonl"
PROOFS, CHECKPOINT, KEYS = "proofs.jsonl", "checkpoint.txt", "keys.json"


@dataclass(frozen=True)
class Checked:
    """核验结果: whether the folder holds; if not, the first place that does not, and why; how far the log proves it."""

    holds: bool
    place: str
    why: str
    root: str
    entries: int = 0
    documents: int = 0
    proven: int = 0
    """Entries shown to be in the log at the checkpoint."""
    erased: int = 0
    """Entries whose content was erased; the chain and the log go on over them."""
    log: str = ""
    """The log's name and size at the checkpoint."""
    key: str = ""
    """Fingerprint of the key that signed the checkpoint: compare it with the printed one."""
    witnesses: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The result in words."""
        if not self.holds:
            return (f"■ 不符：{self.place}：{self.why}",)
        said = [f"● 完好：纪实{self.entries}条，文件{self.documents}个。根摘要 {self.root}"]
        if self.erased:
            said.append(f"▲ 其中{self.erased}条的内容已依规删除，前后衔接仍可核验")
        if self.log:
            said.append(f"● 日志证明：{self.proven}/{self.entries}条在检查点 {self.log} 之内。签名密钥指纹 {self.key}")
            said.append(f"● 见证：{'、'.join(self.witnesses)}" if self.witnesses else "▲ 该检查点尚无见证签名")
        else:
            said.append("▲ 没有日志证明：只能说明文件夹自身前后一致")
        return tuple(said)


class _BrokenError(Exception):
    """Where the folder does not hold, and why."""


def check(folder: Path, *, root: str | None = None, key: str | None = None) -> Checked:
    """Check a folder: manifest, record entry by entry, every file, proofs; the first that fails is named.

    `root`, the digest kept elsewhere, must be the folder's; `key`, a public key kept elsewhere, must have signed.
    """
    computed = ""
    try:
        manifest, computed = _manifest(folder, root)
        entries = _record(folder, manifest["record_head"], manifest["record_entries"])
        _documents(folder, manifest["documents"])
        erased = sum("commitment" in entry for entry in entries)
        proof = _proof(folder, entries, key) if PROOFS in manifest["documents"] else {}
        if key and not proof:
            raise _BrokenError(PROOFS, "没有日志证明，无法按所给密钥核验")
    except _BrokenError as broken:
        place, why = broken.args
        return Checked(False, place, why, computed)
    return Checked(True, "", "", computed, len(entries), len(manifest["documents"]), erased=erased, **proof)


def _manifest(folder: Path, root: str | None) -> tuple[Mapping[str, Any], str]:
    try:
        text = (folder / MANIFEST).read_bytes().decode()
        manifest = json.loads(text)
        stated = manifest.pop("root")
        documents = manifest["documents"]
        names_hold = isinstance(documents, dict) and all(Path(name).name == name for name in documents)
        names_hold = names_hold and {"record_head", "record_entries"} <= set(manifest)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _BrokenError(MANIFEST, f"清单缺失或不能读取（{type(error).__name__}）") from error
    computed = hashlib.sha256(canonical(manifest)).hexdigest()
    whole = {**manifest, "root": stated}
    respelt = json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if computed != stated or text != respelt or not names_hold:
        raise _BrokenError(MANIFEST, "清单内容与其根摘要不符")
    if root is not None and root.lower() != computed:
        raise _BrokenError(MANIFEST, "根摘要与您所持的不同：整个文件夹可能被替换")
    return manifest, computed


def _record(folder: Path, head: str, count: int) -> list[Mapping[str, Any]]:
    entries = _lines(folder, RECORD)
    broken = first_broken(entries)
    if broken:
        raise _BrokenError(f"{RECORD} 第{broken[0]}条", broken[1])
    if len(entries) != count or (entries and entries[-1]["digest"] != head):
        raise _BrokenError(f"{RECORD} 第{len(entries) + 1}条", f"纪实应有{count}条，现有{len(entries)}条")
    return entries


def _lines(folder: Path, name: str) -> list[Mapping[str, Any]]:
    """The objects of a file with one in each line, each in its one spelling."""
    lines: list[str]
    try:
        *lines, rest = (folder / name).read_bytes().decode().split("\n")
    except (OSError, ValueError) as error:
        raise _BrokenError(name, f"缺失或不能读取（{type(error).__name__}）") from error
    found: list[Mapping[str, Any]] = []
    for number, line in enumerate([*lines, rest] if rest else lines, start=1):
        try:
            entry = json.loads(line)
        except ValueError as error:
            raise _BrokenError(f"{name} 第{number}条", "不是有效的条目") from error
        if not isinstance(entry, dict) or canonical(entry) != line.encode():
            raise _BrokenError(f"{name} 第{number}条", "书写形式已被改动")
        found.append(entry)
    return found


def _documents(folder: Path, documents: Mapping[str, str]) -> None:
    for name, expected in documents.items():
        path = folder / name
        if not path.is_file():
            raise _BrokenError(name, "文件缺失")
        if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            raise _BrokenError(name, "文件内容已被改动")
    extra = sorted({path.name for path in folder.iterdir()} - set(documents) - {MANIFEST})
    if extra:
        raise _BrokenError(extra[0], "清单中没有此文件")


def _proof(folder: Path, entries: Sequence[Mapping[str, Any]], key: str | None) -> dict[str, Any]:
    """What the log says of the entries: each that the checkpoint covers must be in it, in the order of the record."""
    said, fingerprint, witnesses = _checkpoint(folder, key)
    proofs = {proof.get("number"): proof for proof in _lines(folder, PROOFS)}
    last = 0
    for number, entry in enumerate(entries, start=1):
        proof = proofs.get(number)
        if proof is None:
            break
        try:
            leaf = leaf_hash(committed(entry, "" if is_salted(entry) else proof["salt"]))
            path = [bytes.fromhex(each) for each in proof["path"]]
            holds = proof["seq"] > last and is_included(proof["seq"] - 1, said.size, leaf, path, said.root)
            last = proof["seq"]
        except (KeyError, ValueError, TypeError):
            holds = False
        if not holds:
            raise _BrokenError(f"{RECORD} 第{number}条", "不在已签名的日志之中：内容或次序与当时所记不同")
    proven = number - 1 if entries and proofs.get(number) is None else len(entries)
    if len(proofs) != proven:
        raise _BrokenError(PROOFS, "证明与纪实条目对不上")
    log = f"{said.origin} {said.size}"
    return {"proven": proven, "log": log, "key": fingerprint, "witnesses": witnesses}


def _checkpoint(folder: Path, key: str | None) -> tuple[CheckpointText, str, tuple[str, ...]]:
    """The checkpoint, the fingerprint of the key that signed it, and who cosigned."""
    name = KEYS
    try:
        keys = json.loads((folder / KEYS).read_bytes().decode())
        known = [read_key(each) for each in keys["keys"]]
        watchers = [read_key(each) for each in keys["witnesses"]]
        trusted = {read_key(key)} if key else set(known[:1])
        for note in keys["changes"]:
            old, new = read_key_change(note, is_signed)
            if old in trusted:
                trusted.add(new)
        name = CHECKPOINT
        text, signatures = read_note((folder / CHECKPOINT).read_bytes().decode())
        said = read_checkpoint(text)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _BrokenError(name, f"不能读取（{error}）") from error
    signer = [each for each in trusted for line in signatures if is_signed_by(each, text, line, is_signed)]
    if not signer or signer[0].name != said.origin:
        raise _BrokenError(CHECKPOINT, "签名无效，或不是所认可的密钥所签")
    seen = [each.name for each in watchers for line in signatures if is_signed_by(each, text, line, is_signed)]
    return said, signer[0].fingerprint, tuple(sorted(set(seen)))


def main(arguments: Sequence[str]) -> int:
    """`verify.py [folder] [--root DIGEST] [--key KEY]`: 0 when all holds, 1 when something does not."""
    given, options = list(arguments), {}
    for option in ("--root", "--key"):
        if option in given[:-1]:
            place = given.index(option)
            options[option[2:]] = given[place + 1]
            del given[place : place + 2]
    folder = Path(given[0]) if given else Path(__file__).resolve().parent
    checked = check(folder, **options)
    sys.stdout.write("\n".join(checked.lines) + "\n")
    return 0 if checked.holds else 1
