"""What the migrations do with the rows that are there."""

from importlib import import_module

import pytest
from django.db import connection

from quanheng.access.actions.guard import as_owner
from quanheng.access.actions.scope import as_system
from quanheng.selection.models import Candidate, KeptFinding
from quanheng.selection.queries.findings import findings_of
from quanheng.selection.tests import factories as make

SCREENING = import_module("quanheng.selection.migrations.0002_screening")
APART = """
UPDATE selection_candidate c SET findings = (
    SELECT jsonb_agg(k.said ORDER BY f.place) FROM jsonb_array_elements_text(c.findings) WITH ORDINALITY f(number, place)
    JOIN selection_keptfinding k ON k.id = f.number::bigint
) WHERE c.findings <> '[]';
"""
"""As they were kept before: every person with every finding in full."""


def _as_owner(said: str) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(said)


@pytest.mark.django_db(transaction=True)
def test_findings_in_full_become_shared_ones():
    with as_system(on=make.at(11, 21).date()):
        of = make.case_at("forecast_candidates")
    with as_system(on=make.at(11, 21).date()):
        wanted = {row.pk: findings_of(row) for row in Candidate.objects.all()}
    assert len(wanted) == 5
    _as_owner(APART)
    with as_system(on=make.at(11, 21).date()):
        assert {row.pk: row.findings for row in Candidate.objects.all()} == wanted
    _as_owner("DELETE FROM selection_keptfinding")
    _as_owner(SCREENING.SHARE)
    with as_system(on=make.at(11, 21).date()):
        assert {row.pk: findings_of(row) for row in Candidate.objects.all()} == wanted
        assert KeptFinding.objects.filter(case=of.case).count() < len(wanted) * 10
