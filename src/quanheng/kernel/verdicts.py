"""The five lights of a verdict, always a colour with a shape and a word. How they come about is in `regulation`."""

from collections.abc import Iterable
from enum import IntEnum


class Light(IntEnum):
    """结论: ordered from best to worst; unknown is worse than what a superior may allow, better than a ban."""

    PASSED = 0
    WARNING = 1
    SUPERIOR = 2
    UNKNOWN = 3
    FORBIDDEN = 4

    @property
    def sign(self) -> str:
        """The shape: ● ▲ ◆ ○ ■."""
        return "●▲◆○■"[self]

    @property
    def word(self) -> str:
        """The Chinese word, also the message id of its translation."""
        return ("通过", "提示", "须报上级", "待核", "不得")[self]

    @property
    def key(self) -> str:
        """The lower-case name, as in columns, examples and style classes."""
        return self.name.lower()


def worst(lights: Iterable[Light]) -> Light:
    """The worst of the lights; passed when there is none.

    >>> worst([Light.PASSED, Light.UNKNOWN, Light.WARNING]).word
    '待核'
    """
    return max(lights, default=Light.PASSED)


def light_named(key: str) -> Light:
    """The light with this key. Raises KeyError for another word.

    >>> light_named("superior").sign
    '◆'
    """
    return Light[key.upper()]
