"""Screen everybody who might be considered: a verdict with reasons for each, kept with the case (人选研判)."""

import json
from collections.abc import Sequence
from datetime import datetime

from django.db import connection
from django.utils import timezone

from quanheng.access.models import Account
from quanheng.procedure.actions.step import Outcome, step
from quanheng.procedure.models import Case
from quanheng.selection.core.findings import first_reason
from quanheng.selection.core.lights import tally
from quanheng.selection.models import Candidate
from quanheng.selection.queries.screening import screen_all

_CITES = ("《党政领导干部选拔任用工作条例》第七条至第九条", "《党政领导干部选拔任用工作条例》第二十四条")


@step("selection.motion.screen", label="人选研判", permission="selection.run", cites=_CITES)
def screen_candidates(*, by: Account, at: datetime, case: Case) -> Outcome:
    """Judge every person the actor may consider under the law of the day; earlier stages of candidates are kept."""
    on = timezone.localdate(at)
    motion = case.motion
    judged = screen_all(by=by, post=motion.post, on=on, kind=motion.kind)
    rows = [
        Candidate(case=case, person_id=key, light=verdict.light.key, findings=verdict.findings) for key, verdict in judged.items()
    ]
    _keep(case, rows)
    motion.screened_on = on
    motion.save(update_fields=["screened_on"])
    counts = tally(row.light for row in rows)
    words = "、".join(f"{name}{number}人" for name, number in counts.items())
    return Outcome(result=f"按{on}有效的规定研判{len(rows)}人：{words}", facts={"on": on, "people": len(rows), **counts})


_COLUMNS = "person uuid, light text, findings jsonb, reason jsonb"
_UPSERT = """
INSERT INTO selection_candidate (case_id, person_id, light, findings, reason, stage, note)
SELECT %s, person, light, findings, reason, 'screened', '' FROM screened
ON CONFLICT (case_id, person_id) DO UPDATE SET light = EXCLUDED.light, findings = EXCLUDED.findings, reason = EXCLUDED.reason
"""


def _keep(case: Case, rows: Sequence[Candidate]) -> None:
    """A fixed number of statements for any number of people; who was screened before keeps the stage reached.

    By COPY: quoted into a statement, the findings of a thousand people would take longer than finding them.
    """
    with connection.wrap_database_errors, connection.cursor() as cursor:
        cursor.execute(f"CREATE TEMP TABLE screened ({_COLUMNS}) ON COMMIT DROP")
        with cursor.copy("COPY screened FROM STDIN") as copy:
            for row in rows:
                copy.write_row((row.person_id, row.light, _json(row.findings), _json(first_reason(row.findings))))
        cursor.execute(_UPSERT, [case.pk])
        cursor.execute("DROP TABLE screened")


def _json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False)
