"""What the migration makes of numbers that were there: waiting words, their index, what is wrong with them; two forms of one number."""

from datetime import date
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from quanheng.registry.core.identity import check_character
from quanheng.registry.models import Person
from quanheng.registry.queries.numbers import index_of
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
SHORT = "999001850301801"
LONG = "99900119850301801" + check_character("99900119850301801")
MADE = import_module("quanheng.registry.migrations.0011_sealed_numbers")


def test_numbers_of_before_are_indexed_and_found_fault_with() -> None:
    city = make.authority(code="city")
    given = {
        "甲": {"id_number": LONG},
        "乙": {"id_number": ""},
        "丙": {"id_number": make.identity_number(date(1985, 4, 1), sex="2")},
        "丁": {"id_number": "999001198503010010"},
    }
    people = {name: make.person(name, of=city, **each) for name, each in given.items()}
    Person.objects.update(number_index=None, number_flags="", number_against="")
    people["戊"] = make.person("戊", of=city)
    Person.objects.filter(pk=people["戊"].pk).update(id_number=b"\0" + SHORT.encode())
    with connection.cursor() as cursor:
        MADE.index(apps, cursor)
    found = {each.name: each for each in Person.objects.all()}
    assert {name: (each.number_flags, each.number_against) for name, each in found.items()} == {
        "甲": ("", "1985031"), "乙": ("", ""), "丙": ("bs", "1985031"), "丁": ("i", "1985031"), "戊": ("d", "1985031"),
    }  # fmt: skip
    assert bytes(found["甲"].number_index or b"") == index_of(LONG) == index_of(SHORT)
    assert (found["乙"].number_index, found["戊"].number_index) == (None, None)
    assert all(make.number_words(found[name]) == words["id_number"] for name, words in given.items())


def test_the_column_keeps_the_words_behind_a_mark() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE registry_person (id_number varchar(18)) ON COMMIT DROP")
        cursor.execute("INSERT INTO registry_person VALUES (%s), (''), (NULL)", [LONG])
        cursor.execute(MADE.WAITING)
        cursor.execute("SELECT id_number FROM registry_person")
        assert [bytes(each) for (each,) in cursor.fetchall()] == [b"\0" + LONG.encode(), b"", b""]
