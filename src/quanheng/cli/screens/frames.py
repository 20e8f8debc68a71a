"""Messages between a command and the process beside it: eight bytes of length, then as many bytes."""

from typing import IO

_HEAD = 8


def send(sink: IO[bytes], said: bytes) -> None:
    """Write one message, and see that it leaves."""
    sink.write(len(said).to_bytes(_HEAD))
    sink.write(said)
    sink.flush()


def received(source: IO[bytes]) -> bytes:
    """The next message whole. EOFError when the other side is gone."""
    return _exactly(source, int.from_bytes(_exactly(source, _HEAD)))


def _exactly(source: IO[bytes], size: int) -> bytes:
    found = source.read(size)
    if len(found) < size:
        raise EOFError
    return found
