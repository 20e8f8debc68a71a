"""Career lines from a résumé: chosen ones are written with their source, all or none; the unread stays known."""

from datetime import date

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.record_resume import mark_of, record_resume
from quanheng.registry.models import Assignment, FileGap, Revision
from quanheng.registry.queries.resume_plan import resume_plan
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
RESUME = (
    "2003.09--2007.07  云岭大学土木工程专业学习\n"
    "2007.07--2012.03  云岭市交通运输局科员（其间：2009.03--2010.03在青石县挂职）\n"
    "2012.13--2013.01  某处副处长\n"
    "2012.03--2018.05  云岭市交通运输局科长"
)


@pytest.fixture
def scene():
    city = make.authority("中共云岭市委", code="city")
    make.organisation("云岭市交通运输局", of=city)
    return make.account("王敏", "section_chief", over=city), make.person("陈建国", of=city, resume=RESUME)


def values(planned):
    line = planned.line
    return line.number, {
        "kind": line.kind, "organisation_text": planned.organisation_text, "title": planned.title, "level": "",
        "is_grassroots": None, "from_on": line.from_on, "until_on": line.until_on,
    }  # fmt: skip


def recorded(by, person, lines, **given):
    return record_resume(by=by, at=make.AT, person=person, lines=lines, **{"seen": mark_of(person), **given})


def test_the_plan_splits_units_and_keeps_the_unread(scene):
    plan = resume_plan(scene[1])
    assert [(each.line.kind, each.organisation_text, each.title) for each in plan.lines] == [
        ("study", "", "云岭大学土木工程专业学习"), ("work", "云岭市交通运输局", "科员"),
        ("secondment", "", "在青石县挂职"), ("work", "云岭市交通运输局", "科长"),
    ]  # fmt: skip
    assert [line.text for line in plan.unread] == ["2012.13--2013.01  某处副处长"]


def test_chosen_lines_are_written_with_their_source(scene):
    wang, chen = scene
    recorded(wang, chen, [values(each) for each in resume_plan(chen).lines])
    rows = Assignment.objects.filter(person=chen).order_by("from_on")
    assert [(row.kind, str(row), row.from_on) for row in rows] == [
        ("study", "云岭大学土木工程专业学习", date(2003, 9, 1)), ("work", "云岭市交通运输局科员", date(2007, 7, 1)),
        ("secondment", "在青石县挂职", date(2009, 3, 1)), ("work", "云岭市交通运输局科长", date(2012, 3, 1)),
    ]  # fmt: skip
    assert rows[1].organisation is not None
    reasons = set(Revision.objects.filter(person=chen).values_list("reason", flat=True))
    assert reasons == {"任免审批表简历第1行", "任免审批表简历第2行", "任免审批表简历第4行"}
    assert [gap.source for gap in FileGap.objects.filter(person=chen)] == ["任免审批表简历第3行"]
    assert {each.line.state for each in resume_plan(chen).lines} == {"held"}


def test_all_or_none(scene):
    wang, chen = scene
    good, bad = (values(each) for each in resume_plan(chen).lines[:2])
    bad[1]["until_on"] = date(2000, 1, 1)
    with pytest.raises(Refused):
        recorded(wang, chen, [good, bad])
    assert not Assignment.objects.filter(person=chen).exists()


def test_nothing_chosen_or_another_resume_is_refused(scene):
    wang, chen = scene
    with pytest.raises(Refused) as refused:
        recorded(wang, chen, [])
    assert str(refused.value.why) == "没有选定要登记的经历"
    with pytest.raises(Refused) as refused:
        recorded(wang, chen, [values(resume_plan(chen).lines[0])], seen="x")
    assert str(refused.value.why) == "简历已被更改"


def test_a_reader_may_not_record(scene):
    minister = make.account("郑强", "minister", over=scene[1].authority)
    with pytest.raises(Refused):
        recorded(minister, scene[1], [values(resume_plan(scene[1]).lines[0])])
