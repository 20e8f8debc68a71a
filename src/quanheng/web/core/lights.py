"""The five verdict lights: code, word and drawing. Which verdict a person gets is not decided here."""

from dataclasses import dataclass
from typing import Any

from quanheng.kernel.verdicts import light_named


@dataclass(frozen=True)
class Light:
    """结论灯: a code, its Chinese word, and the path of its shape in a 12 × 12 square."""

    code: str
    path: str
    is_hollow: bool = False

    @property
    def word(self) -> str:
        """The Chinese word, from the kernel: one wording for every page and paper."""
        return light_named(self.code).word


CIRCLE = "M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z"
LIGHTS = {
    light.code: light
    for light in (
        Light("passed", CIRCLE),
        Light("warning", "M6 .8 11.6 11H.4z"),
        Light("superior", "M6 0 12 6 6 12 0 6z"),
        Light("forbidden", "M1 1h10v10H1z"),
        Light("unknown", "M6 1.8a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 1 0 0-8.4z", is_hollow=True),
    )
}


def light_of(value: Any) -> Light:
    """The light of a code, of an enum member whose value is a code, or of anything that has a `.light`.

    What is not one of the five is unknown: a verdict never turns green by accident.

    >>> light_of("passed").word
    '通过'
    """
    if isinstance(value, Light):
        return value
    inner = getattr(value, "light", None)
    if inner is not None:
        return light_of(inner)
    code = getattr(value, "value", value)
    return LIGHTS.get(str(code).lower(), LIGHTS["unknown"])
