"""The recovery key: a drill that opens everything, a lost password without lost data, new shares, data keys sealed anew."""

import pytest

from quanheng.access.actions.account_keys import open_account_key
from quanheng.access.actions.key_hooks import relock_at_change
from quanheng.access.actions.node_keys import node_of, renew_keys
from quanheng.access.actions.recover_keys import drill_recovery, recover_key, renew_recovery
from quanheng.access.actions.reseal import reseal_data_keys
from quanheng.access.actions.seal import begin_writing
from quanheng.access.core.sealed_fields import Place
from quanheng.access.models import Account, DataKey, JournalEntry, NodeKey
from quanheng.access.queries.keys import open_values, ring_of, waiting_grants
from quanheng.access.tests.factories import AT, ON, account, authority
from quanheng.access.tests.keyed import holder, house, ring
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db
NEW = "entirely new password"


@pytest.fixture
def shares():
    return house()


@pytest.fixture
def county(shares):
    return authority("county", authority("city"))


def write(record, owner, words: str):
    """A sealed value of a record (any row serves as one) and its place."""
    writing = begin_writing(record, owner=owner, at=AT)
    return Place("t", "1", "f", ""), writing.seal(words, table="t", row=1, field="f")


def name_of(record) -> str:
    return f"access.account:{record.pk}"


def test_a_drill_with_any_two_shares_opens_every_key(county, shares) -> None:
    record = account("x", over=county)
    write(record, county, "谈话要点")
    for chosen in (shares[:2], shares[1:], shares[::2]):
        done = drill_recovery(by=None, at=AT, shares=chosen)
        assert (done.nodes, done.records) == (2, 1)
    assert JournalEntry.objects.filter(action="access.key.drill").count() == 3


def test_a_drill_names_the_key_that_was_tampered_with(county, shares) -> None:
    node = node_of(county, at=AT)
    sealed = bytes(node.sealed)
    NodeKey.objects.filter(pk=node.pk).update(sealed=sealed[:-1] + bytes([sealed[-1] ^ 1]))
    with pytest.raises(Refused, match="county@1打不开"):
        drill_recovery(by=None, at=AT, shares=shares[:2])


def test_shares_that_are_too_few_or_of_another_house(county, shares) -> None:
    with pytest.raises(Refused, match="需要2份，只有1份"):
        drill_recovery(by=None, at=AT, shares=shares[:1])
    NodeKey.objects.all().delete()
    with pytest.raises(Refused, match="尚未建立恢复密钥"):
        drill_recovery(by=None, at=AT, shares=shares[:2])
    house()
    with pytest.raises(Refused, match="不是本系统现用恢复密钥"):
        drill_recovery(by=None, at=AT, shares=shares[:2])


def test_a_lost_password_loses_no_data(county, shares) -> None:
    wang = holder("wang", county, shares)
    place, sealed = write(wang, county, "谈话要点")
    relock_at_change(wang, None, NEW)
    wang = Account.objects.get(pk=wang.pk)
    assert list(waiting_grants(by=holder("li", county, shares), on=ON)) == [wang.grants.get()]
    recover_key(by=None, at=AT, shares=shares[:2], account=wang)
    held = ring_of(wang, open_account_key(wang.account_key, NEW), on=ON)
    assert open_values(held, name_of(wang), [(place, sealed)]) == ["谈话要点"]


def test_recovery_is_refused_for_who_has_no_role_for_it(county, shares) -> None:
    with pytest.raises(Refused, match="没有查阅敏感信息的角色"):
        recover_key(by=None, at=AT, shares=shares[:2], account=account("teller", "teller", over=county))


def test_new_shares_open_everything_and_the_old_ones_nothing(county, shares) -> None:
    node_of(county, at=AT)
    fresh = renew_recovery(by=None, at=AT, shares=shares[1:])
    assert drill_recovery(by=None, at=AT, shares=fresh[:2]).nodes == 2
    with pytest.raises(Refused, match="不是本系统现用恢复密钥"):
        drill_recovery(by=None, at=AT, shares=shares[:2])


def test_data_keys_are_sealed_anew_for_the_present_key(county, shares) -> None:
    wang = holder("wang", county, shares, role="section_chief")
    values = [write(wang, county, words) for words in ("甲", "乙", "丙")]
    renew_keys(county, at=AT)
    assert open_values(ring(wang), name_of(wang), values) == ["甲", "乙", "丙"]
    assert reseal_data_keys(by=wang, at=AT, authority=county, ring=ring(wang), most=2) == 2
    assert reseal_data_keys(by=wang, at=AT, authority=county, ring=ring(wang)) == 1
    assert {str(row.node) for row in DataKey.objects.select_related("node__authority")} == {"county@2"}
    assert open_values(ring(wang), name_of(wang), values) == ["甲", "乙", "丙"]


def test_what_another_authority_owns_stays_shut(county, shares) -> None:
    other = holder("other", authority("other"), shares)
    place, sealed = write(other, county, "谈话要点")
    assert open_values(ring(other), name_of(other), [(place, sealed), (place, b"")]) == [None, ""]
    DataKey.objects.all().delete()
    assert open_values(ring(other), name_of(other), [(place, sealed)]) == [None]
