"""The database keeps authorities apart under whatever a query says: every table classified, forced, and tried with plain SQL."""

import ast
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction

from quanheng.access.actions.guard import require_bound
from quanheng.access.actions.scope import Scope, _tell, acting_as, as_visitor
from quanheng.access.core.guard import REACHES, missing, role_reaches, tables, unreached
from quanheng.access.core.roles import ROLES
from quanheng.access.models import Account, JournalEntry, LogErasure, LogLeaf, LogSalt
from quanheng.access.tests.factories import ON, account, authority
from quanheng.procedure.models import RecordEntry
from quanheng.registry.models import Person
from tests.house import rows, tree

pytestmark = pytest.mark.django_db
OPEN = ("reference", "system")
ERASED = {"procedure_recordentry": {"place", "by_name", "result", "cites", "facts", "documents"}}
"""Columns of a log that an erasure may empty, and nothing else."""
HIDDEN = tuple(name for name, each in tables().items() if each.kind not in OPEN and each.read != "owner")
SYSTEM = {
    "cli/screens/backup.py", "cli/screens/check.py", "cli/screens/work.py",
    "cli/screens/demo.py", "cli/screens/demo_start.py", "cli/screens/folder.py", "cli/screens/house.py", "cli/screens/rehearsal.py",
    "cli/screens/log_check.py", "cli/screens/log_sign.py", "cli/screens/rehearsal_log.py",
    "access/actions/run_jobs.py", "access/actions/watch.py", "registry/actions/refresh_anchors.py",
    "registry/actions/refresh_levels.py", "registry/actions/refresh_day_values.py",
    "registry/actions/plan_organisation_change.py", "access/actions/scope.py",
    "access/actions/key_orders.py",
    "cli/screens/keys.py",
}  # fmt: skip
"""Who may state the system's scope: founding and demonstrations, the worker's own table, what the passing of time changes."""


def asked(sql: str, *given: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())


def test_every_table_is_classified_and_forced() -> None:
    state = asked(
        "SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity, count(p.polname) FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid "
        "WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace GROUP BY c.oid ORDER BY 1"
    )
    assert missing([name for name, _forced, _policies in state]) == (set(), set())
    assert [name for name, is_forced, policies in state if not is_forced or not policies] == []


def test_the_tests_run_as_a_bound_role() -> None:
    require_bound()
    assert asked("SELECT current_user, session_user") == [(settings.APPLICATION_ROLE,) * 2]


def test_roles_reach_by_their_permissions() -> None:
    assert unreached() == set()
    reached = {field for role, field in role_reaches() if role == "cadre"}
    assert reached == {"own"}
    assert {field for role, field in role_reaches() if role == "audit_admin"} == {"journal"}
    assert set(REACHES) == {field for _role, field in role_reaches()}


def test_without_a_scope_there_are_no_rows() -> None:
    city = authority("city")
    rows.furnish(city, account("wang", over=city))
    ours = [model._meta.db_table for model in rows.nouns() if model._meta.db_table in HIDDEN]
    assert [name for name in ours if asked(f"SELECT count(*) FROM {name}") == [(0,)]] == []
    asked("SELECT set_config('quanheng.scope', '', true)")
    assert [name for name in HIDDEN if asked(f"SELECT count(*) FROM {name}") != [(0,)]] == []


@pytest.mark.parametrize("role", sorted(ROLES))
@pytest.mark.parametrize("is_wide", [False, True], ids=["list", "page"])
def test_an_account_reaches_its_own_authority_and_those_below(role: str, is_wide: bool) -> None:
    root = authority("province")
    city, other = authority("city", root), authority("other", root)
    county = authority("county", city)
    places = {place.code: rows.furnish(place, account(f"keeper-{place.code}", over=place)) for place in (root, city, other, county)}
    who = account("somebody", role, over=city)
    reached = {field for code, field in role_reaches() if code == role}
    with acting_as(who, on=ON, is_wide=is_wide):
        seen = {name: {key for (key,) in asked(f"SELECT {_key(name)} FROM {name}")} for name in places["city"]}
    wrong = [
        (name, code)
        for code, made in places.items()
        for name, keys in made.items()
        if (field := _field(name, is_wide)) and bool(keys & seen[name]) is not (field in reached and code in ("city", "county"))
    ]
    assert wrong == []


def _key(name: str) -> str:
    model = next(model for model in rows.nouns() if model._meta.db_table == name)
    assert model._meta.pk is not None
    return f'"{model._meta.pk.column}"'


def _field(name: str, is_wide: bool) -> str:
    """What a role must reach to see the table's rows; "" where anybody may. On a page persons met in a unit or case are seen too."""
    kind, read = tables()[name].kind, tables()[name].read
    if read == "stated":
        return ""
    if name in ("exchange_exportjob", "exchange_exportchunk"):
        return "nobody but whoever asked for it"
    if name in ("establishment_engagement", "establishment_contract", "procedure_task"):
        return "business"
    if name.startswith("registry_quality") or name in ("registry_anchor", "registry_dayvalue", "registry_erasure"):
        return "people"
    if name in ("meeting_body", "oversight_audit"):
        return "cases"
    if name in ("access_journalentry", "access_download", "registry_reckoning", "registry_savedquery"):
        return ""
    return {"person": "business" if is_wide else "people", "case": "cases", "log": "cases", "import": "imports", "authority": "business"}.get(kind, "")


