"""Founding, renaming, moving, merging, splitting and ending organisations."""

from datetime import date

import pytest

from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.change_organisation import (
    end_organisation,
    found_organisation,
    merge_organisations,
    move_organisation,
    rename_organisation,
    split_organisation,
)
from quanheng.registry.models import (
    Assignment,
    Organisation,
    OrganisationChange,
    OrganisationVersion,
    Person,
    Post,
    Revision,
)
from quanheng.registry.queries.organisation_history import below
from quanheng.registry.queries.organisation_versions import as_they_were
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 1)
ORDER = {"at": make.AT, "on": DAY, "document": "云编〔2026〕5号"}


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    return make.account("王敏", "section_chief", over=city)


@pytest.fixture
def root(city):
    return make.organisation("云岭市", of=city, code="yl")


def unit(name, root, **given):
    return make.organisation(name, of=root.authority, parent=root, from_on=date(2010, 1, 1), **given)


def again(row):
    return type(row).objects.get(pk=row.pk)


def test_founding_below_a_unit(wang, root):
    made = found_organisation(by=wang, parent=root, code="yl-data", name="云岭市数据局", level="107", **ORDER)
    assert (made.parent, made.authority, made.from_on) == (root, root.authority, DAY)
    change = OrganisationChange.objects.get()
    assert (change.kind, change.document, list(change.before.all()), list(change.after.all())) == (
        "founded", "云编〔2026〕5号", [], [made],
    )  # fmt: skip
    for code, name in (("yl-data", "别的局"), ("yl-2", "云岭市数据局"), ("", "某局")):
        with pytest.raises(Refused, match="未填，或者已被使用"):
            found_organisation(by=wang, parent=root, code=code, name=name, **ORDER)


def test_renaming_keeps_the_former_name_with_its_days(wang, root):
    bureau = unit("云岭市粮食局", root)
    rename_organisation(by=wang, organisation=bureau, name="云岭市粮食和物资储备局", **ORDER)
    was = OrganisationVersion.objects.get()
    assert (was.name, was.from_on, was.until_on) == ("云岭市粮食局", date(2010, 1, 1), DAY)
    assert again(bureau).name == "云岭市粮食和物资储备局"
    rename_organisation(
        by=wang, organisation=again(bureau), name="云岭市粮储局", **{**ORDER, "on": date(2026, 6, 1)}
    )
    names = [
        as_they_were([again(bureau)], as_of=on)[0].name for on in (date(2026, 2, 28), DAY, date(2026, 6, 1))
    ]
    assert names == ["云岭市粮食局", "云岭市粮食和物资储备局", "云岭市粮储局"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"on": date(2026, 11, 22)}, "尚未到"),
        ({"on": date(2009, 12, 31)}, "上一次变动或设立日期"),
        ({"document": " "}, "没有写明批准文号"),
        ({"name": "云岭市粮食局"}, "没有可更正的内容"),
    ],
)
def test_what_cannot_be_ordered(wang, root, given, why):
    bureau = unit("云岭市粮食局", root)
    with pytest.raises(Refused, match=why):
        rename_organisation(by=wang, organisation=bureau, **{"name": "新名", **ORDER, **given})
    assert not OrganisationChange.objects.exists()


def test_moving_and_the_tree_as_it_was(wang, root):
    one, other = unit("甲局", root), unit("乙局", root)
    centre = unit("服务中心", one)
    move_organisation(by=wang, organisation=centre, parent=other, **ORDER)
    assert again(centre).parent == other
    before = [each.name for each in below(one, by=wang, on=make.ON, as_of=date(2026, 2, 28))]
    after = [each.name for each in below(one, by=wang, on=make.ON, as_of=DAY)]
    there = [each.name for each in below(other, by=wang, on=make.ON, as_of=DAY)]
    assert (before, after, there) == (["服务中心"], [], ["服务中心"])
    assert [each.name for each in below(None, by=wang, on=make.ON, as_of=DAY)] == ["云岭市"]


def test_no_circles(wang, root):
    one = unit("甲局", root)
    two = unit("下属", one)
    for parent in (one, two):
        with pytest.raises(Refused, match="本身或其下级机构"):
            move_organisation(by=wang, organisation=one, parent=parent, **ORDER)
    with pytest.raises(Refused, match="本身或其下级机构"):
        merge_organisations(by=wang, organisation=two, sources=[one], **ORDER)


