"""Erasing a person takes two people, takes everything that no case rests on, and leaves the journal whole."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.scope import as_system
from quanheng.access.models import Account, JournalEntry
from quanheng.access.queries.journal import first_broken
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.erase_person import ask_erasure, decide_erasure
from quanheng.registry.core.erasing import ALSO
from quanheng.registry.models import Erasure, Person
from quanheng.registry.queries.erasures import extent_of
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT

pytestmark = pytest.mark.django_db
REASON = {"reason": "误将无关人员导入本系统，本人要求删除。", "basis": "市委组织部部务会议纪要〔2026〕8号"}
NUMBER = "999001198503010018"


class Office:
    """陈建国's file; 王敏 keeps it, 何志远 decides."""

    def __init__(self) -> None:
        self.city = factories.authority()
        self.officer = factories.account("王敏", "officer", over=self.city)
        self.minister = factories.account("何志远", "minister", over=self.city)
        self.person = factories.person(
            "陈建国", of=self.city, id_number=NUMBER, native_place="云岭", photo=b"x"
        )
        factories.relative(self.person)
        factories.reward(self.person)
        factories.assignment(self.person)

    def asked(self) -> Erasure:
        return ask_erasure(by=self.officer, at=AT, person=self.person, **REASON)

    def decided(self, **given: Any) -> Erasure:
        given = {
            "by": self.minister,
            "at": AT + timedelta(hours=1),
            "erasure": self.asked(),
            "is_agreed": True,
            **given,
        }
        return decide_erasure(**given)


def everything() -> str:
    """The database as text: every row of every table, as the owner sees it."""
    said = []
    with as_owner(), connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            said += [row for (row,) in cursor.fetchall()]
    return "\n".join(said)


@pytest.mark.django_db(transaction=True)
def test_whoever_is_in_no_case_goes_without_a_trace_and_the_journal_holds() -> None:
    traces = (NUMBER.encode().hex(), "陈建国", "周梅".encode().hex(), "三等功")
    with as_system(on=AT.date()):
        office = Office()
        holder = factories.account("陈本人", "cadre", over=office.city, person_key=office.person.pk)
        assert extent_of(office.person.pk).is_whole
    before = everything()
    assert [trace for trace in traces if trace not in before] == []
    row = office.decided()
    assert (row.state, row.name, row.is_whole, row.counts["Relative"]) == ("done", "", True, 1)
    said = everything()
    assert [trace for trace in traces if trace in said] == []
    with as_system(on=AT.date()):
        assert not Person.objects.exists()
        assert Account.objects.get(pk=holder.pk).person_key is None
        assert first_broken() is None
        assert list(JournalEntry.objects.order_by("number").values_list("action", flat=True)) == [
            "registry.erasure.ask",
            "registry.erasure.decide",
        ]


def test_nobody_decides_on_their_own_request() -> None:
    office = Office()
    factories.grant(office.officer, "minister", over=office.city)
    with pytest.raises(Refused, match="申请人不得审定自己的申请"):
        office.decided(by=office.officer)
    assert Person.objects.exists()
    row = Erasure.objects.get()
    with pytest.raises(IntegrityError, match="erasure_by_two"), transaction.atomic():
        Erasure.objects.filter(pk=row.pk).update(decided_by=row.asked_by)


def test_nobody_decides_on_erasing_themselves() -> None:
    office = Office()
    Account.objects.filter(pk=office.minister.pk).update(person_key=office.person.pk)
    office.minister.refresh_from_db()
    with pytest.raises(Refused, match="不得审定对本人信息的清除"):
        office.decided()


def test_without_the_right_neither_can_be_done() -> None:
    office = Office()
    with pytest.raises(Refused, match="维护干部信息"):
        ask_erasure(by=office.minister, at=AT, person=office.person, **REASON)
    with pytest.raises(Refused, match="审定个人信息清除"):
        office.decided(by=factories.account("周文", "officer", over=office.city))


@pytest.mark.parametrize("given", [{"reason": "删"}, {"basis": " "}])
def test_a_request_without_reason_or_basis_is_refused(given: dict[str, str]) -> None:
    office = Office()
    with pytest.raises(Refused, match="没有写明理由和依据"):
        ask_erasure(by=office.officer, at=AT, person=office.person, **{**REASON, **given})


def test_twice_is_refused() -> None:
    office = Office()
    office.asked()
    with pytest.raises(Refused, match="已有人申请"):
        office.asked()
    row = decide_erasure(by=office.minister, at=AT, erasure=Erasure.objects.get(), is_agreed=True)
    with pytest.raises(Refused, match="已经审定"):
        decide_erasure(by=office.minister, at=AT, erasure=row, is_agreed=True)


def test_a_refusal_needs_its_reason_and_leaves_everything() -> None:
    office = Office()
    row = office.asked()
    with pytest.raises(Refused, match="没有写明理由"):
        decide_erasure(by=office.minister, at=AT, erasure=row, is_agreed=False)
    done = decide_erasure(by=office.minister, at=AT, erasure=row, is_agreed=False, note="仍在任，须保存")
    assert (done.state, done.name) == ("refused", "陈建国")
    assert factories.number_words(Person.objects.get()) == NUMBER


def test_other_rooms_are_told_in_the_same_act() -> None:
    office, told = Office(), []
    ALSO.append(lambda key, is_whole: told.append((key, is_whole)) or 1)
    try:
        assert office.decided().counts["also"] == 1
    finally:
        ALSO.pop()
    assert told == [(office.person.pk, True)]
