"""Sealed contents of files from end to end: written by anybody, in no dump, opened by who manages the person, moved with them."""

import io
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.node_keys import node_of
from quanheng.access.actions.scope import as_system
from quanheng.access.models import DataKey, JournalEntry, NodeKey, SealedText
from quanheng.access.tests.keyed import given, holder, keyed, ring
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.correct_line import correct_line
from quanheng.registry.actions.move_keys import move_keys
from quanheng.registry.actions.record_agency_fact import record_agency_fact
from quanheng.registry.actions.record_line import record_line
from quanheng.registry.actions.seal_waiting import count_waiting, seal_waiting
from quanheng.registry.actions.withdraw_line import withdraw_line
from quanheng.registry.models import AgencyFact, Care, Revision, Talk
from quanheng.registry.queries.unsealed import kept_elsewhere, open_lines, open_revisions
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
CANARY, OLDER, NOTE, REPORT = "家庭困难金丝雀甲", "思想波动金丝雀乙", "旧疾复发金丝雀丙", "线索反映金丝雀丁"
CANARIES = (CANARY, OLDER, NOTE, REPORT)
ON = date(2026, 5, 1)


@pytest.fixture
def chen(city):
    return make.person("陈建国", of=city)


@pytest.fixture
def filled(wang, chen):
    """A file with a talk that was corrected, a note of care and a report; its versions keep the older words."""
    talk = record_line(
        by=wang, at=make.AT, person=chen, kind="talk", values=said("heart", OLDER), reason="谈话记录"
    )
    correct_line(by=wang, at=make.AT, line=talk, changes={"summary": CANARY}, reason="补充")
    values = {
        "kind": "health_check",
        "year": 2026,
        "days_due": None,
        "days_taken": None,
        "done_on": None,
        "note": NOTE,
    }
    record_line(by=wang, at=make.AT, person=chen, kind="care", values=values)
    report(wang, chen, REPORT)
    return chen


@pytest.fixture
def committed(request):
    """Makes other fixtures for good, for tests that look as the owner from outside: `city, chen = committed("city", "chen")`."""

    def made(*names: str) -> list[Any]:
        with as_system(on=ON):
            return [request.getfixturevalue(name) for name in names]

    return made


def said(kind: str, summary: str) -> dict[str, object]:
    return {"kind": kind, "held_on": ON, "by_text": "王敏", "summary": summary}


def report(by, person, content: str) -> AgencyFact:
    return record_agency_fact(
        by=by, at=make.AT, person=person, agency="discipline", on=ON, matter="函复", content=content, document="云纪1号"
    )  # fmt: skip


def opened(held, person) -> tuple[str, str, str]:
    rows = Talk.objects.get(), Care.objects.get(), AgencyFact.objects.get()
    open_lines(held, person, rows)
    return rows[0].summary, rows[1].note, rows[2].content


def dump() -> str:
    """Every table as the database keeps it for its owner, binary columns as text too."""
    out = io.StringIO()
    with as_owner(), connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            out.writelines(row for (row,) in cursor.fetchall())
    return out.getvalue()


def test_what_was_said_is_read_by_who_manages_the_person(filled, wang, city, shares) -> None:
    assert opened(ring(wang), filled) == (CANARY, NOTE, REPORT)
    revisions = list(Revision.objects.filter(noun="talk").order_by("pk"))
    assert open_revisions(ring(wang), filled, revisions) == 0
    assert [(each.before or {}).get("summary") for each in revisions] == [None, OLDER]
    assert [each.after["summary"] for each in revisions] == [OLDER, CANARY]


@pytest.mark.django_db(transaction=True)
def test_the_planted_words_are_nowhere_in_the_database(committed) -> None:
    committed("filled")
    kept = dump()
    assert "陈建国" in kept
    for word in CANARIES:
        assert word not in kept
        assert word.encode().hex() not in kept


def test_neither_a_county_below_nor_a_sibling_nor_nobody_opens_it(filled, city, shares) -> None:
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    below = holder("below", county, shares)
    given(below, make.authority("别处", code="elsewhere"), shares)
    for held in (ring(below), None):
        lines = [Talk.objects.get(), Care.objects.get()]
        assert open_lines(held, filled, lines) == 2
        assert isinstance(lines[0].summary, bytes)
        assert open_revisions(held, filled, list(Revision.objects.all())) == 4


@pytest.mark.django_db(transaction=True)
def test_who_writes_needs_no_open_key(committed) -> None:
    city, chen, _shares = committed("city", "chen", "shares")
    with as_system(on=ON):
        officer = make.account("赵磊", "officer", over=city)
    report(officer, chen, REPORT)
    assert REPORT not in dump()


def test_words_never_reach_a_sealed_column(chen) -> None:
    with pytest.raises(TypeError, match="must be sealed"):
        Talk.objects.create(person=chen, kind="heart", held_on=ON, by_text="王敏", summary=CANARY)
    assert all(isinstance(Talk._meta.get_field(name), SealedText) for name in ("summary",))


