"""The five lights."""

from enum import Enum
from types import SimpleNamespace

import pytest

from quanheng.web.core.lights import LIGHTS, light_of


class Verdict(Enum):
    """A verdict of another room, as screens hand it over."""

    FORBIDDEN = "forbidden"


def test_light_of_code_enum_and_holder() -> None:
    assert light_of("warning") is LIGHTS["warning"]
    assert light_of(Verdict.FORBIDDEN) is LIGHTS["forbidden"]
    assert light_of(SimpleNamespace(light=Verdict.FORBIDDEN)) is LIGHTS["forbidden"]
    assert light_of(LIGHTS["passed"]) is LIGHTS["passed"]


@pytest.mark.parametrize("value", [None, "", "ok", 1, True])
def test_what_is_not_a_verdict_is_unknown(value: object) -> None:
    assert light_of(value) is LIGHTS["unknown"]


def test_words_and_drawings_differ() -> None:
    assert len({light.word for light in LIGHTS.values()}) == 5
    assert len({light.path for light in LIGHTS.values()}) == 5
