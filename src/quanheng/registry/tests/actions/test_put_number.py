"""Identity numbers at rest: in no column of any table, found by their index, opened with a key, moved and erased with the file."""

import base64
from datetime import date

import pytest
from django.test import override_settings

from quanheng.access.actions.scope import as_system
from quanheng.access.models import DataKey
from quanheng.access.queries.keys import open_values
from quanheng.access.tests.keyed import holder, house, ring
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.answer_correction import answer_correction
from quanheng.registry.actions.ask_correction import ask_correction
from quanheng.registry.actions.correct_person import correct_person
from quanheng.registry.actions.erase_person import ask_erasure, decide_erasure
from quanheng.registry.actions.move_keys import move_keys
from quanheng.registry.actions.put_number import put_number
from quanheng.registry.actions.reindex_numbers import reindex_numbers
from quanheng.registry.actions.seal_waiting import count_waiting, seal_waiting
from quanheng.registry.core.identity import check_character
from quanheng.registry.models import Person, Revision
from quanheng.registry.queries.numbers import (
    SEALED_MASK,
    beside,
    index_of,
    is_index_ours,
    is_number_taken,
    is_sealed,
    key_of_holder,
    masked,
    number_of,
    open_numbers,
)
from quanheng.registry.queries.people import Filters, people
from quanheng.registry.queries.unsealed import kept_elsewhere, open_revisions
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.actions.test_sealed import dump

pytestmark = pytest.mark.django_db
FORMER, LATER, OTHERS = (
    body + check_character(body) for body in ("99900119850301001", "99900119850301003", "99900119850301005")
)


@pytest.fixture
def chen(city):
    return make.person("陈建国", of=city, id_number=FORMER)


@pytest.fixture
def filled(wang, chen):
    """Somebody whose number was written before there were keys and corrected since; and somebody who waits still."""
    make.person("李红", of=chen.authority, id_number=OTHERS)
    correct(wang, chen, LATER)
    return chen


def correct(by, person, number: str, **others):
    return correct_person(
        by=by, at=make.AT, person=person, changes={"id_number": number, **others}, reason="户籍更正"
    )


def spelt(*numbers: str) -> list[str]:
    """As a dump writes them: as words, as the bytes of a binary column or in a version; whole, and all but the last four."""
    parts = [part.encode() for number in numbers for part in (number, number[:14])]
    return [
        said for part in parts for said in (part.decode(), part.hex(), *map(_letters, (part, b"\0" + part)))
    ]


