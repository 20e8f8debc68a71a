"""Quota, post and person, one to one: each kind of misalignment, and none where all meet."""

from datetime import date

import pytest

from quanheng.establishment.queries.alignment import misalignments
from quanheng.establishment.tests import factories as est
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


def test_each_kind(django_assert_num_queries):
    city = make.authority(code="city")
    wang, unit = make.account("王敏", "section_chief", over=city), make.organisation(of=city)
    est.quota(unit, 1)
    make.assignment(make.person("正常", at=unit), make.post(unit))
    assert misalignments(by=wang, on=ON, organisation=unit).count == 0

    make.assignment(
        make.person("无席", at=unit), organisation=unit, title="副局长", level="132", is_leading=True
    )
    double = make.person("两席", at=unit)
    shared = make.post(unit, "局长", level="131", role="chief")
    make.assignment(double, shared), make.assignment(double, make.post(unit, "总工程师", role="inner_chief"))
    make.assignment(make.person("同席", at=unit), shared, kind="concurrent")
    make.assignment(make.person("前任", at=unit), shared, until_on=date(2024, 1, 1))
    est.quota(unit, 2, level="131", role="deputy")
    with django_assert_num_queries(7):
        found = misalignments(by=wang, on=ON, authority=city)
    assert [line.name for line in found.seatless] == ["无席"]
    assert [line.name for line in found.doubled] == ["两席", "两席"]
    assert [(post.name, post.people) for post in found.shared] == [("局长", 2)]
    assert [post.name for post in found.unapproved] == ["局长", "总工程师"]
    assert [(quota.number, quota.posts) for quota in found.postless] == [(2, 0)]


def test_a_county_officer_sees_none_of_the_citys():
    city = make.authority(code="city")
    make.post(make.organisation(of=city))
    liu = make.account("刘县", "officer", over=make.authority("中共青石县委", parent=city, code="qingshi"))
    assert misalignments(by=liu, on=ON, authority=city).count == 0
