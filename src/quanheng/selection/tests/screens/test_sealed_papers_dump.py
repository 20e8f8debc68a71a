"""The sealed papers of a case in a dump of the database: committed work, apart from what is undone."""

from datetime import date

import pytest

from quanheng.access.actions.scope import as_system
from quanheng.access.tests.keyed import house
from quanheng.registry.tests.actions.test_sealed import dump
from quanheng.selection.tests import factories as make
from quanheng.selection.tests.screens.test_sealed_papers import PLANTED, filled


@pytest.mark.django_db(transaction=True)
def test_planted_words_are_in_no_dump(settings):
    settings.DEMONSTRATION_DATE = date(2026, 11, 9)
    with as_system(on=date(2026, 11, 9)):
        house()
        filled(make.case_at("record_must"))
    kept = dump()
    assert make.FIRST in kept
    assert not [word for word in PLANTED if word in kept or word.encode().hex() in kept]
