"""Conditions of the table of tables as SQL; the policies are tried on the database in tests/house/test_row_security.py."""

import pytest

from quanheng.access.core import guard
from quanheng.access.core.guard import Table, condition, statements


def test_a_condition_names_its_own_table_and_asks_the_scope_once() -> None:
    case = Table("procedure_case", "case", "", "", "")
    assert condition(case, "reach(cases, authority_id)") == (
        "multirange_contains_elem((SELECT access_reach('cases')), procedure_case.\"authority_id\")"
    )
    said = condition(Table("registry_rank", "person", "", "", ""), "person(person_id)")
    assert said == (
        "CASE WHEN (SELECT access_whole('people')) THEN true ELSE EXISTS "
        '(SELECT 1 FROM registry_person seen WHERE seen.key = registry_rank."person_id") END'
    )
    assert condition(case, "stated or power(grants)") == "(SELECT access_is_stated()) or (SELECT access_power('grants'))"


def test_a_log_is_read_and_added_to() -> None:
    made = [said for said in statements(["access_journalentry"], application="app") if "access_journalentry" in said]
    assert [said for said in made if said.startswith("GRANT")] == [
        'GRANT SELECT ON access_journalentry TO "app"',
        'GRANT INSERT ON access_journalentry TO "app"',
    ]
    assert not [said for said in made if "POLICY changes" in said and said.startswith("CREATE")]


def test_an_unclassified_table_is_nobodys_but_the_owners() -> None:
    made = [said for said in statements(["made_yesterday"], application="app") if "made_yesterday" in said]
    assert [said.split(" ON ")[0] for said in made if said.startswith(("CREATE", "GRANT"))] == ["CREATE POLICY owner_all"]


def test_the_digest_changes_with_tables_role_and_key() -> None:
    first = guard.digest(["access_grant"], application="app", key=b"a")
    assert first == guard.digest(["access_grant"], application="app", key=b"a")
    others = [
        guard.digest(["access_grant", "access_account"], application="app", key=b"a"),
        guard.digest(["access_grant"], application="other", key=b"a"),
        guard.digest(["access_grant"], application="app", key=b"b"),
    ]
    assert first not in others


def test_a_class_that_is_not_one_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "access" / "data").mkdir(parents=True)
    (tmp_path / "access" / "data" / "tables.toml").write_text('[registry_rank]\nclass = "somebody"\nread = "true"\n')
    monkeypatch.setattr(guard, "_package", lambda: tmp_path)
    guard.tables.cache_clear()
    with pytest.raises(ValueError, match="registry_rank"):
        guard.tables()
    monkeypatch.undo()
    guard.tables.cache_clear()
