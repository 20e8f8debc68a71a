"""Tables that only grow, in one place: the triggers that refuse everything else, and the rights of the database's roles.

Triggers hold against everybody but the owner of the database; rights hold against the role of the application.
There is no switch for a session to turn them off.
"""

JOURNAL, RECORD = "access_journalentry", "procedure_recordentry"
LOG = (
    "access_logleaf",
    "access_logsalt",
    "access_logtile",
    "access_logerasure",
    "access_logkey",
    "access_checkpoint",
    "access_cosignature",
)
TABLES = (JOURNAL, RECORD, *LOG)
FUNCTIONS = """
CREATE OR REPLACE FUNCTION quanheng_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE OR REPLACE FUNCTION quanheng_salt_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM access_logerasure WHERE seq = OLD.seq) THEN RETURN OLD; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
"""


def refuse(table: str) -> str:
    """The triggers of a table: no row changes, none goes, and the table is not emptied.

    >>> refuse("access_logleaf").count("CREATE TRIGGER")
    2
    """
    function = "quanheng_salt_only_erased" if table == "access_logsalt" else "quanheng_append_only"
    return (
        f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {function}();\n"
        + refuse_emptying(table)
    )


def refuse_emptying(table: str) -> str:
    """The trigger against TRUNCATE alone."""
    return f"CREATE TRIGGER no_emptying BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION quanheng_append_only();\n"


def erasing(role: str) -> list[str]:
    """What the role of the application may do beside reading and adding: erase the content of a row named in an erasure.

    Run by `guard` after the policies of `tables.toml`; the triggers see to it that nothing else of the row changes.
    """
    named = "EXISTS (SELECT 1 FROM access_logerasure e WHERE e.seq = access_logsalt.seq)"
    entry = (
        "EXISTS (SELECT 1 FROM access_logerasure e JOIN access_logleaf l USING (seq)"  # noqa: S608  our own tables
        f" WHERE l.kind = 2 AND l.ref = {RECORD}.id)"
    )
    return [
        "DROP POLICY IF EXISTS erases ON access_logsalt",
        f"CREATE POLICY erases ON access_logsalt FOR DELETE USING ({named})",
        f'GRANT DELETE ON access_logsalt TO "{role}"',
        f"DROP POLICY IF EXISTS erases ON {RECORD}",
        f"CREATE POLICY erases ON {RECORD} FOR UPDATE USING ({entry})",
        f'GRANT UPDATE (place, by_name, result, cites, facts, documents) ON {RECORD} TO "{role}"',
    ]


def signer_grants(role: str) -> list[str]:
    """What the signing process needs: to read the log's hashes and keys, to add checkpoints and cosignatures; no scope."""
    read = ("access_logleaf", "access_logtile", "access_logkey", "access_checkpoint", "access_cosignature")
    add = ("access_checkpoint", "access_cosignature")
    return [
        *(f"GRANT SELECT ON {table} TO {role}" for table in read),
        *(f"CREATE POLICY signer_reads ON {table} FOR SELECT TO {role} USING (true)" for table in read),
        *(f"GRANT INSERT ON {table} TO {role}" for table in add),
        *(f"CREATE POLICY signer_adds ON {table} FOR INSERT TO {role} WITH CHECK (true)" for table in add),
        f"GRANT USAGE ON SEQUENCE access_cosignature_id_seq TO {role}",
    ]
