"""Changes of keys take two people; moving an authority closes it to the old parent for what comes and opens it to the new."""

import pytest
from django.db import IntegrityError, transaction

from quanheng.access.actions.key_orders import ask_key_order, decline_key_order, do_key_order
from quanheng.access.actions.node_keys import node_of
from quanheng.access.core.profiles import NotOpened
from quanheng.access.models import Authority, KeyOrder
from quanheng.access.queries.keys import key_orders
from quanheng.access.tests.factories import AT, ON, account, authority
from quanheng.access.tests.keyed import holder, house, ring
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def province():
    return authority("province")


@pytest.fixture
def places(province):
    east, west = authority("east", province), authority("west", province)
    county = authority("county", east)
    authority("town", county)
    return east, west, county


@pytest.fixture
def shares():
    return house()


@pytest.fixture
def security(province):
    return account("security", "security_admin", over=province)


def ask(by, **given) -> KeyOrder:
    return ask_key_order(by=by, at=AT, **{"reason": "机构改革", **given})


def test_new_keys_are_asked_for_by_one_and_made_by_another(province, places, shares, security) -> None:
    chief = holder("chief", places[0], shares, role="section_chief")
    order = ask(security, kind="rotate", authority=places[0])
    assert list(key_orders(by=chief, on=ON)) == [order]
    assert str(node_of(places[0], at=AT)) == "east@1"
    do_key_order(by=chief, at=AT, order=order, ring=None)
    assert str(node_of(places[0], at=AT)) == "east@2"
    order.refresh_from_db()
    assert (order.done_by, order.is_refused) == (chief, False)
    with pytest.raises(Refused, match="已经办结"):
        do_key_order(by=chief, at=AT, order=order, ring=None)


def test_nobody_carries_out_what_they_asked_for(province, places, security) -> None:
    order = ask(security, kind="rotate", authority=places[0])
    with pytest.raises(Refused, match="查阅敏感信息"):
        do_key_order(by=security, at=AT, order=order, ring=None)
    chief = account("chief", "section_chief", over=province)
    KeyOrder.objects.update(asked_by=chief)
    with pytest.raises(Refused, match="不得办理自己提出的事项"):
        do_key_order(by=chief, at=AT, order=order, ring=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        KeyOrder.objects.update(done_by=chief)


def test_an_order_declined_changes_nothing(places, shares, security) -> None:
    chief = holder("chief", places[0], shares, role="section_chief")
    order = ask(security, kind="rotate", authority=places[0])
    assert decline_key_order(by=chief, at=AT, order=order).is_refused
    assert str(node_of(places[0], at=AT)) == "east@1"


def test_an_authority_moves_with_its_branch_and_its_keys(places, shares, security, province) -> None:
    east, west, county = places
    node_of(Authority.objects.get(code="town"), at=AT)
    at_east, at_west, above = (
        holder(name, over, shares, role="section_chief")
        for name, over in (("e", east), ("w", west), ("p", province))
    )
    order = ask(security, kind="move", authority=county, parent=west)
    with pytest.raises(Refused, match="没有打开“county”的密钥"):
        do_key_order(by=above, at=AT, order=order, ring=ring(at_west))
    do_key_order(by=above, at=AT, order=order, ring=ring(above))
    paths = dict(Authority.objects.values_list("code", "path"))
    assert (paths["county"], paths["town"]) == ("/province/west/county/", "/province/west/county/town/")
    for name in ("county@1", "county@2", "town@1", "town@2"):
        assert ring(at_west).pair_of(name) == ring(above).pair_of(name)
        with pytest.raises(NotOpened):
            ring(at_east).pair_of(name)


def test_what_may_not_be_asked(places, security) -> None:
    east, west, county = places
    for given, why in (
        ({"kind": "move", "authority": east, "parent": county}, "不能调整到本身"),
        ({"kind": "move", "authority": county, "parent": east}, "现在的上级"),
        ({"kind": "move", "authority": county}, "须写明新的上级"),
        ({"kind": "rotate", "authority": county, "parent": west}, "更换密钥不写"),
        ({"kind": "rotate", "authority": county, "reason": " "}, "没有写明理由"),
    ):
        with pytest.raises(Refused, match=why):
            ask(security, **given)
