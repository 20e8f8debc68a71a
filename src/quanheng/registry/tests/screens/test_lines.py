"""The pages of dated lines as named people open them: the forms, the versions, what stays masked."""

import re
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.access.core.sealed_fields import unsealed
from quanheng.access.models import JournalEntry, in_version, shut_values
from quanheng.registry.core.lines import LINES
from quanheng.registry.models import Care, Delegateship, Revision, Reward, ServiceProgramme, Talk, YearGrade
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


def signed_in(account) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def wang(city):
    return signed_in(make.account("王敏", "section_chief", over=city))


@pytest.fixture
def zhao(city):
    """Reads people, edits nothing, sees nothing sensitive."""
    return signed_in(make.account("赵磊", "supervisor", over=city))


@pytest.fixture
def chen(city):
    return make.person("陈建国", of=city, id_number="999001198503010019")


def text_of(response) -> str:
    return response.content.decode()


def at(name, person, *rest):
    return reverse(name, args=[person.pk, *rest])


def as_sent(form) -> dict[str, object]:
    """What the browser sends when nothing is typed."""
    values = {name: form[name].value() for name in form.fields}
    return {
        name: value.isoformat() if isinstance(value, date) else "" if value is None else value
        for name, value in values.items()
    }


def test_adding_a_line_from_the_record_page(wang, chen):
    assert at("line_add", chen, "delegateship") in text_of(wang.get(at("person", chen)))
    address = at("line_add", chen, "delegateship")
    sent = as_sent(wang.get(address).context["form"]) | {
        "kind": "deputy", "body": "云岭市第五届人民代表大会", "term": "5", "from_on": "2024-01-09", "reason": "选举结果公告",
    }  # fmt: skip
    assert wang.post(address, sent).status_code == 302
    line = Delegateship.objects.get()
    page = text_of(wang.get(at("person", chen)))
    for words in ("云岭市第五届人民代表大会", "人大代表", at("line", chen, "delegateship", line.pk)):
        assert words in page
    assert "云岭市第五届人民代表大会" not in text_of(wang.get(at("person", chen), {"as_of": "2024-01-08"}))


@pytest.mark.parametrize("noun", sorted(LINES))
def test_every_kind_has_a_form_in_both_languages(wang, chen, noun):
    page = wang.get(at("line_add", chen, noun))
    assert {"seen", *LINES[noun].fields, "reason"} == set(page.context["form"].fields)
    assert "补录" in text_of(page)
    wang.cookies["django_language"] = "en"
    assert "Add: " in text_of(wang.get(at("line_add", chen, noun)))


def test_correcting_ending_and_the_versions_of_a_line(wang, chen):
    line = Delegateship.objects.create(
        person=chen, kind="deputy", body="云岭市人大", term=5, from_on=date(2024, 1, 9)
    )
    page = at("line", chen, "delegateship", line.pk)
    address = at("line_correct", chen, "delegateship", line.pk)
    sent = as_sent(wang.get(address).context["form"]) | {"term": "6", "reason": "届次登记有误"}
    assert wang.post(address, sent).status_code == 302
    late = wang.post(address, sent | {"term": "7"})
    assert late.status_code == 409
    assert "已被更正或撤回" in text_of(late)
    ends = at("line_end", chen, "delegateship", line.pk)
    assert re.search(r"<dt>届次</dt>\s*<dd[^>]*>6</dd>", text_of(wang.get(ends)))
    sent = as_sent(wang.get(ends).context["form"]) | {"ends_on": "2026-11-01", "reason": "辞去"}
    assert wang.post(ends, sent).status_code == 302
    shown = text_of(wang.get(page))
    for words in ("届次 5 → 6", "届次登记有误", "王敏", "终止时间（不含） — → 2026-11-01"):
        assert words in shown
    assert at("line_end", chen, "delegateship", line.pk) not in shown


def test_a_refusal_keeps_what_was_typed(wang, chen):
    make.post(make.organisation("云岭市交通运输局", of=chen.authority), "副局长")
    address = at("line_add", chen, "assignment")
    sent = as_sent(wang.get(address).context["form"]) | {
        "kind": "main", "organisation_text": "云岭市交通运输局", "title": "副局长", "from_on": "2026-01-01", "reason": "任免审批表",
    }  # fmt: skip
    answer = wang.post(address, sent)
    assert answer.status_code == 409
    assert "在任职务由选任事项任职" in text_of(answer)
    assert 'value="云岭市交通运输局"' in text_of(answer)


