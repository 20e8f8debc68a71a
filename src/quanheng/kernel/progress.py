"""How far a long piece of work is: what it tells while it goes on. Who listens decides how often to say so."""

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Phase (a key of `access.models.job.PHASES`), done, total."""


def silent(phase: str, done: int, total: int) -> None:
    """Nobody listens."""
