"""Words within words: found by their pieces or by walking, the same people either way."""

import pytest

from quanheng.registry.models import Person
from quanheng.registry.queries.people import Filters, people
from quanheng.registry.queries.words import written
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def city():
    over = make.authority()
    for name, post in (("陈建国", "市GIS中心主任"), ("建国安", "副局长"), ("李红", "")):
        make.person(name, of=over, current_post=post)
    return over


@pytest.mark.parametrize(
    ("words", "names"),
    [("建国", {"陈建国", "建国安"}), ("gis中", {"陈建国"}), ("局长副", set()), ("局", set()), ("李", {"李红"})],
)
@pytest.mark.parametrize("are_many", [False, True])
def test_found_in_name_or_post(city, words, names, are_many):
    rows = Person.objects.filter(written("name", "current_post", words=words, are_many=are_many))
    assert {person.name for person in rows} == names


@pytest.mark.parametrize("are_many", [False, True])
def test_signs_of_a_pattern_are_only_signs(city, are_many):
    for words in ("%%", "__", "\\\\", "'; --"):
        assert not Person.objects.filter(
            written("name", "current_post", words=words, are_many=are_many)
        ).exists()


def test_the_list_of_many_is_the_list_of_few(city):
    wang = make.account("王敏", "officer", over=city)
    for words in ("建国", "主任", "陈", "gis"):
        few, many = (
            {
                person.key
                for person in people(by=wang, on=make.ON, filters=Filters(words=words), are_many=are_many)
            }
            for are_many in (False, True)
        )
        assert few == many
        assert few
