"""What is sealed in a file as named people see it: masked, opened for a purpose with a key, shut without one, moved."""

import io
import zipfile
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.access.models import DataKey, JournalEntry
from quanheng.access.tests.keyed import equip, house, keyed, ring, unlock
from quanheng.registry.actions.correct_line import correct_line
from quanheng.registry.actions.correct_person import correct_person
from quanheng.registry.actions.record_line import record_line
from quanheng.registry.queries.family import family_of
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of

pytestmark = pytest.mark.django_db
WORDS, NOTE = "家庭有困难", "旧疾复发"
PURPOSE = {"purpose": "核对谈话记录"}


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def shares():
    return house()


@pytest.fixture
def officer(city, shares):
    return equip(make.account("王敏", "section_chief", over=city), shares)


@pytest.fixture
def wang(officer):
    client = Client()
    client.force_login(officer)
    return client


@pytest.fixture
def chen(city):
    return make.person("陈建国", of=city)


@pytest.fixture
def talked(officer, chen):
    talk(officer, chen)
    values = {
        "kind": "health_check",
        "year": 2026,
        "days_due": None,
        "days_taken": None,
        "done_on": None,
        "note": NOTE,
    }
    record_line(by=officer, at=make.AT, person=chen, kind="care", values=values)
    return chen


def talk(by, person, words: str = WORDS, held_on: date = date(2026, 5, 1)):
    values = {"kind": "heart", "held_on": held_on, "by_text": "王敏", "summary": words}
    return record_line(by=by, at=make.AT, person=person, kind="talk", values=values)


def text_of(response) -> str:
    return response.content.decode()


def at(name, person) -> str:
    return reverse(name, args=[person.pk])


def test_a_talk_is_read_with_an_open_key_for_a_purpose_on_record(wang, officer, talked):
    unlock(wang, officer)
    for name in ("person", "person_history"):
        masked = text_of(wang.get(at(name, talked)))
        assert WORDS not in masked
        assert NOTE not in masked
    for name in ("person_open", "person_history"):
        shown = text_of(wang.post(at(name, talked), PURPOSE))
        assert WORDS in shown
        assert NOTE in shown
        assert "没有打开" not in shown
    entry = JournalEntry.objects.first()
    assert (entry.action, entry.by_name, entry.facts) == ("registry.open_sensitive", "王敏", PURPOSE)
    assert entry.subject == f"registry.person:{talked.pk}"


def test_with_the_key_shut_the_page_says_so_and_where_to_open_it(wang, talked):
    for name in ("person_open", "person_history"):
        shown = text_of(wang.post(at(name, talked), PURPOSE))
        assert WORDS not in shown
        assert "有2项涉密内容没有打开" in shown
        assert reverse("keys") in shown


def test_the_care_ledger_and_the_line_keep_the_note_masked(wang, officer, talked):
    unlock(wang, officer)
    assert NOTE not in text_of(wang.get(reverse("care"), {"year": 2026}))
    assert NOTE not in text_of(wang.get(reverse("line", args=[talked.pk, "care", talked.care.get().pk])))


def test_the_form_writes_a_talk_without_any_key_open(wang, talked):
    address = reverse("line_correct", args=[talked.pk, "talk", talked.talks.get().pk])
    assert WORDS not in text_of(wang.get(address))
    given = {
        "kind": "heart",
        "held_on": "2026-05-01",
        "by_text": "王敏",
        "summary": "另有情况",
        "reason": "补充",
    }
    assert wang.post(address, given).status_code == 302
    assert DataKey.objects.count() == 3
    assert isinstance(talked.talks.get().summary, bytes)


def test_keys_left_with_a_former_manager_are_moved_on_the_page(shares, city):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    person, clerk = make.person("李红", of=county), make.account("刘县", "officer", over=county)
    talk(clerk, person)
    person.authority = city
    person.save()
    chief = equip(make.account("何知行", "section_chief", over=city), shares)
    client = Client()
    client.force_login(chief)
    assert at("person_keys", person) in text_of(client.get(at("person", person)))
    refused = client.post(at("person_keys", person))
    assert (refused.status_code, "打不开" in text_of(refused)) == (409, True)
    assert client.post(at("person_keys", unlock_person(client, chief, person))).status_code == 302
    assert at("person_keys", person) not in text_of(client.get(at("person", person)))
    assert WORDS in text_of(client.post(at("person_open", person), PURPOSE))
    assert "全部由现主管单位的密钥保管" in text_of(client.get(at("person_keys", person)))


def unlock_person(client, account, person):
    unlock(client, account)
    return person


def test_who_may_not_open_sensitive_fields_finds_no_key_page(city, talked):
    zhao = Client()
    zhao.force_login(make.account("赵磊", "supervisor", over=city))
    assert zhao.get(at("person_keys", talked)).status_code == 403
    assert WORDS not in text_of(zhao.get(at("person", talked)))


def test_opening_asks_as_often_for_one_talk_as_for_three(wang, officer, chen):
    unlock(wang, officer)
    asked = set()
    for day in (1, 2, 3):
        talk(officer, chen, held_on=date(2026, 5, day))
        asked.add(queries_of(wang, at("person", chen), "陈建国"))
    assert len(asked) == 1


