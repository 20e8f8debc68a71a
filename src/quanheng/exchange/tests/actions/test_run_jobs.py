"""Work beside the page: asked for, done, refused, broken off and taken up again; a file comes whole or not at all."""

import time
from collections.abc import Iterator

import pytest
from django.db import connection

from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.scope import as_system
from quanheng.access.models import Account, Authority
from quanheng.access.tests.workers import killed_at, until, worker
from quanheng.exchange.actions.confirm_import import confirm_import
from quanheng.exchange.actions.drop_import import drop_import
from quanheng.exchange.actions.preview_import import read_import
from quanheng.exchange.actions.receive_import import MEGABYTE, receive_import
from quanheng.exchange.actions.resume_import import resume_import
from quanheng.exchange.models import ImportBatch, ImportChunk, ImportJob, ImportLine
from quanheng.exchange.queries.batches import standing
from quanheng.exchange.queries.files import content_of
from quanheng.exchange.tests import books
from quanheng.kernel.refusals import Refused
from quanheng.registry.models import Assignment, Organisation, Person, Post, YearGrade
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT

TABLES = (Organisation, Post, Person, Assignment, YearGrade)


@pytest.fixture
def city() -> Authority:
    with as_system(on=AT.date()):
        return factories.authority(code="yunling")


@pytest.fixture
def officer(city: Authority) -> Account:
    with as_system(on=AT.date()):
        return factories.account("王敏", "officer", over=city)


def _received(by: Account, of: Authority, content: bytes, name: str = "花名册.xlsx") -> ImportBatch:
    return receive_import(by=by, at=AT, kind="roster", file_name=name, chunks=[content[:100], content[100:]], authority=of)


def _book() -> bytes:
    row = books.person(0, "曾建国")
    return books.book(row, A02职务=[books.seat(row)], A15考核=[books.line(row, result="称职", year=2025)])


def _counts() -> list[int]:
    with as_system(on=AT.date()):
        return [table._default_manager.count() for table in TABLES]


def _lines() -> int:
    with as_system(on=AT.date()):
        return ImportLine.objects.count()


def _newest() -> ImportJob:
    with as_system(on=AT.date()):
        return ImportJob.objects.latest("pk")


@pytest.mark.django_db
def test_received_read_confirmed_written(city: Authority, officer: Account) -> None:
    batch = _received(officer, city, _book())
    assert (batch.state, ImportLine.objects.count(), ImportJob.objects.get().state) == ("received", 0, "waiting")
    assert books.work() == 1
    batch.refresh_from_db()
    assert (batch.state, _counts()) == ("previewed", [0] * 5)
    confirm_import(by=officer, at=AT, batch=batch)
    assert _counts() == [0] * 5
    assert books.work() == 1
    batch.refresh_from_db()
    assert (batch.state, _counts()) == ("committed", [2, 2, 1, 1, 1])
    assert list(ImportJob.objects.values_list("verb", "state", "phase")) == [("preview", "done", "keep"), ("commit", "done", "write")]
    assert books.work() == 0


@pytest.mark.django_db
def test_what_was_read_is_not_read_again(city: Authority, officer: Account) -> None:
    batch = _received(officer, city, _book())
    assert read_import(by=officer, at=AT, batch=batch).counts["nouns"]["干部"] == {"add": 1, "warn": 1}
    with pytest.raises(Refused, match="这一批次待确认"):
        read_import(by=officer, at=AT, batch=batch)


@pytest.mark.django_db
def test_a_file_is_kept_in_pieces_and_the_same_bytes_only_once(city: Authority, officer: Account) -> None:
    content = bytes(range(256)) * 10_000
    batch = _received(officer, city, content)
    kept, pieces = content_of(batch), [content[start : start + MEGABYTE] for start in range(0, len(content), MEGABYTE)]
    assert kept == content
    sealed = [bytes(each) for each in ImportChunk.objects.values_list("data", flat=True)]
    assert [len(each) - 29 for each in sealed] == [len(piece) for piece in pieces]
    assert not any(piece[:64] in each for piece, each in zip(pieces, sealed, strict=True))
    with pytest.raises(Refused, match="正等待确认"):
        _received(officer, city, content)
    drop = pytest.raises(Refused, match="正在办理")
    with drop:
        drop_import(by=officer, at=AT, batch=batch)
    with pytest.raises(Refused, match="文件是空的"):
        _received(officer, city, b"")
    assert ImportBatch.objects.count() == 1


