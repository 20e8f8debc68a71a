"""Health, figures and log lines of the pages: open to whom they should be, nothing personal, the same cost always."""

import json
import logging
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from quanheng.disclosure.tests import factories as disclosure
from quanheng.operations.core.log_lines import DayFiles
from quanheng.registry.tests import factories

TOKEN = "t" * 40
CANARY = "999001198503010018"


@pytest.mark.django_db
def test_health_asks_one_question_and_says_nothing_else(client: Client) -> None:
    client.force_login(factories.account("王敏", "officer", over=factories.authority()))
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            response = client.get("/health/")
        assert [each["sql"] for each in asked.captured_queries] == ["SELECT 1"], "whatever is stored"
        assert response.json() == {"status": "ok"}
        factories.person()
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies


def test_health_says_when_the_database_is_gone(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the django_db mark no query is let through: to the page the database is as good as gone."""
    from django.db import OperationalError

    def gone(*given: object, **named: object) -> None:
        raise OperationalError("the server closed the connection")

    monkeypatch.setattr(connection, "cursor", gone)
    monkeypatch.setattr(connection, "close", lambda: None)
    response = client.get("/health/")
    assert (response.status_code, response.json()) == (503, {"status": "database"})


@pytest.mark.django_db
def test_figures_only_with_the_token(client: Client, settings) -> None:
    settings.METRICS_TOKEN = ""
    assert client.get("/metrics/", headers={"Authorization": "Bearer "}).status_code == 404
    settings.METRICS_TOKEN = TOKEN
    for given in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Bearer {TOKEN}x"}):
        assert client.get("/metrics/", headers=given).status_code == 404
    client.get(f"/notices/?q={CANARY}")
    client.get(f"/no-such-page/{CANARY}/")
    said = client.get("/metrics/", headers={"Authorization": f"Bearer {TOKEN}"}).content.decode()
    assert 'quanheng_answers_total{method="GET",route="public_notices",status="200"}' in said
    assert 'route="-",status="404"' in said
    assert 'quanheng_check{check="database"} 0.0' in said
    assert 'check="journal"' not in said
    assert CANARY not in said


@pytest.mark.django_db
def test_log_lines_of_pages_name_the_address_and_nobody(client: Client, tmp_path: Path) -> None:
    handler = DayFiles(str(tmp_path))
    loggers = [logging.getLogger("quanheng"), logging.getLogger("django")]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        notice = disclosure.notice()
        officer = factories.account("鱻龘", "officer", over=notice.case.authority)
        client.force_login(officer)
        client.get(
            "/people/",
            {"q": CANARY, "words": "鱻龘"},
            headers={"User-Agent": "canary-agent"},
            REMOTE_ADDR="10.9.8.7",
        )
        client.get(f"/people/{notice.person.pk}/")
        client.get(f"/nowhere/{CANARY}/鱻龘/")
        client.get(f"/notices/{notice.slug}x/")
        client.post(f"/notices/{notice.slug}/", {"content": f"{CANARY}鱻龘" * 3, "name": "鱻龘"})
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
        handler.close()
    said = "".join(path.read_text() for path in tmp_path.glob("*.jsonl"))
    lines = [json.loads(line) for line in said.splitlines()]
    assert {"people", "person", "public_notice"} <= {line.get("route") for line in lines}
    for canary in (
        CANARY,
        "鱻龘",
        "\\u9c7b",
        "canary-agent",
        "10.9.8.7",
        str(notice.person.pk),
        notice.slug,
        officer.username,
    ):
        assert canary not in said


@pytest.mark.parametrize("asked", ["/people/?q=a%00b", "/notices/%00/"])
@pytest.mark.django_db
def test_what_no_column_can_hold_is_refused_at_the_door(client: Client, asked: str) -> None:
    assert client.get(asked).status_code in (400, 404)
    assert client.get("/people/?q=a%00b").status_code == 400
