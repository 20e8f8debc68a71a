"""The house as processes: started as on a machine of its own, found by their parents, killed without warning."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import psutil

COMMAND = [sys.executable, "-c", "from quanheng.cli.screens.main import run; run()"]
KINDS = ("pages", "pages twice", "worker", "database", "everything")


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


class Machine:
    """One installation with its own data folder and temporary folder. `serve` is started again by us, as systemd would."""

    def __init__(self, home: Path, day: str) -> None:
        self.home, self.port, self.temporary = home, free_port(), home / "tmp"
        self.temporary.mkdir(parents=True, exist_ok=True)
        own = {"QUANHENG_HOME": str(home), "TMPDIR": str(self.temporary), "QUANHENG_DEMONSTRATION": day}
        self.environment = {**os.environ, **own}
        self.environment.pop("QUANHENG_DATABASE", None)
        self.output = (home / "output.txt").open("ab")
        self.main: subprocess.Popen[bytes] | None = None
        self.gave_up = 0

    def start(self) -> None:
        command = [*COMMAND, "serve", "--port", str(self.port)]
        self.main = subprocess.Popen(
            command,
            env=self.environment,
            stdout=self.output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [*COMMAND, *arguments], env=self.environment, capture_output=True, text=True, check=False
        )

    def kill(self, kind: str) -> list[int]:
        """SIGKILL to one part, found below the process that we started; who was killed."""
        assert self.main is not None
        if kind == "pages twice":  # the second time they have just risen
            first = self.kill("pages")
            self.wait(self.is_well)
            return [*first, *self.kill("pages")]
        victims = {
            "pages": self._children(is_worker=False),
            "worker": self._children(is_worker=True),
            "database": [self.database()],
            "everything": [*self._children(True), *self._children(False), self.main.pid],
        }[kind]
        for pid in victims:
            os.kill(pid, signal.SIGKILL)
        if kind == "everything":
            os.kill(self.database(), signal.SIGKILL)
            self.main.wait()
            self.start()
        return victims

    def database(self) -> int:
        return int((self.home / "postgresql" / "postmaster.pid").read_text().split("\n", 1)[0])

    def _children(self, is_worker: bool) -> list[int]:
        assert self.main is not None
        found = psutil.Process(self.main.pid).children()
        return [each.pid for each in found if ("work" in each.cmdline()) is is_worker]

    def is_well(self) -> bool:
        """Pages are served from a living database."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health/", timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False

    def wait(self, is_back: Callable[[], bool], limit: float = 300) -> float:
        """Seconds until it is back."""
        begun = time.monotonic()
        while not is_back():
            self._start_what_ended()
            if time.monotonic() - begun > limit:
                raise TimeoutError(f"not back after {limit:g} s; see {self.home / 'output.txt'}")
            time.sleep(0.05)
        return time.monotonic() - begun

    def _start_what_ended(self) -> None:
        """`serve` gives up when its pages fell six times within a minute: systemd starts it again, a second later."""
        if self.main is not None and self.main.poll() is not None:
            self.gave_up += 1
            time.sleep(1)
            self.start()

    def stop(self) -> int | None:
        """What it ended with when asked to; None when it had to be killed."""
        ended = None
        if self.main is not None and self.main.poll() is None:
            self.main.terminate()
            try:
                ended = self.main.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.main.pid, signal.SIGKILL)
        self.output.close()
        return ended
