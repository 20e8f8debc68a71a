"""Staff against ceilings: the alarm list, the people of no known kind, who may look."""

import pytest

from quanheng.establishment.queries.staffing import staffing
from quanheng.establishment.tests import factories as est
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


def test_over_free_and_unknown(django_assert_num_queries):
    city = make.authority(code="city")
    wang = make.account("王敏", "section_chief", over=city)
    crowded, free = make.organisation("甲局", of=city), make.organisation("乙局", of=city)
    est.ceiling(crowded, 1), est.ceiling(crowded, 5, kind="worker"), est.ceiling(free, 2)
    for category in ("1", "B3", "综合管理类公务员", "", "A2", "A0"):
        make.person(at=crowded, category=category)
    make.person(at=crowded, category="1", status="离退人员")
    make.person(at=make.organisation("丙局", of=city), category="1")
    with django_assert_num_queries(5):
        found = staffing(by=wang, on=ON, authority=city)
    assert [(line.kind, line.ceiling, line.held, line.over, line.free) for line in found.lines] == [
        ("administrative", 1, 3, 2, 0), ("worker", 5, 1, 0, 4), ("administrative", 2, 0, 0, 2),
    ]  # fmt: skip
    assert [found.units[line.organisation].name for line in found.over] == ["甲局"]
    assert found.unknown == {crowded.pk: 1}


def test_a_county_officer_sees_none_of_the_citys():
    city = make.authority(code="city")
    est.ceiling(make.organisation(of=city))
    liu = make.account("刘县", "officer", over=make.authority("中共青石县委", parent=city, code="qingshi"))
    assert staffing(by=liu, on=ON, authority=city).lines == []
