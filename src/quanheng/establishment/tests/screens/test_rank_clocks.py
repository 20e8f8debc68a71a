"""Clocks of ranks as named people open them: years by the law, room in the number, sanctions only where they may be seen."""

from datetime import date

import pytest
from django.urls import reverse

from quanheng.establishment.tests import factories as est
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def bureau(city):
    make.organisation("中共云岭市委员会", of=city, kind="1001", level="105")
    return make.organisation("云岭市交通运输局", of=city, code="yl-jt")


@pytest.fixture
def wang(city):
    return signed_in(make.account("王敏", "section_chief", over=city))


def ranked(name, unit, *, since, code="17", years=range(2022, 2026), grade="2"):
    person = make.person(name, at=unit, category="1")
    make.rank(person, code, kind="rank", from_on=since)
    for year in years:
        make.year_grade(person, year, grade)
    return person


def page_of(client, **asked) -> str:
    return client.get(reverse("rank_clocks"), {"as_of": "2026-11-21", **asked}).content.decode()


def one(client, person, **asked) -> str:
    return client.get(
        reverse("rank_clock", args=[person.pk]), {"as_of": "2026-11-21", **asked}
    ).content.decode()


def test_time_served_time_needed_and_room(bureau, wang):
    est.rank_quota(bureau, 1, rank="16")
    ranked("李期满", bureau, since=date(2022, 5, 10))
    ranked("周未满", bureau, since=date(2025, 6, 10), years=[2025])
    ranked("吴缺年", bureau, since=date(2023, 5, 10), years=[2025])
    ranked("郑占职", bureau, since=date(2021, 1, 10), code="16", years=range(2021, 2026))
    page = page_of(wang)
    assert page.index("郑占职") < page.index("李期满") < page.index("吴缺年") < page.index("周未满")
    assert "核定1，已任1" in page
    assert "没有核定职数" in page
    assert "2027-06-10" in page
    assert "年度考核结果不全" in page
    assert "4年6个月" in page
    only = page_of(wang, rank="16")
    assert ("郑占职" in only, "李期满" in only) == (True, False)


def test_one_person_rule_by_rule(bureau, wang):
    est.rank_quota(bureau, 2, rank="16")
    li = ranked("李期满", bureau, since=date(2022, 5, 10))
    make.sanction(li, "G2", "记过", effective_on=date(2026, 9, 1))
    page = one(wang, li)
    for words in (
        "晋升职级年限",
        "逐级晋升职级",
        "本机关可以设置的职级",
        "影响期内不得晋升职级",
        "核定2，已任0",
    ):
        assert words in page
    assert "没有核对" not in page
    supervisor = signed_in(make.account("曹考察", "inspector", over=bureau.authority))
    unseen = one(supervisor, li)
    assert "影响期内不得晋升职级" not in unseen
    assert "没有核对" in unseen


def test_the_years_of_a_grade_shorten_the_time(bureau, wang):
    ranked("李优秀", bureau, since=date(2025, 1, 10), years=[2025], grade="1")
    assert "已满" in page_of(wang)


def test_outside_the_ladder_before_it_and_at_its_top(bureau, wang):
    top = ranked("孙到顶", bureau, since=date(2021, 1, 10), code="11")
    assert "已是最高职级" in one(wang, top)
    expert = ranked("钱技术", bureau, since=date(2021, 1, 10), code="PT03")
    assert "没有综合管理类公务员职级" in one(wang, expert)
    assert "钱技术" not in page_of(wang)
    assert "孙到顶" not in page_of(wang, as_of="2020-01-01")


def test_nobody_beyond_ones_authority(city, bureau):
    li = ranked("李期满", bureau, since=date(2022, 5, 10))
    liu = signed_in(
        make.account("刘县", "officer", over=make.authority("中共青石县委", parent=city, code="qingshi"))
    )
    assert "没有符合条件的职级记录" in page_of(liu)
    assert liu.get(reverse("rank_clock", args=[li.pk])).status_code == 404
    liu.cookies["django_language"] = "en"
    assert "Rank clocks" in page_of(liu)


def test_as_many_questions_for_one_as_for_three(bureau, wang):
    asked = set()
    for name in ("甲", "乙", "丙"):
        ranked(f"科员{name}", bureau, since=date(2022, 5, 10))
        asked.add(queries_of(wang, reverse("rank_clocks"), f"科员{name}", as_of="2026-11-21"))
    assert len(asked) == 1
