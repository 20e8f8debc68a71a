"""Members who must step aside, as different people may see them."""

import pytest

from quanheng.meeting.actions.recuse import recuse
from quanheng.meeting.queries.conflicts import conflicts
from quanheng.meeting.tests.factories import HELD_AT, committee, matter, sitting
from quanheng.registry.tests import factories as registry

pytestmark = pytest.mark.django_db
ON = HELD_AT.date()


def _file(of, name):
    account = of.account(name)
    made = registry.person(name, of=of.authority)
    account.person_key = made.pk
    account.save()
    return made


@pytest.fixture
def of():
    made = committee()
    registry.relative(made.candidate, "妻子", "赵敏", other=_file(made, "赵敏"))
    registry.relative(_file(made, "钱立"), "外甥", "陈建国", other=made.candidate)
    registry.relative(made.candidate, "同学", "孙瑞")
    return made


def test_both_files_are_read_and_a_name_alone_is_no_relation(of):
    item = matter(of, sitting(of))
    found = conflicts(by=of.recorder, on=ON, item=item)
    assert {(each.member.account.name, each.ground, str(each.words)) for each in found} == {
        ("赵敏", "relative", "拟任人选的妻子"),
        ("钱立", "relative", "拟任人选系其外甥"),
    }


def test_a_member_without_the_right_to_family_lines_reads_only_the_ground(of):
    item = matter(of, sitting(of))
    words = {str(each.words) for each in conflicts(by=of.account("李慧"), on=ON, item=item)}
    assert words == {"与拟任人选有亲属关系"}


def test_who_has_stepped_aside_is_marked(of):
    item = matter(of, sitting(of))
    recuse(by=of.recorder, at=HELD_AT, item=item, member=of.seat("赵敏"), ground="relative")
    marked = {
        each.member.account.name: each.is_recused for each in conflicts(by=of.recorder, on=ON, item=item)
    }
    assert marked == {"赵敏": True, "钱立": False}


def test_somebody_from_another_city_sees_nothing(of):
    stranger = registry.account("韩冬", "committee_member", over=registry.authority("青泽市委"))
    assert conflicts(by=stranger, on=ON, item=matter(of, sitting(of))) == []