def _letters(said: bytes) -> str:
    """As base64 begins, as far as the bytes alone decide."""
    return base64.b64encode(said[: len(said) // 3 * 3]).decode()


@pytest.mark.django_db(transaction=True)
def test_after_sealing_a_number_is_in_no_column_of_any_table(committed) -> None:
    committed("filled")
    before = dump()
    assert all(any(each in before for each in spelt(number)) for number in (FORMER, OTHERS))
    assert [each for each in spelt(LATER) if each in before and each not in spelt(FORMER)] == []
    with as_system(on=make.ON):
        assert seal_waiting(by=None, at=make.AT) == 2  # the other one's, and the former one in the version
        assert count_waiting() == 0
    after = dump()
    assert [each for each in spelt(FORMER, LATER, OTHERS) if each in after] == []


def test_a_house_without_keys_keeps_numbers_waiting_and_seals_them_later(chen, city) -> None:
    assert not is_sealed(chen)
    assert (number_of(None, chen), masked(chen)) == (FORMER, f"999**************{FORMER[-1]}")
    shares = house()
    assert count_waiting() == 1
    assert seal_waiting(by=None, at=make.AT) == 1
    row = Person.objects.get()
    wang = holder("wang", city, shares, role="section_chief")
    assert is_sealed(row)
    assert (number_of(None, row), masked(row)) == ("", SEALED_MASK)
    assert number_of(ring(wang), row) == FORMER
    assert bytes(row.number_index) == index_of(FORMER)


def test_who_has_no_keys_writes_and_only_a_holder_above_reads(city, county, shares, wang) -> None:
    """Writing takes public keys: a worker, an import, an officer with shut keys."""
    he = holder("he", county, shares)
    officer = make.account("无钥", "officer", over=city)
    chen = correct(officer, make.person("陈建国", of=city), FORMER)
    li = correct(officer, make.person("李红", of=county), OTHERS)
    assert open_numbers(ring(wang), [chen, li]) == {chen.pk: FORMER, li.pk: OTHERS}
    assert open_numbers(ring(he), [chen, li]) == {li.pk: OTHERS}
    assert open_numbers(None, [chen, li]) == {}


def test_a_thousand_numbers_are_opened_in_one_query(city, wang, django_assert_num_queries) -> None:
    people_ = [make.person(f"甲{number}", of=city, id_number=make.identity_number()) for number in range(4)]
    seal_waiting(by=None, at=make.AT)
    held, rows = ring(wang), list(Person.objects.all())
    open_numbers(held, rows[:1])
    for some in (rows[:1], rows):
        with django_assert_num_queries(1):
            assert len(open_numbers(held, some)) == len(some)
    assert set(open_numbers(held, rows)) == {each.pk for each in people_}


def test_a_number_moved_to_another_row_does_not_open(city, wang, chen) -> None:
    li = make.person("李红", of=city)
    seal_waiting(by=None, at=make.AT)
    Person.objects.filter(pk=li.pk).update(id_number=Person.objects.get(pk=chen.pk).id_number)
    assert number_of(ring(wang), Person.objects.get(pk=li.pk)) == ""


def test_a_number_is_found_whole_and_by_nothing_else(chen, city, wang) -> None:
    seal_waiting(by=None, at=make.AT)

    def found(words: str) -> list[Person]:
        return list(people(by=wang, on=make.ON, filters=Filters(words=words)))

    assert found(FORMER) == found(f" {FORMER} ".replace("1985", "１９８５")) == [chen]
    assert found(LATER) == found(FORMER[:17]) == []
    assert key_of_holder(name="陈建国", id_number=FORMER) == chen.pk
    assert key_of_holder(name="李红", id_number=FORMER) is None


def test_a_number_is_one_persons_across_authorities(chen, county, shares) -> None:
    he, li = holder("he", county, shares, role="section_chief"), make.person("李红", of=county)
    seal_waiting(by=None, at=make.AT)
    assert is_number_taken(FORMER, but=li)
    assert not is_number_taken(FORMER, but=chen)
    with pytest.raises(Refused) as refused:
        correct(he, li, FORMER)
    assert "已登记在" in str(refused.value.why)


def test_versions_keep_what_was_sealed_and_a_holder_reads_it(filled, wang) -> None:
    seal_waiting(by=None, at=make.AT)
    [kept] = Revision.objects.all()
    assert {*kept.before, *kept.after} == {"id_number"}
    assert set(kept.before["id_number"]) == set(kept.after["id_number"]) == {"sealed"}
    assert open_revisions(None, filled, [kept]) == 2
    assert open_revisions(ring(wang), filled, [kept]) == 0
    assert (kept.before["id_number"], kept.after["id_number"]) == (FORMER, LATER)


def test_keys_move_with_the_person(filled, wang, county, shares) -> None:
    he = holder("he", county, shares)
    seal_waiting(by=None, at=make.AT)
    Person.objects.filter(pk=filled.pk).update(authority=county)
    row = Person.objects.get(pk=filled.pk)
    assert number_of(ring(he), row) == ""
    assert kept_elsewhere(row) > 0
    move_keys(by=wang, at=make.AT, person=row, ring=ring(wang))
    row.refresh_from_db()
    assert kept_elsewhere(row) == 0
    assert number_of(ring(he), row) == LATER


def test_typed_again_it_is_refused_unless_it_has_to_be_checked_again(filled, wang) -> None:
    with pytest.raises(Refused, match="更正"):
        correct(wang, filled, LATER)
    correct_person(
        by=wang, at=make.AT, person=filled, changes={"born_on": date(1985, 4, 1)}, reason="档案认定"
    )
    assert Person.objects.get(pk=filled.pk).number_against == "1985031"
    assert correct(wang, filled, LATER).number_against == "1985041"


def test_erasing_takes_number_index_and_findings(chen, city, wang) -> None:
    seal_waiting(by=None, at=make.AT)
    minister = make.account("何志远", "minister", over=city)
    asked = ask_erasure(
        by=wang, at=make.AT, person=chen, reason="重复建档，另一份为准", basis="个人信息保护法第四十七条"
    )
    decide_erasure(by=minister, at=make.AT, erasure=asked, is_agreed=True)
    assert not Person.objects.filter(number_index=index_of(FORMER)).exists()


def test_a_request_never_holds_a_number_and_the_answer_types_it(chen, wang) -> None:
    own = _own(chen)
    with pytest.raises(Refused, match="申请更正") as refused:
        ask_correction(by=own, at=make.AT, person=chen, matter="id_number", wanted=LATER, reason="户口簿")
    assert str(refused.value.why) == "申请中不能写身份证号：号码只按管理权限加密保存"
    request = ask_correction(
        by=own, at=make.AT, person=chen, matter="id_number", wanted="末四位有误", reason="户口簿"
    )
    assert FORMER not in request.held
    given = {"by": wang, "at": make.AT, "request": request, "is_accepted": True, "answer": "已核对"}
    with pytest.raises(Refused, match="答复"):
        answer_correction(**given)
    answer_correction(**given, value=LATER)
    assert number_of(ring(wang), Person.objects.get(pk=chen.pk)) == LATER


def _own(person: Person):
    made = make.account(person.name, "cadre", over=person.authority)
    made.person_key = person.pk
    made.save()
    return made


def test_under_another_key_nothing_is_written_until_it_is_indexed_anew(chen, wang, shares) -> None:
    seal_waiting(by=None, at=make.AT)
    assert is_index_ours()
    with override_settings(NUMBER_KEY=b"another" * 5):
        assert not is_index_ours()
        with pytest.raises(Refused, match="核对身份证号"):
            put_number(chen, LATER, at=make.AT)
        assert reindex_numbers(by=None, at=make.AT, shares=shares[:2]) == 1
        assert is_index_ours()
        assert Person.objects.get(number_index=index_of(FORMER)) == chen


def test_what_stands_beside_a_number_is_nothing_of_it() -> None:
    told = beside(FORMER, born_on=date(1985, 4, 1), sex="2")
    assert (told["number_flags"], told["number_against"]) == ("bs", "1985042")
    assert len(told["number_index"]) == 36
    assert beside("", born_on=date(1985, 4, 1), sex="2")["number_index"] is None


def test_taking_a_number_away_leaves_nothing(chen, wang) -> None:
    correct_person(by=wang, at=make.AT, person=chen, changes={"id_number": None}, reason="户籍更正")
    row = Person.objects.get()
    assert (row.id_number, row.number_index, row.number_flags, row.number_against) == (b"", None, "", "")
    assert (masked(row), number_of(None, row)) == ("—", "")
    assert DataKey.objects.count() == 0
    assert open_values(ring(wang), "registry.person:none", []) == []
