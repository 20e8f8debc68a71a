"""Putting a person in a post: what is written, and what is refused."""

from datetime import date

import pytest
from django.apps import apps

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.open_assignment import open_assignment
from quanheng.registry.models import Assignment, Person, Rank
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 20)


@pytest.fixture
def scene():
    """A bureau with a free deputy seat inside the quota, its section chief, and the city's section chief who acts."""
    city = make.authority("中共云岭市委", code="city")
    unit = make.organisation(of=city)
    # The hard stop of the room above stands in every appointment; a lower room does not import it, tests neither.
    apps.get_model("establishment", "PostQuota").objects.create(
        organisation=unit, level="132", role="deputy", number=2, from_on=date(2019, 3, 20)
    )
    chen = make.person("陈建国", at=unit, current_post="云岭市交通运输局运输科科长")
    line = make.assignment(
        chen, make.post(unit, "运输科科长", level="141", role="inner_chief"), from_on=date(2020, 1, 1)
    )
    make.rank(chen, "141", from_on=date(2020, 1, 1))
    return {
        "city": city,
        "unit": unit,
        "chen": chen,
        "line": line,
        "post": make.post(unit),
        "wang": make.account("王敏", "section_chief", over=city),
    }


def appoint(scene, **given):
    return open_assignment(
        **{
            "by": scene["wang"],
            "at": make.AT,
            "person": scene["chen"],
            "post": scene["post"],
            "from_on": ON,
            **given,
        }
    )


def test_the_new_line_the_old_line_the_level_and_the_words(scene):
    made = appoint(
        scene,
        closes=scene["line"],
        document="云任〔2026〕31号",
        removal_document="云任〔2026〕31号",
        probation_from_on=ON,
    )
    old, chen = Assignment.objects.get(pk=scene["line"].pk), Person.objects.get(pk=scene["chen"].pk)
    assert (made.level, made.role, made.is_leading, made.probation_from_on) == ("132", "deputy", True, ON)
    assert (old.until_on, old.removal_document) == (ON, "云任〔2026〕31号")
    assert chen.current_post == "云岭市交通运输局副局长"
    assert list(Rank.objects.filter(person=chen).values_list("code", "from_on", "until_on")) == [
        ("141", date(2020, 1, 1), ON),
        ("132", ON, None),
    ]


def test_the_journal_names_the_act_and_not_the_person(scene):
    made = appoint(scene, closes=scene["line"])
    entry = JournalEntry.objects.first()
    assert (entry.action, entry.subject) == ("registry.assignment.open", f"registry.assignment:{made.pk}")
    assert "陈建国" not in str(entry.facts)


def test_a_second_submission_is_refused_and_the_first_stands(scene):
    appoint(scene, closes=scene["line"])
    with pytest.raises(Refused) as refused:
        appoint(scene)
    assert str(refused.value.why) == "陈建国自2026-11-20起已任云岭市交通运输局副局长"
    assert Assignment.objects.filter(post=scene["post"]).count() == 1


def test_a_full_quota_stops_it_with_the_sum_and_the_names(scene):
    for name in ("李红", "周志远"):
        make.assignment(make.person(name, at=scene["unit"]), make.post(scene["unit"]))
    with pytest.raises(Refused) as refused:
        appoint(scene, closes=scene["line"])
    assert str(refused.value.why) == (
        "云岭市交通运输局的县处级副职（副职）核定2名，2026-11-20实有2名：李红（副局长）、周志远（副局长）；再任1名即超配1名"
    )
    assert refused.value.cites == ("《中华人民共和国公务员法》第四十三条",)
    assert Assignment.objects.get(pk=scene["line"].pk).until_on is None


def test_a_concurrent_post_leaves_the_first_and_the_level(scene):
    post = make.post(scene["unit"], "机关党委书记", level="141", role="other", is_leading=False)
    appoint(scene, post=post, kind="concurrent")
    chen = Person.objects.get(pk=scene["chen"].pk)
    assert chen.current_post == "云岭市交通运输局运输科科长、云岭市交通运输局机关党委书记"
    assert Rank.objects.filter(person=chen).count() == 1


def test_a_line_of_somebody_else_cannot_be_closed(scene):
    line = make.assignment(make.person("李红", at=scene["unit"]), make.post(scene["unit"]))
    with pytest.raises(Refused) as refused:
        appoint(scene, closes=line)
    assert "不是陈建国的任职" in str(refused.value.why)


def test_a_post_that_does_not_exist_yet_is_refused(scene):
    post = make.post(scene["unit"], "总工程师", from_on=date(2027, 1, 1))
    with pytest.raises(Refused) as refused:
        appoint(scene, post=post)
    assert "2027-01-01" in str(refused.value.why)


def test_a_county_officer_may_not_appoint_to_the_citys_post(scene):
    county = make.authority("中共青石县委", parent=scene["city"], code="qingshi")
    liu = make.account("刘县", "section_chief", over=county)
    theirs = make.person("赵磊", of=county)
    for person in (scene["chen"], theirs):
        with pytest.raises(Refused) as refused:
            appoint(scene, by=liu, person=person)
        assert "刘县" in str(refused.value.why)
    assert not Assignment.objects.filter(post=scene["post"]).exists()
