"""Family at rest: in no column of any table, found and compared by keyed marks, opened with a key, moved and erased with the file."""

from datetime import date

import pytest
from django.test import override_settings

from quanheng.access.actions.scope import as_system
from quanheng.access.models import DataKey
from quanheng.access.tests.keyed import holder, house, ring
from quanheng.kernel.refusals import Refused
from quanheng.registry.actions.correct_line import correct_line
from quanheng.registry.actions.move_keys import move_keys
from quanheng.registry.actions.record_line import record_line
from quanheng.registry.actions.reindex_numbers import reindex_numbers
from quanheng.registry.actions.seal_waiting import count_waiting, seal_waiting
from quanheng.registry.actions.withdraw_line import withdraw_line
from quanheng.registry.models import Relative, Revision
from quanheng.registry.queries.facts_family import family_facts
from quanheng.registry.queries.family import SEALED, Member, family_of, is_born_in, is_same, open_family
from quanheng.registry.queries.unsealed import kept_elsewhere, open_revisions
from quanheng.registry.tests import factories as make
from quanheng.registry.tests.actions.test_sealed import dump

pytestmark = pytest.mark.django_db
NAME, LATER, WORK, DAY, OTHERS = "周金丝雀", "周银丝雀", "云岭市金丝雀中学教师", "1986-04-12", "李铜丝雀"
CANARIES = (NAME, LATER, WORK, DAY, OTHERS)
WIFE = Member("妻子", NAME, date(1986, 4, 12), "群众", WORK, False, 1)


@pytest.fixture
def chen(city):
    return make.person("陈建国", of=city)


@pytest.fixture
def filled(wang, chen):
    """A wife written by hand and corrected, a line withdrawn, and somebody's from before there were keys."""
    line = recorded(wang, chen)
    correct_line(by=wang, at=make.AT, line=line, changes={"name": LATER}, reason="户口簿")
    gone = recorded(wang, chen, relation="儿子", name=OTHERS)
    withdraw_line(by=wang, at=make.AT, line=gone, reason="误登")
    waiting = make.relative(
        make.person("李红", of=chen.authority), "丈夫", NAME, born_on=date(1986, 4, 12), post=WORK
    )
    before = {"relation": "丈夫", "name": OTHERS, "born_on": DAY, "post": WORK}
    Revision.objects.create(
        person=waiting.person,
        noun="relative",
        line=str(waiting.pk),
        before=before,
        after={"name": NAME},
        by=wang,
        at=make.AT,
    )
    return line


def recorded(by, person, **others) -> Relative:
    values = {name: getattr(WIFE, name) for name in vars(WIFE)} | others
    return record_line(by=by, at=make.AT, person=person, kind="relative", values=values, reason="本人报告")


def spelt(*words: str) -> list[str]:
    return [said for word in words for said in (word, word.encode().hex())]


@pytest.mark.django_db(transaction=True)
def test_after_sealing_family_is_in_no_column_of_any_table(committed) -> None:
    committed("filled")
    before = dump()
    assert all(any(each in before for each in spelt(word)) for word in (NAME, WORK, DAY, OTHERS))
    assert not any(each in before for each in spelt(LATER))
    with as_system(on=make.ON):
        assert seal_waiting(by=None, at=make.AT) == 3 + 4  # the line, and what its version kept
        assert count_waiting() == 0
    after = dump()
    assert [each for each in spelt(*CANARIES) if each in after] == []


def test_who_has_no_keys_writes_and_only_a_holder_above_reads(city, county, shares, wang) -> None:
    he = holder("he", county, shares)
    officer = make.account("无钥", "officer", over=city)
    chen, li = make.person("陈建国", of=city), make.person("李红", of=county)
    recorded(officer, chen), recorded(officer, li)
    assert family_of(ring(wang), chen) == family_of(ring(wang), li) == ([WIFE], 0)
    assert (family_of(ring(he), chen), family_of(ring(he), li)) == (([], 1), ([WIFE], 0))
    assert family_of(None, chen) == ([], 1)
    assert DataKey.objects.count() == 2


def test_a_house_without_keys_keeps_family_waiting_and_seals_it_later(chen, city) -> None:
    by = make.account("王敏", "officer", over=city)
    line = recorded(by, chen)
    assert family_of(None, chen) == ([WIFE], 0)
    wang = holder("wang", city, house(), role="section_chief")
    assert count_waiting() == 1
    assert seal_waiting(by=None, at=make.AT) == 4 + 4  # and those of its first version
    assert (family_of(None, chen), family_of(ring(wang), chen)) == (([], 1), ([WIFE], 0))
    kept = Relative.objects.get(pk=line.pk)
    assert is_same(kept, "name", NAME)


def test_a_thousand_lines_are_opened_in_one_query(chen, wang, django_assert_num_queries) -> None:
    for number in range(4):
        make.relative(chen, "儿子", f"陈{number}", post="学生")
    seal_waiting(by=None, at=make.AT)
    held, lines = ring(wang), list(Relative.objects.all())
    open_family(held, lines[:1])
    for some in (lines[:1], lines):
        with django_assert_num_queries(1):
            assert len(open_family(held, some)) == len(some)


