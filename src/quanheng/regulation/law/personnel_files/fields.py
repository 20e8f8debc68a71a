"""三龄两历一身份: what an audit covers, and when the birth records agree."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule

FIELDS = ("birth", "work_start", "party", "education", "history", "status")


def _values(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = {field: [] for field in FIELDS}
    for row in rows:
        if row.get("field") in found and row.get("value") is not None:
            found[row["field"]].append(row["value"])
    return found


def _missing(file_field_records: Sequence[Mapping[str, Any]], on: date) -> int:
    return sum(not values for values in _values(file_field_records).values())


def _differing(file_field_records: Sequence[Mapping[str, Any]], on: date) -> int:
    return sum(len(set(values)) > 1 for values in _values(file_field_records).values())


def _single(file_field_records: Sequence[Mapping[str, Any]], on: date) -> int:
    return sum(len(values) == 1 for values in _values(file_field_records).values())


def _consistency(
    birth_latest_on: date,
    birth_earliest_on: date,
    birth_main_records: int | None,
    birth_main_differing: int | None,
    has_birth_approval: bool | None,
    are_birth_approval_papers_filed: bool | None,
    is_household_office_agreed: bool | None,
    on: date,
) -> str | None:
    """Latest against earliest; a difference needs an approval with all its papers."""
    latest, earliest = birth_latest_on, birth_earliest_on
    if (latest.year, latest.month) == (earliest.year, earliest.month):
        if birth_main_records is None or birth_main_differing is None:
            return None
        return "consistent" if 2 * birth_main_differing < birth_main_records else "note"
    whole = (has_birth_approval, are_birth_approval_papers_filed, is_household_office_agreed)
    if False in whole:
        return "problem"
    return None if None in whole else "consistent"


fields_missing_entry = Derivation(
    id="personnel_files.fields.missing",
    catalogue="fl-fields",
    subject="personnel_file",
    since=date(2014, 11, 1),
    term="没有记载的项目",
    term_en="Fields without a record",
    means="How many of the six fields have no record.",
    means_zh="六项信息中没有任何记载的项目数。",
    fact="file_fields_missing",
    reads=("file_field_records",),
    reckon=_missing,
    cites=("fields",),
)

fields_differing_entry = Derivation(
    id="personnel_files.fields.differing",
    catalogue="fl-fields",
    subject="personnel_file",
    since=date(2014, 11, 1),
    term="记载不一致的项目",
    term_en="Fields that differ",
    means="How many of the six fields have differing records.",
    means_zh="六项信息中各材料记载不同的项目数。",
    fact="file_fields_differing",
    reads=("file_field_records",),
    reckon=_differing,
    cites=("fields",),
)

fields_single_entry = Derivation(
    id="personnel_files.fields.single",
    catalogue="fl-fields",
    subject="personnel_file",
    since=date(2014, 11, 1),
    term="只有一份记载的项目",
    term_en="Single-source fields",
    means="A field with one record is consistent and is marked as single source.",
    means_zh="只有一份记载的视为一致，但应注明。",
    fact="file_single_source_fields",
    reads=("file_field_records",),
    reckon=_single,
    cites=("fields",),
)

fields_audited_entry = Rule(
    id="personnel_files.fields.audited",
    catalogue="fl-fields",
    subject="personnel_file",
    since=date(2014, 11, 1),
    term="三龄两历一身份均须审核",
    term_en="Every field is audited",
    means="The audit covers all six fields, each with records that agree.",
    means_zh="审核应当覆盖出生、参加工作、入党、学历学位、经历、身份，均有记载且一致。",
    when=fact("is_file_audited"),
    requires=(fact("file_fields_missing") == 0) & (fact("file_fields_differing") == 0),
    effect=Effect.WARN,
    cites=("fields",),
)

consistency_birth_entry = Derivation(
    id="personnel_files.consistency.birth",
    catalogue="fl-consistency",
    subject="personnel_file",
    since=date(2014, 2, 1),
    term="出生日期记载的一致性",
    term_en="Consistency of the birth records",
    means="Latest equals earliest with most papers agreeing: consistent, otherwise a note; a difference needs the approval, its papers and the household office's part.",
    means_zh="最近任免表与最早记载相同且主要材料多数一致的为一致，多数不同的须了解；两者不同的，须有批件、归档材料和户籍机关部分。",
    fact="birth_consistency",
    reads=(
        "birth_latest_on",
        "birth_earliest_on",
    ),
    optional=(
        "birth_main_records",
        "birth_main_differing",
        "has_birth_approval",
        "are_birth_approval_papers_filed",
        "is_household_office_agreed",
    ),
    reckon=_consistency,
    cites=("consistency",),
)

consistency_entry = Rule(
    id="personnel_files.consistency",
    catalogue="fl-consistency",
    subject="personnel_file",
    since=date(2014, 2, 1),
    term="出生日期记载一致",
    term_en="Birth records agree",
    means="Records that differ are asked about.",
    means_zh="记载不一致或者多份材料不同的，应当核实。",
    requires=fact("birth_consistency") == "consistent",
    effect=Effect.WARN,
    cites=("consistency",),
)