def test_who_looked_when_and_why_is_told_to_who_may_look(wang, officer, chen, city):
    assert "还没有人查阅过" in text_of(wang.get(at("person_readings", chen)))
    wang.post(at("person_open", chen), PURPOSE)
    wang.post(at("person_open", make.person("李红", of=city)), {"purpose": "另一个人的事"})
    page = text_of(wang.get(at("person_readings", chen)))
    assert "王敏" in page
    assert PURPOSE["purpose"] in page
    assert "另一个人的事" not in page
    assert at("person_readings", chen) in text_of(wang.get(at("person", chen)))
    zhao = Client()
    zhao.force_login(make.account("赵磊", "supervisor", over=city))
    assert zhao.get(at("person_readings", chen)).status_code == 403
    below = Client()
    below.force_login(make.account("刘县", "officer", over=make.authority(parent=city)))
    assert below.get(at("person_readings", chen)).status_code == 404


NUMBER = "999001198503010017"


@pytest.fixture
def numbered(officer, chen):
    """Somebody whose sealed number was corrected once."""
    for number in (make.identity_number(), NUMBER):
        changes = {"id_number": number}
        correct_person(by=officer, at=make.AT, person=chen, changes=changes, reason="户籍更正")
    return chen


def test_a_sealed_number_is_a_mask_without_a_digit_until_opened_with_a_key(wang, officer, numbered):
    for name in ("person", "person_history"):
        masked = text_of(wang.get(at(name, numbered)))
        assert NUMBER not in masked
        assert "999***" not in masked
    assert "*" * 18 in text_of(wang.get(at("person", numbered)))
    shut = text_of(wang.post(at("person_open", numbered), PURPOSE))
    assert (NUMBER in shut, "有1项涉密内容没有打开" in shut) == (False, True)
    unlock(wang, officer)
    for name in ("person_open", "person_history"):
        shown = text_of(wang.post(at(name, numbered), PURPOSE))
        assert (NUMBER in shown, "没有打开" in shown) == (True, False)


def test_without_the_right_a_number_is_never_shown_not_even_with_a_key_open(city, numbered):
    zhao = keyed(make.account("赵磊", "supervisor", over=city))
    client = unlock(_signed_in(zhao), zhao)
    assert NUMBER not in text_of(client.get(at("person", numbered)))
    assert client.post(at("person_open", numbered), PURPOSE).status_code == 403


KIN, WORK = "周金丝雀", "云岭市金丝雀中学教师"


@pytest.fixture
def married(officer, chen):
    """Somebody with a spouse whose post was corrected once."""
    values = {"relation": "妻子", "name": KIN, "political_status": "群众", "post": "待业", "is_abroad": False}
    line = record_line(by=officer, at=make.AT, person=chen, kind="relative", values=values, reason="本人报告")
    correct_line(by=officer, at=make.AT, line=line, changes={"post": WORK}, reason="本人报告")
    return chen


def test_family_is_masked_until_opened_for_a_purpose_with_a_key(wang, officer, married):
    line = reverse("line", args=[married.pk, "relative", married.relatives.get().pk])
    for address in (at("person", married), at("person_history", married), line):
        masked = text_of(wang.get(address))
        assert "妻子" in masked
        assert not any(said in masked for said in (KIN, KIN[0] + "*", WORK, "群众", "待业"))
    shut = text_of(wang.post(at("person_open", married), PURPOSE))
    assert (KIN in shut, "有1项涉密内容没有打开" in shut) == (False, True)
    unlock(wang, officer)
    for name in ("person_open", "person_history"):
        shown = text_of(wang.post(at(name, married), PURPOSE))
        assert (KIN in shown, WORK in shown, "没有打开" in shown) == (True, True, False)


def test_the_form_corrects_family_without_any_key_open(wang, officer, married):
    line = married.relatives.get()
    address = reverse("line_correct", args=[married.pk, "relative", line.pk])
    form = text_of(wang.get(address))
    assert not any(said in form for said in (KIN, WORK))
    given = {"relation": "妻子", "born_on": "1986-04-12", "order": 0, "reason": "户口簿"}
    assert wang.post(address, given).status_code == 302
    [kin], shut = family_of(ring(officer), married)
    assert (kin.name, kin.born_on, kin.post, kin.is_abroad, shut) == (KIN, date(1986, 4, 12), WORK, False, 0)


def test_ones_own_family_is_shut_for_who_has_no_key(married):
    own = make.account(married.name, "cadre", over=married.authority, person_key=married.pk)
    page = text_of(_signed_in(own).get(reverse("person_mine")))
    assert (KIN in page, "有1项涉密内容没有打开" in page) == (False, True)


def test_a_query_goes_out_with_numbers_only_while_the_key_is_open(wang, officer, numbered):
    assert NUMBER not in _cells(wang.post(reverse("query_export"), {"conditions": "c=sex:is:1"}))
    assert "没有打开密钥" in _cells(wang.post(reverse("query_export"), {"conditions": "c=sex:is:1"}))
    unlock(wang, officer)
    assert NUMBER in _cells(wang.post(reverse("query_export"), {"conditions": "c=id_number:filled:"}))


def test_search_finds_a_sealed_number_whole(wang, numbered):
    assert numbered.name in text_of(wang.get(reverse("people"), {"q": NUMBER}))
    assert numbered.name not in text_of(wang.get(reverse("people"), {"q": make.identity_number()}))


def _signed_in(account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def _cells(response) -> str:
    """Every word of a workbook."""
    return zipfile.ZipFile(io.BytesIO(response.content)).read("xl/sharedStrings.xml").decode()
