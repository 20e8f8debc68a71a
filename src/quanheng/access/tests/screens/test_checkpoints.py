"""Checkpoints, keys and witnesses: for the audit administrator, and nobody else; the journal shows how far it is proven."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quanheng.access.actions.action import VERBS
from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.journal import write_entry
from quanheng.access.core.notes import key_change
from quanheng.access.core.signing import LOG, WITNESS, make_key, read_signer
from quanheng.access.models import Account, Authority, JournalEntry, LogKey
from quanheng.access.queries.log import log_keys, log_state, witnesses
from quanheng.access.tests.factories import AT, account
from quanheng.access.tests.log_factories import (
    auditor,
    cosigned,
    entered,
    force,
    said,
    signed,
    signing,
    watching,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def owner_of_the_tables(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """As the owner of the database could: what is damaged here the application's own role may not touch."""
    with django_db_blocker.unblock(), as_owner():
        yield
LIST, COMPARE = "/log/", "/log/compare/"


@pytest.fixture
def by() -> Account:
    made = auditor()
    entered(3, by=made)
    return made


@pytest.fixture
def client(by: Account) -> Client:
    made = Client()
    made.force_login(by)
    return made


def test_the_page_says_how_far_the_log_is_signed_and_witnessed(by: Account, client: Client, tmp_path: Path) -> None:
    assert "尚未启用签名密钥" in client.get(LIST).content.decode()
    log, watcher = signing(tmp_path, by=by), watching(tmp_path, by=by)
    made = signed(log)
    cosigned(made, watcher)
    page = client.get(LIST).content.decode()
    for words in (log.key.fingerprint, watcher.key.fingerprint, "ed25519", "yunling.example/log", f"/log/{made.size}/"):
        assert words in page


def test_a_key_and_a_witness_are_taken_into_use_and_dismissed_by_form(client: Client, tmp_path: Path) -> None:
    log = make_key(tmp_path / "log.key", name="yunling.example/log", algorithm=LOG)
    watcher = make_key(tmp_path / "w.key", name="shenji.example", algorithm=WITNESS)
    assert client.post(LIST, {"do": "adopt", "key": log.key.spelt}).status_code == 302
    assert client.post(LIST, {"do": "admit", "key": watcher.key.spelt}).status_code == 302
    assert (log_keys(), witnesses()) == ([log.key], [watcher.key])
    assert client.post(LIST, {"do": "dismiss", "key": watcher.key.spelt}).status_code == 302
    assert witnesses() == []
    assert LogKey.objects.count() == 3


def test_a_wrong_key_is_refused_and_kept_in_the_form(client: Client, tmp_path: Path) -> None:
    watcher = make_key(tmp_path / "w.key", name="shenji.example", algorithm=WITNESS)
    response = client.post(LIST, {"do": "adopt", "key": watcher.key.spelt})
    assert response.status_code == 409
    assert "这把公钥是另一种用途的" in response.content.decode()
    assert watcher.key.spelt in response.content.decode()
    assert client.post(LIST, {"do": "admit", "key": ""}).status_code == 422


def test_the_next_key_comes_with_a_statement_of_both(by: Account, client: Client, tmp_path: Path) -> None:
    first = signing(tmp_path, by=by)
    new = make_key(tmp_path / "new.key", name=first.key.name, algorithm=LOG)
    text = key_change(first.key, new.key, time=1)
    note = text + "\n" + first.sign(text).line + new.sign(text).line
    posted = client.post(LIST, {"do": "adopt", "key": new.key.spelt, "note": note.replace("\n", "\r\n")})
    assert posted.status_code == 302
    assert log_keys() == [first.key, new.key]


def test_a_checkpoint_is_a_sheet_with_its_code(by: Account, client: Client, tmp_path: Path) -> None:
    made = signed(signing(tmp_path, by=by))
    page = client.get(reverse("checkpoint", args=[made.size])).content.decode()
    assert said(made).text in page
    assert "data:image/svg+xml;base64," in page
    sheet = client.get(reverse("checkpoint_sheet", args=[made.size]))
    assert (sheet["Content-Type"], sheet.content[:5]) == ("application/pdf", b"%PDF-")
    assert client.get(reverse("checkpoint", args=[999])).status_code == 404


