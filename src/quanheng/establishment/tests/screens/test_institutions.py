"""The pages of institutions as named people open them."""

import re
from datetime import date

import pytest
from django.core.cache import cache
from django.urls import reverse

from quanheng.establishment.models import Contract, Engagement, PostScheme
from quanheng.establishment.queries.institution_posts import engaged
from quanheng.establishment.tests.institution_scene import hospital
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    cache.clear()
    made = hospital()
    made.scheme()
    return made


@pytest.fixture
def wang(scene):
    return signed_in(scene.wang)


@pytest.fixture
def liu(scene):
    county = make.authority("中共青石县委", parent=scene.city, code="qingshi")
    return signed_in(make.account("刘县", "section_chief", over=county))


def page_of(client, name, *arguments, **asked) -> str:
    response = client.get(reverse(name, args=arguments), asked)
    assert response.status_code == 200
    return response.content.decode()


def test_coverage_names_the_unsigned_and_the_targets(scene, wang):
    for name in ("陈建国", "李红"):
        scene.engaged(name)
    scene.signed(engaged(by=scene.wang, on=make.ON, unit=scene.unit)[0].person)
    page = page_of(wang, "institutions")
    for words in ("50.0%", "聘用合同签订率", "金昌市", reverse("institution_posts", args=[scene.unit.code])):
        assert words in page
    assert "李红" in page_of(wang, "institution_people", scene.unit.code, unsigned="1")
    assert "陈建国" not in page_of(wang, "institution_people", scene.unit.code, unsigned="1")


def test_of_many_institutions_the_numbers_follow_after_the_page(scene, wang, monkeypatch):
    monkeypatch.setattr("quanheng.establishment.queries.institution_coverage.MANY", 0)
    scene.engaged("陈建国")
    cache.clear()
    page = page_of(wang, "institutions")
    assert "正在统计" in page
    assert "未签合同人员" not in page
    piece = wang.get(reverse("institutions_numbers"), headers={"HX-Request": "true"}).content.decode()
    assert "未签合同人员" in piece
    assert "<html" not in piece
    assert "未签合同人员" in page_of(wang, "institutions")
    assert wang.get(reverse("institutions_numbers")).url == f"{reverse('institutions')}?now=1"
    cache.clear()
    assert "未签合同人员" in page_of(wang, "institutions", authority=scene.city.code)
    assert "未签合同人员" in page_of(wang, "institutions", now="1")


def test_who_may_not_view_gets_no_numbers(scene):
    teller = signed_in(make.account("孙丽", "teller", over=scene.city))
    assert teller.get(reverse("institutions_numbers")).status_code == 403


def test_the_unit_shows_grades_ratios_verdicts_and_who_is_beyond(scene, wang):
    for number, name in enumerate(("陈建国", "李红"), start=1):
        scene.engaged(name, from_on=date(2024, 3, number))
    scene.scheme({("technical", 12): 1, ("technical", 4): 2}, from_on=date(2026, 1, 1), document="云人社岗〔2025〕9号")
    page = page_of(wang, "institution_posts", scene.unit.code)
    over = page.split('id="over"')[1].split("</section>")[0]
    assert "李红" in over
    assert "陈建国" not in over
    for words in ("专业技术岗位12级", "高中初级比例1:3:6", "《事业单位岗位设置管理试行办法》（2006年）", "云人社岗〔2024〕7号", "数据表"):
        assert words in page


def test_the_unit_on_a_past_day_is_as_it_was(scene, wang):
    scene.engaged("陈建国")
    assert "没有岗位设置方案" in page_of(wang, "institution_posts", scene.unit.code, as_of="2023-01-01")


@pytest.mark.parametrize("page", ["institutions", "institution_posts", "institution_people", "contracts"])
def test_a_page_asks_as_often_for_one_as_for_three(scene, wang, page):
    arguments = [scene.unit.code] if page.startswith("institution_") else []
    asked = set()
    for name in ("陈建国", "李红", "周志远"):
        scene.signed(scene.engaged(name).person)
        words = name if page in ("institution_people", "contracts") else "医院"
        asked.add(queries_of(wang, reverse(page, args=arguments), words, clock="current"))
    assert len(asked) == 1


def test_another_county_finds_nothing(scene, liu):
    scene.signed(scene.engaged("陈建国").person)
    assert "云岭市第一人民医院" not in page_of(liu, "institutions")
    assert "陈建国" not in page_of(liu, "contracts", clock="current")
    for name in ("institution_posts", "institution_people", "post_scheme", "engagement", "contract_sign"):
        assert liu.get(reverse(name, args=[scene.unit.code])).status_code == 404
    for name, row in (("engagement_end", Engagement), ("contract_renew", Contract), ("contract_end", Contract)):
        assert liu.get(reverse(name, args=[row.objects.get().pk])).status_code == 404


