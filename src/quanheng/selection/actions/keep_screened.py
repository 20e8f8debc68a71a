"""Write down what a screening found: every different finding once for a case, and for each person which of them."""

import json
from collections.abc import Mapping
from uuid import UUID

from django.db import connection

from quanheng.procedure.models import Case
from quanheng.regulation.core.judge import Finding
from quanheng.selection.core.findings import keep, reason_of
from quanheng.selection.queries.screening import Screened

_NEW = "CREATE TEMP TABLE {name} ({columns}) ON COMMIT DROP"
_FINDINGS = "place int, said jsonb, digest text"
_DIGEST = "UPDATE found SET digest = encode(sha256(convert_to(said::text, 'UTF8')), 'hex')"
_KEEP = """
INSERT INTO selection_keptfinding (case_id, digest, said) SELECT DISTINCT ON (digest) %s::bigint, digest, said FROM found
ON CONFLICT (case_id, digest) DO NOTHING
"""
_NUMBERS = "SELECT place, id FROM found JOIN selection_keptfinding USING (digest) WHERE case_id = %s"
_PERSONS = "person uuid, light text, findings jsonb, reason jsonb"
_UPSERT = """
INSERT INTO selection_candidate (case_id, person_id, light, findings, reason, stage, note)
SELECT %s, person, light, findings, reason, 'screened', '' FROM screened
ON CONFLICT (case_id, person_id) DO UPDATE SET light = EXCLUDED.light, findings = EXCLUDED.findings, reason = EXCLUDED.reason
"""


class Shelf:
    """明细架: findings of a case that have been written already, by the object; one for a whole screening."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._numbers: dict[int, int] = {}
        self._reasons: dict[int, str] = {}
        self._held: list[Finding] = []  # an object that is gone would give its place in memory to another

    def keep(self, judged: Mapping[UUID, Screened]) -> None:
        """A fixed number of statements for any number of people; who was screened before keeps the stage reached.

        By COPY: quoted into statements, the findings of a thousand people would take longer than finding them.
        """
        self._write({id(each): each for screened in judged.values() for each in screened.findings})
        with connection.wrap_database_errors, connection.cursor() as cursor:
            cursor.execute(_NEW.format(name="screened", columns=_PERSONS))
            with cursor.copy("COPY screened FROM STDIN") as copy:
                for key, screened in judged.items():
                    numbers = [self._numbers[id(each)] for each in screened.findings]
                    copy.write_row((key, screened.light.key, json.dumps(numbers), self._reason(screened)))
            cursor.execute(_UPSERT, [self.case.pk])
            cursor.execute("DROP TABLE screened")

    def _write(self, findings: Mapping[int, Finding]) -> None:
        new = [(place, each) for place, each in findings.items() if place not in self._numbers]
        self._held += [each for _place, each in new]
        with connection.wrap_database_errors, connection.cursor() as cursor:
            cursor.execute(_NEW.format(name="found", columns=_FINDINGS))
            with cursor.copy("COPY found (place, said) FROM STDIN") as copy:
                for number, (_place, each) in enumerate(new):
                    copy.write_row((number, _json(keep(each))))
            cursor.execute(_DIGEST)
            cursor.execute(_KEEP, [self.case.pk])
            cursor.execute(_NUMBERS, [self.case.pk])
            self._numbers |= {new[number][0]: pk for number, pk in cursor.fetchall()}
            cursor.execute("DROP TABLE found")

    def _reason(self, screened: Screened) -> str:
        """In JSON, the worst finding that is not passed; the findings are sorted, so it is the first or none."""
        worst = screened.findings[0] if screened.findings else None
        if worst is None:
            return "{}"
        if id(worst) not in self._reasons:
            self._reasons[id(worst)] = _json(reason_of(keep(worst)))
        return self._reasons[id(worst)]


def _json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False)
