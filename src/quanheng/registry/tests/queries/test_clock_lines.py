"""Clocks with the lines that counted and those that did not: the figures are those of `careers`, the reasons are said."""

from datetime import date

import pytest

from quanheng.registry.queries.careers import clocks
from quanheng.registry.queries.clock_lines import clock_sheets, leading_near_the_ground
from quanheng.registry.queries.file import file_of
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    city = make.authority("中共云岭市委", code="city")
    return make.account("王敏", "section_chief", over=city), make.person("陈建国", of=city)


def loaded(wang, chen, on=make.ON):
    return file_of(by=wang, on=on, key=chen.key).person


def sheet(person, label, on=make.ON):
    return next(each for each in clock_sheets(person, on) if str(each.label) == label)


def told(found):
    return [(str(each.line), each.counts, str(each.why)) for each in found.lines]


def test_grassroots_lines_count_once_where_they_overlap_and_silence_stays_open(scene):
    wang, chen = scene
    make.assignment(
        chen, title="镇科员", from_on=date(2010, 1, 1), until_on=date(2012, 1, 1), is_grassroots=True
    )
    make.assignment(
        chen, title="村支书", from_on=date(2011, 1, 1), until_on=date(2013, 1, 1), is_grassroots=True
    )
    make.assignment(
        chen, title="局科员", from_on=date(2013, 1, 1), until_on=date(2015, 1, 1), is_grassroots=False
    )
    make.assignment(chen, title="科长", from_on=date(2015, 1, 1), until_on=date(2016, 1, 1))
    make.assignment(
        chen,
        title="在校",
        kind="study",
        from_on=date(2016, 1, 1),
        until_on=date(2017, 1, 1),
        is_grassroots=True,
    )
    person = loaded(wang, chen)
    found = sheet(person, "基层工作经历")
    assert (found.months, found.most, found.is_open) == (36, 48, True)
    assert found.months == clocks(person, make.ON).grassroots
    assert told(found) == [
        ("镇科员", True, "基层工作"),
        ("村支书", True, "基层工作；与前一段重叠的时间只计一次"),
        ("局科员", False, "不是基层工作"),
        ("科长", None, "未注明是否基层工作"),
        ("在校", False, "学习期间不计"),
    ]


def test_as_of_a_past_day_later_lines_are_not_looked_at(scene):
    wang, chen = scene
    make.assignment(chen, title="镇科员", from_on=date(2010, 1, 1), is_grassroots=True)
    make.assignment(chen, title="局长", from_on=date(2020, 1, 1), is_grassroots=False)
    found = sheet(loaded(wang, chen), "基层工作经历", date(2012, 1, 1))
    assert (found.months, len(found.lines)) == (24, 1)


def test_an_unbroken_stay_counts_and_an_earlier_one_does_not(scene):
    wang, chen = scene
    seat = make.post(make.organisation(of=chen.authority))
    make.assignment(chen, seat, from_on=date(2010, 1, 1), until_on=date(2011, 1, 1))
    make.assignment(chen, seat, from_on=date(2020, 1, 1), until_on=date(2021, 1, 1))
    make.assignment(chen, seat, from_on=date(2021, 1, 1))
    person = loaded(wang, chen)
    found = sheet(person, "任现职")
    assert found.months == clocks(person, make.ON).in_post == 82
    assert [each.counts for each in found.lines] == [False, True, True]
    assert str(found.lines[0].why) == "曾任同一职务，中间离任，不连续计算"


def test_level_and_promotion_rest_on_the_recorded_spells(scene):
    wang, chen = scene
    make.rank(chen, "141", from_on=date(2012, 1, 1), until_on=date(2020, 5, 10))
    make.rank(chen, "132", from_on=date(2020, 5, 10))
    person = loaded(wang, chen)
    running = clocks(person, make.ON)
    assert (sheet(person, "任现层次").months, sheet(person, "距上次提拔").months) == (78, 78)
    assert (running.at_level, running.since_promotion) == (78, 78)
    assert [each.counts for each in sheet(person, "距上次提拔").lines] == [False, True]


def test_leading_posts_of_townships_streets_enterprises_and_institutions(scene):
    wang, chen = scene
    town = make.organisation("青石县柳林镇人民政府", of=chen.authority, kind="")
    works = make.organisation("云岭市供水有限公司", of=chen.authority, kind="国有企业")
    bureau = make.organisation("云岭市交通运输局", of=chen.authority, kind="交通运输部门")
    for unit, start, end in ((town, 2010, 2012), (works, 2012, 2013), (bureau, 2013, 2020)):
        make.assignment(chen, make.post(unit), from_on=date(start, 1, 1), until_on=date(end, 1, 1))
    make.assignment(
        chen,
        organisation_text="某处",
        title="主任",
        is_leading=True,
        role="chief",
        from_on=date(2020, 1, 1),
        until_on=date(2021, 1, 1),
    )
    person = loaded(wang, chen)
    found = sheet(person, "乡镇、街道、企事业单位领导工作经历")
    assert leading_near_the_ground(person, make.ON) == (36, 48)
    assert [each.counts for each in found.lines] == [True, True, False, None]
    assert str(found.lines[3].why) == "未注明单位类别"


def test_nobody_in_a_seat_has_no_clock(scene):
    wang, chen = scene
    assert sheet(loaded(wang, chen), "任现职").months is None
