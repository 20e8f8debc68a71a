"""A case as a folder that proves itself: documents, index, the chained record, proofs, the verifier, a manifest.

The folder's root covers every byte of it; the proofs lead from each entry to a signed checkpoint of the log. Whoever
kept the root or a checkpoint elsewhere can tell a folder rewritten as a whole from the one that was handed over.
"""

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quanheng.access.core.chain import canonical
from quanheng.procedure.core.folder_check import CHECKPOINT, KEYS, MANIFEST, PROOFS, RECORD, Checked, check
from quanheng.procedure.core.single_file import page, program

__all__ = ["MANIFEST", "RECORD", "Checked", "Evidence", "build", "check", "require_own", "write"]

INDEX, SUMS, PROGRAM, PAGE = "index.csv", "SHA256SUMS", "verify.py", "verify.html"
LABELS = {
    RECORD: "全程纪实（逐条）",
    PROOFS: "日志证明",
    CHECKPOINT: "已签名的检查点",
    KEYS: "验签公钥",
    PROGRAM: "核验程序（Python）",
    PAGE: "核验页（用浏览器打开）",
}
"""What the index says of the files that every folder has."""


@dataclass(frozen=True)
class Evidence:
    """日志证明: for each entry that the checkpoint covers its proof; the checkpoint as signed; the keys to check it."""

    proofs: Sequence[Mapping[str, Any]]
    checkpoint: str
    keys: Sequence[str]
    changes: Sequence[str] = ()
    witnesses: Sequence[str] = ()

    @property
    def files(self) -> dict[str, bytes]:
        keys = {"keys": [*self.keys], "changes": [*self.changes], "witnesses": [*self.witnesses]}
        return {
            PROOFS: _as_lines(self.proofs),
            CHECKPOINT: self.checkpoint.encode(),
            KEYS: f"{json.dumps(keys, ensure_ascii=False, indent=1)}\n".encode(),
        }


def require_own(folder: Path) -> None:
    """ValueError unless the folder is new, empty or an earlier case's: asked before the work, not after it."""
    if folder.exists() and any(folder.iterdir()) and not (folder / MANIFEST).exists():
        raise ValueError(f"{folder} 中有其他文件，请另选文件夹 / choose an empty folder")


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write what `build` made; anything else in the folder would not verify, so it is refused first."""
    require_own(folder)
    folder.mkdir(parents=True, exist_ok=True)
    strangers = sorted(path.name for path in folder.iterdir() if path.name not in files)
    if strangers:
        raise ValueError(f"{folder} 中有其他文件（{strangers[0]}），请另选文件夹 / choose an empty folder")
    for name, content in files.items():
        (folder / name).write_bytes(content)


def build(
    *,
    case: Mapping[str, Any],
    entries: Sequence[Mapping[str, Any]],
    documents: Mapping[str, bytes],
    labels: Mapping[str, str] | None = None,
    evidence: Evidence | None = None,
) -> tuple[dict[str, bytes], str]:
    """All files of the folder with the manifest, and the root. `documents` maps file names to bytes, `labels` to titles."""
    files = {**documents, RECORD: _as_lines(entries), **(evidence.files if evidence else {})}
    files |= {PROGRAM: program().encode(), PAGE: page().encode()}
    files |= {INDEX: _index(files, LABELS | dict(labels or {})), SUMS: _sums(files)}
    for name in files:
        if Path(name).name != name or name == MANIFEST:
            raise ValueError(f"{name!r} cannot be a document's name")
    manifest = {
        "format": "quanheng-case-2",
        "case": dict(case),
        "record_head": entries[-1]["digest"] if entries else "",
        "record_entries": len(entries),
        "documents": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
    }
    root = hashlib.sha256(canonical(manifest)).hexdigest()
    text = json.dumps({**manifest, "root": root}, ensure_ascii=False, indent=1, sort_keys=True)
    return {**files, MANIFEST: f"{text}\n".encode()}, root


def _as_lines(objects: Sequence[Mapping[str, Any]]) -> bytes:
    return b"".join(canonical(each) + b"\n" for each in objects)


def _index(files: Mapping[str, bytes], labels: Mapping[str, str]) -> bytes:
    """卷内目录, for a spreadsheet: number, file, title, bytes, digest."""
    made = io.StringIO()
    table = csv.writer(made, lineterminator="\r\n")
    table.writerow(["序号", "文件", "题名", "字节", "SHA-256"])
    for number, (name, content) in enumerate(files.items(), start=1):
        digest = hashlib.sha256(content).hexdigest()
        table.writerow([number, name, labels.get(name, ""), len(content), digest])
    return b"\xef\xbb\xbf" + made.getvalue().encode()


def _sums(files: Mapping[str, bytes]) -> bytes:
    """As `sha256sum --check` reads it."""
    return "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items()).encode()
