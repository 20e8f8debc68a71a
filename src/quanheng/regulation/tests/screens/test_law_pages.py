"""The pages of the law: lists, one instrument, one rule, a question whose address repeats it."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.access.models import Account
from quanheng.access.tests.factories import account, authority
from quanheng.regulation.core.clause_pages import clause_named
from quanheng.web.core.clauses import clause_address

pytestmark = pytest.mark.django_db
ASK = "/law/ask/"
DEPUTY = {
    "subject": "candidacy",
    "on": "2026-11-21",
    "step": "deputy_to_chief",
    "post_tier": "county",
    "is_exceptional": "0",
}


@pytest.fixture
def reader(client: Client) -> Client:
    somebody: Account = account("reader", over=authority())
    client.force_login(somebody)
    return client


def test_the_list_shows_the_version_of_the_day(reader: Client) -> None:
    rows = {row["url"]: row for row in reader.get("/law/", {"as_of": "2018-06-01"}).context["rows"]}
    regulations = rows["/law/instruments/selection_regulations/"]
    assert str(regulations["version"]) == "2014年版"
    assert regulations["rules"] > 20


def test_words_find_rules(reader: Client) -> None:
    context = reader.get("/law/", {"q": "副职任职年限"}).context
    assert "/law/rules/selection_regulations.8.3.deputy/" in {row["url"] for row in context["rows"]}
    assert reader.get("/law/", {"q": "没有这样的规则吧"}).context["rows"] == []


def test_units_are_said_in_the_readers_language(reader: Client) -> None:
    asked = {"subject": "candidacy"}
    chinese, english = (reader.get(ASK, asked, headers={"accept-language": said}).content.decode() for said in ("zh-hans", "en"))
    assert "（个月）" in chinese
    assert "(months)" in english
    assert "个月" not in english


def test_an_instrument_with_clauses_and_figures(reader: Client) -> None:
    answer = reader.get("/law/instruments/selection_regulations/")
    figures = {(str(row["name"]), row["from_on"]): str(row["value"]) for row in answer.context["figures"]}
    assert figures[("副职提任正职年限", date(2002, 7, 9))] == "24个月"
    assert 'id="clause-8.3"' in answer.content.decode()
    assert reader.get("/law/instruments/nothing/").status_code == 404


def test_a_rule_says_what_it_asks(reader: Client) -> None:
    context = reader.get("/law/rules/selection_regulations.8.3.deputy/").context
    asked = [str(line) for condition in context["conditions"] for _, line in condition["lines"]]
    assert "同层次副职任职年限：（须≥24个月）" in asked
    assert {each["light"] for each in context["examples"]} == {"passed", "forbidden", "unknown"}
    assert reader.get("/law/rules/nothing/").status_code == 404


def test_a_question_and_its_verdict(reader: Client) -> None:
    context = reader.get(ASK, DEPUTY | {"months_as_deputy": "23"}).context
    found = next(node for node in context["nodes"] if str(node["title"]) == "副职任职年限")
    assert found["light"] == "forbidden"
    assert str(found["remedy"]) == "2026-12起符合"
    assert "《党政领导干部选拔任用工作条例》（2019年）第八条第三项" in found["cites"]


def test_two_days_beside_each_other(reader: Client) -> None:
    notice = {
        "subject": "notice",
        "on": "2026-11-21",
        "versus": "2013-06-01",
        "post_tier": "county",
        "move": "promotion",
        "notice_workdays": "4",
        "notice_days": "7",
        "is_notice_exempt": "0",
        "is_posted_after_decision": "1",
    }
    changes = reader.get(ASK, notice).context["changes"]
    assert ("passed", "forbidden") in {
        (each["before"]["light"], each["after"]["light"])
        for each in changes
        if each["before"] and each["after"]
    }


def test_what_is_left_empty_is_left_out_of_the_address(reader: Client) -> None:
    answer = reader.get(ASK, DEPUTY | {"months_as_deputy": "", "versus": ""})
    assert answer.status_code == 302
    assert "months_as_deputy" not in answer.headers["Location"]
    assert "step=deputy_to_chief" in answer.headers["Location"]


def test_a_wrong_figure_is_named_and_nothing_is_judged(reader: Client) -> None:
    context = reader.get(ASK, DEPUTY | {"months_as_deputy": "-3"}).context
    assert "months_as_deputy" in context["form"].errors
    assert "verdict" not in context
    further = reader.get(ASK, DEPUTY | {"more": "seats = 1\nseets = 2"}).context
    assert "line 2" in str(further["form"].errors["more"])


def test_a_record_out_of_reach_is_said_so(reader: Client) -> None:
    asked = DEPUTY | {"person": "00000000-0000-0000-0000-000000000001", "post": "77"}
    told = [str(each) for each in reader.get(ASK, asked).context["told"]]
    assert told == ["干部：不存在，或者不在您的查阅权限内", "拟任职位：不存在，或者不在您的查阅权限内"]


def test_citations_lead_to_their_clause() -> None:
    cite = "《党政领导干部选拔任用工作条例》（2019年）第八条第三项"
    assert clause_named(cite) == ("selection_regulations", "8.3")
    assert (
        clause_address(cite)
        == reverse("law_instrument", kwargs={"name": "selection_regulations"}) + "#clause-8.3"
    )
    assert clause_address("《没有的条例》第一条") is None