def test_who_may_not_edit_is_refused_the_forms(scene):
    officer = signed_in(make.account("李强", "officer", over=scene.city))
    assert "登记岗位聘用" not in page_of(officer, "institution_posts", scene.unit.code)
    assert officer.get(reverse("post_scheme", args=[scene.unit.code])).status_code == 403


def test_a_scheme_from_the_form_and_again(scene, wang):
    address = reverse("post_scheme", args=[scene.unit.code])
    typed = {
        "document": "云人社岗〔2026〕1号",
        "approved_on": "2026-01-05",
        "from_on": "2026-02-01",
        "main_class": "technical",
        "technical-12": "8",
        "management-8": "2",
    }
    assert 'value="6"' in wang.get(address).content.decode()
    assert wang.post(address, typed).status_code == 302
    assert dict(PostScheme.objects.get(until_on=None).grades.values_list("grade", "number")) == {12: 8, 8: 2}
    again = wang.post(address, typed)
    assert again.status_code == 409
    assert "已有自2026-02-01起的岗位设置方案" in again.content.decode()


def test_engaging_by_name_and_beyond_the_number(scene, wang):
    address = reverse("engagement", args=[scene.unit.code])
    for name in ("陈建国", "李红"):
        scene.person(name)
    typed = {"person": "陈建国", "grade": "technical-7", "from_on": "2026-01-01"}
    assert wang.post(address, typed).status_code == 302
    again = wang.post(address, {**typed, "person": "李红"})
    assert again.status_code == 409
    assert "已聘1人：陈建国" in again.content.decode()
    assert "没有查到此人" in wang.post(address, {**typed, "person": "无此人"}).content.decode()
    held = Engagement.objects.get()
    assert wang.post(reverse("engagement_end", args=[held.pk]), {"until_on": "2026-10-01"}).status_code == 302
    held.refresh_from_db()
    assert held.until_on == date(2026, 10, 1)


def test_signing_from_the_list_renewing_and_ending(scene, wang):
    person = scene.engaged("陈建国").person
    address = f"{reverse('contract_sign', args=[scene.unit.code])}?person={person.key}"
    assert address in page_of(wang, "institution_people", scene.unit.code)
    assert "陈建国" in wang.get(address).content.decode()
    typed = {"key": str(person.key), "person": "陈建国", "kind": "short", "signed_on": "2025-01-01", "from_on": "2025-01-01"}
    refused = wang.post(address, typed)
    assert "短期、中期合同没有写明终止日期" in refused.content.decode()
    done = wang.post(address, {**typed, "until_on": "2027-01-01", "is_full_time": "on"}, follow=True)
    assert "第十二条" in done.content.decode()
    row = Contract.objects.get()
    assert "陈建国" in page_of(wang, "contracts")
    renewed = {"kind": "medium", "signed_on": "2026-11-01", "from_on": "2027-01-01", "until_on": "2030-01-01"}
    assert wang.post(reverse("contract_renew", args=[row.pk]), renewed).status_code == 302
    new = Contract.objects.get(before=row)
    ending = {"ended_on": "2027-06-01", "cause": "person", "notice_on": "2027-05-30"}
    assert wang.post(reverse("contract_end", args=[new.pk]), ending).status_code == 409
    assert wang.post(reverse("contract_end", args=[new.pk]), {**ending, "notice_on": "2027-04-30"}).status_code == 302


def test_a_long_list_goes_on_by_key(scene, wang, monkeypatch):
    monkeypatch.setattr("quanheng.establishment.screens.institution_people.PAGE", 2)
    monkeypatch.setattr("quanheng.establishment.screens.institution_words.PAGE", 2)
    for name in ("陈建国", "李红", "周志远"):
        scene.engaged(name)
    page = page_of(wang, "institution_people", scene.unit.code)
    assert "周志远" not in page
    after = f"2024-03-01_{Engagement.objects.get(person__name='李红').pk}"
    assert f"after={after}" in page
    assert "周志远" in page_of(wang, "institution_people", scene.unit.code, after=after)


def test_contracts_that_end_on_one_day_go_on_by_key(scene, wang, monkeypatch):
    monkeypatch.setattr("quanheng.establishment.screens.contracts.PAGE", 2)
    for name in ("陈建国", "李红", "周志远"):
        scene.signed(scene.engaged(name).person)
    first = page_of(wang, "contracts", clock="current")
    assert "周志远" not in first
    [after] = re.findall(r"after=([\w-]+)", first)
    assert "周志远" in page_of(wang, "contracts", clock="current", after=after)
    assert "李红" not in page_of(wang, "contracts", clock="current", after=after)
