"""The sealed papers of a case as named people see them: masked, opened for a purpose with a key, in the pack, sealed later."""

import io
import zipfile
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from quanheng.access.actions.seal_rows import seal_waiting_rows
from quanheng.access.models import DataKey, JournalEntry
from quanheng.access.queries.sealed_rows import count_waiting_rows, open_rows
from quanheng.access.tests.keyed import equip, house, ring, unlock
from quanheng.access.tests.ladder import Ladder
from quanheng.meeting.actions.recuse import recuse
from quanheng.meeting.models import Item
from quanheng.selection.actions.export_meeting_pack import export_meeting_pack
from quanheng.selection.models import InspectionReport, Must, Opinion
from quanheng.selection.queries.sealed_papers import rating_words, sealed_papers
from quanheng.selection.tests import factories as make
from quanheng.selection.tests.screens.signing import client_of, page_of

GOOD, WEAK, WISH = "主要表现金丝雀甲", "缺点不足金丝雀乙", "本人意愿金丝雀丙"
LEAD, SAID = "信访线索金丝雀丁", "电话答复金丝雀戊"
PLANTED = (GOOD, WEAK, WISH, LEAD, SAID, "优秀27票")
PURPOSE = {"purpose": "常委会讨论前核对"}


def filled(of: make.City) -> make.City:
    """A case with a report, a remark beside a must and one beside an opinion."""
    for name in (make.FIRST, make.SECOND):
        for kind in ("file", "matters", "discipline", "petition"):
            make.must(of, name, kind, note=LEAD if (name, kind) == (make.FIRST, "petition") else "")
    make.reported(of, performance=GOOD, shortcomings=WEAK, wish=WISH)
    make.reported(of, make.SECOND)
    make.inspected(of)
    make.consulted(of, note=SAID)
    return of


def keyed(of: make.City) -> None:
    """In a house with keys, two of whose people hold theirs."""
    of.made["shares"] = house()
    filled(of)
    for name in ("王敏", "赵磊"):
        equip(of.staff[name], of.made["shares"])


@pytest.fixture(autouse=True)
def _day(settings):
    settings.DEMONSTRATION_DATE = date(2026, 11, 9)


@pytest.fixture(scope="module")
def ladder(one_transaction):
    return Ladder(one_transaction, lambda: make.case_at("record_must"), (("keyed", keyed), ("filled", None)))


@pytest.fixture
def of(case_at):
    return case_at("filled")


@pytest.fixture
def shares(of):
    return of.made["shares"]


def address(of) -> str:
    return reverse("case_sealed", args=[of.case.number])


def words(of, held) -> list[str]:
    found = sealed_papers(of.case)
    assert open_rows(held, found.rows()) == 0
    report = found.reports[0]
    return [
        report.performance,
        report.shortcomings,
        report.wish,
        found.musts[0].note,
        found.opinions[0].note,
        rating_words(report),
    ]


def test_wang_reads_them_with_an_open_key_for_a_purpose_on_record(of):
    client = unlock(client_of(of, "王敏"), of.staff["王敏"])
    assert address(of) in page_of(client, reverse("case", args=[of.case.number]))
    masked = page_of(client, address(of))
    assert not [word for word in PLANTED if word in masked]
    assert make.FIRST in masked
    shown = client.post(address(of), PURPOSE).content.decode()
    assert [word for word in PLANTED if word not in shown] == []
    entry = JournalEntry.objects.first()
    assert (entry.action, entry.by_name, entry.facts) == ("selection.case.open_sealed", "王敏", PURPOSE)
    assert entry.subject == f"procedure.case:{of.case.pk}"


def test_with_the_key_shut_the_page_says_so(of):
    shown = client_of(of, "王敏").post(address(of), PURPOSE).content.decode()
    assert not [word for word in PLANTED if word in shown]
    assert "有9项涉密内容没有打开" in shown
    assert reverse("keys") in shown


