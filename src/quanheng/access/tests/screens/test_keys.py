"""The key pages as named people use them: open, shut, idle, hand over; what is opened with a key and what the session keeps."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.access.actions.open_keys import COOKIE, IDLE, opened_ring
from quanheng.access.models import Account, AccountKey, Grant, KeyOrder
from quanheng.access.tests.factories import account, authority
from quanheng.access.tests.keyed import PASSWORD, holder, house, keyed, ring
from quanheng.web.screens import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return authority("city")


@pytest.fixture
def wang(city):
    made = holder("wang", city, house(), role="section_chief")
    made.set_password(PASSWORD)
    made.save()
    return made


def signed_in(by: Account) -> Client:
    client = Client()
    client.force_login(by)
    return client


def unlocked(by: Account) -> Client:
    client = signed_in(by)
    assert client.post(reverse("keys"), {"password": PASSWORD}).status_code == 302
    return client


def text_of(response) -> str:
    return response.content.decode()


def ring_in(client: Client, by: Account, *, after: timedelta = timedelta(0)):
    cookie = client.cookies[COOKIE].value if COOKIE in client.cookies else ""
    return opened_ring(client.session, cookie=cookie, account=by, at=clock.now() + after)


def test_signing_in_opens_the_key_and_signing_out_forgets_it(wang) -> None:
    client = Client()
    assert client.post(reverse("sign_in"), {"username": "wang", "password": PASSWORD}).status_code == 302
    cookie = client.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    assert ring_in(client, wang).pair_of("city@1") == ring(wang).pair_of("city@1")
    client.post(reverse("sign_out"))
    assert client.cookies[COOKIE].value == ""
    assert "keys" not in client.session


def test_the_session_alone_and_the_cookie_alone_open_nothing(wang) -> None:
    one, two = unlocked(wang), unlocked(wang)
    assert ring_in(one, wang)
    one.cookies[COOKIE] = two.cookies[COOKIE].value
    assert ring_in(one, wang) is None
    two.cookies.pop(COOKIE)
    assert ring_in(two, wang) is None


def test_an_idle_key_is_gone_and_one_in_use_stays(wang) -> None:
    client = unlocked(wang)
    assert ring_in(client, wang, after=IDLE - timedelta(minutes=1))
    session = client.session
    cookie = client.cookies[COOKIE].value
    assert opened_ring(session, cookie=cookie, account=wang, at=clock.now() + timedelta(minutes=20))
    assert opened_ring(session, cookie=cookie, account=wang, at=clock.now() + timedelta(minutes=45))
    assert opened_ring(session, cookie=cookie, account=wang, at=clock.now() + timedelta(minutes=120)) is None
    assert "keys" not in session


def test_the_page_opens_and_shuts_and_refuses_another_password(wang) -> None:
    client = signed_in(wang)
    assert "打开密钥" in text_of(client.get(reverse("keys")))
    wrong = client.post(reverse("keys"), {"password": "not the password"})
    assert (wrong.status_code, "口令不对" in text_of(wrong)) == (409, True)
    client = unlocked(wang)
    shown = text_of(client.get(reverse("keys")))
    assert "本人密钥已打开" in shown
    assert "恢复份额" in shown
    client.post(reverse("keys_shut"))
    assert "打开本人密钥" in text_of(client.get(reverse("keys")))


def test_a_waiting_officer_is_handed_the_key_on_the_page(wang, city) -> None:
    li = keyed(account("li", "officer", over=city))
    grant = Grant.objects.get(account=li)
    address = reverse("key_hand_over", args=[grant.pk])
    shut = signed_in(wang).post(address)
    assert (shut.status_code, "您的密钥没有打开" in text_of(shut)) == (409, True)
    client = unlocked(wang)
    assert address in text_of(client.get(reverse("keys")))
    assert client.post(address).status_code == 302
    assert ring(li).pair_of("city@1")
    assert address not in text_of(client.get(reverse("keys")))


def test_a_county_holder_neither_sees_nor_serves_the_city(wang, city) -> None:
    county = authority("county", city)
    liu = account("liu", "section_chief", over=county)
    grant = Grant.objects.get(account=account("li", "officer", over=city))
    assert "等待交接" in text_of(signed_in(liu).get(reverse("keys")))
    assert signed_in(liu).post(reverse("key_hand_over", args=[grant.pk])).status_code == 404
    assert signed_in(account("zhao", "teller", over=city)).get(reverse("keys")).status_code == 403


def test_an_order_goes_from_the_administrator_to_the_holder(wang, city) -> None:
    security = signed_in(account("security", "security_admin", over=city))
    given = {"kind": "rotate", "authority": city.pk, "reason": "人员变动"}
    assert security.post(reverse("key_orders"), given).status_code == 302
    wrong = security.post(reverse("key_orders"), given | {"kind": "move"})
    assert (wrong.status_code, "须写明新的上级" in text_of(wrong)) == (409, True)
    order, client = KeyOrder.objects.get(), unlocked(wang)
    assert "人员变动" in text_of(client.get(reverse("keys")))
    assert client.post(reverse("key_order_answer", args=[order.pk, "do"])).status_code == 302
    assert "已办理" in text_of(security.get(reverse("key_orders")))
    KeyOrder.objects.update(done_by=None)
    assert client.post(reverse("key_order_answer", args=[order.pk, "decline"])).status_code == 302
    assert "未同意" in text_of(security.get(reverse("key_orders")))


def test_an_account_from_before_makes_its_key_by_opening_it(city) -> None:
    house()
    old = account("old", "officer", over=city)
    old.set_password(PASSWORD)
    old.save()
    wrong = signed_in(old).post(reverse("keys"), {"password": "not the password"})
    assert (wrong.status_code, AccountKey.objects.count()) == (409, 0)
    unlocked(old)
    assert AccountKey.objects.get().account == old
