"""Whoever a notice names is not erased whole: the notice belongs to the file of a case."""

import pytest

from quanheng.access.queries.journal import first_broken
from quanheng.disclosure.tests.factories import desk, notice
from quanheng.registry.actions.erase_person import ask_erasure, decide_erasure
from quanheng.registry.models import Person, Relative, Reward
from quanheng.registry.queries.erasures import extent_of
from quanheng.registry.tests import factories
from quanheng.registry.tests.factories import AT

pytestmark = pytest.mark.django_db
REASON = {"reason": "误将无关人员导入本系统，本人要求删除。", "basis": "市委组织部部务会议纪要〔2026〕8号"}
NUMBER = "999001198503010018"


def test_of_whom_a_case_names_only_what_no_case_rests_on_goes() -> None:
    hanging = notice(desk())
    person = hanging.person
    factories.relative(person)
    factories.reward(person)
    factories.renumber(person, NUMBER)
    person.photo, person.native_place = b"x", "云岭"
    person.save(update_fields=["photo", "native_place"])
    officer = factories.account("王敏", "officer", over=person.authority)
    extent = extent_of(person.pk)
    assert [(label, count) for label, _why, count in extent.stays] == [("任前公示", 1)]
    asked = ask_erasure(by=officer, at=AT, person=person, **REASON)
    row = decide_erasure(by=hanging.published_by, at=AT, erasure=asked, is_agreed=True)
    kept = Person.objects.get(pk=person.pk)
    assert (row.is_whole, row.counts) == (False, {"Relative": 1})
    assert (kept.name, kept.id_number, kept.number_index, kept.photo, kept.native_place) == ("陈建国", b"", None, None, "")
    assert (Relative.objects.count(), Reward.objects.count()) == (0, 1)
    assert first_broken() is None
