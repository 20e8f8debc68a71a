"""What the page tests of the room share."""

import pytest

from quanheng.access.models import Authority
from quanheng.registry.tests import factories as make


@pytest.fixture
def city() -> Authority:
    return make.authority("中共云岭市委", code="city")
