"""Node keys in the database: made when needed, renewed for a whole branch, opened from above and never from beside."""

import pytest

from quanheng.access.actions.node_keys import found_keys, node_of, renew_keys
from quanheng.access.actions.recover_keys import ring_of_shares
from quanheng.access.core.profiles import NotOpened
from quanheng.access.models import JournalEntry, NodeKey
from quanheng.access.tests.factories import AT, authority
from quanheng.access.tests.keyed import holder, house, ring
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    city = authority("city")
    county = authority("county", city)
    return city, county, authority("town", county), authority("other", city)


def test_the_recovery_key_is_founded_once_and_on_record() -> None:
    assert len({str(share) for share in found_keys(by=None, at=AT)}) == 3
    assert JournalEntry.objects.get().action == "access.key.found"
    with pytest.raises(Refused, match="已建立恢复密钥"):
        found_keys(by=None, at=AT)
    with pytest.raises(Refused, match="没有“rot13”"):
        found_keys(by=None, at=AT, profile="rot13")


def test_without_a_recovery_key_no_key_is_made(tree) -> None:
    with pytest.raises(Refused, match="尚未建立恢复密钥"):
        node_of(tree[0], at=AT)


def test_a_key_is_made_with_those_above_and_only_once(tree) -> None:
    house()
    key = node_of(tree[2], at=AT)
    assert (str(key), str(key.above), str(key.above.above), str(key.above.above.above)) == (
        "town@1",
        "county@1",
        "city@1",
        "*@1",
    )
    assert node_of(tree[2], at=AT) == key
    assert NodeKey.objects.count() == 4


def test_a_holder_opens_what_is_below_and_nothing_else(tree) -> None:
    city, county, town, other = tree
    shares = house()
    names = {str(node_of(each, at=AT)) for each in tree}
    reach = {city: names, county: {"county@1", "town@1"}, town: {"town@1"}, other: {"other@1"}}
    for over, expected in reach.items():
        held = ring(holder(f"at_{over.code}", over, shares))
        assert {name for name in names if opens(held, name)} == expected
    assert {name for name in names if opens(ring_of_shares(shares[1:]), name)} == names


def test_renewed_keys_go_to_the_holders_and_not_to_who_has_left(tree) -> None:
    city, county, town, _ = tree
    shares = house()
    wang, left = holder("wang", county, shares), holder("left", county, shares)
    before = ring(left)
    left.key_grants.all().delete()
    node_of(town, at=AT)
    made = renew_keys(county, at=AT)
    assert [str(key) for key in made] == ["county@2", "town@2"]
    assert all(opens(ring(wang), name) for name in ("county@1", "town@1", "county@2", "town@2"))
    assert not any(opens(before, name) for name in ("county@2", "town@2"))
    assert opens(ring(holder("chen", city, shares)), "town@2")


def opens(held, name: str) -> bool:
    try:
        return bool(held.pair_of(name))
    except NotOpened:
        return False
