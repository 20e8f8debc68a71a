"""Posts outside, and what the law says of them once somebody has retired."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.registry.models import OutsidePost
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    client = Client()
    client.force_login(make.account("王敏", "section_chief", over=city))
    return client


def page_of(client, person, as_of="2026-11-21") -> str:
    return client.get(reverse("person", args=[person.pk]), {"as_of": as_of}).content.decode()


def test_the_approval_stands_with_the_post_outside(city, wang):
    chen = make.person("陈建国", of=city)
    OutsidePost.objects.create(
        person=chen, organisation_text="云岭市公路学会", title="理事", approved_on=date(2025, 1, 1), approved_by="中共云岭市委组织部",
        document="云组〔2025〕1号", from_on=date(2025, 2, 1), until_on=date(2026, 12, 1),
    )  # fmt: skip
    page = page_of(wang, chen)
    for words in ("云岭市公路学会", "云组〔2025〕1号", "中共云岭市委组织部"):
        assert words in page
    assert "2026-12-01" not in page
    assert "云岭市公路学会" not in page_of(wang, chen, "2025-01-31")
    assert "从事营利活动" not in page


@pytest.mark.parametrize(
    ("left", "role", "said"), [("2025-06-15", "chief", "2028-06-15以前"), ("2025-06-15", "other", "2027-06-15以前"), ("2015-06-15", "chief", "")]
)  # fmt: skip
def test_a_retired_leader_is_told_until_when(city, wang, left, role, said):
    chen = make.person("陈建国", of=city, status="离退人员")
    make.assignment(
        chen, title="局长", from_on=date(2010, 1, 1), until_on=date.fromisoformat(left), role=role, is_leading=role == "chief", level="131"
    )  # fmt: skip
    page = page_of(wang, chen)
    assert ("从事营利活动" in page) is bool(said)
    assert said in page
