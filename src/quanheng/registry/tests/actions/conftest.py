"""A city whose section chief 王 holds its key, and what looks from outside: for tests of what is sealed."""

from typing import Any

import pytest

from quanheng.access.actions.scope import as_system
from quanheng.access.tests.keyed import holder, house
from quanheng.registry.tests import factories as make


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def county(city):
    return make.authority("中共青石县委", parent=city, code="qingshi")


@pytest.fixture
def shares():
    return house()


@pytest.fixture
def wang(city, shares):
    return holder("wang", city, shares, role="section_chief")


@pytest.fixture
def committed(request):
    """Makes other fixtures for good, for tests that look as the owner from outside."""

    def made(*names: str) -> list[Any]:
        with as_system(on=make.ON):
            return [request.getfixturevalue(name) for name in names]

    return made
