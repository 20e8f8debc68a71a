"""Three workforces in one registry: the list, the any-field query and the tables go by the category of persons."""

import pytest
from django.urls import reverse

from quanheng.registry.models import Person
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of, signed_in

pytestmark = pytest.mark.django_db
PEOPLE = {
    "党政甲": ("综合管理类公务员", ""),
    "党政乙": ("B2", ""),
    "国企丙": ("企业管理人员", "5001"),
    "民企丁": ("A4", "私营有限责任公司"),
    "技术戊": ("A5", "5007"),
    "教师己": ("事业单位专业技术人员", "42"),
    "工勤庚": ("A0", ""),
    "未登辛": ("", ""),
}


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    for name, (category, kind) in PEOPLE.items():
        unit = make.organisation(f"{name}的单位", of=city, kind=kind)
        make.person(name, at=unit, category=category, pinyin=name)
    return signed_in(make.account("王敏", "section_chief", over=city))


def listed(client, **asked) -> set[str]:
    page = client.get(reverse("people"), asked).content.decode()
    return {name for name in PEOPLE if f">{name}</a>" in page}


def test_the_database_places_everybody_by_category(wang):
    assert dict(Person.objects.values_list("name", "workforce")) == {
        "党政甲": "party", "党政乙": "party", "国企丙": "enterprise", "民企丁": "enterprise", "技术戊": "science",
        "教师己": "science", "工勤庚": "rest", "未登辛": "",
    }  # fmt: skip
    chen = Person.objects.get(name="工勤庚")
    chen.category = "2"
    chen.save()
    assert Person.objects.get(name="工勤庚").workforce == "party"


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("party", {"党政甲", "党政乙"}),
        ("enterprise", {"国企丙", "民企丁"}),
        ("non_public", {"民企丁"}),
        ("science", {"技术戊", "教师己"}),
        ("rest", {"工勤庚"}),
        ("nonsense", set(PEOPLE)),
    ],
)
def test_the_list_of_one_workforce(wang, asked, names):
    assert listed(wang, workforce=asked) == names


def test_counted_in_a_table_each_number_with_its_people(wang):
    page = wang.get(reverse("statistics"), {"table": "workforces"}).content.decode()
    for words in ("党政干部", "企业经营管理者", "科技人才", "其他人员", "公务员和参照管理人员"):
        assert words in page
    assert '<th scope="row" class="name">其他</th>' not in page
    behind = wang.get(reverse("query"), {"c": "workforce:is:science"}).content.decode()
    assert ("技术戊" in behind, "教师己" in behind, "国企丙" in behind) == (True, True, False)
    owners = wang.get(reverse("statistics"), {"table": "managers"}).content.decode()
    assert "非公有制企业" in owners


def test_nobody_beyond_ones_authority(city, wang):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    liu = signed_in(make.account("刘县", "officer", over=county))
    assert listed(liu, workforce="party") == set()


def test_as_many_questions_for_one_as_for_three(city):
    wang, asked = signed_in(make.account("王敏", "section_chief", over=city)), set()
    for name in ("一", "二", "三"):
        make.person(f"经理{name}", of=city, category="A4")
        asked.add(queries_of(wang, reverse("people"), f"经理{name}", workforce="enterprise"))
    assert len(asked) == 1
