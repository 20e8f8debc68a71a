"""Who imports and exports in these tests, and for which authority."""

import pytest

from quanheng.access.models import Account, Authority
from quanheng.registry.tests import factories


@pytest.fixture
def city() -> Authority:
    return factories.authority(code="yunling")


@pytest.fixture
def officer(city: Authority) -> Account:
    """Holds no key at all."""
    return factories.account("王敏", "officer", over=city)
