"""The load: people who report something by the public form, one after another, and note what was acknowledged."""

import http.client
import random
import re
import threading
import time
import urllib.parse
from dataclasses import dataclass, field
from itertools import count

TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
_numbers = count(1)
_FULL = 409


@dataclass
class Ledger:
    """What was sent and what was acknowledged, by all clients together."""

    sent: set[str] = field(default_factory=set)
    acknowledged: set[str] = field(default_factory=set)
    broken: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, content: str, *, is_acknowledged: bool) -> None:
        with self.lock:
            (self.acknowledged if is_acknowledged else self.sent).add(content)


class Client(threading.Thread):
    """群众: reports as fast as it is answered; what breaks off is never sent again, so nothing may appear twice."""

    def __init__(
        self, port: int, slugs: list[str], canary: str, ledger: Ledger, ending: threading.Event
    ) -> None:
        super().__init__(daemon=True)
        self.port, self.slugs, self.canary, self.ledger, self.ending = port, slugs, canary, ledger, ending
        self.connection: http.client.HTTPConnection | None = None
        self.token, self.cookie = "", ""

    def run(self) -> None:
        while not self.ending.is_set():
            try:
                self._report()
            except (OSError, http.client.HTTPException):
                self.ledger.broken += 1
                self._hang_up()
                time.sleep(0.05)

    def _report(self) -> None:
        path = f"/notices/{random.choice(self.slugs)}/"
        if not self.token:
            self._open(path)
        content = f"第{next(_numbers)}号反映，身份证{self.canary}的人招标时打过招呼。"
        form = {"csrfmiddlewaretoken": self.token, "content": content, "name": "", "contact": ""}
        self.ledger.note(content, is_acknowledged=False)  # before: what breaks off may have been kept
        status, _body = self._ask("POST", path, urllib.parse.urlencode(form))
        if status not in (302, _FULL):
            self._hang_up()
        if status == 302:
            self.ledger.note(content, is_acknowledged=True)

    def _open(self, path: str) -> None:
        status, body = self._ask("GET", path, "")
        found = TOKEN.search(body)
        if status != 200 or not found:
            raise http.client.HTTPException(f"{status}")
        self.token = found.group(1).decode()

    def _ask(self, method: str, path: str, body: str) -> tuple[int, bytes]:
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=15)
        sent = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self.cookie}
        self.connection.request(method, path, body, sent)
        answer = self.connection.getresponse()
        for given in answer.headers.get_all("Set-Cookie") or []:
            if given.startswith("csrftoken="):
                self.cookie = given.split(";", 1)[0]
        return answer.status, answer.read()

    def _hang_up(self) -> None:
        if self.connection is not None:
            self.connection.close()
        self.connection, self.token = None, ""