def test_a_unit_is_not_ended_under_people_who_sit_there(wang, root):
    bureau = unit("甲局", root)
    line = make.assignment(make.person("李红", of=root.authority), make.post(bureau, "局长", role="chief"))
    with pytest.raises(Refused, match="甲局仍有人任职：李红（局长）"):
        end_organisation(by=wang, organisation=bureau, **ORDER)
    line.until_on = date(2026, 2, 1)
    line.save()
    child = unit("下属", bureau)
    with pytest.raises(Refused, match="还有下级机构：下属"):
        end_organisation(by=wang, organisation=bureau, **ORDER)
    end_organisation(by=wang, organisation=child, **ORDER)
    end_organisation(by=wang, organisation=bureau, **ORDER)
    assert (again(bureau).until_on, Post.objects.get().until_on) == (DAY, DAY)
    with pytest.raises(Refused, match="已于2026-03-01撤销"):
        end_organisation(by=wang, organisation=again(bureau), **ORDER)


def test_merging_takes_the_seats_and_who_sits_there(wang, root):
    into, bureau = unit("甲局", root), unit("乙局", root)
    child = unit("乙中心", bureau)
    seat, _same = make.post(bureau, "副局长"), make.post(into, "副局长")
    chen = make.person("陈建国", of=root.authority, at=bureau)
    was = make.assignment(chen, seat, from_on=date(2020, 5, 10))
    clerk = make.person("李红", of=root.authority, at=bureau)
    make.assignment(
        clerk, from_on=date(2019, 1, 1), organisation=bureau, organisation_text="乙局", title="科员"
    )
    merge_organisations(by=wang, organisation=into, sources=[bureau], **ORDER)
    now = Assignment.objects.get(person=chen, until_on=None)
    assert (again(was).until_on, again(was).post, again(seat).until_on) == (DAY, seat, DAY)
    assert (now.from_on, now.post.organisation, now.organisation_text, now.title) == (
        DAY,
        into,
        "甲局",
        "副局长",
    )
    assert (again(chen).organisation, again(chen).current_post) == (into, "甲局副局长")
    assert (again(clerk).organisation, again(clerk).current_post) == (into, "甲局科员")
    assert (again(bureau).until_on, again(child).parent) == (DAY, into)
    assert Revision.objects.filter(person=chen).count() == 2
    assert OrganisationChange.objects.get().kind == "merged"


def test_splitting_says_where_each_seat_goes(wang, root):
    bureau, fresh = unit("甲局", root), unit("乙局", root)
    goes, stays = make.post(bureau, "局长", role="chief"), make.post(bureau, "副局长")
    chen, li = (
        make.person("陈建国", of=root.authority, at=bureau),
        make.person("李红", of=root.authority, at=bureau),
    )
    make.assignment(chen, goes), make.assignment(li, stays)
    with pytest.raises(Refused, match="仍有人任职：李红（副局长）"):
        split_organisation(by=wang, organisation=bureau, moves=[(goes, fresh)], is_ended=True, **ORDER)
    split_organisation(by=wang, organisation=bureau, moves=[(goes, fresh)], **ORDER)
    assert (again(chen).current_post, again(chen).organisation) == ("乙局局长", fresh)
    assert Assignment.objects.get(person=li).post == stays
    assert again(bureau).until_on is None
    change = OrganisationChange.objects.get()
    assert set(change.after.all()) == {bureau, fresh}


def test_a_split_without_a_place_to_go(wang, root):
    bureau = unit("甲局", root)
    with pytest.raises(Refused, match="没有写明职位去向"):
        split_organisation(by=wang, organisation=bureau, moves=[(make.post(bureau), bureau)], **ORDER)


def test_over_both_units_the_right_is_needed(city, root):
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    liu = make.account("刘县", "section_chief", over=county)
    own, bureau = make.organisation("县局", of=county), unit("甲局", root)
    with pytest.raises(Refused, match="没有“维护编制职数”权限"):
        merge_organisations(by=liu, organisation=own, sources=[bureau], **ORDER)
    with pytest.raises(Refused, match="没有“维护编制职数”权限"):
        move_organisation(by=liu, organisation=own, parent=bureau, **ORDER)
    assert Organisation.objects.filter(until_on=None).count() == 3
    assert Person.objects.count() == 0
