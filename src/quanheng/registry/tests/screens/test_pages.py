"""The pages of the room as named people open them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.access.models import JournalEntry
from quanheng.registry.models import Person
from quanheng.registry.queries.names import spellings
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of

pytestmark = pytest.mark.django_db
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 24


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
def liu(city):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    return signed_in(make.account("刘县", "officer", over=county))


@pytest.fixture
def chen(city):
    return filed("陈建国", city, id_number="999001198503010019", photo=PNG)


def filed(name: str, city, **given) -> Person:
    """A person with one line of everything."""
    pinyin, initials = spellings(name)
    person = make.person(name, of=city, pinyin=pinyin, initials=initials, **given)
    make.assignment(person, make.post(make.organisation(of=city)), from_on=date(2020, 5, 10))
    make.education(person), make.training(person), make.year_grade(person), make.reward(person)
    make.sanction(person), make.relative(person, "妻子", "周梅", post="市一中教师")
    return person


def text_of(response) -> str:
    return response.content.decode()


def test_the_list_shows_post_age_and_clock(city, wang, chen):
    page = text_of(wang.get(reverse("people"), {"as_of": "2026-11-21"}))
    for words in ("陈建国", "云岭市交通运输局副局长", "县处级副职", "6年6个月", "41"):
        assert words in page


def test_the_list_asks_as_often_for_one_as_for_three(city, wang):
    asked = set()
    for name in ("陈建国", "李红", "周志远"):
        filed(name, city)
        asked.add(queries_of(wang, reverse("people"), name))
    assert len(asked) == 1


def test_the_list_is_searched_and_a_wrong_filter_asks_for_nothing(city, wang, chen):
    filed("李红", city)
    found = text_of(wang.get(reverse("people"), {"q": "cjg", "level": "不存在"}))
    assert "陈建国" in found
    assert "李红" not in found


def test_nobody_found_says_so(wang, chen):
    assert "没有符合条件的干部。" in text_of(wang.get(reverse("people"), {"q": "查无此人"}))


def test_a_county_officer_opens_neither_the_file_nor_the_photo(liu, chen):
    assert "陈建国" not in text_of(liu.get(reverse("people")))
    for name in ("person", "person_photo", "person_correct"):
        assert liu.get(reverse(name, args=[chen.key])).status_code == 404
    assert liu.post(reverse("person_open", args=[chen.key]), {"purpose": "核对任免审批表"}).status_code == 404
    assert not JournalEntry.objects.filter(action="registry.open_sensitive").exists()


def test_the_file_hides_the_number_and_the_family_until_opened_for_a_purpose(wang, chen):
    shut = text_of(wang.get(reverse("person", args=[chen.key])))
    assert "999**************9" in shut
    for words in ("999001198503010019", "周梅", "市一中教师"):
        assert words not in shut
    opened = text_of(wang.post(reverse("person_open", args=[chen.key]), {"purpose": "核对任免审批表"}))
    for words in ("999001198503010019", "周梅", "市一中教师"):
        assert words in opened
    assert JournalEntry.objects.first().facts == {"purpose": "核对任免审批表"}
    assert "周梅" not in text_of(wang.get(reverse("person", args=[chen.key])))


def test_a_purpose_too_short_opens_nothing(wang, chen):
    response = wang.post(reverse("person_open", args=[chen.key]), {"purpose": "看看"})
    assert response.status_code == 409
    assert "没有写明查阅用途" in text_of(response)
    assert "周梅" not in text_of(response)


def test_without_the_sensitive_right_no_sanctions_and_no_opening(city, chen):
    zhao = signed_in(make.account("赵磊", "supervisor", over=city))
    page = text_of(zhao.get(reverse("person", args=[chen.key])))
    assert "云岭大学" in page
    for words in ("党内警告", "三等功", "显示敏感信息", "更正干部信息"):
        assert words not in page
    assert (
        zhao.post(reverse("person_open", args=[chen.key]), {"purpose": "核对任免审批表"}).status_code == 403
    )


def test_the_file_asks_as_often_with_three_lines_of_everything(city, wang, chen):
    asked = set()
    for _ in range(3):
        asked.add(queries_of(wang, reverse("person", args=[chen.key]), "陈建国"))
        (
            make.assignment(chen, from_on=date(2010, 1, 1)),
            make.education(chen),
            make.training(chen),
            make.relative(chen),
            make.sanction(chen),
        )
    assert len(asked) == 1


def test_a_past_day_shows_the_file_as_it_was(wang, chen):
    page = text_of(wang.get(reverse("person", args=[chen.key]), {"as_of": "2020-05-09"}))
    for words in ("云岭市交通运输局副局长", "党内警告", "县处级干部进修班"):
        assert words not in page


def test_the_own_file_and_nobody_elses(city, chen):
    other = filed("李红", city)
    me = signed_in(make.account("陈建国", "cadre", over=city, person_key=chen.key))
    page = text_of(me.get(reverse("person_mine")))
    for words in ("陈建国", "999001198503010019", "周梅"):
        assert words in page
    assert me.get(reverse("person", args=[other.key])).status_code == 404
    assert me.get(reverse("people")).status_code == 403


def test_the_photo_is_served_to_who_may_see_the_person(wang, chen):
    response = wang.get(reverse("person_photo", args=[chen.key]))
    assert (response.content, response["Content-Type"], response["Cache-Control"]) == (
        PNG,
        "image/png",
        "private, no-store",
    )


def test_a_photo_that_is_no_picture_is_not_served(city, wang):
    odd = filed("李红", city, photo=b"<script>alert(1)</script>")
    assert wang.get(reverse("person_photo", args=[odd.key])).status_code == 404


def correction(client: Client, person: Person) -> dict[str, str]:
    """What the form sends when nothing is changed."""
    form = client.get(reverse("person_correct", args=[person.key])).context["form"]
    values = {name: form[name].value() for name in form.fields}
    return {
        name: value.isoformat() if isinstance(value, date) else value or "" for name, value in values.items()
    }


def test_correcting_the_file_once_and_not_twice(wang, chen):
    typed = {**correction(wang, chen), "name": "陈健国", "reason": "干部档案认定"}
    assert wang.post(reverse("person_correct", args=[chen.key]), typed).status_code == 302
    row = Person.objects.get(pk=chen.pk)
    assert (row.name, row.initials, make.number_words(row)) == ("陈健国", "cjg", "999001198503010019")
    again = wang.post(reverse("person_correct", args=[chen.key]), {**typed, "name": "陈剑国"})
    assert again.status_code == 409
    assert "您打开页面之后，陈健国的信息已被更正" in text_of(again)
    assert 'value="陈剑国"' in text_of(again)
    assert Person.objects.get(pk=chen.pk).name == "陈健国"


def test_a_wrong_number_is_refused_and_what_was_typed_is_kept(wang, chen):
    typed = {**correction(wang, chen), "new_number": "999001198503010010", "reason": "核对户籍"}
    response = wang.post(reverse("person_correct", args=[chen.key]), typed)
    assert response.status_code == 409
    assert "校验位" in text_of(response)
    assert "核对户籍" in text_of(response)


def test_the_search_box_finds_people_units_and_posts_within_sight(city, wang, liu, chen):
    page = text_of(wang.get(reverse("search"), {"q": "交通运输"}))
    for words in ("陈建国", "云岭市交通运输局", "云岭市交通运输局副局长"):
        assert words in page
    hidden = text_of(liu.get(reverse("search"), {"q": "交通运输"}))
    assert "没有找到。" in hidden
    assert "陈建国" not in hidden


def test_the_search_asks_as_often_for_one_as_for_three(city, wang):
    asked = set()
    for name in ("陈建国", "陈建军", "陈建华"):
        filed(name, city)
        asked.add(queries_of(wang, reverse("search"), name, q="陈建"))
    assert len(asked) == 1


def test_every_page_in_english(wang, chen):
    wang.cookies["django_language"] = "en"
    for name, arguments, words in (
        ("people", [], "Present post"),
        ("person", [chen.key], "Grass-roots experience"),
        ("person_correct", [chen.key], "Reason for the correction"),
        ("search", [], "Type a person, an organisation"),
    ):
        assert words in text_of(wang.get(reverse(name, args=arguments)))


def test_a_day_before_everybody_was_born_shows_the_page_without_ages(wang, chen):
    for address in (reverse("people"), reverse("person", args=[chen.key]), reverse("search") + "?q=陈"):
        joined = "&" if "?" in address else "?"
        assert "陈建国" in text_of(wang.get(f"{address}{joined}as_of=1960-01-01"))
