"""A change of organisations for a day to come: tried now, carried out then, withdrawn before, kept with its reason when it cannot be."""

from datetime import UTC, date, datetime, timedelta

import pytest

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.kernel.texts import unpacked
from quanheng.registry.actions.plan_organisation_change import (
    carry_out_plans,
    plan_organisation_change,
    withdraw_planned_change,
)
from quanheng.registry.models import Assignment, Organisation, OrganisationChange, PlannedChange
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2027, 1, 1)
THEN = datetime(2027, 1, 1, 0, 5, tzinfo=UTC)


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    return make.account("王敏", "section_chief", over=city)


@pytest.fixture
def root(city):
    return make.organisation("云岭市", of=city, code="yl")


@pytest.fixture
def bureau(root):
    return make.organisation(
        "云岭市粮食局", of=root.authority, parent=root, code="yl-ls", from_on=date(2010, 1, 1)
    )


def plan(by, unit, act="rename", **given):
    given = given or {"name": "云岭市粮食和物资储备局", "short_name": ""}
    on = given.pop("on", DAY)
    document = given.pop("document", "云编〔2026〕9号")
    return plan_organisation_change(
        by=by, at=make.AT, organisation=unit, act=act, on=on, document=document, given=given
    )


def test_nothing_changes_before_its_day(wang, bureau):
    made = plan(wang, bureau)
    assert (made.state, Organisation.objects.get(pk=bureau.pk).name) == ("waiting", "云岭市粮食局")
    assert not OrganisationChange.objects.exists()
    assert carry_out_plans(on=DAY - timedelta(days=1), at=make.AT) == 0
    assert carry_out_plans(on=DAY, at=THEN) == 1
    assert Organisation.objects.get(pk=bureau.pk).name == "云岭市粮食和物资储备局"
    change = OrganisationChange.objects.get()
    assert (change.on, change.document, change.by) == (DAY, "云编〔2026〕9号", wang)
    assert PlannedChange.objects.get().state == "done"
    acts = list(JournalEntry.objects.order_by("pk").values_list("action", flat=True))
    assert acts == ["registry.organisation.plan", "registry.organisation.rename"]
    assert carry_out_plans(on=DAY, at=THEN) == 0


def test_every_kind_is_kept_and_restored(wang, root, bureau):
    seat = make.post(bureau, "副局长")
    make.assignment(make.person("李红", of=root.authority, at=bureau), seat)
    plan(wang, root, "found", code="yl-cb", name="云岭市储备局")
    assert carry_out_plans(on=DAY, at=THEN) == 1
    fresh = Organisation.objects.get(code="yl-cb")
    later = {"on": DAY + timedelta(days=30)}
    plan(wang, bureau, "split", moves=[(seat, fresh)], is_ended=False, **later)
    plan(wang, root, "merge", sources=[bureau], on=DAY + timedelta(days=60))
    plan(wang, fresh, "move", parent=bureau, on=DAY + timedelta(days=40))
    assert carry_out_plans(on=DAY + timedelta(days=60), at=datetime(2027, 3, 2, tzinfo=UTC)) == 3
    assert Assignment.objects.get(until_on=None).organisation == fresh
    assert (
        Organisation.objects.get(pk=fresh.pk).parent == root
    )  # first below the bureau, then with it into the root


def test_what_could_not_be_is_refused_at_once(wang, root, bureau):
    make.assignment(make.person("李红", of=root.authority), make.post(bureau, "局长", role="chief"))
    with pytest.raises(Refused, match="仍有人任职：李红"):
        plan(wang, bureau, "end", reason="")
    with pytest.raises(Refused, match="已到"):
        plan(wang, bureau, on=make.ON)
    with pytest.raises(Refused, match="没有写明批准文号"):
        plan(wang, bureau, document=" ")
    liu = make.account("刘县", "section_chief", over=make.authority("中共青石县委", parent=root.authority))
    with pytest.raises(Refused, match="没有“维护编制职数”权限"):
        plan(liu, bureau)
    assert not PlannedChange.objects.exists()
    assert Organisation.objects.get(pk=bureau.pk).until_on is None


def test_one_that_can_no_longer_be_keeps_its_reason(wang, root, bureau):
    plan(wang, bureau, "end", reason="")
    make.assignment(make.person("李红", of=root.authority), make.post(bureau, "局长", role="chief"))
    assert carry_out_plans(on=DAY, at=THEN) == 0
    kept = PlannedChange.objects.get()
    assert kept.state == "refused"
    assert "仍有人任职：李红（局长）" in str(unpacked(kept.outcome))
    assert Organisation.objects.get(pk=bureau.pk).until_on is None


def test_withdrawn_before_its_day(wang, bureau):
    made = plan(wang, bureau)
    withdraw_planned_change(by=wang, at=make.AT, plan=made)
    assert carry_out_plans(on=DAY, at=THEN) == 0
    with pytest.raises(Refused, match="已撤回"):
        withdraw_planned_change(by=wang, at=make.AT, plan=made)


def test_who_lost_the_right_changes_nothing_any_more(wang, bureau):
    plan(wang, bureau)
    wang.grants.update(until_on=date(2026, 12, 1))
    assert carry_out_plans(on=DAY, at=THEN) == 0
    assert "没有“维护编制职数”权限" in str(unpacked(PlannedChange.objects.get().outcome))