@pytest.mark.django_db
def test_an_upload_broken_off_or_cut_short_is_refused_and_may_come_again(city: Authority, officer: Account) -> None:
    content = _book()

    def broken() -> Iterator[bytes]:
        yield content[:2000]
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        receive_import(by=officer, at=AT, kind="roster", file_name="甲.xlsx", chunks=broken(), authority=city)
    assert not ImportBatch.objects.exists()
    for length in (200, len(content) // 2, len(content) - 1):
        batch = _received(officer, city, content[:length])
        books.work()
        batch.refresh_from_db()
        at = standing(batch, now=AT)
        assert batch.state == "unread"
        assert at is not None
        assert at.refusal is not None
        assert "已损坏" in str(at.refusal)
    whole = _received(officer, city, content)
    books.work()
    whole.refresh_from_db()
    assert whole.state == "previewed"


@pytest.mark.django_db
def test_two_files_on_the_same_people_the_second_is_out_of_date(city: Authority, officer: Account) -> None:
    other = factories.account("李娟", "officer", over=city)
    first, second = _received(officer, city, _book()), _received(other, city, _book())
    books.work()
    for by, batch in ((officer, first), (other, second)):
        confirm_import(by=by, at=AT, batch=ImportBatch.objects.get(pk=batch.pk))
    with pytest.raises(Refused, match="正在办理"):
        confirm_import(by=officer, at=AT, batch=first)
    books.work()
    at = standing(second, now=AT)
    assert at is not None
    assert "预览后系统中的信息有变化" in str(at.refusal)
    assert [ImportBatch.objects.get(pk=each.pk).state for each in (first, second)] == ["committed", "previewed"]
    assert _counts() == [2, 2, 1, 1, 1]


@pytest.mark.django_db
def test_after_three_deaths_somebody_must_look(city: Authority, officer: Account) -> None:
    batch = _received(officer, city, _book())
    ImportJob.objects.update(state="running", attempts=3)
    assert books.work() == 0
    at = standing(batch, now=AT)
    assert at is not None
    assert (at.is_broken, at.is_live) == (True, False)
    resume_import(by=officer, at=AT, batch=batch)
    assert books.work() == 1
    assert ImportBatch.objects.get().state == "previewed"
    with pytest.raises(Refused, match="没有中断的办理"):
        resume_import(by=officer, at=AT, batch=batch)


@pytest.mark.django_db(transaction=True)
def test_what_was_written_is_undone_when_the_mark_that_it_is_done_fails(city: Authority, officer: Account) -> None:
    batch = _received(officer, city, _book())
    books.work()
    confirm_import(by=officer, at=AT, batch=_again(batch))
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("CREATE FUNCTION fail() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'no'; END $$ LANGUAGE plpgsql")
        cursor.execute("CREATE TRIGGER fail BEFORE UPDATE ON exchange_importjob FOR EACH ROW WHEN (NEW.state = 'done') EXECUTE FUNCTION fail()")
    assert books.work() == 1
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER fail ON exchange_importjob")
        cursor.execute("DROP FUNCTION fail")
    assert (_again(batch).state, _newest().state, _counts()) == ("previewed", "interrupted", [0] * 5)
    resume_import(by=officer, at=AT, batch=_again(batch))
    assert books.work() == 1
    assert (_again(batch).state, _newest().state, _counts()) == ("committed", "done", [2, 2, 1, 1, 1])


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", ["exchange_importline", "registry_post", "registry_person", "registry_yeargrade", "access_journalentry"])
def test_a_worker_killed_in_the_middle_leaves_nothing_and_the_next_one_does_it_all(table: str, city: Authority, officer: Account) -> None:
    batch = _received(officer, city, _book())
    if table != "exchange_importline":
        books.work()
        with as_system(on=AT.date()):
            read = ImportBatch.objects.select_related("authority").get(pk=batch.pk)
        confirm_import(by=officer, at=AT, batch=read)
    before = _lines()
    with killed_at(table):
        assert (_counts(), _lines()) == ([0] * 5, before)
        assert _newest().state == "running"
    assert (_counts(), _lines()) == ([0] * 5, before)
    assert books.work() == 1
    job = _newest()
    assert (job.state, job.attempts) == ("done", 2)
    assert _counts() == ([0] * 5 if job.verb == "preview" else [2, 2, 1, 1, 1])


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_at_any_moment_leaves_all_or_nothing(city: Authority, officer: Account) -> None:
    """Without anything that holds it up: killed a little later each time, from reading to writing, until it got through."""
    people = [books.invented(place) for place in range(300)]
    lines = {"A15考核": [books.line(row, result="称职", year=2025) for row in people]}
    batch = _received(officer, city, books.book(*people, A02职务=[books.seat(row, "科员", post_level="", post_rank="") for row in people], **lines))
    whole, ends = [2, 2, 300, 300, 300], []
    for verb in ("preview", "commit"):
        for delay in (0.0, 0.1, 0.25, 0.5, 1.0, 30.0):
            _killed_after(delay)
            batch = _again(batch)
            counts = _counts()
            assert counts == (whole if batch.state == "committed" else [0] * 5)
            assert (_lines() > 0) is (batch.state != "received")
            ends.append(batch.state)
            if batch.state == ("previewed" if verb == "preview" else "committed"):
                break
        if verb == "preview":
            assert batch.state == "previewed"
            books.work()  # the mark that it is done, where the worker died before it
            confirm_import(by=officer, at=AT, batch=_again(batch))
    assert ends[-1] == "committed"
    books.work()
    with as_system(on=AT.date()):
        assert list(ImportJob.objects.values_list("state", flat=True)) == ["done", "done"]
    assert _counts() == whole


def _killed_after(delay: float) -> None:
    """A worker takes up the job and is killed some seconds later; gone from the database, too."""
    with as_system(on=AT.date()):
        ImportJob.objects.filter(state__in=("waiting", "running")).update(attempts=0)  # three deaths would end the series
    with worker():
        until(lambda: _newest().attempts > 0)
        _until_over(delay)


def _again(batch: ImportBatch) -> ImportBatch:
    with as_system(on=AT.date()):
        return ImportBatch.objects.select_related("authority").get(pk=batch.pk)


def _until_over(seconds: float) -> None:
    """A while, or until the job is done."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and _newest().state == "running":
        time.sleep(0.02)
