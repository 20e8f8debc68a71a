"""A witness cosigns a log that only grew, and nothing else: shortened, rewritten, forked, torn or signed by a stranger."""

from pathlib import Path

import pytest

from quanheng.access.core.merkle import leaf_hash, root
from quanheng.access.core.notes import CheckpointText, cosigned_at, is_signed_by, key_change, read_note
from quanheng.access.core.published import CHECKPOINT, COSIGNED, publish, witness
from quanheng.access.core.signing import LOG, WITNESS, Signer, is_signed_fast, make_key
from quanheng.access.core.tiles import WIDTH, Tiles, tile_of

NOW = 1795334400


class Log:
    """A log in memory, published like the database's."""

    def __init__(self, folder: Path, signer: Signer) -> None:
        self.folder, self.signer, self.leaves = folder, signer, list[bytes]()
        self.changes: list[str] = []

    def grow(self, to: int, what: str = "") -> None:
        self.leaves += [leaf_hash(f"{what}{number}".encode()) for number in range(len(self.leaves), to)]

    def tile(self, level: int, index: int) -> list[bytes]:
        row = self.leaves
        for _ in range(level):
            row = [tile_of(row[i : i + WIDTH]) for i in range(0, len(row) - WIDTH + 1, WIDTH)]
        return row[index * WIDTH : (index + 1) * WIDTH]

    def publish(self, *, since: int = 0, signer: Signer | None = None) -> str:
        by = signer or self.signer
        said = CheckpointText(by.key.name, len(self.leaves), root(Tiles(self.tile).node, len(self.leaves)), NOW)
        note = said.text + "\n" + by.sign(said.text).line
        publish(self.folder, note, since=since, tile=self.tile, keys=[by.key.spelt], changes=self.changes)
        return note


@pytest.fixture
def log(tmp_path: Path) -> Log:
    return Log(tmp_path / "log", make_key(tmp_path / "log.key", name="yunling.example/log", algorithm=LOG))


@pytest.fixture
def watcher(tmp_path: Path) -> Signer:
    return make_key(tmp_path / "w.key", name="shenji.example", algorithm=WITNESS)


def look(log: Log, watcher: Signer, seen: str = "", key: str = "") -> str:
    return witness(log.folder, watcher, log_key=key or log.signer.key.spelt, seen=seen, time=NOW + 5)


def test_a_log_that_only_grew_is_cosigned_each_time(log: Log, watcher: Signer) -> None:
    seen, before = "", 0
    for size in (3, 256, 300, 700, 66_000):
        log.grow(size)
        log.publish(since=before)
        seen, before = look(log, watcher, seen), size
        text, signatures = read_note((log.folder / COSIGNED / f"{size}-{watcher.key.id.hex()}.txt").read_text())
        assert is_signed_by(watcher.key, text, signatures[-1], is_signed_fast)
        assert cosigned_at(signatures[-1]) == NOW + 5


def test_nothing_new_is_not_cosigned_again(log: Log, watcher: Signer) -> None:
    log.grow(3)
    log.publish()
    seen = look(log, watcher)
    for path in (log.folder / COSIGNED).iterdir():
        path.unlink()
    assert look(log, watcher, seen) == seen
    assert list((log.folder / COSIGNED).iterdir()) == []


def test_a_shortened_log_is_refused(log: Log, watcher: Signer) -> None:
    log.grow(300)
    log.publish()
    seen = look(log, watcher)
    del log.leaves[200:]
    log.publish()
    with pytest.raises(ValueError, match="上次300条，现200条"):
        look(log, watcher, seen)


@pytest.mark.parametrize("changed", [0, 150, 299])
def test_a_rewritten_log_is_refused(log: Log, watcher: Signer, changed: int) -> None:
    log.grow(300)
    log.publish()
    seen = look(log, watcher)
    log.leaves[changed] = leaf_hash(b"other")
    log.grow(400)
    log.publish()
    with pytest.raises(ValueError, match="前300条与上次所见不同"):
        look(log, watcher, seen)
    assert [path.name.split("-")[0] for path in (log.folder / COSIGNED).iterdir()] == ["300"]


def test_another_root_of_the_same_size_is_refused(log: Log, watcher: Signer) -> None:
    log.grow(30)
    log.publish()
    seen = look(log, watcher)
    log.leaves[3] = leaf_hash(b"other")
    log.publish()
    with pytest.raises(ValueError, match="前30条与上次所见不同"):
        look(log, watcher, seen)


def test_a_stranger_and_torn_tiles_are_refused(log: Log, watcher: Signer, tmp_path: Path) -> None:
    log.grow(300)
    log.publish(signer=make_key(tmp_path / "other.key", name="yunling.example/log", algorithm=LOG))
    with pytest.raises(ValueError, match="不是所认可的密钥所签"):
        look(log, watcher)
    log.publish()
    tile = log.folder / "tile/0/001.p/44"
    tile.write_bytes(tile.read_bytes()[:-1])
    with pytest.raises(ValueError, match="不完整"):
        look(log, watcher)
    tile.write_bytes(bytes(44 * 32))
    with pytest.raises(ValueError, match="树片与检查点的根摘要不符"):
        look(log, watcher)


def test_a_witness_follows_a_change_of_keys_signed_by_both(log: Log, watcher: Signer, tmp_path: Path) -> None:
    log.grow(10)
    log.publish()
    seen, first = look(log, watcher), log.signer
    new = make_key(tmp_path / "new.key", name=first.key.name, algorithm=LOG)
    log.grow(20)
    log.publish(signer=new)
    with pytest.raises(ValueError, match="不是所认可的密钥所签"):
        look(log, watcher, seen)
    text = key_change(first.key, new.key, time=NOW)
    log.changes.append(text + "\n" + first.sign(text).line + new.sign(text).line)
    note = log.publish(signer=new)
    assert look(log, watcher, seen) == note == (log.folder / CHECKPOINT).read_text()
