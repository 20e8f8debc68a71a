"""Registering an approved post-setting scheme."""

from datetime import date

import pytest

from quanheng.establishment.models import GradeQuota, PostScheme
from quanheng.establishment.tests.institution_scene import hospital
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


def test_the_former_scheme_ends_on_the_day_the_new_one_begins():
    scene = hospital()
    old = scene.scheme()
    new = scene.scheme(
        {("technical", 12): 4, ("technical", 11): 0}, from_on=date(2026, 1, 1), document="云人社岗〔2025〕9号"
    )
    old.refresh_from_db()
    assert (old.until_on, new.until_on) == (date(2026, 1, 1), None)
    assert list(GradeQuota.objects.filter(scheme=new).values_list("post_class", "grade", "number")) == [
        ("technical", 12, 4)
    ]


def test_a_second_submission_says_what_is_on_record():
    scene = hospital()
    scene.scheme()
    with pytest.raises(Refused) as refused:
        scene.scheme({("technical", 12): 9})
    assert str(refused.value.why) == "已有自2024-02-01起的岗位设置方案（云人社岗〔2024〕7号）"
    assert PostScheme.objects.count() == 1


def test_a_grade_that_does_not_exist_is_refused_by_its_clause():
    with pytest.raises(Refused) as refused:
        hospital().scheme({("management", 11): 1})
    assert str(refused.value.why) == "没有管理岗位11级这一等级"
    assert refused.value.cites == ("《事业单位岗位设置管理试行办法》（2006年）",)


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"document": " "}, "没有批准文号"),
        ({"numbers": {("technical", 12): 0}}, "方案中没有岗位"),
        ({"approved_on": date(2024, 2, 2)}, "生效日期2024-02-01早于批准日期2024-02-02"),
    ],
)
def test_what_is_not_a_scheme(given, why):
    with pytest.raises(Refused) as refused:
        hospital().scheme(**given)
    assert str(refused.value.why) == why


def test_an_institution_managed_like_the_civil_service_has_none():
    scene = hospital()
    scene.unit.kind = "参照公务员管理的事业单位(公益一类)"
    scene.unit.save()
    with pytest.raises(Refused) as refused:
        scene.scheme()
    assert "不是实行岗位管理" in str(refused.value.why)


def test_an_officer_may_not():
    scene = hospital()
    scene.wang = make.account("李强", "officer", over=scene.city)
    with pytest.raises(Refused) as refused:
        scene.scheme()
    assert "维护编制职数" in str(refused.value.why)