def test_a_value_moved_to_another_line_does_not_open(chen, wang) -> None:
    one, other = recorded(wang, chen), recorded(wang, chen, relation="姐妹", name=OTHERS)
    Relative.objects.filter(pk=other.pk).update(name=Relative.objects.get(pk=one.pk).name)
    assert set(open_family(ring(wang), Relative.objects.all())) == {one.pk}


def test_marks_tell_the_same_from_the_changed_without_a_key(chen, wang) -> None:
    line = Relative.objects.get(pk=recorded(wang, chen).pk)
    given = {name: getattr(WIFE, name) for name in SEALED}
    assert all(is_same(line, name, said) for name, said in given.items())
    assert is_same(line, "name", "周 金丝雀")
    assert not any(
        is_same(line, name, said) for name, said in {**given, "name": LATER}.items() if said == LATER
    )
    assert not is_same(line, "post", "")
    assert (is_born_in(line, date(1986, 4, 1)), is_born_in(line, date(1986, 5, 1))) == (True, False)


def test_equal_lines_of_two_files_do_not_look_equal(chen, city, wang) -> None:
    one = Relative.objects.get(pk=recorded(wang, chen).pk)
    other = Relative.objects.get(pk=recorded(wang, make.person("李红", of=city)).pk)
    assert bytes(one.name_index)[4:] != bytes(other.name_index)[4:]
    assert bytes(one.name_index)[:4] == bytes(other.name_index)[:4]
    pieces = [[bytes(each.marks)[at : at + 8] for at in range(0, 32, 8)] for each in (one, other)]
    assert not set(pieces[0]) & set(pieces[1])


def test_one_field_is_corrected_and_the_others_stay_as_they_were(chen, wang) -> None:
    line = recorded(wang, chen)
    sealed = {name: bytes(getattr(Relative.objects.get(), name)) for name in SEALED}
    changes = {"post": "已去世", "name": NAME, "born_on": WIFE.born_on}
    correct_line(by=wang, at=make.AT, line=line, changes=changes, reason="本人报告")
    row = Relative.objects.get()
    assert [name for name in SEALED if bytes(getattr(row, name)) != sealed[name]] == ["post"]
    assert family_of(ring(wang), chen)[0][0].post == "已去世"
    assert (row.gone_flags, family_facts(chen)["has_spouse"]) == ("w", False)
    with pytest.raises(Refused, match="更正"):
        correct_line(by=wang, at=make.AT, line=row, changes=changes, reason="本人报告")


def test_a_line_that_is_there_is_not_recorded_again(chen, wang) -> None:
    recorded(wang, chen)
    with pytest.raises(Refused, match="补录") as refused:
        recorded(wang, chen)
    assert str(refused.value.why) == "档案中已有相同的家庭成员记录：妻子"
    recorded(wang, chen, name=LATER)
    assert Relative.objects.count() == 2


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"name": ""}, "姓名"),
        ({"name": "周" * 61}, "姓名"),
        ({"born_on": date(2027, 1, 1)}, "出生年月2027-01-01尚未到"),
    ],
)
def test_what_cannot_be_is_refused_before_it_is_sealed(chen, wang, given, why: str) -> None:
    with pytest.raises(Refused, match="补录") as refused:
        recorded(wang, chen, **given)
    assert why in str(refused.value.why)
    assert not Relative.objects.exists()


def test_versions_keep_what_was_sealed_and_a_holder_reads_it(filled, chen, wang) -> None:
    kept = Revision.objects.filter(person=chen).order_by("pk")
    assert set(kept[1].before["name"]) == set(kept[1].after["name"]) == {"sealed"}
    assert not {"name_index", "marks", "gone_flags"} & set(kept[1].after)
    rows = list(kept)
    assert open_revisions(None, chen, rows) == 4 * 5
    assert open_revisions(ring(wang), chen, rows) == 0
    assert (rows[1].before["name"], rows[1].after["name"], rows[3].before["name"]) == (NAME, LATER, OTHERS)


def test_keys_move_with_the_person(filled, chen, wang, county, shares) -> None:
    he = holder("he", county, shares)
    type(chen).objects.filter(pk=chen.pk).update(authority=county)
    row = type(chen).objects.get(pk=chen.pk)
    assert family_of(ring(he), row) == ([], 1)
    move_keys(by=wang, at=make.AT, person=row, ring=ring(wang))
    assert kept_elsewhere(row) == 0
    assert family_of(ring(he), row)[0][0].name == LATER
    assert is_same(Relative.objects.get(person=row), "name", LATER)


def test_under_another_key_nothing_is_written_until_it_is_indexed_anew(chen, wang, shares) -> None:
    line = recorded(wang, chen)
    with override_settings(NUMBER_KEY=b"another" * 5):
        with pytest.raises(Refused, match="核对家庭成员"):
            correct_line(by=wang, at=make.AT, line=line, changes={"name": LATER}, reason="户口簿")
        assert reindex_numbers(by=None, at=make.AT, shares=shares[:2]) == 1
        row = Relative.objects.get()
        assert is_same(row, "name", NAME)
        assert is_same(row, "post", WORK)
        assert family_of(ring(wang), chen) == ([WIFE], 0)