def test_without_keys_nothing_sealed_is_written(city, chen) -> None:
    officer = make.account("赵磊", "officer", over=city)
    with pytest.raises(Refused, match="尚未建立恢复密钥"):
        report(officer, chen, REPORT)
    assert not AgencyFact.objects.exists()


def test_exchanged_rows_and_rolled_back_versions_do_not_open(filled, wang) -> None:
    other = record_line(
        by=wang, at=make.AT, person=filled, kind="talk", values=said("reminder", "另一次谈话"), reason="记录"
    )
    first = Talk.objects.exclude(pk=other.pk).get()
    Talk.objects.filter(pk=other.pk).update(summary=first.summary)
    rows = [Talk.objects.get(pk=other.pk)]
    assert open_lines(ring(wang), filled, rows) == 1
    DataKey.objects.filter(version=1).update(version=99)
    assert open_revisions(ring(wang), filled, list(Revision.objects.filter(noun="talk"))) == 2


@pytest.mark.django_db(transaction=True)
def test_a_withdrawn_talk_stays_sealed_in_its_version(committed) -> None:
    filled, wang = committed("filled", "wang")
    with as_system(on=ON):
        talk = Talk.objects.get()
    withdraw_line(by=wang, at=make.AT, line=talk, reason="误登")
    assert CANARY not in dump()
    with as_system(on=ON):
        last = Revision.objects.filter(noun="talk").latest("pk")
        assert open_revisions(ring(wang), filled, [last]) == 0
    assert (last.before["summary"], last.after) == (CANARY, None)


def test_a_person_who_comes_under_another_authority_takes_the_keys_along(city, shares) -> None:
    county = make.authority("中共青石县委", parent=city, code="qingshi")
    person, below = make.person("李红", of=county), holder("below", county, shares)
    talk = record_line(by=below, at=make.AT, person=person, kind="talk", values=said("heart", OLDER))
    correct_line(by=below, at=make.AT, line=talk, changes={"summary": CANARY}, reason="补充")
    chief = holder("chief", city, shares, role="section_chief")
    person.authority = city
    person.save()
    assert kept_elsewhere(person) == 2
    with pytest.raises(Refused, match="有4项内容您的密钥打不开"):
        move_keys(by=chief, at=make.AT, person=person, ring=None)
    move_keys(by=chief, at=make.AT, person=person, ring=ring(chief))
    assert (kept_elsewhere(person), DataKey.objects.count()) == (0, 1)
    assert JournalEntry.objects.first().action == "registry.person.move_keys"
    for held, expected in ((ring(chief), 0), (ring(below), 1)):
        assert open_lines(held, person, [Talk.objects.get()]) == expected
    revisions = list(Revision.objects.filter(noun="talk").order_by("pk"))
    assert open_revisions(ring(chief), person, revisions) == 0
    assert revisions[1].before["summary"] == OLDER


@pytest.mark.django_db(transaction=True)
def test_words_from_before_there_were_keys_are_sealed_once(committed) -> None:
    chen, wang = committed("chen", "wang")
    with as_system(on=ON):
        talk = Talk.objects.create(
            person=chen, kind="heart", held_on=ON, by_text="王敏", summary=b"\0" + CANARY.encode()
        )
        after = {"kind": "heart", "summary": OLDER}
        Revision.objects.create(
            person=chen, noun="talk", line=str(talk.pk), after=after, reason="", by=wang, at=make.AT
        )
    before = dump()
    assert CANARY.encode().hex() in before
    assert OLDER in before
    with as_system(on=ON):
        assert (count_waiting(), seal_waiting(by=None, at=make.AT), count_waiting()) == (1, 2, 0)
    kept = dump()
    assert not any(word in kept or word.encode().hex() in kept for word in (CANARY, OLDER))
    with as_system(on=ON):
        rows, revisions = [Talk.objects.get()], list(Revision.objects.all())
        assert open_lines(ring(wang), chen, rows) + open_revisions(ring(wang), chen, revisions) == 0
    assert (rows[0].summary, revisions[0].after["summary"]) == (CANARY, OLDER)


@pytest.mark.django_db(transaction=True)
def test_keys_survive_being_written_out_and_read_in(committed, tmp_path) -> None:
    """A backup, the owner's, holds ciphertext only, and what comes back from it opens for the same people."""
    filled, wang, city = committed("filled", "wang", "city")
    with as_system(on=ON):
        assert NodeKey.objects.filter(authority=city).get() == node_of(city, at=make.AT)
    out = tmp_path / "access.json"
    with as_owner():
        call_command(
            "dumpdata",
            "access.nodekey",
            "access.datakey",
            "access.keygrant",
            "access.accountkey",
            output=str(out),
            verbosity=0,
        )
        call_command("loaddata", str(out), verbosity=0)
    with as_system(on=ON):
        assert opened(ring(wang), filled)[0] == CANARY


def test_a_second_account_without_a_hand_over_opens_nothing(filled, city) -> None:
    assert (
        open_lines(ring(keyed(make.account("新人", "officer", over=city))), filled, [Talk.objects.get()]) == 1
    )