def test_withdrawing_keeps_the_whole_line_in_the_history(wang, chen):
    reward = make.reward(chen, "三等功")
    address = at("line_withdraw", chen, "reward", reward.pk)
    assert "三等功" in text_of(wang.get(address))
    assert wang.post(address, as_sent(wang.get(address).context["form"])).status_code == 200
    assert Reward.objects.exists()
    sent = as_sent(wang.get(address).context["form"]) | {"reason": "系同名人员"}
    assert wang.post(address, sent).status_code == 302
    assert not Reward.objects.exists()
    page = text_of(wang.get(at("person_history", chen)))
    for words in ("奖励：撤回", "奖励名称 三等功", "系同名人员"):
        assert words in page


def test_masked_fields_are_typed_anew_or_left_alone(wang, chen):
    wife = make.relative(chen, "妻子", "周梅", post="市一中教师")
    address = at("line_correct", chen, "relative", wife.pk)
    form = text_of(wang.get(address))
    assert "周梅" not in form
    assert "市一中教师" not in form
    sent = as_sent(wang.get(address).context["form"]) | {
        "political_status": "01",
        "post": "市二中教师",
        "reason": "本人报告",
    }
    assert wang.post(address, sent).status_code == 302
    said = make.kin_words(wife)
    assert (said.name, said.post, said.is_abroad) == ("周梅", "市二中教师", False)
    shut = text_of(wang.get(at("person_history", chen)))
    assert "市二中教师" not in shut
    assert "政治面貌" in shut
    opened = text_of(wang.post(at("person_history", chen), {"purpose": "核对家庭成员"}))
    assert "市一中教师 → 市二中教师" in opened
    assert JournalEntry.objects.filter(action="registry.open_sensitive").count() == 1


def test_an_old_identity_number_is_masked_in_the_history(wang, zhao, chen):
    address = at("person_correct", chen)
    sent = as_sent(wang.get(address).context["form"]) | {
        "new_number": make.identity_number(),
        "reason": "户籍更正",
    }
    assert wang.post(address, sent).status_code == 302
    for client in (wang, zhao):
        page = text_of(client.get(at("person_history", chen)))
        assert "999**************9" in page
        assert "999001198503010019" not in page
    assert "999001198503010019" in text_of(wang.post(at("person_history", chen), {"purpose": "核对身份证号"}))
    refused = zhao.post(at("person_history", chen), {"purpose": "核对身份证号"})
    assert refused.status_code == 409
    assert "999001198503010019" not in text_of(refused)


def test_who_may_only_read_sees_no_acts_and_nothing_sensitive(zhao, chen):
    reward, grade = make.reward(chen), make.year_grade(chen)
    Talk.objects.create(
        person=chen, kind="heart", held_on=date(2026, 5, 1), by_text="王敏", summary=unsealed("家庭困难")
    )
    Revision.objects.create(
        person=chen,
        noun="reward",
        line="1",
        before={"name": "记功"},
        after=None,
        reason="误",
        by_id=make.account("甲").pk,
        at=make.AT,
    )
    page = text_of(zhao.get(at("person", chen)))
    assert "家庭困难" not in page
    assert "谈心谈话" in page
    assert at("line_add", chen, "talk") not in page
    assert zhao.get(at("line_add", chen, "talk")).status_code == 403
    assert zhao.get(at("line", chen, "reward", reward.pk)).status_code == 404
    assert "记功" not in text_of(zhao.get(at("person_history", chen)))
    shown = text_of(zhao.get(at("line", chen, "year_grade", grade.pk)))
    assert "称职" in shown
    assert at("line_correct", chen, "year_grade", grade.pk) not in shown


