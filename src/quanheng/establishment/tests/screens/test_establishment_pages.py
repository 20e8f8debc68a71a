"""The pages of orders, boards, posts, key posts, staff and announcements: a named person who may, one who may not."""

from datetime import date

import pytest
from django.urls import reverse

from quanheng.establishment.models import DutyStatement, KeyPost, PostQuota, QuotaOrder, RankQuota
from quanheng.establishment.tests import factories as est
from quanheng.registry.models import Intake
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of, signed_in
from quanheng.web.screens import clock

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def wang(city):
    return signed_in(make.account("王敏", "section_chief", over=city))


@pytest.fixture
def liu(city):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    return signed_in(make.account("刘县", "section_chief", over=county))


def bureau(city, *names: str, number: int = 3, code: str = "001.002"):
    unit = make.organisation("云岭市交通运输局", of=city, code=code)
    est.quota(unit, number)
    for name in names:
        make.assignment(make.person(name, at=unit), make.post(unit))
    return unit


def page(client, name: str, *arguments, **asked) -> str:
    return client.get(reverse(name, args=arguments), asked).content.decode()


ORDER = {"number": "云编发〔2026〕8号", "title": "关于核定职数的批复", "kind": "cut", "issued_by": "市委编委", "issued_on": "2026-11-20", "from_on": "2026-11-21"}  # fmt: skip


def test_an_order_of_two_lines_from_the_form_to_its_page(city, wang, liu):
    unit = bureau(city)
    typed = {
        **ORDER,
        "1-organisation": unit.code, "1-cell": "post:132:deputy", "1-number": "2",
        "3-organisation": unit.name, "3-cell": "rank:15:", "3-number": "2",
    }  # fmt: skip
    refused = wang.post(reverse("quota_order_new"), typed)
    assert refused.status_code == 409
    assert "精简的批文不能增加或不变" in refused.content.decode()
    assert 'value="云岭市交通运输局"' in refused.content.decode()
    assert wang.post(reverse("quota_order_new"), {**typed, "kind": "set"}).status_code == 302
    order = QuotaOrder.objects.get()
    shown = page(wang, "quota_order", order.pk)
    assert all(
        words in shown for words in ("云岭市交通运输局", "三级调研员", "县处级副职 · 副职", "-1", "+2")
    )
    assert (PostQuota.objects.get(order=order).number, RankQuota.objects.get().number) == (2, 2)
    assert "云编发〔2026〕8号" in page(wang, "quota_orders")
    assert "云编发〔2026〕8号" not in page(liu, "quota_orders")
    assert liu.get(reverse("quota_order", args=[order.pk])).status_code == 404


def test_a_line_of_an_unknown_unit_keeps_what_was_typed(city, wang):
    typed = {**ORDER, "1-organisation": "没有的局", "1-cell": "post:132:deputy", "1-number": "2"}
    shown = wang.post(reverse("quota_order_new"), typed).content.decode()
    assert "没有编码或名称为“没有的局”的机构" in shown
    assert 'value="关于核定职数的批复"' in shown
    assert QuotaOrder.objects.count() == 0


def test_the_form_begins_with_the_unit_one_comes_from(city, wang):
    assert 'value="001.002"' in page(wang, "quota_order_new", organisation="001.002")


def test_the_board_of_an_authority_and_months_ahead(city, wang, liu):
    unit = bureau(city, "李红", number=1)
    make.assignment(make.person("周志远", at=unit), make.post(unit), until_on=date(2028, 1, 1))
    shown = page(wang, "quota_board")
    for words in (
        "超配或未核定的单位",
        "云岭市交通运输局",
        'data-chart="seats"',
        "数据表",
        "这段时间内没有将空缺的席位",
    ):
        assert words in shown
    assert "周志远" in page(wang, "quota_board", months="24")
    assert "云岭市交通运输局" not in page(liu, "quota_board")
    assert liu.get(reverse("quota_board"), {"authority": city.code}).status_code == 404


