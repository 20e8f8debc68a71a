"""The register of key posts: enter_key_post and remove_key_post."""

from datetime import date

import pytest

from quanheng.establishment.actions.enter_key_post import enter_key_post
from quanheng.establishment.actions.remove_key_post import remove_key_post
from quanheng.establishment.models import KeyPost
from quanheng.establishment.tests import factories as est
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def post():
    return make.post(make.organisation(of=make.authority(code="city")))


@pytest.fixture
def wang(post):
    return make.account("王敏", "section_chief", over=post.organisation.authority)


def test_a_post_stands_under_several_kinds_and_once_under_each(post, wang):
    given = {"by": wang, "at": make.AT, "post": post, "basis": "部务会", "from_on": ON}
    enter_key_post(kind="money", months_at_most=60, **given)
    enter_key_post(kind="projects", **given)
    with pytest.raises(Refused) as refused:
        enter_key_post(kind="money", **given)
    assert "自2026-11-21起已列为关键岗位（管钱）" in str(refused.value.why)
    with pytest.raises(Refused):
        enter_key_post(kind="people", **{**given, "basis": " "})
    assert KeyPost.objects.count() == 2


def test_taken_out_with_a_reason_and_entered_again(post, wang):
    entry = est.key_post(post)
    with pytest.raises(Refused):
        remove_key_post(by=wang, at=make.AT, key_post=entry, until_on=ON, reason=" ")
    with pytest.raises(Refused):
        remove_key_post(by=wang, at=make.AT, key_post=entry, until_on=date(2020, 1, 1), reason="职能划转")
    remove_key_post(by=wang, at=make.AT, key_post=entry, until_on=ON, reason="职能划转")
    with pytest.raises(Refused):
        remove_key_post(by=wang, at=make.AT, key_post=entry, until_on=ON, reason="职能划转")
    enter_key_post(by=wang, at=make.AT, post=post, kind="money", basis="部务会", from_on=ON)
    rows = KeyPost.objects.order_by("from_on").values_list("until_on", "removal_reason")
    assert list(rows) == [(ON, "职能划转"), (None, "")]
