"""Where there are more units than one tree holds: one floor at a time, a page of it, with its own sums."""

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.establishment.tests import factories as est
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


def test_one_floor_at_a_time(monkeypatch):
    monkeypatch.setattr("quanheng.establishment.screens.organisations.WHOLE", 2)
    city = make.authority("中共云岭市委", code="city")
    root = make.organisation("云岭市", of=city, code="001")
    bureau = make.organisation("云岭市交通运输局", of=city, code="001.002", parent=root)
    est.quota(bureau, 3)
    make.organisation("云岭市公路养护中心", of=city, code="001.002.001", parent=bureau)
    wang, teller = Client(), Client()
    wang.force_login(make.account("王敏", "section_chief", over=city))
    teller.force_login(make.account("孙丽", "teller", over=city))
    top = wang.get(reverse("organisations")).content.decode()
    for words in ("云岭市交通运输局", "核定 3 · 实有 0 · 缺 3", "?under=001.002", "逐级查看"):
        assert words in top
    assert "公路养护中心" not in top
    below = wang.get(reverse("organisations"), {"under": "001.002"}).content.decode()
    assert "云岭市公路养护中心" in below
    assert teller.get(reverse("organisations")).status_code == 403


def test_the_units_below_one_are_listed_page_by_page(monkeypatch):
    monkeypatch.setattr("quanheng.establishment.screens.organisation.BELOW", 2)
    city = make.authority("中共云岭市委", code="city")
    root = make.organisation("云岭市", of=city, code="001")
    for number in range(5):
        make.organisation(f"云岭市第{number}局", of=city, code=f"001.{number}", parent=root, order=number)
    client = Client()
    client.force_login(make.account("王敏", "section_chief", over=city))
    address, seen = reverse("organisation", args=["001"]), []
    while address:
        page = client.get(address).content.decode()
        seen += re.findall(r">(云岭市第\d局)<", page)
        following = re.search(r'rel="next" href="([^"]+)"', page)
        address = reverse("organisation", args=["001"]) + unescape(following[1]) if following else ""
    assert seen == [f"云岭市第{number}局" for number in range(5)]
