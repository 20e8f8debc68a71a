"""One audit: counts, filters, findings, workbook."""

from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from quanheng.oversight.tests import factories as make
from quanheng.oversight.tests.actions.test_run_audit import LAW, run
from quanheng.oversight.tests.screens.test_audits import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = date(2026, 11, 21)


def audited(*faults):
    of = make.office()
    make.on_file(of, *faults)
    audit = run(of)
    return of, audit, signed_in(of.supervisor), reverse("audit", args=[audit.pk])


def test_counts_and_findings_the_worst_first():
    _of, _audit, client, url = audited(
        make.Fault(workdays=4), make.Fault(workdays=4), make.Fault(has_talk=False)
    )
    context = client.get(url).context
    counts = {(str(row["term"]), row["light"].code): row["count"] for row in context["counts"]}
    assert counts["任前公示", "forbidden"] == 2
    assert counts["任职谈话", "warning"] == 1
    assert counts["凡提四必", "unknown"] == 3
    assert [row["light"].code for row in context["rows"]][:3] == ["forbidden", "forbidden", "unknown"]
    assert context["rows"][-1]["light"].code == "warning"


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({"light": "forbidden"}, 1),
        ({"rule": f"{LAW}.44.talk"}, 1),
        ({"light": "forbidden", "rule": f"{LAW}.44.talk"}, 0),
        ({"state": "rectified"}, 0),
        ({"state": "open"}, 12),
        ({"light": "nonsense"}, 0),
    ],
)
def test_it_is_filtered_by_light_rule_and_state(asked, number):
    _of, _audit, client, url = audited(make.Fault(workdays=4), make.Fault(has_talk=False))
    answer = client.get(url, asked)
    assert len(answer.context["rows"]) == number
    if not number:
        assert "没有符合条件的问题" in answer.content.decode()


def test_the_workbook_has_what_is_shown():
    _of, audit, client, _url = audited(make.Fault(workdays=4), make.Fault(has_talk=False))
    answer = client.get(reverse("audit_workbook", args=[audit.pk]), {"light": "forbidden"})
    assert answer.headers["Content-Disposition"] == f'attachment; filename="audit-{audit.pk}.xlsx"'
    title, head, *rows = (
        CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_name("检查发现问题").to_python()
    )
    assert (title[0], head[0], len(rows)) == ("检查发现问题", "案卷编号", 1)
    found = dict(zip(head, rows[0], strict=True))
    assert found["理由"] == "公示工作日数：4个工作日（须≥5个工作日）"
    assert found["依据"] == "《党政领导干部选拔任用工作条例》（2019年）第四十二条"
    assert (found["结论"], found["环节"], found["纪实条目"], found["整改情况"]) == (
        "■不得",
        "任前公示",
        "18–19",
        "未整改",
    )


def test_a_period_without_steps_says_so():
    of = make.office()
    audit = run(of)
    assert (
        "期间内没有办理过环节"
        in signed_in(of.supervisor).get(reverse("audit", args=[audit.pk])).content.decode()
    )


def test_another_authoritys_supervisor_finds_nothing():
    _of, audit, _client, url = audited(make.Fault())
    other = signed_in(make.office("中共青石县委").supervisor)
    assert other.get(url).status_code == 404
    assert other.get(reverse("audit_workbook", args=[audit.pk])).status_code == 404


def test_twenty_cases_ask_as_often_as_one():
    of = make.office()
    pages = []
    for number in (1, 20):
        make.on_file(of, *[make.Fault(workdays=4)] * number)
        url = reverse("audit", args=[run(of).pk])
        client = signed_in(of.supervisor)
        client.get(url)
        with CaptureQueriesContext(connection) as seen:
            client.get(url)
        pages.append(len(seen))
    assert pages[0] == pages[1]


def test_it_is_there_in_english():
    _of, _audit, client, url = audited(make.Fault(workdays=4))
    page = client.get(url, headers={"accept-language": "en"}).content.decode()
    assert "Not rectified" in page
    assert "Public notice" in page
    assert "待核" not in page
