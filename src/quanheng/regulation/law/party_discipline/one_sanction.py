"""A single sanction told by its facts: its record, the text that governs it, its window and the end of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.dates import NO_DATE, LastDay
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.sanctions import Family, Sanction, read_sanctions
from quanheng.regulation.core.windows import has_ended, months_of, windows

FIRST = date(2003, 12, 31)
TEXTS = ((date(2024, 1, 1), "text_2023"), (date(2018, 10, 1), "text_2018"), (date(2016, 1, 1), "text_2015"))
FIELDS = {
    "sanction_effective_on": "effective_on",
    "sanction_decided_on": "decided_on",
    "sanction_months": "months",
    "is_substitute_for_removal": "is_substitute",
    "rights_restored_on": "rights_restored_on",
    "sanction_extended_to": "extended_to",
    "sanction_lifted_on": "lifted_on",
    "sanction_revoked_on": "revoked_on",
}


def _record(
    *, sanction_family: str, sanction_kind: str, on: date, **told: Any
) -> list[Mapping[str, Any]] | None:
    if sanction_kind == "none":
        return []
    if told["sanction_effective_on"] is None and told["sanction_decided_on"] is None:
        return None
    record = {FIELDS[name]: value for name, value in told.items() if name in FIELDS and value is not None}
    governed_on = _governed_on(
        told["sanction_ground"], told["judgment_effective_on"], told["conduct_ended_on"]
    )
    record |= {"conduct_on": governed_on} if governed_on else {}
    return [{"family": sanction_family, "kind": sanction_kind, **record}]


def _governed_on(ground: str | None, judgment: date | None, conduct: date | None) -> date | None:
    return judgment if ground == "judgment" else conduct


def _text(
    *,
    sanction_decided_on: date,
    conduct_ended_on: date | None,
    sanction_ground: str | None,
    judgment_effective_on: date | None,
    on: date,
) -> str:
    day = _governed_on(sanction_ground, judgment_effective_on, conduct_ended_on) or sanction_decided_on
    return next((key for start, key in TEXTS if start <= day), "text_2003")


def _only(sanctions: Sequence[Mapping[str, Any]]) -> Sanction | None:
    found = read_sanctions(sanctions)
    return found[0] if found and len(found) == 1 else None


def _months(*, sanctions: Sequence[Mapping[str, Any]], on: date) -> int | None:
    sanction = _only(sanctions)
    return months_of(sanction) if sanction else None


def _until(*, sanctions: Sequence[Mapping[str, Any]], last_day_reading: str | None, on: date) -> date | None:
    sanction = _only(sanctions)
    if sanction is None:
        return None
    rule = LastDay(last_day_reading or LastDay.EVE)
    found = windows([sanction], on=max(on, sanction.effective_on), rule=rule)
    return max((each.last_on for each in found), default=NO_DATE)


def _is_ended(
    *,
    sanctions: Sequence[Mapping[str, Any]],
    has_new_breach_in_period: bool | None,
    left_service_on: date | None,
    on: date,
) -> bool | None:
    sanction = _only(sanctions)
    if sanction is None:
        return None
    found = has_ended(sanction, on=on)
    if found is None and left_service_on is not None and sanction.family is not Family.PARTY:
        return left_service_on <= on  # who has retired needs no decision
    return found and not has_new_breach_in_period


record = Derivation(
    id="party_discipline.record",
    catalogue="h-longest-wins",
    subject="sanction",
    since=FIRST,
    term="处分处理记录",
    term_en="Sanction on record",
    means="A single sanction that is told by its facts is the only one on record.",
    means_zh="只说明一项处分处理的，以该项为全部记录。",
    fact="sanctions",
    reads=("sanction_family", "sanction_kind"),
    optional=(*FIELDS, "conduct_ended_on", "sanction_ground", "judgment_effective_on"),
    reckon=_record,
    cites=("version",),
)

governing = Derivation(
    id="party_discipline.version",
    catalogue="h-party-version",
    subject="sanction",
    since=FIRST,
    term="应适用的条例版本",
    term_en="Version that governs",
    means="The text of the day the conduct ended, or of the day the judgment took effect, governs a Party sanction.",
    means_zh="党纪处分适用行为终了时（依生效判决的为判决生效时）的条例；行为日期不明的，按决定时的条例并予说明。",
    fact="governing_text",
    reads=("sanction_decided_on",),
    optional=("conduct_ended_on", "sanction_ground", "judgment_effective_on"),
    reckon=_text,
    cites=("version",),
)

further_use = Derivation(
    id="party_discipline.version.further_use",
    catalogue="h-party-version",
    subject="sanction",
    since=FIRST,
    term="条例本身是否限制进一步使用",
    term_en="Further use in the text itself",
    means="Only the text of 2023 itself bars further use.",
    means_zh="2023年条例起，条例本身才限制进一步使用。",
    fact="is_further_use_in_own_text",
    reads=("governing_text",),
    reckon=lambda *, governing_text, on: governing_text == "text_2023",
    cites=("10", "version"),
)

months = Derivation(
    id="party_discipline.10.months",
    catalogue="h-party-sanctions",
    subject="sanction",
    since=FIRST,
    term="影响期月数",
    term_en="Months of the window",
    means="The months of the window of a single sanction, by the text that governs it.",
    means_zh="一项处分处理的影响期月数，按应适用的版本确定。",
    fact="sanction_window_months",
    reads=("sanctions",),
    reckon=_months,
    cites=("10", "11", "12", "13"),
)

until = Derivation(
    id="party_discipline.10.until",
    catalogue="h-party-sanctions",
    subject="sanction",
    since=FIRST,
    term="影响期最后一日",
    term_en="Last day of the window",
    means="The last day of the window of a single sanction; after probation it runs from the day rights return.",
    means_zh="一项处分处理的影响期最后一日；留党察看自恢复权利之日起算。",
    fact="sanction_until",
    reads=("sanctions",),
    optional=("last_day_reading",),
    reckon=_until,
    cites=("10", "11", "12", "13"),
)

ended = Derivation(
    id="party_discipline.ended",
    catalogue="h-admin-lift",
    subject="sanction",
    since=FIRST,
    term="处分是否解除",
    term_en="Whether the sanction is over",
    means="State sanctions end by themselves since June 2019, before by a written decision only.",
    means_zh="政务处分2019年6月1日起期满自动解除，此前须书面决定解除，没有决定的未知。",
    fact="is_sanction_ended",
    reads=("sanctions",),
    optional=("has_new_breach_in_period", "left_service_on"),
    reckon=_is_ended,
    cites=("10", "state_sanctions:26"),
)
