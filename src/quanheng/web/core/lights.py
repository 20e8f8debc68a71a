"""The five verdict lights: code, word and drawing. Which verdict a person gets is not decided here."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Light:
    """结论灯: a code, its Chinese word, and the path of its shape in a 12 × 12 square."""

    code: str
    word: str
    path: str
    is_hollow: bool = False


CIRCLE = "M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z"
LIGHTS = {
    light.code: light
    for light in (
        Light("passed", "符合", CIRCLE),
        Light("warning", "提醒", "M6 .8 11.6 11H.4z"),
        Light("superior", "须报上级", "M6 0 12 6 6 12 0 6z"),
        Light("forbidden", "不符合", "M1 1h10v10H1z"),
        Light("unknown", "待核实", "M6 1.8a4.2 4.2 0 1 0 0 8.4a4.2 4.2 0 1 0 0-8.4z", is_hollow=True),
    )
}


def light_of(value: Any) -> Light:
    """The light of a code, of an enum member whose value is a code, or of anything that has a `.light`.

    What is not one of the five is unknown: a verdict never turns green by accident.

    >>> light_of("passed").word
    '符合'
    """
    if isinstance(value, Light):
        return value
    inner = getattr(value, "light", None)
    if inner is not None:
        return light_of(inner)
    code = getattr(value, "value", value)
    return LIGHTS.get(str(code).lower(), LIGHTS["unknown"])
