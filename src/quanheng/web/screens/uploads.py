"""Uploaded files too large for memory: a temporary file without a name, encrypted under a key that lives in this request alone."""

import io
import os
import tempfile
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

_BLOCK = 16


class HiddenFile(io.RawIOBase):
    """隐藏的临时文件: written once from front to back, read anywhere; on the disk AES in counter mode, and nothing after a crash."""

    def __init__(self) -> None:
        self._file, self._key = tempfile.TemporaryFile(), os.urandom(32)  # noqa: SIM115  closed with this one

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        """At the end always: no byte of the key's stream is used twice."""
        at, plain = self._file.seek(0, os.SEEK_END), bytes(data)
        return self._file.write(self._turned(plain, at))

    def readinto(self, buffer: Any, /) -> int:
        at = self._file.tell()
        data = self._turned(self._file.read(len(buffer)), at)
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def close(self) -> None:
        self._file.close()
        super().close()

    def _turned(self, data: bytes, at: int) -> bytes:
        """Plain into hidden and back, which is the same; the key is this file's own, so the counter begins at nought."""
        stream = Cipher(algorithms.AES(self._key), modes.CTR((at // _BLOCK).to_bytes(_BLOCK, "big"))).encryptor()
        stream.update(bytes(at % _BLOCK))
        return stream.update(data)


class HiddenUploads(FileUploadHandler):
    """In the place of Django's, whose temporary files have a name, stand in plain and outlive a killed process."""

    def new_file(self, *arguments: Any, **given: Any) -> None:
        super().new_file(*arguments, **given)
        self.file: UploadedFile[bytes] = UploadedFile(HiddenFile(), self.file_name, self.content_type, 0, self.charset, self.content_type_extra)  # type: ignore[arg-type]  # a raw file is one too

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self.file.write(raw_data)

    def file_complete(self, file_size: int) -> "UploadedFile[bytes]":
        self.file.seek(0)
        self.file.size = file_size
        return self.file

    def upload_interrupted(self) -> None:
        if hasattr(self, "file"):
            self.file.close()
