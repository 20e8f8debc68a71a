"""The papers of a meeting as one zip: for whoever runs it or sits in it."""

import io
import zipfile

import pytest
from django.urls import reverse

from quanheng.access.models import JournalEntry
from quanheng.kernel.refusals import Refused
from quanheng.meeting.actions.recuse import recuse
from quanheng.meeting.models import Item, Meeting
from quanheng.selection.actions.export_meeting_pack import export_meeting_pack
from quanheng.selection.tests import factories as make
from quanheng.selection.tests.screens.signing import client_of, page_of


def names(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert all(archive.read(each)[:5] == b"%PDF-" for each in archive.namelist())
        return archive.namelist()


def test_the_list_the_form_the_report_and_the_sheet(of_decided):
    of, meeting = of_decided
    content = export_meeting_pack(by=of.staff["何静"], at=make.at(11, 14, 9), meeting=meeting)
    assert names(content) == [
        "00议题一览表.pdf",
        "01周远行/干部任免审批表.pdf",
        "01周远行/考察材料.pdf",
        "01周远行/讨论决定表.pdf",
    ]
    assert JournalEntry.objects.filter(action="selection.export_meeting_pack", by_name="何静").count() == 1


def test_a_member_who_stepped_aside_gets_nothing_of_that_item(of_tabled):
    _, meeting = of_tabled
    item, member = Item.objects.get(), meeting.roll.filter(is_present=True).last().member
    recuse(by=meeting.recorder, at=make.at(11, 13, 15), item=item, member=member, ground="other")
    with pytest.raises(Refused) as refused:
        export_meeting_pack(by=member.account, at=make.at(11, 13, 15), meeting=meeting)
    assert str(refused.value.why) == "本次会议还没有可以取用的议题"


def test_who_only_reads_the_agenda_is_refused(of_decided):
    of, meeting = of_decided
    with pytest.raises(Refused) as refused:
        export_meeting_pack(by=of.staff["王敏"], at=make.at(11, 14, 9), meeting=meeting)
    assert "出席会议并表态" in str(refused.value.why)


def test_the_page_of_the_meeting_offers_it_to_those(of_decided):
    of, meeting = of_decided
    address = reverse("meeting_pack", args=[meeting.pk])
    assert address in page_of(client_of(of, "何静"), reverse("meeting", args=[meeting.pk]))
    assert address not in page_of(client_of(of, "王敏"), reverse("meeting", args=[meeting.pk]))
    response = client_of(of, "何静").post(address)
    assert response["Content-Type"] == "application/zip"
    assert client_of(of, "王敏").post(address).status_code == 409
    assert client_of(of, "何静").get(address).status_code == 302


@pytest.fixture
def of_decided(case_at):
    of = case_at("notice")
    return of, Meeting.objects.get()


@pytest.fixture
def of_tabled(case_at):
    of = case_at("vote")
    make.roll_called(of)
    return of, Meeting.objects.get()
