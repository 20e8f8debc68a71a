"""Log lines: one JSON object each, and nothing in it that could be about a person.

What is logged is decided by a list of fields, not by care: other people's messages lose their arguments, errors their
words (a database names the offending value in them), and whatever is left loses Chinese text, long digits and addresses.
"""

import json
import logging
import os
import re
import traceback
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

FIELDS = ("route", "method", "status", "ms", "size", "answer", "verb", "count", "state", "root", "seconds")
"""What our own code may add by `extra=`: names of things, numbers, random identifiers. Libraries add whole requests."""

OURS = "quanheng"
_TOLD = "·"
_SHAPES = re.compile(
    r"[\u3400-\u9fff\uf900-\ufaff][\u3400-\u9fff\uf900-\ufaff\s·]*"  # Chinese: names, places, sentences
    r"|\d{6,}[\dXx]?"  # identity numbers, telephones, accounts
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # mail
    r"|\d{1,3}(?:\.\d{1,3}){3}"  # network addresses
    r"|\d{4}[-./年]\d{1,2}[-./月]\d{1,2}"  # days, of birth among them
)


class LogLine(logging.Formatter):
    """日志行: one record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "what": plain_words(_message(record)),
        }
        if record.name.split(".")[0] == OURS:
            line |= {key: _value(record.__dict__[key]) for key in FIELDS if key in record.__dict__}
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = error_of(record.exc_info[1])
        return json.dumps(line, ensure_ascii=True, separators=(",", ":"))


def plain_words(said: str) -> str:
    """The sentence without whatever might be about a person.

    >>> plain_words("row 陈建国 999001198503010018 refused")
    'row ·· refused'
    """
    return _SHAPES.sub(_TOLD, said)[:500]


def error_of(error: BaseException) -> dict[str, Any]:
    """The kind of an error and where it happened, outermost first; never its words."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [
        f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} {frame.name}" for frame in frames[-12:]
    ]
    cause = error.__cause__ or error.__context__
    said: dict[str, Any] = {"kind": f"{type(error).__module__}.{type(error).__qualname__}", "at": places}
    return said | ({"from": type(cause).__qualname__} if cause is not None else {})


def _message(record: logging.LogRecord) -> str:
    """Our own messages are constants; others' are shown without what was put into them."""
    template = str(record.msg)
    return template if not record.args else re.sub(r"%[-+ #0-9.()a-z_]*[a-zA-Z]", _TOLD, template)


def _value(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    return plain_words(str(value))


class DayFiles(logging.Handler):
    """日志文件: a file for each day in UTC, appended to by every process of the installation, readable by its owner only."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder, self._day, self._file = Path(folder), "", -1
        self.setFormatter(LogLine())

    def emit(self, record: logging.LogRecord) -> None:
        try:
            line = (self.format(record) + "\n").encode()
            day = f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%d}"
            if day != self._day:
                self._begin(day)
            os.write(self._file, line)  # one write: lines of several processes do not mix
        except Exception:
            self.handleError(record)

    def _begin(self, day: str) -> None:
        self.close()
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = os.open(self._folder / f"{day}.jsonl", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._day = day

    def close(self) -> None:
        if self._file >= 0:
            os.close(self._file)
            self._file, self._day = -1, ""
        super().close()
