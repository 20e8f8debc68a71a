"""ask_correction, withdraw_correction, answer_correction: a person asks, the office answers, both are told."""

from datetime import date

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.answer_correction import answer_correction
from quanheng.registry.actions.ask_correction import ask_correction, withdraw_correction
from quanheng.registry.actions.record_file_item import record_file_item, record_reading
from quanheng.registry.models import CorrectionRequest, Person, Revision
from quanheng.registry.queries.correction_requests import (
    answered_lately,
    count_to_answer,
    requests_to_answer,
)
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    city = make.authority("中共云岭市委", code="city")
    chen = make.person("陈建国", of=city, native_place="云岭青石")
    return (
        make.account("王敏", "section_chief", over=city),
        chen,
        make.account("陈建国", "cadre", over=city, person_key=chen.pk),
    )


def asked(me, chen, matter="native_place", wanted="云岭白水", **given):
    return ask_correction(
        by=me, at=make.AT, person=chen, matter=matter, wanted=wanted, reason="户口簿", **given
    )


def answered(wang, row, *, is_accepted=True, answer="依据户口簿更正", **given):
    return answer_correction(
        by=wang, at=make.AT, request=row, is_accepted=is_accepted, answer=answer, **given
    )


def test_accepted_the_record_changes_with_the_reason_and_both_are_told(scene):
    wang, chen, me = scene
    row = asked(me, chen)
    assert (row.held, count_to_answer(by=wang, on=make.ON), answered_lately(by=me, on=make.ON)) == (
        "云岭青石",
        1,
        [],
    )
    answered(wang, row)
    assert Person.objects.get(pk=chen.pk).native_place == "云岭白水"
    assert Revision.objects.get(person=chen).reason == "本人申请更正：依据户口簿更正"
    assert (count_to_answer(by=wang, on=make.ON), answered_lately(by=me, on=make.ON)) == (0, [row])
    assert answered_lately(by=me, on=date(2027, 3, 1)) == []


def test_refused_with_the_reason_nothing_changes(scene):
    wang, chen, me = scene
    row = answered(wang, asked(me, chen), is_accepted=False, answer="与档案记载一致，不予更正")
    assert (row.state, Person.objects.get(pk=chen.pk).native_place) == ("refused", "云岭青石")
    with pytest.raises(Refused):
        answered(wang, row)


def test_of_a_line_the_answer_says_what_was_changed(scene):
    wang, chen, me = scene
    assert (
        answered(wang, asked(me, chen, "assignment", "2012年任科长"), answer="已更正任职时间").state
        == "accepted"
    )
    assert not Revision.objects.exists()


def test_a_birth_date_goes_by_the_papers(scene):
    wang, chen, me = scene
    row = asked(me, chen, "born_on", "1986.03")
    with pytest.raises(Refused) as refused:
        answered(wang, row)
    assert refused.value.cites
    item = record_file_item(
        by=wang, at=make.AT, person=chen, item_class="4", title="入学登记表", made_on=date(2000, 1, 1)
    )
    record_reading(by=wang, at=make.AT, item=item, field="born_on", value="1986.03")
    answered(wang, row)
    assert Person.objects.get(pk=chen.pk).born_on == date(1986, 3, 1)


def test_what_was_corrected_meanwhile_is_not_written_twice(scene):
    wang, chen, me = scene
    row = asked(me, chen, wanted="云岭青石")
    assert answered(wang, row).state == "accepted"
    assert not Revision.objects.exists()


def test_one_open_request_a_matter_until_withdrawn(scene):
    _wang, chen, me = scene
    row = asked(me, chen)
    with pytest.raises(Refused) as refused:
        asked(me, chen)
    assert "正在核查" in str(refused.value.why)
    assert withdraw_correction(by=me, at=make.AT, request=row).state == "withdrawn"
    asked(me, chen)
    assert CorrectionRequest.objects.filter(state="open").count() == 1
    with pytest.raises(Refused):
        withdraw_correction(by=me, at=make.AT, request=row)


@pytest.mark.parametrize("given", [{"wanted": "  "}, {"wanted": ""}])
def test_nothing_asked_is_refused(scene, given):
    with pytest.raises(Refused):
        asked(scene[2], scene[1], **given)


def test_nobody_asks_for_another_or_answers_the_own(scene):
    wang, chen, me = scene
    for other in (
        wang,
        make.account(
            "李红", "cadre", over=chen.authority, person_key=make.person("李红", of=chen.authority).pk
        ),
    ):
        with pytest.raises(Refused):
            asked(other, chen)
    row = asked(me, chen)
    with pytest.raises(Refused):
        withdraw_correction(by=wang, at=make.AT, request=row)
    make.grant(me, "section_chief", over=chen.authority)
    with pytest.raises(Refused) as refused:
        answered(me, row)
    assert str(refused.value.why) == "不能答复本人的申请"


def test_an_officer_of_another_county_sees_and_answers_nothing(scene):
    _wang, chen, me = scene
    row = asked(me, chen)
    liu = make.account("刘县", "officer", over=make.authority("中共青石县委", parent=chen.authority))
    assert list(requests_to_answer(by=liu, on=make.ON)) == []
    with pytest.raises(Refused):
        answered(liu, row)


def test_a_wrong_date_or_no_answer_is_refused(scene):
    wang, chen, me = scene
    row = asked(me, chen, "work_started_on", "去年")
    for given in ({}, {"answer": " "}):
        with pytest.raises(Refused):
            answered(wang, row, **given)
