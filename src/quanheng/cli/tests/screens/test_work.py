"""The worker as a command: what waits is done on its own connections, and nothing is left."""

import pytest

from quanheng.cli.screens.work import work_off
from quanheng.exchange.actions.receive_import import receive_import
from quanheng.exchange.models import ImportBatch, ImportJob
from quanheng.exchange.tests import books
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT


@pytest.mark.django_db(transaction=True)
def test_works_off_what_waits() -> None:
    city = factories.authority(code="yunling")
    officer = factories.account("王敏", "officer", over=city)
    for name in ("陈建国", "周梅"):
        content = books.book(books.person(0, name))
        receive_import(by=officer, at=AT, kind="roster", file_name="花名册.xlsx", chunks=[content], authority=city)
    assert work_off() == 2
    assert set(ImportBatch.objects.values_list("state", flat=True)) == {"previewed"}
    assert set(ImportJob.objects.values_list("state", "phase", "attempts")) == {("done", "keep", 1)}
    assert work_off() == 0
