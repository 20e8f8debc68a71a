"""The worker as a command: what waits is done on its own connections, and nothing is left."""

from datetime import date, timedelta

import pytest

from quanheng.access.actions.scope import as_system
from quanheng.cli.screens.work import begin_day, work_off
from quanheng.exchange.actions.receive_import import receive_import
from quanheng.exchange.models import ImportBatch, ImportJob
from quanheng.exchange.tests import books
from quanheng.registry.models import Person, Rank
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT


@pytest.mark.django_db(transaction=True)
def test_works_off_what_waits() -> None:
    with as_system(on=AT.date()):
        city = factories.authority(code="yunling")
        officer = factories.account("王敏", "officer", over=city)
    for name in ("陈建国", "周梅"):
        content = books.book(books.person(0, name))
        receive_import(by=officer, at=AT, kind="roster", file_name="花名册.xlsx", chunks=[content], authority=city)
    assert work_off() == 2
    with as_system(on=AT.date()):
        assert set(ImportBatch.objects.values_list("state", flat=True)) == {"previewed"}
        assert set(ImportJob.objects.values_list("state", "phase", "attempts")) == {("done", "keep", 1)}
    assert work_off() == 0


@pytest.mark.django_db
def test_a_new_day_brings_levels_up_to_date(settings) -> None:
    settings.DEMONSTRATION_DATE = date(2026, 11, 21)
    person = factories.person("陈建国", of=factories.authority(code="yunling"))
    Rank.objects.create(person=person, kind="level", code="141", from_on=date(2020, 1, 1), until_on=date(2026, 11, 22))
    Rank.objects.create(person=person, kind="level", code="132", from_on=date(2026, 11, 22))
    seen = []
    for day in (date(2026, 11, 21), date(2026, 11, 22)):
        settings.DEMONSTRATION_DATE = day
        begin_day(day - timedelta(days=1))
        seen.append(Person.objects.get(pk=person.pk).level)
    assert seen == ["141", "132"]
