"""Load the invented province into a database of its own on the embedded server: COPY, then indexes at once."""

import io
import time
from collections.abc import Iterable
from datetime import date

import psycopg
from psycopg import sql

from benchmarks.province_data import Maker, Row, land

CHUNK = 20_000
COLUMNS = {
    "access_authority": "id code name path parent_id",
    "registry_organisation": "id code name short_name kind level place credit_code staffing note order from_on until_on authority_id parent_id",
    "registry_post": "id name level role mode is_leading key_functions duty order from_on until_on organisation_id",
    "establishment_postquota": "id level role number document from_on until_on organisation_id order_id",
    "registry_person": "key name pinyin initials sex born_on id_number number_index number_flags number_against ethnic_group native_place birth_place growth_place health work_started_on party_joined_on party_text political_status category status professional_title speciality current_post resume awards appraisals photo form_extra authority_id organisation_id level staffing_type",
    "registry_assignment": "id kind organisation_text title level role is_leading is_grassroots from_on until_on mode is_exceptional decided_by document removal_document probation_from_on probation_result organisation_id person_id post_id",
    "registry_rank": "id kind code from_on until_on document person_id",
    "registry_education": "id mode level degree school major from_on until_on is_printed person_id",
    "establishment_engagement": "id post_class grade title from_on until_on person_id organisation_id",
    "establishment_contract": "id kind is_full_time signed_on from_on until_on probation_until_on ended_on end_cause before_id organisation_id person_id",
    "establishment_postscheme": "id document approved_on main_class ratio_document from_on until_on organisation_id",
}
LINES = (
    "registry_person", "registry_assignment", "registry_rank", "registry_education",
    "establishment_engagement", "establishment_contract",
)  # fmt: skip
_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = ANY(%s::regclass[]) AND NOT indisunique
"""


def load(made: psycopg.Connection, people: int) -> dict[str, float]:
    """Fill a migrated, empty database; seconds of each part. Row triggers and foreign keys rest meanwhile."""
    took: dict[str, float] = {}
    begun = time.perf_counter()
    where = land()
    made.execute("SET session_replication_role = replica")
    made.execute("SET maintenance_work_mem = '512MB'")
    indexes = _without_indexes(made)
    _copy(made, "establishment_postscheme", where.schemes)
    for table, rows in zip(
        COLUMNS, (where.authorities, where.organisations, where.posts, where.quotas), strict=False
    ):
        _copy(made, table, rows)
    for chunk in Maker(where).chunks(people, CHUNK):
        for table in LINES:
            _copy(made, table, getattr(chunk, table.partition("_")[2]))
    took["people and lines"] = time.perf_counter() - begun
    begun = time.perf_counter()
    made.execute("INSERT INTO registry_dayvalue (person_id, authority_id, is_stale) SELECT key, authority_id, true FROM registry_person")
    took["day values begun"] = time.perf_counter() - begun
    begun = time.perf_counter()
    for said in indexes:
        made.execute(said)  # type: ignore[call-overload]  # the database's own words
    made.execute("SET session_replication_role = DEFAULT")
    made.execute("VACUUM ANALYZE")
    took["indexes and statistics"] = time.perf_counter() - begun
    return took


def _without_indexes(made: psycopg.Connection) -> list[str]:
    rows = made.execute(_INDEXES, [list(LINES)]).fetchall()
    for name, _ in rows:
        made.execute(sql.SQL("DROP INDEX {}").format(sql.SQL(name)))
    return [said for _, said in rows]


def _copy(made: psycopg.Connection, table: str, rows: Iterable[Row]) -> None:
    columns = sql.SQL(", ").join(sql.Identifier(name) for name in COLUMNS[table].split())
    said = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), columns)
    text = io.StringIO()
    for row in rows:
        text.write("\t".join(map(_word, row)))
        text.write("\n")
    with made.cursor().copy(said) as copy:
        copy.write(text.getvalue().encode())


def _word(value: object) -> str:
    """Nothing invented holds a tab, a line's end or a backslash."""
    if value is None:
        return "\\N"
    if isinstance(value, bytes):
        return f"\\\\x{value.hex()}"
    if isinstance(value, bool):
        return "t" if value else "f"
    return value if isinstance(value, str) else value.isoformat() if isinstance(value, date) else str(value)
