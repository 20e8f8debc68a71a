"""A progress bar for commands that take their time: what is being done, how far, how long still."""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

Tell = Callable[[str, int, int], None]


@contextmanager
def bar(console: Console, title: str) -> Iterator[Tell]:
    """What to call with a name, how much is done and how much there is. Nothing is drawn where no terminal looks on."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[what]}"),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(title, what="", total=None)

        def tell(what: str, done: int, total: int) -> None:
            progress.update(task, completed=done, total=total, what=what)

        yield tell


class Steps(io.StringIO):
    """Where Django writes what it migrates: each “OK” is a step done."""

    def __init__(self, tell: Tell, total: int) -> None:
        super().__init__()
        self._tell, self._total, self._done = tell, total, 0

    def write(self, said: str) -> int:
        self._done += said.count("OK")
        name = said.replace("Applying", "").replace("OK", "").strip(" .\n")
        if name:
            self._tell(name.splitlines()[-1][:40], self._done, self._total)
        return len(said)