def test_tellers_and_inspectors_find_no_such_page(of):
    for name in ("苏晴", "曹怀", "方正"):
        assert client_of(of, name).get(address(of)).status_code == 403
        assert address(of) not in page_of(client_of(of, name), reverse("case", args=[of.case.number]))


def test_a_purpose_is_asked_for_and_the_cases_own_people_are_refused(of):
    client = unlock(client_of(of, "王敏"), of.staff["王敏"])
    page = client.post(address(of), {"purpose": "看看"})
    assert (page.status_code, GOOD in page.content.decode()) == (409, False)
    of.staff["王敏"].person_key = of.key(make.FIRST)
    of.staff["王敏"].save()
    page = client.post(address(of), PURPOSE)
    assert (page.status_code, "您是本案人选" in page.content.decode()) == (409, True)
    assert GOOD not in page.content.decode()
    assert not JournalEntry.objects.filter(action="selection.case.open_sealed").exists()


def test_nothing_of_it_is_in_the_record_or_anywhere_in_the_database(request):
    of = request.getfixturevalue("of")
    assert all(
        record.startswith("procedure.case:") for record in DataKey.objects.values_list("record", flat=True)
    )
    entries = " ".join(f"{row.result} {row.facts}" for row in of.case.record.all())
    assert not [word for word in PLANTED if word in entries]
    kept = " ".join(
        str(vars(row)) for model in (InspectionReport, Must, Opinion) for row in model.objects.all()
    )
    assert not [word for word in PLANTED if word in kept]


def test_the_pack_holds_the_report_as_far_as_the_keys_of_who_takes_it_open_it(of, shares):
    make.proposed(of), make.tabled(of), make.voted(of)
    meeting = of.meeting
    chief = equip(of.staff["何静"], shares)
    assert (
        names(export_meeting_pack(by=chief, at=make.at(11, 14), meeting=meeting, ring=ring(chief)))[2]
        == "01周远行/考察材料.pdf"
    )
    assert (
        names(export_meeting_pack(by=chief, at=make.at(11, 14), meeting=meeting))[2]
        == "01周远行/考察材料（未打开）.pdf"
    )


def names(content: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.namelist()


def test_who_stepped_aside_does_not_open_them(of, shares, settings):
    make.proposed(of), make.tabled(of), make.roll_called(of)
    item, member = Item.objects.get(), of.meeting.roll.filter(is_present=True).last().member
    recuse(by=of.meeting.recorder, at=make.at(11, 13, 15), item=item, member=member, ground="other")
    client = client_of(of, member.account.name)
    page = client.post(address(of), PURPOSE)
    assert (page.status_code, "已回避" in page.content.decode()) == (409, True)


def test_a_case_in_a_house_without_keys_is_sealed_later(case_at):
    of = filled(case_at("keyed"))
    assert words(of, None) == [GOOD, WEAK, WISH, LEAD, SAID, "优秀27票、称职8票"]
    assert count_waiting_rows() == 4
    shares = house()
    assert seal_waiting_rows(by=None, at=make.at(11, 9)) == 9
    assert count_waiting_rows() == 0
    assert open_rows(None, sealed_papers(of.case).rows()) == 9
    wang = equip(of.staff["王敏"], shares)
    assert words(of, ring(wang)) == [GOOD, WEAK, WISH, LEAD, SAID, "优秀27票、称职8票"]


def test_the_page_asks_as_often_for_one_opinion_as_for_three(of):
    client, asked = unlock(client_of(of, "王敏"), of.staff["王敏"]), set()
    client.post(address(of), PURPOSE)
    for day in (6, 7, 8):
        with CaptureQueriesContext(connection) as seen:
            assert SAID in client.post(address(of), PURPOSE).content.decode()
        asked.add(len(seen))
        make.consulted(of, note=SAID, at=make.at(11, day, 10), answered_on=date(2026, 11, day))
    assert Opinion.objects.count() == 4
    assert len(asked) == 1
