"""Signed notes, checkpoints and cosignatures in the C2SP formats (signed-note, tlog-checkpoint, tlog-cosignature).

A note is a text, an empty line, and one line for each signature. The algorithm is part of the key: its number stands
first in the key's spelling and is hashed into the id that every signature line carries.
"""

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import dataclass

ALGORITHMS = {1: "ed25519", 4: "ed25519-cosignature"}
"""Number in the key and name in words. SM2 and ML-DSA get theirs when a signer for them exists."""

_DASH = "\u2014 "


@dataclass(frozen=True)
class Key:
    """A public key (验签公钥): whose it is, its algorithm's number, its bytes."""

    name: str
    algorithm: int
    public: bytes

    @property
    def id(self) -> bytes:
        """Four bytes, as signature lines carry them."""
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.algorithm]) + self.public).digest()[:4]

    @property
    def spelt(self) -> str:
        """name+id+base64, one line to print and to read in again."""
        return f"{self.name}+{self.id.hex()}+{b64encode(bytes([self.algorithm]) + self.public).decode()}"

    @property
    def fingerprint(self) -> str:
        """What people compare: sixteen groups of four."""
        digest = hashlib.sha256(self.spelt.encode()).hexdigest()
        return " ".join(digest[i : i + 4] for i in range(0, 64, 4))


@dataclass(frozen=True)
class Signature:
    """One signature line: the name and id of its key, and what follows."""

    name: str
    key_id: bytes
    value: bytes

    @property
    def line(self) -> str:
        return f"{_DASH}{self.name} {b64encode(self.key_id + self.value).decode()}\n"


@dataclass(frozen=True)
class CheckpointText:
    """What a checkpoint says: which log, how many leaves, their root, when (seconds since 1970), signed by what."""

    origin: str
    size: int
    root: bytes
    time: int
    algorithm: str = "ed25519"

    @property
    def text(self) -> str:
        root = b64encode(self.root).decode()
        return f"{self.origin}\n{self.size}\n{root}\nalgorithm {self.algorithm}\ntime {self.time}\n"


def read_key(spelt: str) -> Key:
    """The key of its spelling; ValueError when it is none, or its algorithm is not known here."""
    parts = spelt.strip().split("+", 2)
    if len(parts) != 3:
        raise ValueError("不是公钥 / not a public key")
    data = b64decode(parts[2], validate=True)
    if len(data) != 33 or data[0] not in ALGORITHMS:
        raise ValueError(f"算法{data[:1].hex()}未知 / unknown algorithm")
    key = Key(parts[0], data[0], data[1:])
    if key.spelt != spelt.strip() or not _is_name(key.name):
        raise ValueError("公钥与其编号不符 / the key does not have this id")
    return key


def read_note(note: str) -> tuple[str, list[Signature]]:
    """The text of a note and its signatures; ValueError when it is no note."""
    text, gap, lines = note.rpartition("\n\n")
    if not gap or not lines.endswith("\n") or any(sign < " " for sign in note.replace("\n", "")):
        raise ValueError("不是签名文本 / not a signed note")
    return text + "\n", [_signature(line) for line in lines[:-1].split("\n")]


def read_checkpoint(text: str) -> CheckpointText:
    """What a checkpoint's text says; ValueError unless it is spelt as we spell it."""
    lines = text.split("\n")
    if len(lines) != 6 or not lines[1].isdecimal():
        raise ValueError("不是检查点 / not a checkpoint")
    algorithm, time = lines[3].partition(" ")[2], lines[4].partition(" ")[2]
    found = CheckpointText(lines[0], int(lines[1]), b64decode(lines[2], validate=True), int(time), algorithm)
    if found.text != text or len(found.root) != 32 or algorithm != ALGORITHMS[1]:
        raise ValueError("检查点书写不合规范 / the checkpoint is not spelt as it must be")
    return found


def key_change(old: Key, new: Key, *, time: int) -> str:
    """The text that hands over from one key of a log to the next: signed by both, or it is worth nothing."""
    return f"quanheng key change\n{old.name}\nold {old.spelt}\nnew {new.spelt}\ntime {time}\n"


def read_key_change(note: str, check: Callable[[bytes, bytes, bytes], bool]) -> tuple[Key, Key]:
    """The key that goes and the one that comes; ValueError unless both signed."""
    text, signatures = read_note(note)
    lines = text.split("\n")
    if len(lines) != 6 or lines[0] != "quanheng key change":
        raise ValueError("不是密钥更换书 / not a change of keys")
    old, new = read_key(lines[2].partition(" ")[2]), read_key(lines[3].partition(" ")[2])
    if text != key_change(old, new, time=int(lines[4].partition(" ")[2])) or old.name != new.name:
        raise ValueError("密钥更换书书写不合规范 / the change of keys is not spelt as it must be")
    if not all(any(is_signed_by(key, text, each, check) for each in signatures) for key in (old, new)):
        raise ValueError("密钥更换须由新旧密钥共同签名 / a change of keys needs the signatures of both")
    return old, new


def is_signed_by(key: Key, text: str, signature: Signature, check: Callable[[bytes, bytes, bytes], bool]) -> bool:
    """Whether this signature over the text is this key's; `check(public, message, signature)` does the arithmetic."""
    if (signature.name, signature.key_id) != (key.name, key.id):
        return False
    if key.algorithm == 4:
        if len(signature.value) != 72:
            return False
        return check(key.public, cosigned(text, cosigned_at(signature)), signature.value[8:])
    return check(key.public, text.encode(), signature.value)


def cosigned(text: str, time: int) -> bytes:
    """What a witness signs: the time and the checkpoint's text."""
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def cosigned_at(signature: Signature) -> int:
    """When the witness signed, in seconds since 1970."""
    return int.from_bytes(signature.value[:8], "big")


def _signature(line: str) -> Signature:
    dash, name, value = (line + "  ").split(" ", 2)
    data = b64decode(value.strip(), validate=True)
    made = Signature(name, data[:4], data[4:])
    if dash + " " != _DASH or not _is_name(name) or len(data) < 5 or made.line != line + "\n":
        raise ValueError("签名行不合规范 / a signature line is not spelt as it must be")
    return made


def _is_name(name: str) -> bool:
    return bool(name) and "+" not in name and not any(sign.isspace() for sign in name)
