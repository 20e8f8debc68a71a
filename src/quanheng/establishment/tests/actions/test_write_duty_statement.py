"""Duty statements: every text a version, none overwritten."""

from datetime import date

import pytest

from quanheng.establishment.actions.write_duty_statement import write_duty_statement
from quanheng.establishment.models import DutyStatement
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def post():
    return make.post(make.organisation(of=make.authority(code="city")))


def write(post, duties: str = "分管公路建设。", from_on: date = date(2024, 1, 1), **given):
    wang = make.account("王敏", "section_chief", over=post.organisation.authority)
    return write_duty_statement(by=wang, at=make.AT, post=post, duties=duties, from_on=from_on, **given)


def test_a_new_text_ends_the_former_and_keeps_it(post):
    write(post)
    write(post, "分管公路建设和安全。", date(2026, 1, 1))
    rows = DutyStatement.objects.order_by("from_on").values_list("duties", "until_on")
    assert list(rows) == [("分管公路建设。", date(2026, 1, 1)), ("分管公路建设和安全。", None)]


@pytest.mark.parametrize(
    ("duties", "from_on", "words"),
    [
        (" ", date(2026, 1, 1), "没有岗位职责"),
        ("分管公路建设。", date(2026, 1, 1), "完全相同"),
        ("分管安全。", date(2024, 1, 1), "不晚于现行职责说明"),
    ],
)
def test_what_is_refused(post, duties, from_on, words):
    write(post)
    with pytest.raises(Refused) as refused:
        write(post, duties, from_on)
    assert words in str(refused.value.why)
    assert DutyStatement.objects.get().until_on is None
