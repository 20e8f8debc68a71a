"""Correcting a file, with its reason."""

from datetime import date

import pytest

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.correct_person import correct_person, state_of
from quanheng.registry.models import Person
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    city = make.authority("中共云岭市委", code="city")
    return make.account("王敏", "section_chief", over=city), make.person("陈建国", of=city)


def correct(by, person, changes, *, reason="干部档案认定", **given):
    return correct_person(by=by, at=make.AT, person=person, changes=changes, reason=reason, **given)


def test_a_new_name_is_spelt_anew(scene):
    wang, chen = scene
    correct(wang, chen, {"name": "曾建国", "born_on": date(1984, 12, 1)})
    row = Person.objects.get(pk=chen.pk)
    assert (row.name, row.pinyin, row.initials, row.born_on) == (
        "曾建国",
        "zengjianguo",
        "zjg",
        date(1984, 12, 1),
    )


def test_the_journal_keeps_the_reason_and_the_fields_not_what_they_say(scene):
    wang, chen = scene
    correct(wang, chen, {"health": "良好"})
    entry = JournalEntry.objects.first()
    assert entry.facts == {"reason": "干部档案认定", "fields": ["health"]}


@pytest.mark.parametrize(("changes", "reason", "why"), [
    ({"health": "良好"}, "  ", "没有写明更正理由"),
    ({"current_post": "市长"}, "认定", "这些栏目不能在此更正：current_post"),
    ({"health": "健康"}, "认定", "所填与现有信息相同，没有可更正的内容"),
])  # fmt: skip
def test_refused_with_the_reason(scene, changes, reason, why):
    with pytest.raises(Refused) as refused:
        correct(*scene, changes, reason=reason)
    assert str(refused.value.why) == why


def test_a_number_of_somebody_else_is_refused(scene):
    wang, chen = scene
    number = make.identity_number()
    make.person("李红", of=chen.authority, id_number=number)
    with pytest.raises(Refused) as refused:
        correct(wang, chen, {"id_number": number})
    assert str(refused.value.why) == "该身份证号已登记在李红名下"


def test_a_wrong_check_digit_is_refused(scene):
    with pytest.raises(Refused) as refused:
        correct(*scene, {"id_number": "999001198503011230"})
    assert "校验位" in str(refused.value.why)


def test_two_people_at_once_the_first_is_kept(scene):
    wang, chen = scene
    seen = state_of(chen)
    correct(wang, chen, {"health": "良好"}, seen=seen)
    with pytest.raises(Refused) as refused:
        correct(wang, chen, {"health": "一般"}, seen=seen)
    assert "您打开页面之后" in str(refused.value.why)
    assert Person.objects.get(pk=chen.pk).health == "良好"


def test_a_minister_reads_but_may_not_correct(scene):
    chen = scene[1]
    minister = make.account("郑强", "minister", over=chen.authority)
    with pytest.raises(Refused):
        correct(minister, chen, {"health": "良好"})
