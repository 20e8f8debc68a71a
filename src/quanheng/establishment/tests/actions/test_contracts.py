"""Signing, renewing and ending employment contracts: sign_contract, renew_contract, end_contract."""

from datetime import date

import pytest

from quanheng.establishment.actions.end_contract import end_contract
from quanheng.establishment.actions.renew_contract import renew_contract
from quanheng.establishment.models import Contract
from quanheng.establishment.tests.institution_scene import hospital
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return hospital()


@pytest.fixture
def chen(scene):
    return scene.person("陈建国")


def test_one_contract_in_force_a_person(scene, chen):
    scene.signed(chen)
    with pytest.raises(Refused) as refused:
        scene.signed(chen, from_on=date(2026, 1, 1), until_on=date(2029, 1, 1))
    assert str(refused.value.why) == "陈建国与云岭市第一人民医院的聘用合同（2024-03-01起）尚未终止"


@pytest.mark.parametrize(
    ("until", "is_right"), [(date(2025, 3, 1), True), (date(2025, 2, 1), False), (None, False)]
)
def test_a_first_job_with_three_years_has_twelve_months_of_probation(scene, chen, until, is_right):
    if is_right:
        assert scene.signed(chen, is_first_job=True, probation_until_on=until).probation_until_on == until
        return
    with pytest.raises(Refused) as refused:
        scene.signed(chen, is_first_job=True, probation_until_on=until)
    assert refused.value.cites == ("《事业单位人事管理条例》（2014年）第十三条",)


def test_a_short_contract_is_kept_though_the_law_would_rather_have_three_years(scene, chen):
    assert scene.signed(chen, kind="short", until_on=date(2025, 3, 1)).kind == "short"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"until_on": None}, "短期、中期合同没有写明终止日期"),
        ({"until_on": date(2024, 3, 1)}, "合同终止日期2024-03-01不晚于起始日期2024-03-01"),
        ({"probation_until_on": date(2028, 1, 1)}, "试用期止于2028-01-01，不在合同期限之内"),
    ],
)
def test_days_that_do_not_fit(scene, chen, given, why):
    with pytest.raises(Refused) as refused:
        scene.signed(chen, **given)
    assert str(refused.value.why) == why
    assert not Contract.objects.exists()


def test_a_renewal_names_the_former_contract_and_ends_it(scene, chen):
    old = scene.signed(chen)
    new = renew(scene, old, until_on=date(2030, 3, 1))
    old.refresh_from_db()
    assert (old.ended_on, old.end_cause, new.before) == (date(2027, 3, 1), "renewed", old)


def test_a_renewal_is_not_made_twice_nor_before_the_contract(scene, chen):
    old = scene.signed(chen)
    with pytest.raises(Refused):
        renew(scene, old, from_on=date(2024, 3, 1), until_on=date(2030, 3, 1))
    renew(scene, old, until_on=date(2030, 3, 1))
    with pytest.raises(Refused) as refused:
        renew(scene, old, until_on=date(2030, 3, 1))
    assert str(refused.value.why) == "该合同已于2027-03-01终止（续签）"


def test_ending_ends_the_grade_too(scene, chen):
    scene.scheme()
    held = scene.engaged("陈建国", person=chen)
    ended = end(scene, scene.signed(chen), cause="agreed")
    held.refresh_from_db()
    assert (ended.end_cause, held.until_on) == ("agreed", date(2026, 11, 21))


def test_leaving_takes_thirty_days_of_notice(scene, chen):
    row = scene.signed(chen)
    with pytest.raises(Refused) as refused:
        end(scene, row, cause="person", notice_on=date(2026, 10, 23))
    assert "《事业单位人事管理条例》（2014年）第十六条" in refused.value.cites
    assert end(scene, row, cause="person", notice_on=date(2026, 10, 22)).end_cause == "person"


def test_absence_must_reach_the_figures(scene, chen):
    row = scene.signed(chen)
    fifteen = {"cause": "unit", "ground": "absence", "absence_workdays_in_year": 15}
    with pytest.raises(Refused):
        end(scene, row, **fifteen, absence_workdays_in_row=15)
    assert end(scene, row, **fifteen, absence_workdays_in_row=16).ended_on == date(2026, 11, 21)


def test_what_the_ground_rests_on_must_be_told(scene, chen):
    with pytest.raises(Refused) as refused:
        end(scene, scene.signed(chen), cause="unit", ground="grades", notice_on=date(2026, 1, 1))
    assert "补充" in str(refused.value.remedy)


def test_ended_is_ended_and_the_next_may_be_signed(scene, chen):
    row = scene.signed(chen)
    end(scene, row, cause="agreed")
    with pytest.raises(Refused):
        end(scene, row, cause="agreed")
    assert scene.signed(chen, from_on=date(2026, 11, 21), until_on=date(2029, 11, 21)).before is None


def test_an_officer_may_not(scene, chen):
    scene.wang = make.account("李强", "officer", over=scene.city)
    with pytest.raises(Refused):
        scene.signed(chen)


def renew(scene, contract, **given):
    fixed = {"kind": "medium", "signed_on": date(2026, 11, 1), "from_on": date(2027, 3, 1)}
    return renew_contract(by=scene.wang, at=make.AT, contract=contract, **{**fixed, **given})


def end(scene, contract, **given):
    return end_contract(by=scene.wang, at=make.AT, contract=contract, ended_on=date(2026, 11, 21), **given)
