"""A preview can be given up once, by somebody who may import for that authority."""

import pytest

from quanheng.exchange.actions.drop_import import drop_import
from quanheng.exchange.models import ImportBatch
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT

pytestmark = pytest.mark.django_db


def test_dropped_once_and_free_to_be_uploaded_again() -> None:
    city = factories.authority()
    officer = factories.account("王敏", "officer", over=city)
    content = books.book(books.person(0, "陈建国"))
    batch = books.preview(officer, city, content)
    assert drop_import(by=officer, at=AT, batch=batch).state == "dropped"
    with pytest.raises(Refused, match="这一批次已放弃"):
        drop_import(by=officer, at=AT, batch=batch)
    assert books.preview(officer, city, content).state == "previewed"


def test_not_by_an_outsider() -> None:
    city = factories.authority()
    officer = factories.account("王敏", "officer", over=city)
    batch = books.preview(officer, city, books.book(books.person(0, "陈建国")))
    outsider = factories.account("李娟", "officer", over=factories.authority("别处"))
    with pytest.raises(Refused, match="没有“导入表册”权限"):
        drop_import(by=outsider, at=AT, batch=batch)
    assert ImportBatch.objects.get().state == "previewed"
