"""Where the workers of tests come from: a process with everything loaded, which forks `quanheng work` as often as it is asked.

Each line it reads asks for one and is answered with its number; a line with a number is answered the same when that one has ended.
"""

import importlib
import os
import sys


def main() -> None:
    command = importlib.import_module("quanheng.cli.screens.main")
    importlib.import_module("quanheng.cli.screens.loading").loaded("work")
    importlib.import_module("quanheng.regulation.core.library").library()
    for line in sys.stdin:
        if line.strip():
            number, _ = os.waitpid(int(line), 0)
        elif not (number := os.fork()):
            _work(command)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


def _work(command: object) -> None:
    """As from the shell, without the pipes of the process that it was forked from."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nothing, stream)
    sys.argv = ["quanheng", "work"]
    try:
        command.run()  # type: ignore[attr-defined]
    finally:
        os._exit(1)  # what the other process does when it ends is its own affair


if __name__ == "__main__":
    main()
