"""The history of organisations and the forms that change them, as named people open them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.registry.models import Assignment, Organisation, OrganisationChange, PlannedChange
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.counting import queries_of

pytestmark = pytest.mark.django_db
ORDER = {"on": "2026-03-01", "document": "云编〔2026〕5号", "reason": "机构改革"}


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


def signed_in(account) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def wang(city):
    return signed_in(make.account("王敏", "section_chief", over=city))


@pytest.fixture
def root(city):
    return make.organisation("云岭市", of=city, code="yl")


@pytest.fixture
def bureau(root):
    return make.organisation(
        "云岭市粮食局", of=root.authority, parent=root, code="yl-ls", from_on=date(2010, 1, 1)
    )


def change(client, unit, act, **sent):
    return client.post(reverse("organisation_change", args=[unit.code, act]), {**ORDER, **sent})


def history(client, unit, **asked) -> str:
    return client.get(reverse("organisation_history", args=[unit.code]), asked).content.decode()


def test_a_new_name_and_the_tree_of_the_day_before(wang, root, bureau):
    assert change(wang, bureau, "rename", name="云岭市粮食和物资储备局").status_code == 302
    now = history(wang, bureau)
    for words in ("更名", "云编〔2026〕5号", "机构改革", "王敏", "云岭市粮食局", "云岭市粮食和物资储备局"):
        assert words in now
    then = history(wang, bureau, as_of="2026-02-28")
    assert "<h1>云岭市粮食局</h1>" in then
    assert "现名云岭市粮食和物资储备局" in then
    assert "云岭市粮食局" in history(wang, root, as_of="2026-02-28")
    assert "云岭市粮食局" not in history(wang, root, as_of="2026-03-01")
    assert "云岭市" in wang.get(reverse("organisation_tree"), {"as_of": "2026-03-01"}).content.decode()


def test_founding_moving_splitting_merging_and_ending(wang, root, bureau):
    seat = make.post(bureau, "副局长")
    line = make.assignment(make.person("李红", of=root.authority, at=bureau), seat)
    refused = change(wang, bureau, "end")
    assert refused.status_code == 409
    assert "仍有人任职：李红（副局长）" in refused.content.decode()
    assert 'value="云编〔2026〕5号"' in refused.content.decode()
    assert change(wang, root, "found", code="yl-cb", name="云岭市储备局", level="107").status_code == 302
    fresh = Organisation.objects.get(code="yl-cb")
    assert change(wang, bureau, "split", **{f"seat_{seat.pk}": "yl-cb"}).status_code == 302
    assert Assignment.objects.get(person=line.person, until_on=None).organisation == fresh
    assert change(wang, fresh, "move", parent="yl-ls").status_code == 302
    assert change(wang, root, "merge", sources="yl-ls").status_code == 302
    assert Organisation.objects.get(code="yl-cb").parent == root
    kinds = sorted(OrganisationChange.objects.values_list("kind", flat=True))
    assert kinds == ["founded", "merged", "moved", "split"]
    assert "已于2026-03-01撤销" in history(wang, bureau)
    assert change(wang, fresh, "end").status_code == 409


def test_a_code_that_is_not_there_is_a_mistake_of_the_form(wang, bureau):
    for act, sent in (("move", {"parent": "nowhere"}), ("merge", {"sources": "nowhere"})):
        answer = change(wang, bureau, act, **sent)
        assert answer.status_code == 200
        assert "没有编码为nowhere的机构" in answer.content.decode()
    seat = make.post(bureau, "副局长")
    assert (
        "没有编码为nowhere的机构"
        in change(wang, bureau, "split", **{f"seat_{seat.pk}": "nowhere"}).content.decode()
    )
    assert not OrganisationChange.objects.exists()


def test_readers_see_the_history_and_change_nothing(city, root, bureau):
    zhao = signed_in(make.account("赵磊", "supervisor", over=city))
    page = history(zhao, bureau)
    assert "登记以来没有变动。" in page
    assert "登记机构变动" not in page
    assert change(zhao, bureau, "end").status_code == 403
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    liu = signed_in(make.account("刘县", "section_chief", over=county))
    assert liu.get(reverse("organisation_history", args=[bureau.code])).status_code == 404
    assert change(liu, bureau, "end").status_code == 404


def test_the_page_asks_as_often_for_one_as_for_three(wang, root, bureau):
    asked = set()
    for day in (1, 2, 3):
        make.organisation(f"第{day}中心", of=root.authority, parent=bureau)
        assert change(wang, bureau, "rename", name=f"第{day}局", on=f"2026-03-0{day}").status_code == 302
        asked.add(queries_of(wang, reverse("organisation_history", args=[bureau.code]), f"第{day}局"))
    assert len(asked) == 1


def test_every_form_in_english(wang, bureau):
    wang.cookies["django_language"] = "en"
    for act, words in (
        ("found", "Found an organisation"), ("rename", "Rename"), ("move", "new parent"), ("merge", "merged into this one"),
        ("split", "itself ends"), ("end", "Abolish"),
    ):  # fmt: skip
        assert words in wang.get(reverse("organisation_change", args=[bureau.code, act])).content.decode()
    assert wang.get(reverse("organisation_change", args=[bureau.code, "nonsense"])).status_code == 404


def test_a_day_to_come_is_planned_shown_and_withdrawn(city, wang, root, bureau):
    sent = change(wang, bureau, "rename", name="云岭市粮食和物资储备局", on="2099-01-01")
    assert sent.status_code == 302
    plan = PlannedChange.objects.get()
    page = history(wang, bureau)
    for words in ("待生效的机构变动", "2099-01-01", "更名", "云编〔2026〕5号", "<h1>云岭市粮食局</h1>"):
        assert words in page
    assert "云岭市粮食局" in wang.get(reverse("organisation_tree")).content.decode()
    zhao = signed_in(make.account("赵磊", "supervisor", over=city))
    assert "待生效" in history(zhao, bureau)
    address = reverse("planned_change_withdraw", args=[plan.pk])
    assert address not in history(zhao, bureau)
    assert zhao.post(address).status_code == 403
    assert wang.get(address).status_code == 404
    wang.post(address)
    assert PlannedChange.objects.get().state == "withdrawn"
    assert "2099-01-01" not in history(wang, bureau)


def test_what_cannot_be_planned_says_why(wang, root, bureau):
    make.assignment(make.person("李红", of=root.authority), make.post(bureau, "局长", role="chief"))
    refused = change(wang, bureau, "end", on="2099-01-01")
    assert refused.status_code == 409
    assert "仍有人任职：李红（局长）" in refused.content.decode()
