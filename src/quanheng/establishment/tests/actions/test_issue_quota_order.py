"""Quota orders: all lines or none, what was before ends, nonsense is refused."""

from datetime import date

import pytest

from quanheng.access.models import JournalEntry
from quanheng.establishment.actions.issue_quota_order import issue_quota_order
from quanheng.establishment.core.orders import OrderLine
from quanheng.establishment.models import PostQuota, QuotaOrder, RankQuota, StaffCeiling
from quanheng.establishment.tests import factories as est
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
ON = make.ON


@pytest.fixture
def city():
    return make.authority("中共云岭市委", code="city")


@pytest.fixture
def wang(city):
    return make.account("王敏", "section_chief", over=city)


@pytest.fixture
def unit(city):
    return make.organisation(of=city)


def post_line(
    unit, number: int, *, from_on: date = ON, level: str = "132", role: str = "deputy"
) -> OrderLine:
    return OrderLine(unit.pk, "post", level, number, from_on, role)


def issue(wang, *lines: OrderLine, **given) -> QuotaOrder:
    given = {"number": "云编发〔2026〕8号", "title": "关于核定职数的批复", "kind": "set", "issued_by": "市委编委", "issued_on": ON, **given}  # fmt: skip
    return issue_quota_order(by=wang, at=make.AT, lines=lines, **given)


def test_one_order_sets_seats_ranks_and_staff_and_ends_what_was(unit, wang):
    old = est.quota(unit, 4)
    order = issue(
        wang,
        post_line(unit, 3),
        OrderLine(unit.pk, "rank", "15", 2, ON),
        OrderLine(unit.pk, "staff", "administrative", 40, ON),
    )
    old.refresh_from_db()
    now = PostQuota.objects.get(until_on__isnull=True)
    assert (old.until_on, now.number, now.order, now.document) == (ON, 3, order, "云编发〔2026〕8号")
    assert (RankQuota.objects.get().number, StaffCeiling.objects.get().number) == (2, 40)
    assert JournalEntry.objects.get(action="establishment.quota_order.issue").facts["lines"] == 3


def test_all_or_nothing(unit, wang, city):
    other = make.organisation("云岭市财政局", of=city)
    est.quota(other, 2, from_on=date(2027, 1, 1))
    with pytest.raises(Refused) as refused:
        issue(wang, post_line(unit, 3), post_line(other, 3))
    assert "已有自2027-01-01起的核定：2名" in str(refused.value.why)
    assert (QuotaOrder.objects.count(), PostQuota.objects.count()) == (0, 1)


def test_a_cut_below_those_in_post_is_shown_as_over_until_a_day(unit, wang):
    est.quota(unit, 3)
    for name in ("李红", "周志远"):
        make.assignment(make.person(name, at=unit), make.post(unit))
    with pytest.raises(Refused) as refused:
        issue(wang, post_line(unit, 1), kind="cut")
    assert "实有2名：李红（副局长）、周志远（副局长）；超配1名" in str(refused.value.why)
    order = issue(wang, post_line(unit, 1), kind="cut", over_until_on=date(2027, 12, 31))
    assert order.post_quotas.get().number == 1


def test_a_ceiling_below_the_staff_asks_for_a_day_too(unit, wang):
    make.person(at=unit, category="1")
    with pytest.raises(Refused):
        issue(wang, OrderLine(unit.pk, "staff", "administrative", 0, ON))


def test_an_adjustment_moves_seats_between_units(unit, wang, city):
    other = make.organisation("云岭市财政局", of=city)
    est.quota(unit, 4), est.quota(other, 2)
    issue(wang, post_line(unit, 3), post_line(other, 3), kind="adjust")
    assert sorted(PostQuota.objects.filter(until_on__isnull=True).values_list("number", flat=True)) == [3, 3]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"number": " "}, "没有批准文号"),
        ({"kind": "gift"}, "没有这一类批文"),
        ({"issued_on": date(2026, 12, 1)}, "晚于今天"),
    ],
)
def test_a_paper_that_is_none(unit, wang, given, words):
    with pytest.raises(Refused) as refused:
        issue(wang, post_line(unit, 3, from_on=date(2027, 1, 1)), **given)
    assert words in str(refused.value.why)


def test_the_same_number_twice(unit, wang):
    issue(wang, post_line(unit, 3))
    with pytest.raises(Refused) as refused:
        issue(wang, post_line(unit, 4, from_on=date(2027, 1, 1)))
    assert "云编发〔2026〕8号的批文已登记" in str(refused.value.why)


@pytest.mark.parametrize(
    "line", [("post", "999999", "deputy"), ("post", "132", "x"), ("rank", "x", ""), ("seat", "132", "")]
)
def test_what_is_no_cell(unit, wang, line):
    what, code, role = line
    with pytest.raises(Refused):
        issue(wang, OrderLine(unit.pk, what, code, 1, ON, role))


def test_a_unit_that_is_gone(wang, city):
    gone = make.organisation(of=city, until_on=date(2024, 1, 1))
    with pytest.raises(Refused):
        issue(wang, post_line(gone, 1))


def test_every_unit_must_be_ones_own(unit, wang):
    other = make.organisation(of=make.authority("外市", code="far"))
    with pytest.raises(Refused) as refused:
        issue(wang, post_line(unit, 3), post_line(other, 3))
    assert "权限" in str(refused.value.why)
    officer = make.account("李县", "officer", over=unit.authority)
    with pytest.raises(Refused):
        issue(officer, post_line(unit, 3))


def test_shares_of_ranks_that_the_law_forbids(unit, wang, city):
    make.organisation("中共云岭市委员会", of=city, level="105", kind="1001")
    with pytest.raises(Refused) as refused:
        issue(wang, OrderLine(unit.pk, "rank", "13", 3, ON), OrderLine(unit.pk, "rank", "14", 1, ON))
    assert "超过规定比例" in str(refused.value.why)
    issue(wang, OrderLine(unit.pk, "rank", "13", 1, ON), OrderLine(unit.pk, "rank", "14", 1, ON), OrderLine(unit.pk, "rank", "15", 4, ON))  # fmt: skip
    assert RankQuota.objects.count() == 3
