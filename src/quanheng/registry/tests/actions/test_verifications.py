"""open_verification, settle_verification, record_file_item, file_item, record_reading: claimed, evidenced, adopted."""

from datetime import date

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.open_verification import open_verification
from quanheng.registry.actions.record_file_item import file_item, record_file_item, record_reading
from quanheng.registry.actions.settle_verification import settle_verification
from quanheng.registry.models import Person, Revision
from quanheng.registry.queries.verifications import open_verifications, verification_sheet
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    city = make.authority("中共云岭市委", code="city")
    return make.account("王敏", "section_chief", over=city), make.person("陈建国", of=city)


def paper(by, person, title="入学登记表", made_on=date(1984, 9, 1), **given):
    return record_file_item(
        by=by, at=make.AT, person=person, item_class="4", title=title, made_on=made_on, **given
    )


def reading(by, item, value, **given):
    return record_reading(by=by, at=make.AT, item=item, field="born_on", value=value, **given)


def opened(by, person, field="born_on", **given):
    return open_verification(by=by, at=make.AT, person=person, field=field, claimed="1985.03", **given)


def settled(by, row, adopted, document="云组认〔2026〕3号", **given):
    return settle_verification(
        by=by, at=make.AT, verification=row, adopted=adopted, document=document, **given
    )


def test_the_earliest_paper_is_adopted_and_goes_into_the_record_with_its_reason(scene):
    wang, chen = scene
    first, later = paper(wang, chen), paper(wang, chen, "履历表", date(2000, 1, 1))
    reading(wang, first, "1984年3月"), reading(wang, later, "1985.03")
    row = settled(wang, opened(wang, chen, evidenced="1984.03", item=first), "1984.03")
    assert (row.adopted, row.settled_on) == ("1984.03", make.ON)
    assert Person.objects.get(pk=chen.pk).born_on == date(1984, 3, 1)
    kept = Revision.objects.get(person=chen, noun="person")
    assert (kept.before, kept.after) == ({"born_on": "1985-03-01"}, {"born_on": "1984-03-01"})
    assert kept.reason == "档案审核认定：云组认〔2026〕3号"


def test_a_later_paper_is_refused_by_the_clause_unless_approved(scene):
    wang, chen = scene
    (
        reading(wang, paper(wang, chen), "1984.03"),
        reading(wang, paper(wang, chen, "履历表", date(2000, 1, 1)), "1986.03"),
    )
    row = opened(wang, chen)
    with pytest.raises(Refused) as refused:
        settled(wang, row, "1986.03")
    assert "应当认定的出生年月为1984.03" in str(refused.value.why)
    assert refused.value.cites
    settled(wang, row, "1986.03", approved_on=date(1986, 3, 1))
    assert Person.objects.get(pk=chen.pk).born_on == date(1986, 3, 1)


def test_without_any_paper_no_birth_date_is_adopted(scene):
    wang, chen = scene
    with pytest.raises(Refused) as refused:
        settled(wang, opened(wang, chen), "1984.03")
    assert "不能认定" in str(refused.value.why)


def test_the_same_month_changes_nothing_and_another_needs_a_document(scene):
    wang, chen = scene
    row = opened(wang, chen, "work_started_on")
    with pytest.raises(Refused) as refused:
        settled(wang, row, "2006.07", document=" ")
    assert str(refused.value.why) == "更正档案记载没有认定结论"
    settled(wang, row, "2007.07", document="")
    assert Person.objects.get(pk=chen.pk).work_started_on == date(2007, 7, 1)
    assert not Revision.objects.filter(noun="person").exists()


@pytest.mark.parametrize(
    ("adopted", "why"), [("大约1984", "“大约1984”不是年月或者年月日"), ("  ", "没有填写认定的内容")]
)
def test_what_is_no_date_is_refused(scene, adopted, why):
    wang, chen = scene
    with pytest.raises(Refused) as refused:
        settled(wang, opened(wang, chen, "party_joined_on"), adopted)
    assert str(refused.value.why) == why


def test_words_are_adopted_without_touching_the_record(scene):
    wang, chen = scene
    row = settled(wang, opened(wang, chen, "education"), "大学本科（在职）")
    assert row.adopted == "大学本科（在职）"
    with pytest.raises(Refused):
        settled(wang, row, "研究生")


def test_one_open_verification_a_matter_and_no_paper_of_another_file(scene):
    wang, chen = scene
    opened(wang, chen)
    with pytest.raises(Refused) as refused:
        opened(wang, chen)
    assert "尚未认定" in str(refused.value.why)
    other = paper(wang, make.person("李红", of=chen.authority))
    with pytest.raises(Refused):
        opened(wang, chen, "education", item=other)


def test_the_sheet_lights_what_differs_and_what_is_altered(scene):
    wang, chen = scene
    item = paper(wang, chen)
    reading(wang, item, "1985年3月5日")
    lights = {each.field: each.light for each in verification_sheet(chen, on=make.ON)}
    assert (lights["born_on"], lights["career"]) == ("passed", "unknown")
    reading(wang, item, "1985.03", is_altered=True)
    assert {each.field: each.light for each in verification_sheet(chen, on=make.ON)}["born_on"] == "warning"
    reading(wang, item, "1984.03")
    sheet = verification_sheet(chen, on=make.ON)[0]
    assert (sheet.light, sheet.counts_on) == ("warning", date(1984, 3, 1))


def test_open_ones_are_listed_to_who_may_see_the_person(scene):
    wang, chen = scene
    opened(wang, chen)
    liu = make.account("刘县", "officer", over=make.authority("中共青石县委", parent=chen.authority))
    assert [row.person.name for row in open_verifications(by=wang, on=make.ON)] == ["陈建国"]
    assert list(open_verifications(by=liu, on=make.ON)) == []
    with pytest.raises(Refused):
        opened(liu, chen, "education")


def test_papers_are_numbered_once_and_loose_ones_are_filed(scene):
    wang, chen = scene
    paper(wang, chen, number="1")
    with pytest.raises(Refused) as refused:
        paper(wang, chen, "成绩单", number="1")
    assert "第4类第1号已是“入学登记表”" in str(refused.value.why)
    loose = paper(wang, chen, "成绩单", is_loose=True)
    row = file_item(by=wang, at=make.AT, item=loose, item_class="4", number="2")
    assert (row.is_loose, row.number, row.received_on) == (False, "2", make.ON)
    with pytest.raises(Refused):
        file_item(by=wang, at=make.AT, item=row, item_class="4", number="3")


@pytest.mark.parametrize(
    "days", [{"made_on": date(2027, 1, 1)}, {"made_on": date(2020, 1, 1), "received_on": date(2019, 1, 1)}]
)
def test_impossible_days_of_a_paper_are_refused(scene, days):
    with pytest.raises(Refused):
        paper(*scene, **days)


def test_a_reading_says_something(scene):
    wang, chen = scene
    with pytest.raises(Refused):
        reading(wang, paper(wang, chen), "  ")
