"""What people report is sealed from the moment it is taken in: in no dump, opened by who checks it and whoever stands above."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from quanheng.access.actions.scope import as_system
from quanheng.access.actions.seal_rows import seal_waiting_rows
from quanheng.access.models import DataKey
from quanheng.access.queries.sealed_rows import count_waiting_rows, open_rows
from quanheng.access.tests.factories import AT
from quanheng.access.tests.keyed import equip, holder, house, ring
from quanheng.disclosure.actions.conclude_objection import conclude_objection
from quanheng.disclosure.actions.record_objection import record_objection
from quanheng.disclosure.models import Objection
from quanheng.disclosure.tests.factories import desk, moment, notice
from quanheng.kernel.refusals import Refused
from quanheng.registry.tests import factories as registry
from quanheng.registry.tests.actions.test_sealed import dump

pytestmark = pytest.mark.django_db
NAME, CONTACT = "马德金丝雀甲", "0999-1234567"
SAID, FOUND = "2023年6月在道路养护工程招标中收受好处金丝雀乙。", "经查阅招标材料，反映不属实金丝雀丙。"
PLANTED = (NAME, CONTACT, SAID, FOUND)


def reported(hanging, **given) -> Objection:
    said = {"content": SAID, "name": NAME, "contact": CONTACT, **given}
    return record_objection(by=None, at=moment(18, 20), notice=hanging, **said)


def concluded(who, report) -> Objection:
    given = {"is_specific": True, "conclusion": FOUND, "affects_appointment": False}
    return conclude_objection(by=who.supervisor, at=moment(21, 9), objection=report, **given)


def words(held) -> tuple[str, str, str, str]:
    row = Objection.objects.get()
    open_rows(held, [row])
    return row.name, row.contact, row.content, row.conclusion


@pytest.mark.django_db(transaction=True)
def test_planted_words_of_a_visitor_are_nowhere_in_the_database(settings) -> None:
    settings.DEMONSTRATION_DATE = date(2025, 11, 20)
    with as_system(on=date(2025, 11, 20)):
        house()
        who = desk()
        address = reverse("public_notice", args=[notice(who).slug])
    given = {"content": SAID, "name": NAME, "contact": CONTACT}
    assert Client().post(address, given).status_code == 302
    with as_system(on=date(2025, 11, 20)):
        report = Objection.objects.get()
    concluded(who, report)
    kept = dump()
    assert report.receipt in kept
    for word in PLANTED:
        assert word not in kept
        assert word.encode().hex() not in kept


def test_who_checks_and_who_stands_above_reads_it_and_nobody_below() -> None:
    shares, who = house(), desk()
    concluded(who, reported(notice(who)))
    equip(who.supervisor, shares)
    assert words(ring(who.supervisor)) == (NAME, CONTACT, SAID, FOUND)
    below = holder("below", registry.authority("中共青石县委", parent=who.authority, code="qingshi"), shares)
    for held in (ring(below), None):
        row = Objection.objects.get()
        assert open_rows(held, [row]) == 4
        assert isinstance(row.content, bytes)


def test_each_writing_has_a_key_of_its_own_and_a_moved_value_does_not_open() -> None:
    shares, who = house(), desk()
    hanging = notice(who)
    first, second = reported(hanging), reported(hanging, content="另一件事，写得足够长。")
    equip(who.supervisor, shares)
    assert sorted(DataKey.objects.values_list("record", flat=True)) == sorted(
        f"disclosure.objection:{row.pk}" for row in (first, second)
    )
    Objection.objects.filter(pk=second.pk).update(content=first.content)
    row = Objection.objects.get(pk=second.pk)
    assert open_rows(ring(who.supervisor), [row]) == 1
    assert isinstance(row.content, bytes)


def test_in_a_house_without_keys_a_report_is_taken_in_and_sealed_later() -> None:
    who = desk()
    concluded(who, reported(notice(who)))
    assert words(None) == (NAME, CONTACT, SAID, FOUND)
    assert count_waiting_rows() == 1
    shares = house()
    assert seal_waiting_rows(by=None, at=AT) == 4
    assert (count_waiting_rows(), seal_waiting_rows(by=None, at=AT)) == (0, 0)
    equip(who.supervisor, shares)
    assert words(ring(who.supervisor)) == (NAME, CONTACT, SAID, FOUND)
    assert open_rows(None, [Objection.objects.get()]) == 4


def test_an_anonymous_report_has_no_name_to_seal() -> None:
    house()
    made = reported(notice(), name="", contact="")
    assert (made.is_named, made.name, made.contact) == (False, b"", b"")
    assert isinstance(made.content, bytes)


def test_a_refused_report_leaves_no_key_behind() -> None:
    house()
    with pytest.raises(Refused):
        reported(notice(), content="短")
    assert not DataKey.objects.exists()
