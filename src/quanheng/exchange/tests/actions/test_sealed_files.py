"""What an import keeps is sealed: whoever reads the tables alone reads nothing of the file, and another key opens nothing."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quanheng.access.models import Account, Authority
from quanheng.exchange.actions.ask_export import ask_export
from quanheng.exchange.actions.commit_import import commit_import
from quanheng.exchange.actions.receive_import import receive_import
from quanheng.exchange.core import lrmx
from quanheng.exchange.core.form import AppointmentForm, FamilyMember
from quanheng.exchange.models import (
    ExportChunk,
    ExportJob,
    ImportBatch,
    ImportChunk,
    ImportJob,
    ImportLine,
    ImportStage,
)
from quanheng.exchange.queries.batches import standing
from quanheng.exchange.queries.exports import pieces
from quanheng.exchange.queries.files import content_of
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Person
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT

pytestmark = pytest.mark.django_db
ANOTHER = override_settings(WORK_KEY=b"another" * 5)


def _form(**given: Any) -> AppointmentForm:
    wife = FamilyMember(relation="妻子", name="周金丝雀", born="198604", political_status="群众", work="云岭市中学")
    return books.form("曾建国", family=(wife,), resume="2008.07--          云岭市交通运输局金丝雀科科员", **given)


def _stored(*models: Any) -> bytes:
    """The bytes of every sealed column, as a dump has them."""
    names = {ImportLine: "said"}
    return b"".join(bytes(each) for model in models for each in model.objects.values_list(names.get(model, "data"), flat=True))


def test_nothing_of_the_file_can_be_read_in_the_tables(city: Authority, officer: Account) -> None:
    content = lrmx.write(_form(native_place="云岭鱻龘"))
    batch = books.preview(officer, city, content, "forms", "甲.lrmx")
    words = ("曾建国", "周金丝雀", "金丝雀科", "鱻龘", books.number(0))
    assert all(word.encode() in content for word in words)
    stored = _stored(ImportChunk, ImportLine, ImportStage)
    assert len(stored) > len(content)
    assert not any(word.encode() in stored for word in words)
    assert content_of(batch) == content
    assert {line.label for line in books.kept(batch, "add")} >= {"曾建国"}


def test_no_number_stays_in_the_name_of_a_file(city: Authority, officer: Account) -> None:
    """It stands in plain, in the list of imports and in the reason of every version."""
    name = f"曾建国_{books.number(0)}.lrmx"
    batch = books.preview(officer, city, lrmx.write(_form()), "forms", name)
    assert batch.file_name == f"曾建国_999***********{books.number(0)[-4:]}.lrmx"


def test_lines_tell_no_lengths(city: Authority, officer: Account) -> None:
    """Whose name is longer does not show."""
    rows = [books.person(0, "丁一"), books.person(1, "欧阳长命百岁")]
    batch = books.preview(officer, city, books.book(*rows))
    people = ImportLine.objects.filter(batch=batch, noun="干部", effect="add").values_list("said", flat=True)
    assert len({len(each) for each in people}) == 1


@pytest.mark.parametrize("table", [ImportChunk, ImportLine, ImportStage])
def test_a_table_takes_no_plain_bytes(table: Any, city: Authority, officer: Account) -> None:
    books.preview(officer, city, books.book(books.person(0, "曾建国")))
    row = table.objects.first()
    setattr(row, "said" if table is ImportLine else "data", b"PK\x03\x04")
    with pytest.raises(TypeError, match="must be sealed"):
        row.save()


def test_what_is_moved_elsewhere_does_not_open(city: Authority, officer: Account) -> None:
    """A piece under another number, a line under another effect, rows under another import."""
    first = books.preview(officer, city, books.book(books.person(0, "曾建国")))
    second = books.preview(officer, city, books.book(books.person(1, "周梅")), name="乙.xlsx")
    ImportChunk.objects.filter(batch=first).update(number=1)
    with pytest.raises(Refused, match="保存的内容打不开"):
        content_of(first)
    ImportLine.objects.filter(batch=first, effect="add").update(effect="same")
    with pytest.raises(Refused, match="保存的内容打不开"):
        books.kept(first, "same")
    theirs = dict(ImportStage.objects.filter(batch=first).values_list("number", "data"))
    for row in ImportStage.objects.filter(batch=second):
        row.data = theirs[row.number]
        row.save()
    with pytest.raises(Refused, match="保存的内容打不开"):
        commit_import(by=officer, at=AT, batch=second)
    assert not Person.objects.exists()


def test_with_another_key_the_page_says_so_and_the_import_can_be_given_up(client: Client, city: Authority, officer: Account) -> None:
    client.force_login(officer)
    batch = books.preview(officer, city, books.book(books.person(0, "曾建国"), books.person(1, "周梅", work_started_on="198501")))
    page, paper = (reverse(name, args=[batch.pk]) for name in ("import", "import_rejected"))
    assert "曾建国" in client.get(page, {"effect": "add"}).content.decode()
    with ANOTHER:
        said = client.get(page, {"effect": "add"}).content.decode()
        assert "保存的内容打不开" in said
        assert "number_key" in said
        assert "曾建国" not in said
        assert client.get(paper).status_code == 409
        with pytest.raises(Refused, match="保存的内容打不开"):
            commit_import(by=officer, at=AT, batch=batch)
        client.post(reverse("import_drop", args=[batch.pk]))
    batch.refresh_from_db()
    assert (batch.state, Person.objects.count()) == ("dropped", 0)


def test_a_job_under_another_key_is_refused_with_its_reason(client: Client, city: Authority, officer: Account) -> None:
    client.force_login(officer)
    given = {"kind": "roster", "file_name": "甲.xlsx", "authority": city, "chunks": [books.book(books.person(0, "曾建国"))]}
    batch = receive_import(by=officer, at=AT, **given)  # type: ignore[arg-type]
    with ANOTHER:
        assert books.work() == 1
    at = standing(batch, now=AT)
    assert at is not None
    assert "保存的内容打不开" in str(at.refusal)
    assert ImportBatch.objects.get().state == "unread"
    assert ImportJob.objects.get().state == "refused"
    assert receive_import(by=officer, at=AT, **given).state == "received"  # type: ignore[arg-type]


def test_exports_wait_sealed_too(city: Authority, officer: Account) -> None:
    person = factories.person("曾建国", of=city)
    ask_export(by=officer, at=AT, kind="lrmx", purpose="年度核对")
    assert books.work() == 1
    export = ExportJob.objects.get()
    file = b"".join(pieces(export))
    assert file.startswith(b"PK")
    assert person.name.encode() in file  # names of members stand uncompressed in a zip
    assert person.name.encode() not in _stored(ExportChunk)
    with ANOTHER, pytest.raises(Refused, match="保存的内容打不开"):
        list(pieces(export))


def test_as_many_questions_for_many_lines_as_for_one(client: Client, city: Authority, officer: Account) -> None:
    client.force_login(officer)
    counts = []
    for people in (1, 1, 40):
        batch = books.preview(officer, city, books.book(*map(books.invented, range(people))), name=f"{people}.xlsx")
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("import", args=[batch.pk]), {"effect": "add"})
        counts.append(len(asked))
        batch.delete()
    assert counts[1] == counts[2]
