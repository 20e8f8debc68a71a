"""Saved queries: kept, shared within one's authority, renamed and deleted by their owner only, every act in the journal."""

import pytest

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.delete_query import delete_query
from quanheng.registry.actions.rename_query import rename_query
from quanheng.registry.actions.save_query import save_query
from quanheng.registry.models import SavedQuery
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.factories import AT

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    return make.account("王敏", "section_chief", over=city)


def test_the_same_name_is_kept_anew_and_journalled(wang):
    for conditions in ("c=age:least:40", "c=age:least:45"):
        save_query(by=wang, at=AT, name="中年", conditions=conditions)
    assert [row.conditions for row in SavedQuery.objects.all()] == ["c=age:least:45"]
    assert JournalEntry.objects.filter(action="registry.save_query").count() == 2


def test_what_cannot_be_run_is_not_kept(wang):
    for conditions in ("", "c=age:least:x", "c=nonsense"):
        with pytest.raises(Refused):
            save_query(by=wang, at=AT, name="错的", conditions=conditions)
    assert not SavedQuery.objects.exists()


def test_sharing_reaches_no_further_than_ones_own_right(city, wang):
    other = make.authority("中共外市委", code="other")
    with pytest.raises(Refused, match="不在您的管理权限内"):
        save_query(by=wang, at=AT, name="中年", conditions="c=age:least:40", shared_with=other)
    assert (
        save_query(by=wang, at=AT, name="中年", conditions="c=age:least:40", shared_with=city).shared_with
        == city
    )


def test_only_the_owner_renames_and_deletes(city, wang):
    row = save_query(by=wang, at=AT, name="中年", conditions="c=age:least:40", shared_with=city)
    zhao = make.account("赵磊", "officer", over=city)
    with pytest.raises(Refused, match="王敏"):
        rename_query(by=zhao, at=AT, query=row, name="我的")
    with pytest.raises(Refused, match="王敏"):
        delete_query(by=zhao, at=AT, query=row)
    save_query(by=wang, at=AT, name="青年", conditions="c=age:most:35")
    with pytest.raises(Refused, match="同名"):
        rename_query(by=wang, at=AT, query=row, name="青年")
    delete_query(by=wang, at=AT, query=row)
    facts = JournalEntry.objects.get(action="registry.delete_query").facts
    assert facts == {"name": "中年", "conditions": "c=age:least:40"}
