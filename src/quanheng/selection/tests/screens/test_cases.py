"""The list of cases."""

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.registry.tests import factories as registry
from quanheng.selection.tests import factories as make
from quanheng.selection.tests.screens.signing import client_of, page_of, queries_of

ADDRESS = "/cases/"


def test_number_title_step_and_way_in(case_at):
    of = case_at("recommendation")
    page = page_of(client_of(of, "王敏"), ADDRESS)
    for words in ("2026-0001", "云岭市交通运输局副局长（副职）选任", "民主推荐", reverse("case", args=["2026-0001"])):
        assert words in page


def test_closed_cases_are_shown_when_asked_for(case_at):
    of = case_at("closed")
    client = client_of(of, "王敏")
    assert "没有在办的选任事项" in page_of(client, ADDRESS)
    shown = page_of(client, ADDRESS, all="on")
    assert "2026-0001" in shown
    assert "办结" in shown


@pytest.mark.parametrize(("words", "is_found"), [("交通", True), ("2026-0001", True), ("水利", False)])
def test_it_is_searched_by_number_and_title(case_at, words, is_found):
    of = case_at("approve_motion")
    assert ("2026-0001" in page_of(client_of(of, "王敏"), ADDRESS, q=words).replace(f'value="{words}"', "")) is is_found


@pytest.mark.parametrize(("sort", "first"), [("number", "0001"), ("-number", "0002"), ("", "0002"), ("nonsense", "0002")])
def test_it_is_sorted_when_asked_and_newest_first_otherwise(case_at, sort, first):
    of = case_at("approve_motion")
    make.more_cases(of, 1)
    page = page_of(client_of(of, "王敏"), ADDRESS, sort=sort)
    last = {"0001": "0002", "0002": "0001"}[first]
    assert page.index(f"/cases/2026-{first}/") < page.index(f"/cases/2026-{last}/")


def test_a_county_sees_none_of_the_citys(case_at):
    of = case_at("approve_motion")
    of.staff["刘县"] = registry.account("刘县", "officer", over=registry.authority("中共青石县委", parent=of.authority))
    assert "2026-0001" not in page_of(client_of(of, "刘县"), ADDRESS)


def test_without_the_right_there_is_no_page(case_at):
    of = case_at("motion")
    of.staff["本人"] = registry.account("本人", "cadre", over=of.authority)
    assert client_of(of, "本人").get(ADDRESS).status_code == 403
    assert Client().get(ADDRESS).status_code == 302


def test_three_cases_ask_as_often_as_one(case_at):
    of = case_at("approve_motion")
    client = client_of(of, "王敏")
    one = queries_of(client, ADDRESS)
    make.more_cases(of, 2)
    assert "2026-0003" in page_of(client, ADDRESS)
    assert queries_of(client, ADDRESS) == one


def test_it_is_there_in_english(case_at):
    of = case_at("recommendation")
    client = client_of(of, "王敏")
    words = client.get(ADDRESS, headers={"accept-language": "en"}).content.decode()
    assert "Current step" in words
    assert "民主推荐" not in words