def test_the_boards_ask_as_often_for_one_unit_as_for_three(city, wang):
    asked = set()
    for code in ("1", "2", "3"):
        bureau(city, "陈建国", "李红", number=1, code=code)
        asked.add(queries_of(wang, reverse("quota_board"), f"/organisations/{code}/board/"))
    assert len(asked) == 1


def test_everything_counted_in_one_unit(city, wang, liu):
    unit = bureau(city, "李红")
    est.ceiling(unit, 1), est.rank_quota(unit, 1)
    for name in ("周志远", "陈建国"):
        make.rank(make.person(name, at=unit, category="1"), "15", kind="rank")
    make.rank(make.person("孙丽", at=unit, category="1"), "17", kind="rank")
    shown = page(wang, "organisation_board", unit.code)
    for words in (
        "三级调研员",
        "行政编制",
        "未核定职数的职级",
        "另有1人未注明人员类别",
        "有核定职数没有职务",
        "登记职数批文",
    ):
        assert words in shown
    assert liu.get(reverse("organisation_board", args=[unit.code])).status_code == 404


def test_what_does_not_meet(city, wang):
    unit = bureau(city)
    make.post(unit, "局长", level="131", role="chief")
    shown = page(wang, "alignment")
    assert "有职务没有核定职数" in shown
    assert "云岭市交通运输局局长" in shown


def test_a_post_its_duties_and_the_register_of_key_posts(city, wang, liu):
    unit = bureau(city, "李红")
    post = unit.posts.get()
    typed = {
        "duties": "分管公路建设。",
        "requirements": "熟悉工程管理。",
        "approved_by": "市委组织部",
        "from_on": "2026-11-21",
    }
    assert wang.post(reverse("post_duty", args=[post.pk]), typed).status_code == 302
    again = wang.post(reverse("post_duty", args=[post.pk]), typed)
    assert (again.status_code, DutyStatement.objects.count()) == (409, 1)
    entry = {
        "kind": "projects",
        "basis": "云组发〔2020〕3号",
        "from_on": "2026-11-21",
        "months_at_most": "60",
    }
    assert wang.post(reverse("key_post_enter", args=[post.pk]), entry).status_code == 302
    assert wang.post(reverse("key_post_enter", args=[post.pk]), entry).status_code == 409
    shown = page(wang, "post", post.pk)
    assert all(words in shown for words in ("分管公路建设。", "熟悉工程管理。", "项目审批", "李红"))
    register = page(wang, "key_posts", kind="projects")
    assert all(words in register for words in ("李红", "到轮岗期限", "5年"))
    assert "李红" not in page(wang, "key_posts", kind="money")
    assert liu.get(reverse("post", args=[post.pk])).status_code == 404
    assert "李红" not in page(liu, "key_posts")
    gone = {"until_on": "2026-11-22", "reason": "职能划转"}
    assert wang.post(reverse("key_post_remove", args=[KeyPost.objects.get().pk]), gone).status_code == 302
    assert "职能划转" in page(wang, "post", post.pk)


def test_the_register_asks_as_often_for_one_as_for_three(city, wang):
    unit, asked = bureau(city), set()
    for name in ("甲职", "乙职", "丙职"):
        post = make.post(unit, name)
        make.assignment(make.person(at=unit), post)
        est.key_post(post)
        asked.add(queries_of(wang, reverse("key_posts"), name))
    assert len(asked) == 1


def test_a_vacancy_its_ways_and_its_announcement(city, wang, liu):
    vacancy = est.vacancy(make.post(bureau(city)))
    est.vacancy(vacancy.post, since_on=date(2020, 1, 1), filled_on=date(2020, 6, 1), note="当年提任")
    shown = page(wang, "vacancy", vacancy.pk)
    assert all(words in shown for words in ("竞争上岗", "公开选拔", "当年提任", "发布职位预告"))
    address = reverse("vacancy_announce", args=[vacancy.pk])
    typed = {"announced_on": str(clock.today()), "until_on": "2190-01-01", "words": "副局长一名，面向全市。"}
    assert liu.post(address, typed).status_code == 404
    assert wang.post(address, {**typed, "until_on": "2020-01-01"}).status_code == 409
    assert wang.post(address, typed).status_code == 302
    cadre = signed_in(make.account("陈建国", "cadre", over=city))
    assert "副局长一名，面向全市。" in page(cadre, "announcements")
    assert f'href="{reverse("announcements")}"' in cadre.get("/").content.decode()
    assert cadre.get(reverse("vacancy", args=[vacancy.pk])).status_code == 403


