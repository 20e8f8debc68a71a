"""Which authorities somebody sees into: all, some, none; the same rows as by the path."""

from datetime import date

import pytest

from quanheng.access.permissions.rights import within
from quanheng.registry.models import Person
from quanheng.registry.queries.sight import authorities_seen, seen
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def land():
    province = make.authority("中共滇岭省委", code="p")
    city = make.authority("中共云岭市委", parent=province, code="c")
    county = make.authority("中共青石县委", parent=city, code="x")
    for name, owner in (("陈建国", province), ("李红", city), ("周志远", county)):
        make.person(name, of=owner)
    return province, city, county


def test_the_same_as_by_the_path(land):
    for over, count in zip(land, (3, 2, 1), strict=True):
        officer = make.account("某", "officer", over=over)
        rows = [
            set(Person.objects.filter(condition("registry.view", by=officer, on=make.ON)))
            for condition in (seen, within)
        ]
        assert rows[0] == rows[1]
        assert len(rows[0]) == count


def test_all_some_and_none(land):
    province, city, county = land
    asked = {"permission": "registry.view", "on": make.ON}
    over_all, over_city, nobody = (
        make.account("甲", "officer", over=province),
        make.account("乙", "officer", over=city),
        make.account("丙"),
    )
    assert authorities_seen(by=over_all, **asked) is None
    assert authorities_seen(by=over_city, **asked) == (city.pk, county.pk)
    assert authorities_seen(by=nobody, **asked) == ()
    assert authorities_seen("registry.view", by=over_all, on=date(2019, 1, 1)) == ()


def test_a_page_asks_once(land, django_assert_num_queries):
    officer = make.account("某", "officer", over=land[1])
    officer.rights_memo = {}
    with django_assert_num_queries(2):
        for _ in range(3):
            authorities_seen("registry.view", by=officer, on=make.ON)
