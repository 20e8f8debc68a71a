"""A right handed to a deputy from day to day: on record, within one's own, and gone when one's own goes."""

from datetime import timedelta

import pytest

from quanheng.access.actions.delegations import delegate_grant, recall_delegation
from quanheng.access.actions.grants import end_grant
from quanheng.access.models import JournalEntry
from quanheng.access.permissions.rights import rights_of
from quanheng.access.tests.factories import AT, ON, account, authority
from quanheng.kernel.refusals import Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def people():
    city = authority()
    return {
        "minister": account("chenyue", "minister", over=city),
        "deputy": account("lihui", "teller", over=city),
        "security": account("kejingyi", "security_admin", over=city),
    }


def handed(people, **more):
    given = {"to": people["deputy"], "from_on": ON + DAY, "until_on": ON + 3 * DAY, "basis": "出差"} | more
    return delegate_grant(by=people["minister"], at=AT, grant=people["minister"].grants.get(), **given)


def may(account, days):
    return rights_of(account, on=ON + days * DAY).may("selection.approve", "/yunling/")


def test_the_deputy_may_on_those_days_and_the_leader_all_along(people) -> None:
    handed(people)
    assert [may(people["deputy"], n) for n in range(5)] == [False, True, True, False, False]
    assert all(may(people["minister"], n) for n in range(5))
    assert (
        JournalEntry.objects.get(action="access.grant.delegate").facts["until_on"]
        == (ON + 3 * DAY).isoformat()
    )


def test_it_ends_with_the_right_it_came_from(people) -> None:
    handed(people, from_on=ON)
    assert may(people["deputy"], 1)
    end_grant(by=people["security"], at=AT, grant=people["minister"].grants.get())
    assert not may(people["deputy"], 1)


def test_it_sleeps_with_its_holder(people) -> None:
    handed(people, from_on=ON)
    people["minister"].is_active = False
    people["minister"].save()
    assert not may(people["deputy"], 1)


def test_the_leader_takes_it_back(people) -> None:
    grant = handed(people, from_on=ON)
    with pytest.raises(Refused, match="不是您委托"):
        recall_delegation(by=people["deputy"], at=AT, grant=grant)
    recall_delegation(by=people["minister"], at=AT, grant=grant)
    assert not may(people["deputy"], 0)


def test_what_may_not_be_handed_on(people) -> None:
    city = people["minister"].grants.get().authority
    received = handed(people, from_on=ON)
    other = account("zhou", over=city)
    given = {"at": AT, "from_on": ON, "until_on": ON + DAY}
    with pytest.raises(Refused, match="不得再转委托"):
        delegate_grant(by=people["deputy"], grant=received, to=other, **given)
    with pytest.raises(Refused, match="只能委托本人"):
        delegate_grant(by=people["deputy"], grant=people["minister"].grants.get(), to=other, **given)
    with pytest.raises(Refused, match="不得委托"):
        delegate_grant(by=people["security"], grant=people["security"].grants.get(), to=other, **given)
    with pytest.raises(Refused, match="不得由一人兼任"):
        handed(people, to=people["security"])
    with pytest.raises(Refused, match="从今天或以后"):
        handed(people, to=other, from_on=ON - DAY)
    with pytest.raises(Refused, match="须晚于"):
        handed(people, to=other, from_on=ON + DAY, until_on=ON + DAY)
