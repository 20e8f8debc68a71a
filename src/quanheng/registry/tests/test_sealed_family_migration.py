"""What the migration makes of family lines that were there: waiting words, their index and marks, who has died."""

from datetime import date
from importlib import import_module

import pytest
from django.db import connection

from quanheng.registry.models import Relative
from quanheng.registry.queries.family import SEALED, is_born_in, is_same
from quanheng.registry.tests import factories as make

pytestmark = pytest.mark.django_db
MADE = import_module("quanheng.registry.migrations.0013_sealed_family")


def test_lines_of_before_are_indexed_marked_and_flagged() -> None:
    person = make.person("陈建国")
    given = {
        "妻子": {
            "name": "周梅",
            "born_on": date(1986, 4, 12),
            "political_status": "群众",
            "post": "市一中教师",
        },
        "父亲": {"name": "陈大山", "political_status": "中共党员", "post": "已去世"},
        "母亲": {"name": "李秀", "political_status": "已故"},
    }
    for relation, each in given.items():
        make.relative(person, relation, **each)
    made = {each.relation: (bytes(each.name_index), bytes(each.marks)) for each in Relative.objects.all()}
    Relative.objects.update(name_index=b"", marks=b"", gone_flags="")
    rows = [
        (each.pk, person.pk, *(given[each.relation].get(name) for name in SEALED))
        for each in Relative.objects.all()
    ]
    written = {number: rest for number, *rest in MADE._beside(rows)}
    for line in Relative.objects.all():
        line.name_index, line.marks, line.gone_flags = written[line.pk]
        line.save()
    found = {each.relation: each for each in Relative.objects.all()}
    assert {name: (bytes(each.name_index), bytes(each.marks)) for name, each in found.items()} == made
    assert {name: each.gone_flags for name, each in found.items()} == {"妻子": "", "父亲": "w", "母亲": "s"}
    assert all(is_same(found[name], key, said) for name, each in given.items() for key, said in each.items())
    assert is_born_in(found["妻子"], date(1986, 4, 1))


def test_the_columns_keep_the_words_behind_a_mark() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE registry_relative (name varchar(60) NOT NULL, born_on date, political_status varchar(40) NOT NULL,"
            " post varchar(200) NOT NULL) ON COMMIT DROP"
        )
        cursor.execute(
            "INSERT INTO registry_relative VALUES ('周梅', '1986-04-12', '', '教师'), ('李', NULL, '群众', '')"
        )
        cursor.execute(MADE.WAITING)
        cursor.execute("SELECT name, born_on, political_status, post FROM registry_relative")
        assert [[bytes(each) for each in row] for row in cursor.fetchall()] == [
            [b"\0" + "周梅".encode(), b"\x001986-04-12", b"", b"\0" + "教师".encode()],
            [b"\0" + "李".encode(), b"", b"\0" + "群众".encode(), b""],
        ]