def test_a_checkpoint_from_paper_is_compared(by: Account, client: Client, tmp_path: Path) -> None:
    note = signed(signing(tmp_path, by=by)).note
    assert "只增未改" in client.post(COMPARE, {"note": note}).content.decode()
    force("UPDATE access_logleaf SET commitment = decode(repeat('00', 32), 'hex') WHERE seq = 2")
    assert "请立即保全并报告" in client.post(COMPARE, {"note": note}).content.decode()
    assert client.post(COMPARE, {"note": "x"}).status_code == 409


def test_nobody_else_may_open_them(by: Account) -> None:
    other = Client()
    other.force_login(account("wangmin", "officer", over=Authority.objects.get()))
    assert {other.get(address).status_code for address in (LIST, COMPARE, "/log/1/", "/log/1/sheet.pdf", "/journal/")} == {403}


def test_the_journal_shows_the_proof_of_each_line(by: Account, client: Client, tmp_path: Path) -> None:
    cosigned(signed(signing(tmp_path, by=by)), watching(tmp_path, by=by))
    entered(1, by=by)
    page = client.get("/journal/").content.decode()
    assert (page.count("已见证"), page.count("待签名")) == (4, 2)
    assert page.count("核对任免审批表") == 4


def test_the_journal_is_filtered_by_object_person_and_days(by: Account, client: Client) -> None:
    def numbers(**asked: str) -> list[int]:
        rows = client.get("/journal/", asked).context["rows"]
        return [row["entry"].number for row in rows]

    assert numbers(subject="test:1") == [2]
    assert numbers(who="duanbingwen") == [3, 2, 1]
    assert numbers(who="nobody") == []
    assert numbers(**{"from": "2026-11-21", "to": "2026-11-21"}) == [3, 2, 1]
    assert numbers(**{"from": "2026-11-22"}) == []
    assert numbers(**{"from": "nonsense"}) == [3, 2, 1]


def test_acts_are_named_in_words_and_found_by_them(by: Account, client: Client) -> None:
    write_entry(by=by, at=AT, action="access.session.close", subject="access.account:1", authority_path="", facts={})
    write_entry(by=by, at=AT, action="access.account.stop", subject="access.account:2", authority_path="", facts={})
    page = client.get("/journal/", {"action": VERBS["access.account.stop"].label}).content.decode()
    assert "access.account:2" in page
    assert VERBS["access.account.stop"].label in page
    assert "access.account:1" not in page


def test_the_journal_s_check_names_the_place(by: Account, client: Client) -> None:
    assert "全链核验无误" in client.get("/journal/?check=1").content.decode()
    force("UPDATE access_journalentry SET subject = 'x' WHERE number = 2")
    assert "日志第2条：内容已被改动" in client.get("/journal/?check=1").content.decode()


def test_ten_minutes_without_a_witness_raise_the_alarm(by: Account, client: Client, tmp_path: Path) -> None:
    state = log_state(now=AT + timedelta(minutes=10))
    assert (state.waiting_since, state.is_late) == (AT, False)
    assert log_state(now=AT + timedelta(minutes=11)).is_late
    assert "还没有见证签名，已超过十分钟" in client.get("/").content.decode()
    signing(tmp_path, by=by)
    watching(tmp_path, by=by)
    made = signed(read_signer(tmp_path / "log.key", algorithm=LOG))
    cosigned(made, read_signer(tmp_path / "shenji.example.key", algorithm=WITNESS))
    assert (made.size, log_state(now=AT + timedelta(days=1)).is_late) == (JournalEntry.objects.count(), False)
    assert "还没有见证签名，已超过十分钟" not in client.get("/").content.decode()


def test_the_same_number_of_questions_for_one_and_three(by: Account, client: Client, tmp_path: Path) -> None:
    log, watcher = signing(tmp_path, by=by), watching(tmp_path, by=by)
    last = signed(log)
    cosigned(last, watcher)
    with CaptureQueriesContext(connection) as one:
        client.get(LIST)
    for _ in range(2):
        entered(1, by=by)
        last = signed(log, last=said(last))
        cosigned(last, watcher)
    with CaptureQueriesContext(connection) as three:
        client.get(LIST)
    assert len(one) == len(three)
