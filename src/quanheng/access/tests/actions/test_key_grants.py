"""Keys follow roles: handed over by a holder, deleted and renewed when the role ends, locked anew with the password."""

from datetime import date

import pytest

from quanheng.access.actions.account_keys import make_own_key, open_account_key
from quanheng.access.actions.grants import end_grant, give_grant
from quanheng.access.actions.key_grants import hand_over_key, take_back_ended
from quanheng.access.actions.node_keys import node_of
from quanheng.access.actions.passwords import change_password
from quanheng.access.core.profiles import NotOpened
from quanheng.access.models import Account, AccountKey, JournalEntry, KeyGrant
from quanheng.access.queries.keys import ring_of, waiting_grants
from quanheng.access.tests.factories import AT, ON, account, authority
from quanheng.access.tests.keyed import PASSWORD, holder, house, keyed, ring
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return authority("city")


@pytest.fixture
def shares():
    return house()


@pytest.fixture
def wang(city, shares):
    return holder("wang", city, shares, role="section_chief")


@pytest.fixture
def security(city):
    return account("security", "security_admin", over=city)


def test_a_role_waits_for_its_key_until_a_holder_hands_it_over(city, wang, security) -> None:
    county = authority("county", city)
    li = keyed(Account.objects.create(username="li", name="李红", created_at=AT))
    grant = give_grant(by=security, at=AT, account=li, role="officer", authority=county)
    assert list(waiting_grants(by=wang, on=ON)) == [grant]
    assert list(waiting_grants(by=li, on=ON)) == []
    hand_over_key(by=wang, at=AT, grant=grant, ring=ring(wang))
    assert not waiting_grants(by=wang, on=ON).exists()
    assert ring(li).pair_of("county@1")
    with pytest.raises(NotOpened):
        ring(li).pair_of("city@1")
    assert JournalEntry.objects.first().facts == {"grant": str(grant), "account": "li", "authority": "county"}


def test_who_may_not_hand_over(city, wang, security) -> None:
    other = authority("other")
    li = keyed(Account.objects.create(username="li", name="李红", created_at=AT))
    grant = give_grant(by=security, at=AT, account=li, role="officer", authority=city)
    with pytest.raises(Refused, match="不得给自己交接密钥"):
        hand_over_key(by=wang, at=AT, grant=wang.grants.get(), ring=ring(wang))
    with pytest.raises(Refused, match="查阅敏感信息"):
        hand_over_key(by=security, at=AT, grant=grant, ring=ring(wang))
    stranger = account("stranger", "officer", over=city)
    with pytest.raises(Refused, match="没有打开“city”的密钥"):
        hand_over_key(by=stranger, at=AT, grant=grant, ring=ring(li))
    away = give_grant(
        by=account("sec2", "security_admin", over=other), at=AT, account=li, role="officer", authority=other
    )
    with pytest.raises(Refused, match="不在其管理权限内"):
        hand_over_key(by=wang, at=AT, grant=away, ring=ring(wang))


def test_what_is_not_handed_over(city, wang, security) -> None:
    bare = Account.objects.create(username="bare", name="无钥", created_at=AT)
    grant = give_grant(by=security, at=AT, account=bare, role="officer", authority=city)
    with pytest.raises(Refused, match="还没有账号密钥"):
        hand_over_key(by=wang, at=AT, grant=grant, ring=ring(wang))
    teller = give_grant(by=security, at=AT, account=keyed(bare), role="teller", authority=city)
    with pytest.raises(Refused, match="不含查阅敏感信息的权限"):
        hand_over_key(by=wang, at=AT, grant=teller, ring=ring(wang))


def test_when_a_role_ends_its_key_goes_and_the_next_is_another(city, shares, wang, security) -> None:
    left = holder("left", city, shares)
    kept = ring(left)
    assert kept.pair_of("city@1")
    end_grant(by=security, at=AT, grant=left.grants.get())
    assert not KeyGrant.objects.filter(account=left).exists()
    with pytest.raises(NotOpened):
        ring(left).pair_of("city@1")
    assert str(node_of(city, at=AT)) == "city@2"
    with pytest.raises(NotOpened):
        kept.pair_of("city@2")
    assert ring(wang).pair_of("city@2")


def test_a_role_that_has_run_out_opens_nothing(city, shares) -> None:
    left = holder("left", city, shares)
    left.grants.update(until_on=ON)
    with pytest.raises(NotOpened):
        ring(left).pair_of("city@1")
    assert ring_of(left, open_account_key(left.account_key, PASSWORD), on=date(2026, 1, 1)).pair_of("city@1")


def test_keys_of_roles_that_ran_out_are_taken_back_at_night(city, shares, wang) -> None:
    left = holder("left", city, shares)
    left.grants.update(until_on=ON)
    assert (take_back_ended(by=None, at=AT), take_back_ended(by=None, at=AT)) == (1, 0)
    assert not left.key_grants.exists()
    assert ring(wang).pair_of("city@2")


def test_the_key_changes_its_lock_with_the_password(wang) -> None:
    wang.set_password(PASSWORD)
    wang.save()
    pair = open_account_key(wang.account_key, PASSWORD)
    change_password(by=wang, at=AT, old=PASSWORD, new="another long password")
    key = AccountKey.objects.get(account=wang)
    assert open_account_key(key, "another long password") == pair
    assert key.memory_kib == 65_536
    with pytest.raises(NotOpened):
        open_account_key(key, PASSWORD)


def test_an_account_without_a_key_makes_its_own(city) -> None:
    made = Account.objects.create(username="new", name="新人", created_at=AT)
    made.set_password(PASSWORD)
    made.save()
    with pytest.raises(Refused, match="口令不对"):
        make_own_key(by=made, at=AT, password="wrong")
    make_own_key(by=made, at=AT, password=PASSWORD)
    with pytest.raises(Refused, match="已经有了"):
        make_own_key(by=made, at=AT, password=PASSWORD)
