"""move_file, return_file, record_agency_fact: where the paper file is, and what other agencies report."""

from datetime import date

import pytest

from quanheng.access.models import JournalEntry
from quanheng.access.tests.keyed import house
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.move_file import move_file, return_file
from quanheng.registry.actions.record_agency_fact import record_agency_fact
from quanheng.registry.queries.file_items import agency_facts, files_out, whereabouts
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    city = make.authority("中共云岭市委", code="city")
    return make.account("王敏", "section_chief", over=city), make.person("陈建国", of=city)


def moved(by, person, kind="borrow", **given):
    given = {"on": date(2026, 10, 1), "due_on": date(2026, 10, 15), "approved_by": "郑强", **given}
    return move_file(
        by=by, at=make.AT, person=person, kind=kind, counterpart="市纪委", purpose="核查", **given
    )


def test_a_file_goes_out_is_overdue_and_comes_back(scene):
    wang, chen = scene
    loan = moved(wang, chen)
    assert whereabouts(chen) == loan
    assert list(files_out(by=wang, on=make.ON, overdue_on=make.ON)) == [loan]
    assert list(files_out(by=wang, on=make.ON, overdue_on=date(2026, 10, 15))) == []
    with pytest.raises(Refused) as refused:
        moved(wang, chen, "consult")
    assert "尚未归还" in str(refused.value.why)
    return_file(by=wang, at=make.AT, loan=loan, on=date(2026, 11, 1))
    assert whereabouts(chen) is None
    with pytest.raises(Refused):
        return_file(by=wang, at=make.AT, loan=loan, on=date(2026, 11, 2))


def test_a_consultation_ends_on_its_day_and_a_transfer_by_its_receipt(scene):
    wang, chen = scene
    assert moved(wang, chen, "consult", due_on=None).returned_on == date(2026, 10, 1)
    out = moved(wang, chen, "transfer_out", approved_by="")
    back = moved(wang, chen, "transfer_in", on=date(2026, 11, 1), due_on=None, approved_by="")
    out.refresh_from_db()
    assert (out.returned_on, back.returned_on, whereabouts(chen)) == (
        date(2026, 11, 1),
        date(2026, 11, 1),
        None,
    )


@pytest.mark.parametrize(("given", "why"), [
    ({"approved_by": " "}, "查阅、借阅没有批准人"),
    ({"due_on": None}, "没有填写应还（回执）日期"),
    ({"due_on": date(2026, 9, 1)}, "应还日期2026-09-01早于借出日期2026-10-01"),
    ({"on": date(2027, 1, 1), "due_on": date(2027, 2, 1)}, "2027-01-01尚未到"),
])  # fmt: skip
def test_refused_terms(scene, given, why):
    with pytest.raises(Refused) as refused:
        moved(*scene, **given)
    assert str(refused.value.why) == why


@pytest.mark.parametrize("on", [date(2026, 9, 1), date(2027, 1, 1)])
def test_a_file_does_not_come_back_before_it_left_or_tomorrow(scene, on):
    loan = moved(*scene)
    with pytest.raises(Refused):
        return_file(by=scene[0], at=make.AT, loan=loan, on=on)


def report(by, person, **given):
    given = {
        "agency": "audit",
        "on": date(2026, 6, 1),
        "matter": "经济责任审计",
        "content": "无重大问题",
        "document": "云审〔2026〕8号",
        **given,
    }
    return record_agency_fact(by=by, at=make.AT, person=person, **given)


def test_a_report_keeps_its_source_and_only_those_who_may_see_it(scene):
    house()
    wang, chen = scene
    fact = report(wang, chen, is_adverse=False)
    zhao = make.account("赵磊", "supervisor", over=chen.authority)
    assert list(agency_facts(by=wang, on=make.ON, person=chen)) == [fact]
    assert list(agency_facts(by=zhao, on=make.ON, person=chen)) == []
    assert JournalEntry.objects.first().facts == {
        "agency": "audit",
        "on": "2026-06-01",
        "document": "云审〔2026〕8号",
    }
    with pytest.raises(Refused):
        report(zhao, chen)


@pytest.mark.parametrize("given", [{"document": " "}, {"on": date(2027, 1, 1)}])
def test_a_report_without_a_document_or_from_tomorrow_is_refused(scene, given):
    with pytest.raises(Refused):
        report(*scene, **given)
