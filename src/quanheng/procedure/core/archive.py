"""A case as a folder that proves itself: documents, the chained record, a manifest. Checked here with no database.

The folder's root covers every byte of it. Whoever kept the root elsewhere (on paper, in another office) can tell a
folder rewritten as a whole from the one that was handed over.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quanheng.access.core.chain import canonical
from quanheng.procedure.core.record import first_broken

MANIFEST = "manifest.json"
RECORD = "record.jsonl"


@dataclass(frozen=True)
class Checked:
    """核验结果: whether the folder holds; if not, the first place that does not, and why."""

    holds: bool
    place: str
    why: str
    root: str
    entries: int = 0
    documents: int = 0


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
    *, case: Mapping[str, Any], entries: Sequence[Mapping[str, Any]], documents: Mapping[str, bytes]
) -> tuple[dict[str, bytes], str]:
    """All files of the folder with the manifest, and the root. `documents` maps file names to bytes."""
    files = {**documents, RECORD: b"".join(canonical(entry) + b"\n" for entry in entries)}
    for name in files:
        if Path(name).name != name or name == MANIFEST:
            raise ValueError(f"{name!r} cannot be a document's name")
    manifest = {
        "format": "quanheng-case-1",
        "case": dict(case),
        "record_head": entries[-1]["digest"] if entries else "",
        "record_entries": len(entries),
        "documents": {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())},
    }
    root = hashlib.sha256(canonical(manifest)).hexdigest()
    text = json.dumps({**manifest, "root": root}, ensure_ascii=False, indent=1, sort_keys=True)
    return {**files, MANIFEST: f"{text}\n".encode()}, root


def check(folder: Path, *, root: str | None = None) -> Checked:
    """Check a folder: manifest, then the record entry by entry, then every document; the first that fails is named."""
    try:
        text = (folder / MANIFEST).read_bytes().decode()
        manifest = json.loads(text)
        stated = manifest.pop("root")
        documents, head, count = manifest["documents"], manifest["record_head"], manifest["record_entries"]
        names_hold = isinstance(documents, dict) and all(Path(name).name == name for name in documents)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return Checked(False, MANIFEST, f"清单缺失或不能读取（{type(error).__name__}）", "")
    computed = hashlib.sha256(canonical(manifest)).hexdigest()
    respelt = json.dumps({**manifest, "root": stated}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    if computed != stated or text != respelt or not names_hold:
        return Checked(False, MANIFEST, "清单内容与其根摘要不符", computed)
    if root is not None and root.lower() != computed:
        return Checked(False, MANIFEST, "根摘要与您所持的不同：整个文件夹可能被替换", computed)
    broken = _record(folder, head, count) or _documents(folder, documents)
    if broken:
        return Checked(False, *broken, computed)
    return Checked(True, "", "", computed, count, len(documents))


def _record(folder: Path, head: str, count: int) -> tuple[str, str] | None:
    try:
        *lines, rest = (folder / RECORD).read_bytes().decode().split("\n")
    except (OSError, ValueError) as error:
        return RECORD, f"纪实缺失或不能读取（{type(error).__name__}）"
    entries = []
    if rest:
        lines.append(rest)
    for number, line in enumerate(lines, start=1):
        try:
            entry = json.loads(line)
        except ValueError:
            return f"{RECORD} 第{number}条", "不是有效的纪实条目"
        if not isinstance(entry, dict) or canonical(entry) != line.encode():
            return f"{RECORD} 第{number}条", "书写形式已被改动"
        entries.append(entry)
    broken = first_broken(entries)
    if broken:
        return f"{RECORD} 第{broken[0]}条", broken[1]
    if len(entries) != count or (entries and entries[-1]["digest"] != head):
        return f"{RECORD} 第{len(entries) + 1}条", f"纪实应有{count}条，现有{len(entries)}条"
    return None


def _documents(folder: Path, documents: Mapping[str, str]) -> tuple[str, str] | None:
    for name, expected in documents.items():
        path = folder / name
        if not path.is_file():
            return name, "文件缺失"
        if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            return name, "文件内容已被改动"
    extra = sorted({path.name for path in folder.iterdir()} - documents.keys() - {MANIFEST})
    return (extra[0], "清单中没有此文件") if extra else None
