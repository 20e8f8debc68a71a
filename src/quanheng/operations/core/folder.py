"""The folder of a backup: a manifest with the digest of every file, the tables as files, the installation's own files.

`manifest.json` holds nothing personal and is never sealed; what is in the tables is said in `contents.json`, which is.
"""

import gzip
import hashlib
import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any, BinaryIO, cast

from quanheng.operations.core.sealing import Sealed, SealingWriter, opened

FORMAT = "quanheng-backup-1"
MANIFEST, CONTENTS = "manifest.json", "contents.json"
PARTIAL = ".partial"
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Entry:
    """One file of the folder: its name there, its size and SHA-256 as it lies."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class TableCopy:
    """数据表: columns in order, rows, SHA-256 of the rows in clear, and the file that holds them ("" when there are none)."""

    name: str
    columns: tuple[str, ...]
    rows: int
    sha256: str
    file: str = ""


@dataclass(frozen=True)
class Contents:
    """What the backup holds: the state of the schema, tables, sequences, files of the installation."""

    migrations: tuple[tuple[str, str], ...]
    tables: tuple[TableCopy, ...]
    sequences: dict[str, int | None]
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Manifest:
    """清单: when, by which version, with which heads of records, sealed to whom, and every file."""

    made_at: str
    version: str
    heads: dict[str, str]
    rows: int
    has_keys: bool
    is_packed: bool
    entries: tuple[Entry, ...] = ()
    sealed: Sealed | None = None
    format: str = FORMAT

    def canonical(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"

    @property
    def root(self) -> str:
        """One digest over everything: to be noted elsewhere."""
        return hashlib.sha256(self.canonical()).hexdigest()


class NotWholeError(ValueError):
    """The folder is not the one that was written."""


def read_manifest(folder: Path) -> Manifest:
    """NotWholeError when there is none or it is of another format."""
    try:
        said = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError) as error:
        raise NotWholeError(f"{folder}：没有可读的清单 / no readable manifest") from error
    if said.get("format") != FORMAT:
        raise NotWholeError(f"{folder}：格式“{said.get('format')}”不认识 / unknown format")
    said["entries"] = tuple(Entry(**each) for each in said["entries"])
    said["sealed"] = Sealed(**said["sealed"]) if said["sealed"] else None
    return Manifest(**said)


def check_files(folder: Path, manifest: Manifest, tell: Callable[[str], None] = lambda name: None) -> None:
    """NotWholeError names the first file that is missing, foreign or changed."""
    expected = {each.name for each in manifest.entries} | {MANIFEST}
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    for name in sorted(expected ^ found):
        raise NotWholeError(
            f"{name}：{'缺失 / missing' if name in expected else '不在清单中 / not in the manifest'}"
        )
    for each in manifest.entries:
        size, digest = measure(folder / each.name)
        if (size, digest) != (each.size, each.sha256):
            raise NotWholeError(f"{each.name}：内容与清单不符 / differs from the manifest")
        tell(each.name)


def measure(path: Path) -> tuple[int, str]:
    """Size and SHA-256 of a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
        return file.tell(), digest.hexdigest()


@dataclass
class Shelf:
    """Where the files of one backup are put or taken from: packed or not, sealed or not."""

    folder: Path
    is_packed: bool = True
    data_key: bytes | None = None
    entries: list[Entry] = field(default_factory=list)

    @contextmanager
    def put(self, name: str) -> Iterator[IO[bytes]]:
        """A file to write in clear; it lies packed and sealed, is on the disk when the block ends, and is listed."""
        path = self.folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            sealing = SealingWriter(out, self.data_key, name) if self.data_key else None
            below = cast(BinaryIO, sealing or out)
            if self.is_packed:
                with gzip.GzipFile(fileobj=below, mode="wb", compresslevel=1, mtime=0, filename="") as packed:
                    yield cast(IO[bytes], packed)
            else:
                yield below
            if sealing:
                sealing.close()
            out.flush()
            os.fsync(out.fileno())
        self.entries.append(Entry(name, *measure(path)))

    def put_bytes(self, name: str, content: bytes) -> None:
        with self.put(name) as out:
            out.write(content)

    @contextmanager
    def take(self, name: str) -> Iterator[IO[bytes]]:
        """A file in clear, as it was put."""
        with (self.folder / name).open("rb") as file:
            below: Any = (
                io.BufferedReader(_Pieces(opened(file, self.data_key, name)), _BLOCK)
                if self.data_key
                else file
            )
            if not self.is_packed:
                yield below
                return
            with gzip.GzipFile(fileobj=below, mode="rb") as clear:
                yield cast(IO[bytes], clear)

    def take_bytes(self, name: str) -> bytes:
        with self.take(name) as file:
            return file.read()


class _Pieces(io.RawIOBase):
    """An iterator of bytes as something to read from."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._held = pieces, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._held:
            following = next(self._pieces, None)
            if following is None:
                return 0
            self._held = memoryview(following)
        count = min(len(buffer), len(self._held))
        buffer[:count], self._held = self._held[:count], self._held[count:]
        return count


def write_contents(shelf: Shelf, contents: Contents) -> None:
    shelf.put_bytes(CONTENTS, json.dumps(asdict(contents), ensure_ascii=False, indent=1).encode() + b"\n")


def read_contents(shelf: Shelf) -> Contents:
    said = json.loads(shelf.take_bytes(CONTENTS))
    return Contents(
        migrations=tuple((app, name) for app, name in said["migrations"]),
        tables=tuple(TableCopy(**{**each, "columns": tuple(each["columns"])}) for each in said["tables"]),
        sequences=said["sequences"],
        files=tuple(said["files"]),
    )


def finish(folder: Path, manifest: Manifest, target: Path) -> None:
    """Write the manifest last and give the folder its name in one move: what has the name is whole."""
    path = folder / MANIFEST
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(manifest.canonical())
        out.flush()
        os.fsync(out.fileno())
    folder.rename(target)
