"""Engaging somebody in a grade, and ending it: never beyond the number of the scheme."""

from datetime import date

import pytest

from quanheng.establishment.actions.end_engagement import end_engagement
from quanheng.establishment.models import Engagement
from quanheng.establishment.tests.institution_scene import hospital
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    made = hospital()
    made.scheme()
    return made


def test_within_the_number(scene):
    made = scene.engaged("陈建国", grade=7)
    assert (made.grade, made.until_on, made.organisation) == (7, None, scene.unit)


def test_beyond_the_number_with_the_sum_the_holders_and_the_clause(scene):
    scene.engaged("陈建国", grade=10)
    scene.engaged("李红", grade=10)
    with pytest.raises(Refused) as refused:
        scene.engaged("周志远", grade=10)
    assert str(refused.value.why) == (
        "云岭市第一人民医院的专业技术岗位10级核准2个（云人社岗〔2024〕7号），2024-03-01已聘2人：陈建国、李红；再聘1人即超1个"
    )
    assert refused.value.cites == ("《事业单位岗位设置管理试行办法》（2006年）",)
    assert Engagement.objects.count() == 2


def test_a_grade_the_scheme_does_not_have_holds_nobody(scene):
    with pytest.raises(Refused) as refused:
        scene.engaged("陈建国", grade=4)
    assert "核准0个" in str(refused.value.why)


def test_without_a_scheme_nobody_is_engaged():
    with pytest.raises(Refused) as refused:
        hospital().engaged("陈建国")
    assert str(refused.value.why) == "云岭市第一人民医院在2024-03-01没有经批准的岗位设置方案"


def test_before_the_scheme_is_in_force_there_is_none(scene):
    with pytest.raises(Refused):
        scene.engaged("陈建国", from_on=date(2024, 1, 31))


def test_an_engagement_made_for_later_counts(scene):
    scene.engaged("陈建国", grade=7, from_on=date(2027, 1, 1))
    with pytest.raises(Refused) as refused:
        scene.engaged("李红", grade=7, from_on=date(2026, 1, 1))
    assert "2027-01-01已聘1人：陈建国" in str(refused.value.why)


def test_one_person_one_grade_of_a_class_but_both_classes_may_be_held(scene):
    chen = scene.person("陈建国")
    scene.engaged("陈建国", person=chen)
    scene.engaged("陈建国", "management", 5, person=chen)
    with pytest.raises(Refused) as refused:
        scene.engaged("陈建国", person=chen, grade=10)
    assert str(refused.value.why) == "陈建国自2024-03-01起已聘在云岭市第一人民医院的专业技术岗位12级"


def test_ending_frees_the_grade(scene):
    held = scene.engaged("陈建国", grade=7)
    end_engagement(by=scene.wang, at=make.AT, engagement=held, until_on=date(2026, 6, 1))
    assert scene.engaged("李红", grade=7, from_on=date(2026, 6, 1)).person.name == "李红"
    with pytest.raises(Refused) as refused:
        end_engagement(by=scene.wang, at=make.AT, engagement=held, until_on=date(2026, 7, 1))
    assert str(refused.value.why) == "该聘用已于2026-06-01终止"


def test_it_cannot_end_before_it_began(scene):
    held = scene.engaged("陈建国", grade=7)
    with pytest.raises(Refused):
        end_engagement(by=scene.wang, at=make.AT, engagement=held, until_on=held.from_on)


def test_another_authority_may_not(scene):
    scene.wang = make.account("刘县", "section_chief", over=make.authority("中共青石县委", code="qingshi"))
    with pytest.raises(Refused) as refused:
        scene.engaged("陈建国", grade=7)
    assert "不在其管理权限内" in str(refused.value.why)


def risen(scene, *sanctions, post_class="technical", grade=7):
    """李红, in grade 12 (or management 6) until the end of 2025, to be engaged higher in 2026."""
    hong = scene.person("李红")
    low = 12 if post_class == "technical" else 6
    Engagement.objects.create(
        person=hong, organisation=scene.unit, post_class=post_class, grade=low, from_on=date(2020, 1, 1), until_on=date(2026, 1, 1)
    )  # fmt: skip
    for code, name, effective_on in sanctions:
        make.sanction(hong, code, name, effective_on=effective_on)
    return scene.engaged("李红", post_class, grade, person=hong, from_on=date(2026, 3, 1))


def test_a_running_sanction_bars_a_higher_grade_with_clause_and_day(scene):
    with pytest.raises(Refused) as refused:
        risen(scene, ("I2", "记过", date(2025, 9, 1)))
    assert "处分期" in str(refused.value.why)
    assert any("事业单位工作人员处分规定" in cite for cite in refused.value.cites)
    assert "2026-09-01" in str(refused.value.remedy)
    assert Engagement.objects.count() == 1


def test_of_managers_the_law_of_state_sanctions_speaks(scene):
    with pytest.raises(Refused) as refused:
        risen(scene, ("G2", "记过", date(2025, 9, 1)), post_class="management", grade=5)
    assert any("政务处分法" in cite for cite in refused.value.cites)


@pytest.mark.parametrize(
    "sanction",
    [
        ("I1", "警告", date(2025, 3, 1)),
        ("P1", "党内警告", date(2025, 9, 1)),
        ("I2", "记过", date(2026, 4, 1)),
    ],
)
def test_one_that_is_over_of_the_party_or_not_yet_in_effect_bars_no_grade(scene, sanction):
    assert risen(scene, sanction).grade == 7


def test_an_equal_or_lower_grade_stays_open(scene):
    assert risen(scene, ("I2", "记过", date(2025, 9, 1)), grade=12).grade == 12
