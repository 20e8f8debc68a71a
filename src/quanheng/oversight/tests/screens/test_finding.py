"""One finding: reasons, clause, the record it rests on, and its rectification."""

from datetime import date

import pytest
from django.urls import reverse

from quanheng.oversight.actions.run_audit import run_audit
from quanheng.oversight.models import AuditFinding
from quanheng.oversight.tests import factories as make
from quanheng.oversight.tests.actions.test_run_audit import LAW, run
from quanheng.oversight.tests.screens.test_audits import signed_in
from quanheng.registry.tests import factories as registry
from quanheng.selection.tests import factories as real

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = date(2026, 11, 21)


def shown(of, rule=f"{LAW}.42.workdays"):
    found = AuditFinding.objects.get(rule=rule)
    return signed_in(of.supervisor), found, reverse("audit_finding", args=[found.audit_id, found.pk])


@pytest.fixture
def of() -> make.Office:
    made = make.office()
    make.on_file(made, make.Fault(workdays=4))
    run(made)
    return made


def test_reasons_clause_and_links_to_case_rule_and_papers(of):
    client, found, url = shown(of)
    answer = client.get(url)
    page = answer.content.decode()
    for words in ("公示工作日数：4个工作日（须≥5个工作日）", "（2019年）第四十二条", reverse("case", args=[found.case.number]),
                  reverse("law_rule", args=[found.rule])):  # fmt: skip
        assert words in page
    assert [str(entry["what"]) for entry in answer.context["entries"]] == [
        "第18条 selection.notice.publish",
        "第19条 selection.notice.close",
    ]
    assert [paper["label"] for paper in answer.context["papers"]] == ["任前公示"]


def test_nobodys_name_or_number_stands_in_a_finding(of):
    client, _found, url = shown(of)
    page = client.get(url).content.decode()
    assert "周远行" not in page
    assert "999001" not in page


def test_what_was_done_is_recorded_and_shown(of):
    client, found, url = shown(of)
    assert client.post(url, {"note": ""}).status_code == 200
    assert client.post(url, {"note": " "}).status_code == 200
    found.refresh_from_db()
    assert found.state == "open"
    assert client.post(url, {"note": "已责成重新公示。"}).url == url
    page = client.get(url).content.decode()
    assert "已责成重新公示。" not in page
    assert "<textarea" not in page
    assert "已责成重新公示。" in client.post(url, {"purpose": "核对整改情况"}).content.decode()
    again = client.post(url, {"note": "再来"})
    assert again.status_code == 409
    assert "已登记整改" in again.content.decode()


def test_a_real_case_shows_its_entries_and_what_is_missing():
    of = real.case_at("probation")
    supervisor = of.staff["赵磊"]
    run_audit(
        by=supervisor, at=real.at(11, 24), authority=of.authority, from_on=date(2026, 1, 1), to_on=date(2026, 11, 24), ordered_by="云监3号"
    )  # fmt: skip
    found = AuditFinding.objects.get(rule=f"{LAW}.31.four_musts")
    page = (
        signed_in(supervisor).get(reverse("audit_finding", args=[found.audit_id, found.pk])).content.decode()
    )
    assert "廉洁自律结论性意见已双签字：未知" in page
    assert "提交会议讨论" in page
    assert not AuditFinding.objects.exclude(light="unknown").exists()


def test_another_authoritys_supervisor_finds_nothing(of):
    _client, _found, url = shown(of)
    other = make.office("中共青石县委")
    assert signed_in(other.supervisor).get(url).status_code == 404
    assert signed_in(registry.account("本人", "cadre", over=of.authority)).get(url).status_code == 403


def test_it_is_there_in_english(of):
    client, _found, url = shown(of)
    page = client.get(url, headers={"accept-language": "en"}).content.decode()
    assert "Record the rectification" in page
    assert "Working days printed" in page
