"""The career as a time line on the record page: for who may see the person, from two lines on, as of the day."""

import json
import re
from datetime import date

import pytest
from django.urls import reverse

from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def chen():
    city = make.authority("中共云岭市委", code="city")
    chen = make.person("陈建国", of=city)
    make.assignment(
        chen,
        organisation_text="青石县柳林镇",
        title="副镇长",
        from_on=date(2012, 3, 1),
        until_on=date(2016, 5, 1),
    )
    make.assignment(
        chen, organisation_text="青石县<交通运输局>", title="党组成员、副局长、工会主席", from_on=date(2016, 5, 1), level="142"
    )  # fmt: skip
    make.assignment(
        chen, kind="secondment", title="挂职副主任", from_on=date(2018, 1, 1), until_on=date(2019, 1, 1)
    )
    return chen


def page(client, person, **asked) -> str:
    return client.get(reverse("person", args=[person.key]), {"as_of": "2026-11-21", **asked}).content.decode()


def figure_of(page: str) -> dict:
    found = re.search(r'<script id="career-chart" type="application/json">(.*?)</script>', page)
    return json.loads(found.group(1)) if found else {}


def test_one_bar_a_post_hatched_by_how_it_was_held(chen):
    wang = signed_in(make.account("王敏", "section_chief", over=chen.authority))
    figure = figure_of(page(wang, chen))
    main, seconded = figure["data"]
    assert main["base"] == ["2012-03-01", "2016-05-01"]
    assert main["customdata"][1] == ["2016-05-01", "2026-11-21"]
    assert (main["name"], seconded["name"]) == ("任职", "挂职")
    assert figure["layout"]["yaxis"]["categoryarray"][0] == "青石县柳林镇副镇长"
    assert "＜交通运输局>" in "".join(main["y"])


def test_as_of_a_day_and_with_hardly_a_line(chen):
    wang = signed_in(make.account("王敏", "section_chief", over=chen.authority))
    then = figure_of(page(wang, chen, as_of="2017-01-01"))
    assert [bar["customdata"][-1][1] for bar in then["data"]] == ["2017-01-01"]
    assert figure_of(page(wang, chen, as_of="2013-01-01")) == {}


def test_who_may_not_see_the_person_sees_no_chart(chen):
    liu = signed_in(make.account("刘县", "officer", over=make.authority("中共青石县委", code="qingshi")))
    assert liu.get(reverse("person", args=[chen.key])).status_code == 404