def test_the_journal_is_the_auditors_and_the_own_file_ones_own() -> None:
    city = authority("city")
    rows.furnish(city, account("keeper", over=city))
    person = Person.objects.get()
    auditor, cadre = account("auditor", "audit_admin", over=city), account("cadre", "cadre", over=city)
    Account.objects.filter(pk=cadre.pk).update(person_key=person.key)
    with acting_as(auditor, on=ON):
        assert JournalEntry.objects.count() == 1
        assert not Person.objects.exists()
    with acting_as(cadre, on=ON):
        assert not JournalEntry.objects.exists()
        assert list(Person.objects.all()) == [person]
        assert person.talks.count() == 1
    with as_visitor(on=ON):
        assert not Person.objects.exists()


def test_nobody_writes_out_of_reach() -> None:
    root = authority("province")
    city, other = authority("city", root), authority("other", root)
    for place in (city, other):
        rows.furnish(place, account(f"keeper-{place.code}", over=place))
    away, mine = (Person.objects.get(authority=place) for place in (other, city))
    with acting_as(account("officer", "officer", over=city), on=ON, is_wide=False):
        assert Person.objects.filter(pk=away.pk).update(name="改") == 0
        assert Person.objects.filter(pk=mine.pk).update(name="改") == 1
        for change in ({"authority": other}, {"authority": root}):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Person.objects.filter(pk=mine.pk).update(**change)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            away.talks.create(kind="heart", held_on=ON, by_text="组织部")


@pytest.mark.parametrize("name", [name for name, each in tables().items() if each.kind == "log"])
def test_logs_only_grow(name: str) -> None:
    columns = {column for (column,) in asked("SELECT column_name FROM information_schema.columns WHERE table_name = %s", name)}
    statements = [f'UPDATE {name} SET "{column}" = NULL' for column in columns - ERASED.get(name, set())]
    assert statements
    for statement in (*statements, f"DELETE FROM {name}", f"TRUNCATE {name}"):
        if statement != "DELETE FROM access_logsalt":
            with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
                asked(statement)


def test_only_what_an_erasure_names_loses_its_content() -> None:
    city = authority("city")
    rows.furnish(city, account("keeper", over=city))
    entry, leaf, salt = RecordEntry.objects.get(), LogLeaf.objects.get(), LogSalt.objects.get()
    assert not LogErasure.objects.filter(seq__in=(leaf.seq, salt.seq)).exists()
    assert (RecordEntry.objects.update(result="改"), LogSalt.objects.all().delete()[0]) == (0, 0)
    assert (RecordEntry.objects.get().result, LogSalt.objects.get()) == (entry.result, salt)
    LogErasure.objects.create(seq=salt.seq, at=rows.MOMENT, why="依据")
    assert LogSalt.objects.all().delete()[0] == 1


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM access_seal",
        "SELECT access_sealed('x')",
        "SELECT access_reaches(1, '2026-01-01')",
        "SELECT access_enter('system', NULL, '2026-01-01', '', true, repeat('0', 64))",
        "ALTER TABLE registry_person NO FORCE ROW LEVEL SECURITY",
        "DROP POLICY reads ON registry_person",
        "CREATE POLICY mine ON registry_person USING (true)",
        "SET ROLE postgres",
        "SET row_security = off; SELECT * FROM registry_person",
        "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "TRUNCATE registry_person",
        "DELETE FROM django_migrations",
    ],
)
def test_what_slips_into_a_statement_cannot_widen_the_scope(statement: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        asked(statement)


def test_a_scope_cannot_be_written_or_kept() -> None:
    city = authority("city")
    rows.furnish(city, account("keeper", over=city))
    [(sealed,)] = asked("SELECT current_setting('quanheng.scope')")
    asked("SELECT set_config('quanheng.scope', %s, true)", sealed[64:])
    assert asked("SELECT count(*) FROM registry_person") == [(0,)]
    asked("SELECT set_config('quanheng.scope', %s, true)", "0" * 64 + sealed[64:])
    assert asked("SELECT count(*) FROM registry_person") == [(0,)]
    asked("SELECT set_config('quanheng.scope', %s, true)", sealed)
    assert asked("SELECT count(*) FROM registry_person") == [(1,)]
    with psycopg.connect(**_address()) as elsewhere:  # another transaction: what was sealed in this one says nothing
        elsewhere.execute("SELECT set_config('quanheng.scope', %s, true)", [sealed])
        assert elsewhere.execute("SELECT access_scope()").fetchone() == (None,)


def test_the_scope_ends_with_its_block_and_comes_back() -> None:
    city = authority("city")
    who = account("officer", "officer", over=city)
    with pytest.raises(ZeroDivisionError), acting_as(who, on=ON):
        assert 1 / len(asked("SELECT 1 WHERE access_scope() ->> 'kind' = 'system'"))
    assert asked("SELECT access_scope() ->> 'kind'") == [("system",)]
    with acting_as(who, on=ON), acting_as(who, on=ON, is_wide=False):
        assert asked("SELECT access_scope() ->> 'wide'") == [("true",)]
    assert asked("SELECT access_scope() ->> 'kind'") == [("system",)]
    _tell(connection, Scope("account", ON, who.pk))
    Account.objects.filter(pk=who.pk).update(is_active=False)
    _tell(connection, Scope("account", ON, who.pk))
    assert asked("SELECT access_scope() ->> 'people'") == [("{}",)]


def _address() -> dict[str, Any]:
    held = connection.settings_dict
    said = {"dbname": held["NAME"], "user": held["USER"], "host": held["HOST"], "port": held["PORT"], "password": held["PASSWORD"]}
    return {key: value for key, value in said.items() if value}


def test_the_system_scope_is_stated_where_it_is_listed_and_nowhere_else() -> None:
    found = set()
    for path in tree.product_files():
        words = {node.id for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)}
        if "as_system" in words or "access_enter" in path.read_text(encoding="utf-8"):
            found.add(path.relative_to(tree.PACKAGE).as_posix())
    assert found - SYSTEM == set()
    assert not [each for each in SYSTEM if "/screens/" in each and not each.startswith("cli/")]