def test_another_authority_opens_none_of_it(city, chen):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    liu = signed_in(make.account("刘县", "section_chief", over=county))
    grade = make.year_grade(chen)
    for name, rest in (
        ("line", ("year_grade", grade.pk)), ("line_add", ("talk",)), ("line_correct", ("year_grade", grade.pk)),
        ("line_end", ("year_grade", grade.pk)), ("line_withdraw", ("year_grade", grade.pk)), ("person_history", ()),
    ):  # fmt: skip
        assert liu.get(at(name, chen, *rest)).status_code == 404
    assert YearGrade.objects.count() == 1


def test_nonsense_in_the_address_finds_nothing(wang, chen):
    grade = make.year_grade(make.person("李红", of=chen.authority))
    assert wang.get(at("line_add", chen, "nonsense")).status_code == 404
    assert wang.get(at("line", chen, "year_grade", grade.pk)).status_code == 404


def test_ones_own_file_has_no_acts_and_keeps_the_talks_masked(city, chen):
    Talk.objects.create(
        person=chen, kind="heart", held_on=date(2026, 5, 1), by_text="王敏", summary=unsealed("家庭困难")
    )
    me = signed_in(make.account("陈建国", "cadre", over=city, person_key=chen.pk))
    page = text_of(me.get(reverse("person_mine")))
    assert "谈心谈话" in page
    assert "家庭困难" not in page
    assert "/lines/" not in page


def test_the_history_asks_as_often_for_one_as_for_three(wang, chen):
    asked = set()
    for year in (2023, 2024, 2025):
        grade = make.year_grade(chen, year)
        sent = {"year": year, "grade": "1", "reason": "认定"}
        assert wang.post(at("line_correct", chen, "year_grade", grade.pk), sent).status_code == 302
        asked.add(queries_of(wang, at("person_history", chen), "年度考核"))
    assert len(asked) == 1


def test_the_record_asks_as_often_with_three_of_every_new_line(wang, chen):
    asked = set()
    for year in (2023, 2024, 2025):
        Talk.objects.create(person=chen, kind="heart", held_on=date(year, 5, 1), by_text="王敏")
        Care.objects.create(person=chen, kind="leave", year=year)
        ServiceProgramme.objects.create(
            person=chen, kind="three_supports", batch=year, from_on=date(year, 7, 1)
        )
        asked.add(queries_of(wang, at("person", chen), "陈建国"))
    assert len(asked) == 1


def test_versions_written_by_an_import_are_read_and_masked_alike(wang, zhao, chen):
    by, shut = make.account("何知行"), shut_values(chen, {"awards": "2019年记三等功", "appraisals": "2024年：优秀"})
    for noun, before, after in (
        ("yeargrade", {"grade": "2"}, {"grade": "1"}),
        ("relative", {"post": "市一中教师"}, {"post": "市二中教师"}),
        ("sanction", {"name": "党内警告"}, {"name": "党内严重警告"}),
        ("person", {"photo": None, "native_place": "滇岭"}, {"photo": "356字节", "native_place": "云岭"}),
        ("person", {"awards": None, "appraisals": in_version(b"another key's")}, {name: in_version(shut[name]) for name in shut}),
    ):
        Revision.objects.create(
            person=chen,
            noun=noun,
            line="7",
            before=before,
            after=after,
            reason="导入《花名册》",
            by=by,
            at=make.AT,
        )
    page = text_of(wang.get(at("person_history", chen)))
    for words in ("称职 → 优秀", "党内警告 → 党内严重警告", "滇岭 → 云岭", "356字节", "三等功", "****** → 2024年：优秀"):
        assert words in page
    assert "市一中教师" not in page
    assert "党内" not in text_of(zhao.get(at("person_history", chen)))
    assert "称职 → 优秀" in text_of(wang.get(at("person_history", chen), {"noun": "year_grade"}))


def test_a_round_of_care_is_recorded_as_done(wang, chen):
    line = Care.objects.create(person=chen, kind="health_check", year=2026)
    page = text_of(wang.get(at("line", chen, "care", line.pk)))
    assert "登记办理" in page
    address = at("line_end", chen, "care", line.pk)
    sent = as_sent(wang.get(address).context["form"]) | {"ends_on": "2026-11-20"}
    assert wang.post(address, sent).status_code == 302
    assert Care.objects.get().done_on == date(2026, 11, 20)
