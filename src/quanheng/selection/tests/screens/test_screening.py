"""The screening of a case and the verdict of one person."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from quanheng.access.tests.workers import held, work
from quanheng.registry.models import Person
from quanheng.selection.actions import ask_screening
from quanheng.selection.actions.run_screenings import SCREENINGS
from quanheng.selection.models import ScreeningJob
from quanheng.selection.tests import factories as make
from quanheng.selection.tests.screens.signing import client_of, page_of, queries_of
from quanheng.web.screens import clock

ADDRESS = "/cases/2026-0001/screening/"


@pytest.fixture
def of(case_at):
    """Five fit, one whose health nobody has attested, one a month short."""
    city = case_at("screen_candidates")
    city.people["邹立夏"] = make.fit("邹立夏", city.bureau, chief_from=date(2023, 11, 10))
    city.people["闻人缺"] = make.fit("闻人缺", city.bureau, health="")
    make.screened(city)
    return city


def chips(page: str) -> dict[str, int]:
    """The counts on the chips of lights."""
    found = {}
    for part in page.split('class="chip"')[1:]:
        word = part.split("</a>")[0]
        for name in ("全部", "通过", "不得", "待核", "提示"):
            if name in word and "reason=" not in part[:200]:
                found[name] = int(part.split('chip-count">')[1].split("<")[0])
    return found


def test_chips_count_people_by_light(of):
    page = page_of(client_of(of, "王敏"), ADDRESS)
    assert chips(page) == {"全部": 7, "通过": 5, "不得": 1, "待核": 1}
    assert "按 2026-10-14 有效的规定" in page


def test_a_chip_of_a_light_narrows_the_list(of):
    page = page_of(client_of(of, "王敏"), ADDRESS, light="forbidden")
    assert "邹立夏" in page
    assert make.FIRST not in page
    assert "下级正职任职年限 · 2026-11起符合" in page
    assert "第八条第三项" in page


def test_a_chip_of_a_reason_narrows_it_further(of):
    client = client_of(of, "王敏")
    assert "邹立夏" in page_of(client, ADDRESS, light="forbidden", reason="selection_regulations.8.3.lower_chief")
    assert "邹立夏" not in page_of(client, ADDRESS, light="forbidden", reason="selection_regulations.24.6")


def test_a_name_is_searched(of):
    page = page_of(client_of(of, "王敏"), ADDRESS, q="若溪")
    assert make.SECOND in page
    assert make.FIRST not in page


def test_before_the_screening_the_page_says_what_to_do(case_at):
    page = page_of(client_of(case_at("approve_motion"), "王敏"), ADDRESS)
    assert "还没有研判" in page


def test_three_people_ask_as_often_as_nine(case_at):
    of = case_at("screen_candidates")
    client = client_of(of, "王敏")
    make.screened(of)
    few = queries_of(client, ADDRESS)
    for name in ("甲一", "乙二", "丙三"):
        of.people[name] = make.fit(name, of.bureau)
    make.screened(of, at=make.at(10, 14, 10))
    assert "丙三" in page_of(client, ADDRESS)
    assert queries_of(client, ADDRESS) == few


def test_a_verdict_shows_rule_clause_figures_and_what_would_help(of):
    page = page_of(client_of(of, "王敏"), reverse("verdict", args=["2026-0001", of.key("邹立夏")]))
    for words in ("邹立夏", "不得", "下级正职任职年限", "第八条第三项", "35个月", "2026-11起符合", "在下级正职岗位任职不少于三年"):
        assert words in page


def test_a_missing_fact_is_shown_as_missing(of):
    holder = Person.objects.get(name="闻人缺")
    page = page_of(client_of(of, "王敏"), reverse("verdict", args=["2026-0001", holder.pk]))
    assert "待核" in page
    assert "缺" in page


def test_a_verdict_is_there_in_english(of):
    address = reverse("verdict", args=["2026-0001", of.key("邹立夏")])
    words = client_of(of, "王敏").get(address, headers={"accept-language": "en"}).content.decode()
    assert "at least three years in chief posts of the lower tier" in words
    assert "from 2026-11" in words


def test_nobody_elses_verdict(of):
    assert client_of(of, "王敏").get(reverse("verdict", args=["2026-0001", uuid4()])).status_code == 404


def test_a_fact_that_nobody_recorded_is_said_to_be_assumed(of):
    page = page_of(client_of(of, "王敏"), reverse("verdict", args=["2026-0001", of.key(make.FIRST)]))
    assert "没有登记，按没有处理" in page


def test_many_people_are_screened_beside_the_page(case_at, monkeypatch):
    of = case_at("screen_candidates")
    monkeypatch.setattr(ask_screening, "AT_ONCE", 0)
    client, act = client_of(of, "王敏"), reverse("act", args=["2026-0001", "selection.motion.screen"])
    asked = client.post(act, {"seen": client.get(act).context["form"]["seen"].value()})
    assert asked.url == ADDRESS
    assert "等待后台办理" in page_of(client, ADDRESS)
    assert "正在后台研判" in page_of(client, "/cases/2026-0001/")
    assert client.post(act, {"seen": of.case.version}).status_code == 409
    ScreeningJob.objects.update(state="running", phase="judge", done=500, total=1200)
    assert "办理中断" in page_of(client, f"{ADDRESS}progress/")  # nobody holds it
    ScreeningJob.objects.update(state="waiting")
    assert work(SCREENINGS, at=clock.now()) == 1
    assert client.get(f"{ADDRESS}progress/").headers["HX-Refresh"] == "true"
    assert chips(page_of(client, ADDRESS)) == {"全部": 5, "通过": 5}


def test_the_bar_says_how_far_it_is(case_at):
    of = case_at("screen_candidates")
    job = ask_screening.ask_screening(by=of.staff["王敏"], at=clock.now(), case=of.case)
    ScreeningJob.objects.update(state="running", phase="judge", done=500, total=1200, started_at=clock.now())
    with held(job):
        page = page_of(client_of(of, "王敏"), ADDRESS)
    assert "500 / 1200" in page
    assert 'http-equiv="refresh"' in page


def test_what_was_broken_off_goes_on_by_hand_of_who_may(case_at):
    of = case_at("screen_candidates")
    ask_screening.ask_screening(by=of.staff["王敏"], at=clock.now(), case=of.case)
    ScreeningJob.objects.update(state="interrupted", attempts=3)
    assert client_of(of, "曹怀").post(f"{ADDRESS}resume/").status_code == 403
    client = client_of(of, "何静")
    assert "继续研判" in page_of(client, ADDRESS)
    assert client.post(f"{ADDRESS}resume/").url == ADDRESS
    assert "等待后台办理" in page_of(client, ADDRESS)
    assert client.post(f"{ADDRESS}resume/").status_code == 409