def test_staff_against_ceilings_and_a_person_taken_in(city, wang):
    unit = bureau(city)
    assert "没有登记编制数" in page(wang, "staffing")
    est.ceiling(unit, 1)
    for name in ("周志远", "陈建国"):
        make.person(name, of=city)
    typed = {"person": "周志远", "kind": "moved", "category": "1", "on": "2026-11-21"}
    address = reverse("intake", args=[unit.code])
    assert wang.post(address, typed).status_code == 302
    refused = wang.post(address, {**typed, "person": "陈建国"})
    assert refused.status_code == 409
    assert "行政编制核定1名，实有1名；再进1名即超编1名" in refused.content.decode()
    assert "没有这个人" in wang.post(address, {**typed, "person": "无名氏"}).content.decode()
    assert Intake.objects.get().person.name == "周志远"
    make.person("李红", at=unit, category="1")
    shown = page(wang, "staffing")
    assert all(words in shown for words in ("超编单位", "云岭市交通运输局", 'data-chart="staff"'))


def test_a_rank_is_given_and_refused_when_full(city, wang, liu):
    unit = bureau(city)
    est.rank_quota(unit, 1)
    for name in ("周志远", "陈建国"):
        make.person(name, at=unit)
    address = reverse("rank_give", args=[unit.code])
    typed = {"person": "周志远", "rank": "15", "from_on": "2026-11-21", "document": "云组干〔2026〕9号"}
    assert liu.post(address, typed).status_code == 404
    assert wang.post(address, typed).status_code == 302
    refused = wang.post(address, {**typed, "person": "陈建国"})
    assert refused.status_code == 409
    assert "三级调研员核定1名" in refused.content.decode()
    assert "周志远" in refused.content.decode()
    assert "没有这个人" in wang.post(address, {**typed, "person": "无名氏"}).content.decode()


def test_every_page_in_english(city, wang):
    unit = bureau(city, "李红", number=1)
    est.ceiling(unit, 1)
    post, vacancy = unit.posts.get(), est.vacancy(make.post(unit, "总工程师"))
    entry = est.key_post(post)
    wang.cookies["django_language"] = "en"
    for name, arguments, words in (
        ("quota_board", [], "Quota overview"),
        ("organisation_board", [unit.code], "Seats falling vacant"),
        ("alignment", [], "Quota, post and person"),
        ("quota_orders", [], "Record a quota order"),
        ("quota_order_new", [], "Lines of the order"),
        ("vacancy", [vacancy.pk], "Ways to fill it"),
        ("vacancy_announce", [vacancy.pk], "Announce the vacancy"),
        ("announcements", [], "Announced vacancies"),
        ("post", [post.pk], "Duties"),
        ("post_duty", [post.pk], "Duties of the post"),
        ("key_posts", [], "Key posts"),
        ("key_post_enter", [post.pk], "Enter as a key post"),
        ("key_post_remove", [entry.pk], "Take out of the key posts"),
        ("staffing", [], "Staff and ceilings"),
        ("intake", [unit.code], "Take a person in"),
        ("rank_give", [unit.code], "Give a rank"),
    ):
        assert words in page(wang, name, *arguments), name


@pytest.mark.parametrize("day", ["1960-01-01", "2190-12-31"])
def test_a_day_long_ago_or_far_ahead_shows_the_pages(city, wang, day):
    unit = bureau(city, "陈建国")
    for name, arguments in (
        ("quota_board", []),
        ("organisation_board", [unit.code]),
        ("alignment", []),
        ("staffing", []),
        ("key_posts", []),
    ):
        assert wang.get(reverse(name, args=arguments), {"as_of": day}).status_code == 200
