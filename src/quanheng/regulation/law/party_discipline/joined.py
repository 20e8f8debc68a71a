"""All sanctions of a person together: until when each act is barred, the sums of a family and the longest of all."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from quanheng.kernel.dates import OPEN_ENDED, LastDay
from quanheng.kernel.expressions import fact
from quanheng.regulation.core.derivations import Derivation
from quanheng.regulation.core.rules import Effect, Rule
from quanheng.regulation.core.sanctions import Act, read_sanctions
from quanheng.regulation.core.windows import free_from, restricted_until

FIRST = date(2003, 12, 31)
ACTS = {each.value: each for each in Act}
LONGEST = ("selection_regulations:24.6",)
Records = Sequence[Mapping[str, Any]]


def _dated(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """A Party sanction whose conduct is not dated goes by the text of its decision (h-party-version)."""
    if record.get("family") != "party" or record.get("conduct_on") is not None:
        return record
    return {**record, "conduct_on": record.get("decided_on") or record.get("effective_on")}


def _last(
    sanctions: Records, on: date, act: Act, reading: str | None, *, with_unverified: bool = False
) -> date | None:
    found = read_sanctions([_dated(each) for each in sanctions])
    if found is None:
        return None
    rule = LastDay(reading or LastDay.EVE)
    return restricted_until(found, on=on, act=act, rule=rule, with_unverified=with_unverified)


def _restricted(*, sanctions: Records, last_day_reading: str | None, on: date) -> date | None:
    return _last(sanctions, on, Act.PROMOTION, last_day_reading)


def _advised(*, sanctions: Records, last_day_reading: str | None, on: date) -> date | None:
    return _last(sanctions, on, Act.PROMOTION, last_day_reading, with_unverified=True)


def _by_act(
    *,
    sanctions: Records,
    personnel_act: str,
    is_under_investigation: bool | None,
    last_day_reading: str | None,
    on: date,
) -> date | None:
    if personnel_act not in ACTS:
        return None
    last = _last(sanctions, on, ACTS[personnel_act], last_day_reading)
    return OPEN_ENDED if is_under_investigation and last is not None else last


def _advised_by_act(
    *, sanctions: Records, personnel_act: str, last_day_reading: str | None, on: date
) -> date | None:
    if personnel_act not in ACTS:
        return None
    return _last(sanctions, on, ACTS[personnel_act], last_day_reading, with_unverified=True)


def _of(sanctions: Records, *families: str) -> Records:
    """The records of these families; one without a family stays, so that it leaves the answer unknown."""
    return [each for each in sanctions if each.get("family") in (None, *families)]


def _party(*, sanctions: Records, last_day_reading: str | None, on: date) -> date | None:
    return _last(_of(sanctions, "party"), on, Act.PROMOTION, last_day_reading, with_unverified=True)


def _party_certain(*, sanctions: Records, last_day_reading: str | None, on: date) -> date | None:
    return _last(_of(sanctions, "party"), on, Act.PROMOTION, last_day_reading)


def _state(*, sanctions: Records, last_day_reading: str | None, on: date) -> date | None:
    return _last(
        _of(sanctions, "state", "institution"), on, Act.PROMOTION, last_day_reading, with_unverified=True
    )


def _count(sanctions: Records, on: date, *families: str) -> int | None:
    """How many are in force so far, those revoked left out; None when one has no family or no day."""
    known = [
        (each.get("family"), each.get("effective_on") or each.get("decided_on"), each) for each in sanctions
    ]
    if any(family is None or day is None for family, day, _ in known):
        return None
    counted = (
        family in families and day <= on and not ((revoked := each.get("revoked_on")) and revoked <= on)
        for family, day, each in known
        if day is not None
    )
    return sum(map(bool, counted))


def _party_count(*, sanctions: Records, on: date) -> int | None:
    return _count(sanctions, on, "party")


def _state_count(*, sanctions: Records, on: date) -> int | None:
    return _count(sanctions, on, "state", "institution")


party_count = Derivation(
    id="party_discipline.21.count",
    catalogue="h-party-resanction",
    subject="sanction",
    since=FIRST,
    term="党纪处分次数",
    term_en="Number of Party sanctions",
    means="The Party sanctions in force so far: one alone is not added to anything.",
    means_zh="至判定日所受党纪处分的次数；只有一次的，没有相加的问题。",
    fact="party_sanctions_count",
    reads=("sanctions",),
    reckon=_party_count,
    cites=("21",),
)

state_count = Derivation(
    id="party_discipline.state_count",
    catalogue="h-admin-resanction",
    subject="sanction",
    since=date(2007, 6, 1),
    term="政务处分次数",
    term_en="Number of state sanctions",
    means="The state sanctions in force so far: one alone is not added to anything.",
    means_zh="至判定日所受政务（行政）处分的次数；只有一次的，没有相加的问题。",
    fact="state_sanctions_count",
    reads=("sanctions",),
    reckon=_state_count,
    cites=("state_sanctions:resanction",),
)

promotion = Derivation(
    id="party_discipline.longest",
    catalogue="h-longest-wins",
    subject="person",
    since=FIRST,
    term="影响期最后一日",
    term_en="Last day of restrictions",
    means="Windows of one family add up; those of different families run side by side and the longest decides.",
    means_zh="同类处分影响期相加，不同类别并行计算，以最长的为准。",
    fact="restricted_until",
    reads=("sanctions",),
    optional=("last_day_reading",),
    reckon=_restricted,
    cites=LONGEST,
)

advised = Derivation(
    id="party_discipline.longest.advised",
    catalogue="h-longest-wins",
    subject="person",
    since=FIRST,
    term="影响期最后一日（含未核实）",
    term_en="Last day of restrictions, unverified ones included",
    means="The same with the windows that rest on unverified figures or on guidance only.",
    means_zh="并计依据尚未核实的影响期（如2016年至2023年党纪处分影响期相加）。",
    fact="restriction_advised_until",
    reads=("sanctions",),
    optional=("last_day_reading",),
    reckon=_advised,
    cites=LONGEST,
    verified=False,
)

by_act = Derivation(
    id="party_discipline.longest.by_act",
    catalogue="h-longest-wins",
    subject="sanction",
    since=FIRST,
    term="该事项受限最后一日",
    term_en="Last day on which the act is barred",
    means="The longest window that bars this act; an open case has no end.",
    means_zh="限制该事项的各影响期中最长的；被立案审查调查的没有期限。",
    fact="act_restricted_until",
    reads=("sanctions", "personnel_act"),
    optional=("is_under_investigation", "last_day_reading"),
    reckon=_by_act,
    cites=LONGEST,
)

advised_by_act = Derivation(
    id="party_discipline.longest.advised_by_act",
    catalogue="h-longest-wins",
    subject="sanction",
    since=FIRST,
    term="该事项受限最后一日（含未核实）",
    term_en="Last day on which the act is barred, unverified windows included",
    means="The longest window that bars this act, with those that rest on unverified figures.",
    means_zh="限制该事项的各影响期中最长的，并计依据尚未核实的影响期。",
    fact="act_advised_until",
    reads=("sanctions", "personnel_act"),
    optional=("last_day_reading",),
    reckon=_advised_by_act,
    cites=LONGEST,
    verified=False,
)

free = Derivation(
    id="party_discipline.longest.free_from",
    catalogue="h-longest-wins",
    subject="sanction",
    since=FIRST,
    term="最早可办之日",
    term_en="First day on which the act is free",
    means="The day after the last day on which the act is barred.",
    means_zh="该事项受限最后一日的次日起可以办理。",
    fact="act_free_from",
    reads=("act_restricted_until",),
    reckon=lambda *, act_restricted_until, on: free_from(act_restricted_until),
    cites=LONGEST,
)

party = Derivation(
    id="party_discipline.21.until",
    catalogue="h-party-resanction",
    subject="sanction",
    since=FIRST,
    term="党纪处分影响期合并后最后一日",
    term_en="Last day of the joined Party windows",
    means="A new Party sanction inside the window of another adds the rest of the old, without a cap.",
    means_zh="影响期内再受党纪处分的，剩余影响期与新的影响期相加，不设上限（2016年至2023年为指导口径，此前各自计算）。",
    fact="party_windows_until",
    reads=("sanctions",),
    optional=("last_day_reading",),
    reckon=_party,
    cites=("21",),
)

party_certain = Derivation(
    id="party_discipline.21.certain",
    catalogue="h-party-resanction",
    subject="sanction",
    since=FIRST,
    term="党纪处分影响期最后一日（确定部分）",
    term_en="Last day of Party windows, certain part",
    means="The same without the sums that only guidance asks for.",
    means_zh="不含2016年至2023年仅有指导口径的相加部分。",
    fact="party_windows_certain_until",
    reads=("sanctions",),
    optional=("last_day_reading",),
    reckon=_party_certain,
    cites=("21",),
)

state = Derivation(
    id="party_discipline.state_until",
    catalogue="h-admin-resanction",
    subject="sanction",
    since=date(2007, 6, 1),
    term="处分期合并后最后一日",
    term_en="Last day of the joined state periods",
    means="A new state sanction inside the period of another adds the rest of the old, 48 months at most.",
    means_zh="处分期内又受处分的，剩余处分期与新处分期相加，自新决定起最长四十八个月。",
    fact="state_windows_until",
    reads=("sanctions",),
    optional=("last_day_reading",),
    reckon=_state,
    cites=("state_sanctions:resanction",),
)

act_is_free = Rule(
    id="party_discipline.longest.act",
    catalogue="h-longest-wins",
    subject="sanction",
    since=FIRST,
    term="各影响期均已届满",
    term_en="Every window is over",
    means="An act is free only when every window that bars it is over.",
    means_zh="限制该事项的各影响期均已届满，方可办理该事项。",
    when=fact("personnel_act").isin(tuple(ACTS)),
    requires=fact("act_restricted_until") < fact("judged_on"),
    effect=Effect.FORBID,
    cites=LONGEST,
)

act_is_advised = Rule(
    id="party_discipline.longest.act_advised",
    catalogue="h-longest-wins",
    subject="sanction",
    since=FIRST,
    term="各影响期均已届满（含未核实）",
    term_en="Every window is over, unverified ones included",
    means="Windows that rest on unverified figures or on guidance only advise.",
    means_zh="依据尚未核实的影响期内，提示慎重办理该事项。",
    when=fact("personnel_act").isin(tuple(ACTS)),
    requires=fact("act_advised_until") < fact("judged_on"),
    effect=Effect.WARN,
    cites=LONGEST,
    verified=False,
)
