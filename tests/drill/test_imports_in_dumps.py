"""A plain dump at every moment of an import: what the registry seals is in none of them, and before it is written nothing of the file is."""

from datetime import date
from pathlib import Path

import pytest

from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.scope import as_system
from quanheng.access.models import Account, Authority
from quanheng.access.tests.keyed import house
from quanheng.access.tests.workers import killed_at
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.drop_import import drop_import
from quanheng.exchange.actions.preview_import import read_import
from quanheng.exchange.actions.receive_import import receive_import
from quanheng.exchange.core import lrmx
from quanheng.exchange.core.form import AppointmentForm, FamilyMember
from quanheng.exchange.models import ImportBatch, ImportJob
from quanheng.exchange.tests import books
from quanheng.operations.actions.make_backup import Order, make_backup
from quanheng.registry.models import Person
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT
from tests.drill.search import files_with

RELATIVE, POST, HOME, FILE = "靐麤", "云岭市鱻龘中学教师", "云岭鱻龘", "麤鱻的表"
SEALED = (books.number(0), RELATIVE, POST)
"""What the registry seals; the rest of a form stands in columns that are judged (decision 8)."""
ALL = (*SEALED, HOME, "金丝雀科", "曾鱻")
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def officer() -> Account:
    with as_system(on=AT.date()):
        house()
        return factories.account("王敏", "officer", over=factories.authority(code="yunling"))


def _content() -> bytes:
    """As the software of the house before writes it: not packed, so that a search finds whatever is left of it."""
    wife = FamilyMember(relation="妻子", name=RELATIVE, born="198604", political_status="群众", work=POST)
    resume = "2008.07--          云岭市交通运输局金丝雀科科员"
    form: AppointmentForm = books.form("曾鱻", family=(wife,), native_place=HOME, resume=resume)
    return lrmx.write(form)


def _received(officer: Account) -> ImportBatch:
    with as_system(on=AT.date()):
        city = Authority.objects.get(code="yunling")
    return receive_import(by=officer, at=AT, kind="forms", file_name=f"{FILE}.lrmx", chunks=[_content()], authority=city)


def _found(folder: Path, moment: str, words: tuple[str, ...]) -> list[str]:
    """Which of the words a dump made now holds, neither packed nor sealed."""
    with as_owner():
        made, _manifest = make_backup(order=Order("0.1", folder / "home", folder / moment, is_packed=False), at=AT)
    return [word for word in (*words, FILE) if files_with(made, [word])]


def test_the_search_would_find_them(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(_content())
    (tmp_path / "b").write_text(_content().hex())
    assert all(len(files_with(tmp_path, [word])) == 2 for word in ALL)


def test_no_dump_of_an_import_holds_what_is_sealed(officer: Account, tmp_path: Path) -> None:
    batch = _received(officer)
    assert _found(tmp_path, "received", ALL) == []
    with killed_at("exchange_importline"):
        assert _found(tmp_path, "reading", ALL) == []
    assert _found(tmp_path, "broken off", ALL) == []
    assert books.work() == 1
    with as_system(on=AT.date()):
        assert ImportJob.objects.get().attempts == 2
        batch = ImportBatch.objects.select_related("authority").get(pk=batch.pk)
    assert batch.counts["nouns"]["家庭成员"] == {"add": 1}
    assert _found(tmp_path, "previewed", ALL) == []
    commit_import(by=officer, at=AT, batch=batch)
    assert _found(tmp_path, "committed", SEALED) == []
    with as_system(on=AT.date()):
        assert Person.objects.get().born_on == date(1985, 3, 1)


def test_nothing_of_an_import_that_was_given_up_is_in_a_dump(officer: Account, tmp_path: Path) -> None:
    batch = _received(officer)
    with as_system(on=AT.date()):
        ImportJob.objects.update(state="done")
    batch = read_import(by=officer, at=AT, batch=batch)
    drop_import(by=officer, at=AT, batch=batch)
    assert _found(tmp_path, "dropped", ALL) == []
