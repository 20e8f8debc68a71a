"""The list of people page by page: every one once, forth and back, in every order, whatever comes or goes meanwhile."""

import re
from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.registry.models import Person
from quanheng.registry.tests import factories as make
from quanheng.web.screens import keyset

pytestmark = pytest.mark.django_db
PEOPLE = 65


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    client = Client()
    client.force_login(make.account("王敏", "section_chief", over=city))
    for number in range(PEOPLE):
        person = make.person(
            f"陈建{number:02}",
            of=city,
            pinyin=f"chenjian{number % 7}",
            born_on=date(1970 + number % 9, 1, 1),
            current_post="科长",
        )
        if number % 3:
            make.rank(person, "132" if number % 2 else "141", from_on=date(2020, 1, 1))
    return client


def page(client: Client, address: str) -> tuple[list[str], str, str]:
    """The names on a page, and the addresses of the pages before and after."""
    html = client.get(reverse("people") + address).content.decode()
    links = {rel: unescape(to) for rel, to in re.findall(r'<a rel="(\w+)" href="([^"]+)"', html)}
    return re.findall(r">(陈建\d\d)<", html), links.get("prev", ""), links.get("next", "")


@pytest.mark.parametrize(("few", "very_few"), [(0, 500), (5_000, 0), (5_000, 500)])
@pytest.mark.parametrize(
    "asked",
    ["", "?sort=-level", "?sort=name", "?sort=-name", "?sort=age", "?sort=-age", "?q=科长", "?q=chenj",
     "?as_of=2021-01-01&sort=level", "?as_of=2021-01-01&sort=name"],
)  # fmt: skip
def test_everybody_once_forth_and_back(wang, monkeypatch, asked, few, very_few):
    monkeypatch.setattr(keyset, "FEW", few)
    monkeypatch.setattr(keyset, "VERY_FEW", very_few)
    forth, names, to = [], [], asked
    while to:
        shown, _, to = page(wang, to)
        forth.append(shown)
        names += shown
        if not to:
            break
    if not asked:
        shown, _, to = page(wang, "")
        forth, names = [shown], list(shown)
        while to:
            shown, _, to = page(wang, to)
            forth.append(shown)
            names += shown
    assert (len(names), len(set(names))) == (PEOPLE, PEOPLE)
    assert [len(shown) for shown in forth] == [30, 30, 5]
    last = asked
    for _ in range(2):
        last = page(wang, last)[2]
    back, before, _ = page(wang, last)
    assert back == forth[2]
    for expected in (forth[1], forth[0]):
        shown, before, _ = page(wang, before)
        assert shown == expected
    assert before == ""


def test_the_pager_says_where_one_is(wang, monkeypatch):
    first = wang.get(reverse("people")).content.decode()
    assert "第 1 页，共 3 页 · 65 条" in first
    monkeypatch.setattr(keyset, "AT_MOST", 50)
    assert "第 1 页 · 50+ 条" in wang.get(reverse("people")).content.decode()


def test_a_wrong_or_foreign_mark_shows_the_first_page(wang):
    first = page(wang, "")[0]
    foreign = page(wang, "?sort=age")[2].partition("after=")[2].partition("&")[0]
    for said in ("?after=nonsense", "?before=WzJd", f"?after={foreign}", f"?sort=name&after={foreign}"):
        assert page(wang, said)[0][:1]
    assert page(wang, "?after=nonsense")[0] == first
    assert page(wang, f"?after={foreign}")[0] == first


def test_a_page_before_rows_that_went_is_the_first(wang):
    second = page(wang, page(wang, "?sort=name")[2])
    gone = page(wang, "?sort=name")[0][:20]
    Person.objects.filter(name__in=gone).delete()
    names, before, _ = page(wang, second[1])
    assert (len(names), before) == (30, "")


def test_the_list_of_another_day_goes_by_name_and_says_so(wang):
    html = wang.get(reverse("people"), {"as_of": "2021-01-01"}).content.decode()
    assert "sort=level" not in html
    assert 'aria-sort="ascending"' in html
