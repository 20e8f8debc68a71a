"""From every kept state the upgrade leads to the tables of today, with every row, and the journal still holds."""

from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from quanheng.access.actions.guard import as_owner
from quanheng.access.queries.journal import first_broken
from quanheng.access.queries.sealed_rows import count_waiting_rows, open_rows, waiting_of
from quanheng.operations.actions.restore_backup import Taken, restore_backup, take_backup
from quanheng.operations.queries.tables import counted
from quanheng.operations.queries.versions import is_behind
from quanheng.operations.tests.houses import another_database
from quanheng.registry.models import Relative
from quanheng.registry.queries.family import is_same, open_family
from quanheng.selection.models import InspectionReport
from quanheng.selection.queries.sealed_papers import rating_words

STATES = sorted(path.parent for path in Path(__file__).parent.glob("*/manifest.json"))
LOOKS = {
    "columns": """SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default, is_identity
        FROM information_schema.columns WHERE table_schema = current_schema()""",
    "constraints": """SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = current_schema()::regnamespace AND contype <> 'n'""",
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()",
    "triggers": """SELECT tgrelid::regclass::text, tgname, tgenabled, pg_get_triggerdef(pg_trigger.oid) FROM pg_trigger
        JOIN pg_class c ON c.oid = tgrelid WHERE relnamespace = current_schema()::regnamespace AND NOT tgisinternal""",
    "functions": "SELECT proname, prosrc, provolatile, prosecdef FROM pg_proc WHERE pronamespace = current_schema()::regnamespace",
    "policies": "SELECT tablename, policyname, cmd, qual, with_check FROM pg_policies WHERE schemaname = current_schema()",
    "guards": """SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')""",
}


def looks(name: str) -> dict[str, set[tuple[Any, ...]]]:
    """What the database itself says of its tables, the schema's name left out."""
    found = {}
    with connection.cursor() as cursor:
        for what, said in LOOKS.items():
            cursor.execute(said)
            found[what] = {
                tuple(str(value).replace(f"{name}.", "") for value in row) for row in cursor.fetchall()
            }
    return found


def test_there_are_states() -> None:
    assert STATES


@pytest.mark.parametrize("state", STATES, ids=lambda path: path.name)
@pytest.mark.django_db(transaction=True)
def test_the_upgrade_leads_to_the_tables_of_today(state: Path, tmp_path: Path) -> None:
    with as_owner():
        fresh = looks("public")
    taken = take_backup(state, private=None, root=None, tell=lambda *_: None)
    with another_database("upgraded"):
        restore_backup(taken=taken, home=tmp_path, tell=lambda *_: None)
        _is_whole(taken, fresh)


def _is_whole(taken: Taken, fresh: dict[str, set[tuple[Any, ...]]]) -> None:
    with as_owner():
        upgraded = looks("public")
        for what in LOOKS:
            assert upgraded[what] == fresh[what], what
        assert not is_behind()
        rows = {table.name: table.rows for table in taken.contents.tables if table.rows}
        missing = {name: rows[name] for name in rows if counted("default", name) < rows[name]}
        assert not missing
        assert rows["access_journalentry"] > 20
        assert first_broken() is None
        _words_wait()


def _words_wait() -> None:
    """What was in plain is whole and waits to be sealed: an upgrade has no key."""
    report = InspectionReport.objects.order_by("pk")[0]
    assert 0 < sum(bool(waiting_of(each)) for each in InspectionReport.objects.all()) <= count_waiting_rows()
    assert open_rows(None, [report]) == 0
    assert (report.performance, rating_words(report)) == ("熟悉交通运输管理，作风扎实。", "优秀27票、称职8票")
    line = Relative.objects.order_by("pk")[0]
    assert open_family(None, [line])[line.pk].name == "周远行之妻"
    assert is_same(line, "name", "周远行之妻")
