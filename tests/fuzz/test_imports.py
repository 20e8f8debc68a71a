"""Damaged files through the whole door: a preview leaves the registry as it is, a commit writes all of its plan or nothing."""

import io
import random

import pytest
from django.db import transaction

from quanheng.access.models import Account, Authority
from quanheng.exchange.core import door
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Assignment, Education, Organisation, Person, Relative
from quanheng.registry.tests import factories
from tests.fuzz.mutations import damaged
from tests.fuzz.readers import Reader, readers

pytestmark = pytest.mark.django_db
TABLES = (Person, Organisation, Assignment, Education, Relative)
KINDS = {"xlsx": "roster", "hzb.zip": "roster", "forms.zip": "forms", "locked.zip": "forms", "lrmx": "forms", "lrm": "forms"}
FILES = 40


@pytest.fixture
def city() -> Authority:
    return factories.authority(code="yunling")


@pytest.fixture
def officer(city: Authority) -> Account:
    return factories.account("王敏", "officer", over=city)


def handed_in(content: bytes, kind: str) -> bytes:
    """What is stored of a file: one with a password is opened at the door."""
    return door.unlocked(kind, content, password="1234") if door.is_locked(io.BytesIO(content)) else content


def standing() -> list[int]:
    return [model.objects.count() for model in TABLES]


@pytest.mark.parametrize("reader", readers(), ids=lambda reader: reader.name)
def test_all_or_nothing(reader: Reader, city: Authority, officer: Account) -> None:
    before = standing()
    taken = refused = 0
    for seed in range(FILES):
        content = damaged(reader, random.Random(seed))
        point = transaction.savepoint()
        try:
            content = handed_in(content, KINDS[reader.name])
            batch = books.preview(officer, city, content, KINDS[reader.name])
            assert standing() == before
            added = batch.counts["total"].get("add", 0)
            transaction.savepoint_rollback(point)
            books.commit(officer, city, content, KINDS[reader.name])
            assert (standing() != before) is bool(added)
            taken += 1
        except Refused:
            refused += 1
            assert standing() == before
        transaction.savepoint_rollback(point)
        assert standing() == before
    assert taken + refused == FILES
    assert taken
